"""Lays out the program's folder for Linux: an interpreter, the packages it runs on, pruned; ours as committed."""

from __future__ import annotations

import compileall
import importlib.metadata
import py_compile
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OURS = ("desktop", "db", "resources")
PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"

STDLIB_LEFT_OUT = (
    "site-packages", "test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "lib2to3", "ensurepip",
    "pydoc_data", "distutils", "config-*", "__pycache__", "_ssl.*", "_hashlib.*", "_tkinter.*", "_curses*",
    "readline.*", "_dbm.*", "_gdbm.*", "_test*", "*_test.*", "xxlimited*",
)  # fmt: skip
PACKAGES_LEFT_OUT = (
    "__pycache__",
    "tests",
    "test",
    "*.pyi",
    "examples",
    "include",
    "*.a",
    "olefile2.py",
    "_simd.*",
    "f2py",
)
QT_LIBRARIES = (
    "Core", "DBus", "Gui", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Widgets", "XcbQpa", "WaylandClient",
    "Test", "WaylandEglClientHwIntegration", "WlShellIntegration",
)  # fmt: skip
QT_MODULES = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
CHART_MODULES = ("QtOpenGL", "QtOpenGLWidgets", "QtTest")
"""What pyqtgraph imports whether a chart needs it or not."""
QT_PLUGINS = (
    "iconengines/*", "imageformats/libqjpeg.so", "imageformats/libqsvg.so", "platforminputcontexts/libcompose*",
    "platforminputcontexts/libibus*", "platforms/libqoffscreen.so", "platforms/libqxcb.so",
    "platforms/libqwayland-*", "platformthemes/libqxdg*", "printsupport/*", "wayland-shell-integration/libxdg-shell.so",
    "wayland-decoration-client/libbradient.so", "xcbglintegrations/*",
)  # fmt: skip
_NAME_ENDS = re.compile(r"[\s<>=!~\[(]")


def runtime_names() -> set[str]:
    """Return the distributions the program needs to run, those of extras left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: set[str] = set()
    waiting = [_NAME_ENDS.split(line)[0] for line in project["dependencies"]]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found.add(name)
        for line in importlib.metadata.requires(name) or []:
            head, _, marker = line.partition(";")
            if not re.search(r"extra|win32|Windows", marker):
                waiting.append(_NAME_ENDS.split(head.strip())[0])
    return found - {"pip", "setuptools"}


def lay_out(target: Path) -> Path:
    """Make `target` the program's folder, whatever was there before."""
    shutil.rmtree(target, ignore_errors=True)
    library = target / "lib" / PYTHON
    shutil.copytree(sysconfig.get_path("stdlib"), library, ignore=shutil.ignore_patterns(*STDLIB_LEFT_OUT))
    packages = library / "site-packages"
    packages.mkdir()
    for name in sorted(runtime_names()):
        _copy_distribution(name, packages)
    _prune_qt(packages / "PySide6")
    for built in (library / "lib-dynload").glob("*.so"):
        subprocess.run(["strip", "--strip-unneeded", str(built)], check=True)
    committed = subprocess.run(["git", "-C", str(ROOT), "archive", "HEAD", *OURS], check=True, capture_output=True)
    subprocess.run(["tar", "-x", "-C", str(packages)], input=committed.stdout, check=True)
    shutil.copy2(ROOT / "LICENSE", target / "LICENSE")
    _interpreter(target)
    compileall.compile_dir(
        library, quiet=1, stripdir=str(target), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    return target


def _copy_distribution(name: str, packages: Path) -> None:
    """Copy what the distribution recorded, without what only its developers need."""
    from_dist = importlib.metadata.distribution(name)
    for file in from_dist.files or ():
        source = Path(str(from_dist.locate_file(file)))
        if ".." in file.parts or not source.is_file() or _left_out(file.parts):
            continue
        goal = packages / file
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, goal)


def _left_out(parts: tuple[str, ...]) -> bool:
    """Whether one of the names on the way is of a kind that is not shipped (a licence always is)."""
    if any(part.endswith(".dist-info") for part in parts):
        return False
    if parts[0] == "PySide6" and "Qt" not in parts:
        return not (parts[-1] in ("__init__.py", "_config.py", "_git_pyside_version.py") or _is_qt_module(parts[-1]))
    return any(Path(part).match(kind) for part in parts for kind in PACKAGES_LEFT_OUT)


def _is_qt_module(name: str) -> bool:
    return name.startswith("libpyside6.") or (
        name.split(".", maxsplit=1)[0] in QT_MODULES + CHART_MODULES and ".so" in name
    )


def _prune_qt(pyside: Path) -> None:
    """Leave of Qt only the libraries, plugins and translations the program uses."""
    qt = pyside / "Qt"
    for folder in qt.iterdir():
        if folder.name not in ("lib", "plugins", "translations"):
            shutil.rmtree(folder)
    kept = {f"libQt6{name}.so.6" for name in QT_LIBRARIES}
    for file in (qt / "lib").iterdir():
        if file.name not in kept and not file.name.startswith("libicu"):
            file.unlink()
    plugins = {file for pattern in QT_PLUGINS for file in (qt / "plugins").glob(pattern)}
    for file in (qt / "plugins").rglob("*.so"):
        if file not in plugins:
            file.unlink()
    for file in (qt / "translations").iterdir():
        if not re.fullmatch(r"qt(base)?_(vi|en)\.qm", file.name):
            file.unlink()


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
