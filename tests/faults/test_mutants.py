"""Changed files of every format: each is read or refused with a code, in time and in its memory; none kills."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import mutants
import pytest

from db.importer.host import Host
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Receipt

FORMATS = ("docx", "doc", "rtf", "odt", "html", "pdf", "xlsx", "txt")
LARGEST = 60_000
HARMFUL = ("bomb", "laughs", "quadratic")
ROOT = Path(__file__).resolve().parents[2]


def seeds(shared: Path, kind: str) -> list[Path]:
    """Return small files of one format: our samples and those of the corpus that are no attack in themselves."""
    folders = (ROOT / "resources" / "samples", *(shared / "corpus" / name for name in ("hostile", "vi", "public")))
    found = sorted(path for folder in folders for path in folder.rglob(f"*.{kind}"))
    small = [path for path in found if 0 < path.stat().st_size < LARGEST or path.parent.name == "samples"]
    return [path for path in small if not any(word in path.name for word in HARMFUL)][:60]


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
@pytest.mark.parametrize("kind", FORMATS)
def test_a_changed_file_is_read_or_refused(kind, shared, tmp_path, gate, amount):
    files = seeds(shared, kind)
    assert files
    with gate(f"mutants, {kind}") as figures:
        done = subprocess.run(
            [sys.executable, mutants.__file__, str(amount(60, 10_000)), "11", str(tmp_path), *map(str, files)],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=True,
        )
        outcomes = json.loads(done.stdout)
        figures.update(sorted(outcomes.items()))
        assert outcomes.get("hung", 0) == 0
        assert sum(outcomes.values()) == amount(60, 10_000)
        # PDFium ends its process over some broken trees; that costs the one file, and is told.
        figures["deaths handled"] = _handled(sorted(tmp_path.glob("killed-*")), files, tmp_path)


def _handled(deadly: list[Path], files: list[Path], folder: Path) -> int:
    """Take files in that end the reading process, a sound one behind each; return how many were told as that."""
    batch = [one for path in deadly for one in (path, files[0])]
    with closing(Library.open(folder / "tu.tubaocao")) as library:
        receipts = [step for step in import_paths(library, batch) if isinstance(step, Receipt)]
    codes = {receipt.path: receipt.code for receipt in receipts}
    assert [codes[str(path)] for path in deadly] == ["TBC-130"] * len(deadly)
    assert not deadly or codes[str(files[0])] not in ("TBC-130", "TBC-131", "TBC-133")
    return len(deadly)


WORKER = """
import os, sys, time
from pathlib import Path
from db.importer import worker, limits
real = worker.parse
def parse(path, name, say):
    if "abort" in name: os.abort()
    if "hang" in name: time.sleep(60)
    if "swell" in name: bytearray(4 << 30)
    if "crash" in name: raise RuntimeError("a bug")
    if "deep" in name: return parse(path, name, say)
    if "lie" in name: worker._write = lambda content, result: (result.write_bytes(b"[]"), "0" * 64)[1]
    return real(path, name, say)
worker.parse = parse
worker.main()
"""


def test_one_bad_file_costs_one_file(sources, tmp_path, gate):
    """A batch in which every other file ruins its reader."""
    script = tmp_path / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    expected, paths = {}, []
    cases = {"abort": "130", "hang": "131", "swell": "132", "crash": "102", "deep": "102", "lie": "133"}
    for n, (name, code) in enumerate(cases.items()):
        for good in (False, True):
            path = tmp_path / f"{n}-{'good' if good else name}.txt"
            shutil.copy(sources[0], path)
            path.write_text(path.read_text(encoding="utf-8") + f"\n{n}{good}", encoding="utf-8")
            paths.append(path)
            expected[path.name] = "" if good else f"TBC-{code}"
    library = Library.open(tmp_path / "tu.tubaocao")
    command = [sys.executable, "-I", "-X", "utf8", str(script)]
    with gate("ruined readers"):
        steps = import_paths(library, paths, make_host=lambda: Host(command, lambda _size: 3.0))
        receipts = [step for step in steps if isinstance(step, Receipt)]
    assert {Path(one.path).name: one.code for one in receipts} == expected
    assert sum(one.status in ("imported", "revised") for one in receipts) == len(cases)
    library.close()
