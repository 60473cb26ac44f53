"""Where the user's own files lie; the one place that knows the platforms' rules."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

PORTABLE_MARK = "portable.txt"
"""A file of this name beside the program keeps library, notes and settings beside it too, in `data`."""

_PROGRAM = {"win32": "TuBaoCao", "darwin": "TuBaoCao"}


def data_folder() -> Path:
    """Return the folder of the default library and the user's notes; it need not exist yet."""
    if carried := portable_folder():
        return carried
    if sys.platform == "win32":
        return _folder("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "TuBaoCao"
    return _folder("XDG_DATA_HOME", Path.home() / ".local" / "share")


def settings_folder() -> Path:
    """Return the folder of the settings; it need not exist yet."""
    if carried := portable_folder():
        return carried
    if sys.platform == "win32":
        return _folder("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "TuBaoCao"
    return _folder("XDG_CONFIG_HOME", Path.home() / ".config")


def portable_folder(interpreter: str = sys.executable) -> Path | None:
    """Return `data` beside a program that was marked portable, None for every other one.

    The bundles have their interpreter in the program's folder or one folder below it; only those two are asked,
    the links to them not followed.
    """
    folder = Path(interpreter).parent
    for beside in (folder, folder.parent):
        if interpreter and (beside / PORTABLE_MARK).is_file():
            return beside / "data"
    return None


def default_store() -> Path:
    """Return the library that is opened when none is named."""
    return data_folder() / "tu-bao-cao.tubaocao"


def notebook_path(store: Path) -> Path:
    """Return the user's own file that belongs to `store`; a store elsewhere has another one."""
    key = hashlib.sha256(os.fsencode(store.absolute())).hexdigest()[:12]
    return data_folder() / "notebooks" / f"{store.stem}-{key}.notebook"


def _folder(variable: str, otherwise: Path) -> Path:
    """Return our folder in the one the variable names; a relative value is no folder (XDG says so)."""
    named = Path(os.environ.get(variable, ""))
    base = named if named.is_absolute() else otherwise
    return base / _PROGRAM.get(sys.platform, "tubaocao")
