"""Other programs that compare two Word files, each run as a process of its own, where it is installed.

They are no part of the program: the interpreter that has them is named by TUBAOCAO_PEERS (by default this one).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from measuring import python

PEERS = {
    "python-redlines (Docxodus)": (
        "import sys; from python_redlines import DocxodusEngine as E; "
        "open(sys.argv[3], 'wb').write(E().run_redline('x', sys.argv[1], sys.argv[2])[0])"
    ),
    "python-redlines (Open-XML-PowerTools)": (
        "import sys; from python_redlines import XmlPowerToolsEngine as E; "
        "open(sys.argv[3], 'wb').write(E().run_redline('x', sys.argv[1], sys.argv[2])[0])"
    ),
    "docx-trackdiff": "from docx_trackdiff.compare import main; main()",
}
NEEDED = {
    "python-redlines (Docxodus)": "python_redlines_docxodus",
    "python-redlines (Open-XML-PowerTools)": "python_redlines_ooxmlpowertools",
    "docx-trackdiff": "docx_trackdiff",
}
OURS = (
    "import sys; from pathlib import Path; from db.comparison import compare; "
    "from db.comparison_out.tracked import write_tracked; from db.importer.assemble import content_of; "
    "from db.importer.readers import reader_for\n"
    "def end(work):\n"
    "    while True:\n"
    "        try: next(work)\n"
    "        except StopIteration as ended: return ended.value\n"
    "files = [Path(name) for name in sys.argv[1:3]]\n"
    "both = [content_of(reader_for(file).read(file), file.name) for file in files]\n"
    "end(write_tracked(*both, end(compare(*both)), Path(sys.argv[3])))"
)
MOST = 200
"""Seconds by the clock after which a peer is given up."""


def interpreter() -> str:
    """Return the Python that has the peers."""
    return os.environ.get("TUBAOCAO_PEERS", sys.executable)


def installed(name: str) -> bool:
    """Whether a peer is there."""
    found = subprocess.run([interpreter(), "-c", f"import {NEEDED[name]}"], capture_output=True, check=False)
    return found.returncode == 0


def ours(left: Path, right: Path, target: Path) -> float:
    """Read, compare and write two Word files in a fresh process; CPU seconds."""
    return python(OURS, str(left), str(right), str(target))


def theirs(name: str, left: Path, right: Path, target: Path) -> float | None:
    """Have a peer do the same; CPU seconds, None where it fails or takes too long."""
    try:
        return python(
            PEERS[name], str(left), str(right), str(target), interpreter=interpreter(), most=MOST
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
