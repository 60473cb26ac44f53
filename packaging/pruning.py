"""What is left out of a bundle: what only developers, other systems or unused parts of a library need."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

STDLIB_LEFT_OUT = (
    "site-packages", "test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "lib2to3", "ensurepip",
    "pydoc_data", "distutils", "config-*", "__pycache__", "_ssl.*", "_hashlib.*", "_tkinter.*", "_curses*",
    "readline.*", "_dbm.*", "_gdbm.*", "_test*", "*_test.*", "xxlimited*", "venv",
)  # fmt: skip
ANYWHERE = (
    "__pycache__", "tests", "test", "examples", "include", "*.pyi", "*.pyx", "*.pxd", "*.pxi", "*.h", "*.a", "*.lib",
    "py.typed", "conftest.py",
)  # fmt: skip
"""Names of files and folders no package needs to run."""
PARTS = (
    "olefile/olefile2.py",
    # numpy's random, fft, polynomial and the like are looked up when first used; nothing of ours uses them.
    "numpy/_core/_simd.*", "numpy/f2py", "numpy/distutils", "numpy/random", "numpy/_pyinstaller", "numpy/typing",
    "numpy/linalg/lapack_lite.*",
    # One build of each suffices; the wider vectors gain nothing on texts of a sentence.
    "rapidfuzz/*_avx2.*", "rapidfuzz/distance/*_avx2.*",
    "lxml/objectify.*", "lxml/isoschematron", "lxml/html/diff.*", "lxml/html/_difflib.*", "lxml/includes",
    "pyqtgraph/opengl", "pyqtgraph/jupyter", "pyqtgraph/flowchart/library", "pyqtgraph/icons/peegee",
    "docx/templates/default-docx-template",
    # PyNaCl needs the compiled part of cffi alone, which lies beside the package.
    "cffi",
)  # fmt: skip
"""Parts of a package, by their paths."""
QT_MODULES = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
CHART_MODULES = ("QtOpenGL", "QtOpenGLWidgets")
"""What pyqtgraph imports whether a chart needs it or not."""
PYSIDE_FILES = ("__init__.py", "_config.py", "_git_pyside_version.py")
_TRANSLATIONS = re.compile(r"qt(base)?_(vi|en)\.qm")
_QT_LIBRARIES = {
    "linux": (
        "Core", "DBus", "Gui", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Widgets", "XcbQpa", "WaylandClient",
        "WaylandEglClientHwIntegration", "WlShellIntegration",
    ),
    "win32": ("Core", "Gui", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Widgets"),
}  # fmt: skip
_QT_PLUGINS = {
    "linux": (
        "iconengines/*", "imageformats/libqjpeg.so", "imageformats/libqsvg.so", "platforminputcontexts/libcompose*",
        "platforminputcontexts/libibus*", "platforms/libqoffscreen.so", "platforms/libqxcb.so",
        "platforms/libqwayland-*", "platformthemes/libqxdg*", "printsupport/*",
        "wayland-shell-integration/libxdg-shell.so", "wayland-decoration-client/libbradient.so", "xcbglintegrations/*",
    ),
    "win32": (
        "iconengines/qsvgicon.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll", "platforms/qwindows.dll",
        "platforms/qoffscreen.dll", "printsupport/*.dll",
    ),
}  # fmt: skip
_WINDOWS_RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")


def left_out(name: str, system: str) -> bool:
    """Whether the file `name` of a wheel, with forward slashes, is not shipped for `system` (sys.platform).

    What a package says of itself, with its licence, always is.
    """
    path = PurePosixPath(name)
    if ".dist-info" in path.parts[0]:
        return path.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "entry_points.txt")
    if ".data" in path.parts[0] or ".." in path.parts:
        return True
    if path.parts[0] == "PySide6":
        return not _of_qt(path, system)
    if path.parts[0] == "shiboken6" and system == "win32" and path.suffix == ".dll":
        return path.name not in (*_WINDOWS_RUNTIME, "shiboken6.abi3.dll")
    if any(Path(part).match(kind) for part in path.parts for kind in ANYWHERE):
        return True
    return any(
        above.match(kind) and len(above.parts) == len(Path(kind).parts) for above in _ways(path) for kind in PARTS
    )


def _ways(path: PurePosixPath) -> list[PurePosixPath]:
    """Return the path and the folders it lies in."""
    return [path, *path.parents]


def _of_qt(path: PurePosixPath, system: str) -> bool:
    """Whether a file of PySide6 belongs to what the program uses of Qt."""
    inside = path.relative_to("PySide6")
    if system == "linux" and inside.parts[0] == "Qt":
        return _of_qt_folders(inside.relative_to("Qt"), system)
    if len(inside.parts) > 1:
        return system == "win32" and _of_qt_folders(inside, system)
    name = inside.name
    if name in PYSIDE_FILES or name.startswith(("libpyside6.", "pyside6.abi3.dll")):
        return True
    if system == "win32" and name.endswith(".dll"):
        return name in _WINDOWS_RUNTIME or name in {f"Qt6{part}.dll" for part in _QT_LIBRARIES[system]}
    return name.split(".")[0] in QT_MODULES + CHART_MODULES and name.endswith((".so", ".pyd"))


def _of_qt_folders(inside: PurePosixPath, system: str) -> bool:
    """Whether a library, plugin or translation of Qt is used; `inside` counts from Qt's own folder."""
    kind = inside.parts[0]
    if kind == "lib":
        return inside.name in {f"libQt6{part}.so.6" for part in _QT_LIBRARIES[system]} or "libicu" in inside.name
    if kind == "plugins":
        return any(inside.match(f"plugins/{pattern}") for pattern in _QT_PLUGINS[system])
    return kind == "translations" and bool(_TRANSLATIONS.fullmatch(inside.name))
