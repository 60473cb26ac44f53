"""LibreOffice or Word, where one is installed: turns a file we refuse into a .docx. Offered, never needed.

The original is not touched: a copy of it is opened, in a private folder and with a private
profile, by a process group that has an end in time, memory and file size and, where the kernel
allows, no network. Word is reached on Windows only; that part is untested.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db.importer import limits
from db.model import Progress

MEMORY = 4 << 30
"""Bytes of address space; LibreOffice maps far more than it uses."""
_POLL = 0.04
_START = 60
"""Seconds it may take on top of what the file may; a first start makes a profile."""
_LIBREOFFICE_AT = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WORD_AT = (
    "C:/Program Files/Microsoft Office/root/Office16/WINWORD.EXE",
    "C:/Program Files (x86)/Microsoft Office/root/Office16/WINWORD.EXE",
)
# No macro runs, nothing linked is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_WORD_SCRIPT = (
    "$w=New-Object -ComObject Word.Application;$w.AutomationSecurity=3;$w.DisplayAlerts=0;"
    "try{{$d=$w.Documents.Open('{source}',$false,$true);$d.SaveAs2('{target}',16);$d.Close(0)}}finally{{$w.Quit(0)}}"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office program on this machine: its name for the receipt, and where it is."""

    name: str
    program: Path

    def convert(self, source: Path, folder: Path, filter_name: str) -> Generator[Progress, None, Path | None]:
        """Write `source` as .docx into `folder`, which is private and empty; None where that did not come about.

        Closing the generator ends the office program. Raises OSError where the copy cannot be made.
        """
        copy = folder / f"original{source.suffix.lower()}"
        shutil.copyfile(source, copy)
        target = folder / "out" / "original.docx"
        target.parent.mkdir()
        seconds = _START + limits.seconds_for(copy.stat().st_size)
        if self.name == "Word":
            command = _word_command(copy, target)
        else:
            command = _libreoffice_command(self.program, copy, target.parent, filter_name)
        yield from _run(command, folder, seconds)
        return target if target.is_file() else None


def installed_office() -> Office | None:
    """Return the office program of this machine, LibreOffice before Word; None where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = ([found] if found else []) + list(_LIBREOFFICE_AT)
    libreoffice = next((Path(place) for place in places if Path(place).is_file()), None)
    if libreoffice is not None:
        return Office("LibreOffice", libreoffice)
    word = next((Path(place) for place in _WORD_AT if sys.platform == "win32" and Path(place).is_file()), None)
    return Office("Word", word) if word is not None else None


def main(arguments: list[str]) -> None:
    """Bind this process as the reading process is bound, then become the office program that `arguments` name."""
    if sys.platform != "win32":
        limits.bind_program(MEMORY)
    os.execv(arguments[0], arguments)  # noqa: S606 - the command is our own


def _libreoffice_command(program: Path, copy: Path, out: Path, filter_name: str) -> list[str]:
    profile = copy.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    if filter_name:
        command.append(f"--infilter={filter_name}")
    return [*_launcher(), *command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(copy)]


def _launcher() -> list[str]:
    """Return how the office program is started bound; on Windows it is started as it is."""
    if sys.platform == "win32":
        return []
    if getattr(sys, "frozen", False):
        return [sys.executable, "--office"]
    return [sys.executable, "-I", "-X", "utf8", "-m", "db.importer.office"]


def _word_command(copy: Path, target: Path) -> list[str]:
    """Return what has Word save a copy anew; the folder is ours, so that no quote stands in its names. Untested."""
    script = _WORD_SCRIPT.format(source=copy, target=target)
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]


def _run(command: list[str], folder: Path, seconds: float) -> Generator[Progress, None, None]:
    """Run `command` to its end or that of its time, yielding at least every 50 ms; nothing of it outlives this."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "WINDIR", "APPDATA") if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 - the command is our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=kept | dict.fromkeys(("HOME", "TEMP", "TMP", "TMPDIR"), str(folder)),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    end = time.monotonic() + seconds
    try:
        while process.poll() is None and time.monotonic() < end:
            yield Progress(0, 0, "convert")
            time.sleep(_POLL)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the process with all it started; it may be gone already, what it started may not."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
