"""Builds what is handed out; see COMMANDS. `release` builds all of it, tests the bundles and writes SHA256SUMS."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

from deb import make_deb
from installer import make_installer
from locked import version
from sbom import PYTHON, write_bill
from tree import ROOT, lay_out
from windows import lay_out_windows

DIST = ROOT / "dist"
WORK = ROOT / "build" / "packaging"
INSTALLED_LIMIT = 150_000_000
"""Bytes a bundle may take unpacked."""
HANDED_LIMIT = 60_000_000
"""Bytes an archive or installer may have."""


def portable() -> list[Path]:
    """Build the one-folder archive for Linux; it runs from wherever it is unpacked."""
    folder = lay_out(WORK / "portable" / f"tubaocao-{version()}")
    selftest(folder / "tubaocao")
    tell_size(folder)
    archive = DIST / f"tubaocao-{version()}-linux-x86_64.tar.xz"
    packing = ["tar", "--owner=0", "--group=0", "--sort=name", "-C", str(folder.parent), "-cf", str(archive)]
    subprocess.run([*packing, folder.name, "-I", "xz -T0 -6"], check=True)
    return [archive]


def deb() -> list[Path]:
    """Build the Debian package."""
    made = make_deb(WORK / "deb", DIST, version())
    selftest(WORK / "deb" / "usr" / "lib" / "tubaocao" / "tubaocao")
    return [made]


def windows() -> list[Path]:
    """Build the folder for Windows as a .zip, and the installer; neither can be tested here but under wine."""
    folder = lay_out_windows(WORK / "windows" / f"TuBaoCao-{version()}", WORK / "windows-work")
    tell_size(folder)
    archive = DIST / f"TuBaoCao-{version()}-windows-x64.zip"
    archive.unlink(missing_ok=True)
    subprocess.run(["zip", "-q", "-r", "-X", "-9", str(archive), folder.name], check=True, cwd=folder.parent)
    icon = WORK / "windows-work" / "tubaocao.ico"
    setup = make_installer(folder, icon, DIST / f"TuBaoCao-{version()}-setup.exe", version())
    return [archive, setup]


def bills() -> list[Path]:
    """Write the bills of materials of both bundles."""
    here = PYTHON["linux"] or platform.python_version()
    names = (("linux", here), ("win32", PYTHON["win32"]))
    return [write_bill(DIST / f"tubaocao-{version()}-{name}.cdx.json", name, python) for name, python in names]


def selftest(program: Path) -> None:
    """Run the bundle's own test away from this tree; raises CalledProcessError where it fails."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(WORK), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    subprocess.run([str(program), "selftest"], check=True, cwd=WORK, env=environment, timeout=300)


def tell_size(folder: Path) -> None:
    """Say what a bundle takes unpacked, and whether that is within the limit."""
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder.name}: {size / 1e6:.1f} MB unpacked{'' if size <= INSTALLED_LIMIT else ', MORE THAN ALLOWED'}")


def release() -> list[Path]:
    """Build everything and write SHA256SUMS beside it."""
    made = [*portable(), *deb(), *windows(), *bills()]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(lines), "utf-8")
    return [*made, sums]


COMMANDS = {"portable": portable, "deb": deb, "windows": windows, "bills": bills, "release": release}


def main(words: list[str]) -> int:
    """Build what is named; 2 where nothing known is."""
    if len(words) != 1 or words[0] not in COMMANDS:
        print("build.py " + " | ".join(COMMANDS), file=sys.stderr)
        return 2
    os.umask(0o022)
    DIST.mkdir(exist_ok=True)
    for made in COMMANDS[words[0]]():
        size = made.stat().st_size
        print(f"{made.relative_to(ROOT)}: {size / 1e6:.1f} MB{'' if size <= HANDED_LIMIT else ', MORE THAN ALLOWED'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
