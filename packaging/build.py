"""Builds what is handed out: `portable` (one folder, .tar.xz) and `deb`, or both with checksums by `release`."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from deb import make_deb
from tree import ROOT, lay_out

DIST = ROOT / "dist"
WORK = ROOT / "build" / "packaging"


def version() -> str:
    """Return the version pyproject.toml states."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def portable() -> Path:
    """Build the one-folder archive; it runs from wherever it is unpacked."""
    folder = lay_out(WORK / "portable" / f"tubaocao-{version()}")
    selftest(folder / "tubaocao")
    archive = DIST / f"tubaocao-{version()}-linux-x86_64.tar.xz"
    DIST.mkdir(exist_ok=True)
    command = [
        "tar",
        "--owner=0",
        "--group=0",
        "--sort=name",
        "-C",
        str(folder.parent),
        "-cf",
        str(archive),
        folder.name,
    ]
    subprocess.run([*command, "-I", "xz -T0 -3"], check=True)
    return archive


def deb() -> Path:
    """Build the Debian package."""
    DIST.mkdir(exist_ok=True)
    return make_deb(WORK / "deb", DIST, version())


def selftest(program: Path) -> None:
    """Run the bundle's own test away from this tree; raises CalledProcessError where it fails."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(WORK), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    subprocess.run([str(program), "selftest"], check=True, cwd=WORK, env=environment, timeout=300)


def release() -> Path:
    """Build everything that can be built and write SHA256SUMS beside it."""
    made = [portable(), deb()]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(lines), "utf-8")
    return sums


COMMANDS = {"portable": portable, "deb": deb, "release": release}


def main(words: list[str]) -> int:
    """Build what is named; 2 where nothing known is."""
    if len(words) != 1 or words[0] not in COMMANDS:
        print("build.py " + " | ".join(COMMANDS), file=sys.stderr)
        return 2
    os.umask(0o022)
    made = COMMANDS[words[0]]()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
