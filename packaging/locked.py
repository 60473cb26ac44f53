"""The packages the program runs on, as packaging/requirements.txt pins them; fetched and laid out by wheel."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
from pruning import left_out

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OURS = ("desktop", "db", "resources")
LOCK = HERE / "requirements.txt"
NEVER = frozenset({"pip", "setuptools", "pycparser"})
"""Asked for by a package that runs without them."""
_MARKERS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock; `hashes` are SHA-256 in hexadecimal, one for each of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """Return it as pip reads it."""
        return " \\\n    ".join([f"{self.name}=={self.version}", *(f"--hash=sha256:{code}" for code in self.hashes)])


def project() -> dict[str, object]:
    """Return the [project] table of pyproject.toml."""
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"])


def version() -> str:
    """Return the version pyproject.toml states."""
    return str(project()["version"])


def pins(lock: Path = LOCK) -> dict[str, Pin]:
    """Return what a lock file pins, by canonical name."""
    found = {}
    for block in re.split(r"\n(?=\S)", lock.read_text("utf-8")):
        if match := re.match(r"([\w.-]+)==(\S+)", block):
            name = canonicalize_name(match[1])
            found[name] = Pin(name, match[2], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return found


def runtime_names(system: str) -> list[str]:
    """Return the canonical names of what the program needs to run on `system`, sorted; extras are left out."""
    found: set[str] = set()
    waiting = [Requirement(str(line)) for line in project()["dependencies"]]  # type: ignore[attr-defined]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        marker = wanted.marker
        if name in found | NEVER or (marker and not marker.evaluate({**_MARKERS[system], "extra": ""})):
            continue
        found.add(name)
        waiting += [Requirement(line) for line in importlib.metadata.requires(name) or []]
    return sorted(found)


def fetch(wanted: Iterable[Pin], folder: Path, *options: str) -> list[Path]:
    """Have pip put the files of exactly these packages into `folder`; a wrong hash raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = list(wanted)
    listed = folder / "wanted.txt"
    listed.write_text("".join(pin.line() + "\n" for pin in asked), "utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run(
        [*pip, "--require-hashes", "--dest", str(folder), "-r", str(listed), *options], check=True, cwd=folder
    )
    names = {(pin.name, pin.version) for pin in asked}
    return sorted(path for path in folder.iterdir() if _identity(path) in names)


def _identity(path: Path) -> tuple[str, str]:
    """Return name and version of a wheel or source archive; empty words for any other file."""
    if path.suffix == ".whl":
        name, number, _build, _tags = parse_wheel_filename(path.name)
    elif path.name.endswith(".tar.gz"):
        name, number = parse_sdist_filename(path.name)
    else:
        return "", ""
    return name, str(number)


def unpack(wheel: Path, packages: Path, system: str) -> None:
    """Lay a wheel out in `packages`, without what is not shipped."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and not left_out(entry.filename, system):
                archive.extract(entry, packages)


def unpack_ours(packages: Path) -> None:
    """Lay out our own three packages as last committed, and what tells their name and version."""
    committed = subprocess.run(["git", "-C", str(ROOT), "archive", "HEAD", *OURS], check=True, capture_output=True)
    subprocess.run(["tar", "-x", "-C", str(packages)], input=committed.stdout, check=True)
    told = packages / f"tubaocao-{version()}.dist-info" / "METADATA"
    told.parent.mkdir()
    told.write_text(f"Metadata-Version: 2.4\nName: tubaocao\nVersion: {version()}\nLicense-Expression: MIT\n", "utf-8")
