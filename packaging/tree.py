"""Lays out the program's folder for Linux: an interpreter, the packages it runs on, pruned; ours as committed."""

from __future__ import annotations

import py_compile
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from icu import keep_languages
from locked import HERE, OURS, ROOT, fetch, pins, runtime_names, unpack, unpack_ours
from pruning import STDLIB_LEFT_OUT

PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"
WHEELS = ROOT / "build" / "packaging" / "wheels-linux"
NUMPY_SETUP = ("allow-noblas=true", "blas=none", "lapack=none", "cpu-dispatch=none")
"""numpy's own build options: without OpenBLAS (27 MB), whose speed no view of ours can use."""


def lay_out(target: Path) -> Path:
    """Make `target` the program's folder, whatever was there before."""
    shutil.rmtree(target, ignore_errors=True)
    library = target / "lib" / PYTHON
    shutil.copytree(sysconfig.get_path("stdlib"), library, ignore=shutil.ignore_patterns(*STDLIB_LEFT_OUT))
    packages = library / "site-packages"
    packages.mkdir()
    known = pins()
    wanted = [known[name] for name in runtime_names("linux") if name != "numpy"]
    for wheel in [*fetch(wanted, WHEELS, "--only-binary", ":all:"), small_numpy()]:
        unpack(wheel, packages, "linux")
    keep_languages(next((packages / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")))
    for built in [*(library / "lib-dynload").glob("*.so"), *_strippable(packages)]:
        subprocess.run(["strip", "--strip-unneeded", str(built)], check=True)
    unpack_ours(packages)
    shutil.copy2(ROOT / "LICENSE", target / "LICENSE")
    _interpreter(target)
    compile_all(library, target)
    return target


def compile_all(library: Path, target: Path) -> None:
    """Compile all sources once; what is compiled is never compared with the source again, nor written anew.

    Of others' packages the compiled form alone is left, as the embeddable Python does with its library; ours
    keep their sources, so that a trace in the log names its lines.
    """
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for source in sorted(library.rglob("*.py")):
        named = str(source.relative_to(target))
        if any(part in OURS for part in source.relative_to(library).parts[:2]):
            py_compile.compile(str(source), dfile=named, doraise=True, invalidation_mode=mode)
        elif py_compile.compile(str(source), str(source.with_suffix(".pyc")), named, True, invalidation_mode=mode):
            source.unlink()


def small_numpy() -> Path:
    """Return a wheel of the pinned numpy built here without OpenBLAS (4 minutes; kept for the next time)."""
    pin = pins()["numpy"]
    kept = WHEELS / "numpy"
    for wheel in kept.glob(f"numpy-{pin.version}-*.whl"):
        return wheel
    source = fetch([pin], WHEELS / "source", "--no-binary", ":all:")
    options = [f"-Csetup-args=-D{option}" for option in NUMPY_SETUP]
    building = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*building, "--wheel-dir", str(kept), str(source[0]), *options], check=True)
    return next(kept.glob(f"numpy-{pin.version}-*.whl"))


def _strippable(packages: Path) -> list[Path]:
    """Return the libraries that can lose their symbols: Qt's are left as they come, to be replaced by the same."""
    return [
        path for path in packages.rglob("*.so") if path.relative_to(packages).parts[0] not in ("PySide6", "shiboken6")
    ]


def _interpreter(target: Path) -> None:
    """Put libpython and a small main program that finds it beside itself."""
    shared = Path(sysconfig.get_config_var("LIBDIR")) / str(sysconfig.get_config_var("INSTSONAME"))
    copied = target / "lib" / shared.name
    shutil.copy2(shared, copied)
    subprocess.run(["strip", "--strip-unneeded", str(copied)], check=True)
    (target / "bin").mkdir()
    program = target / "bin" / PYTHON
    source = HERE / "linux" / "launcher.c"
    linking = [str(source), str(copied), "-Wl,-rpath,$ORIGIN/../lib", "-o", str(program)]
    subprocess.run(["gcc", "-O2", "-s", *linking], check=True)
    starter = target / "tubaocao"
    shutil.copy(HERE / "linux" / "tubaocao.sh", starter)
    starter.chmod(0o755)
