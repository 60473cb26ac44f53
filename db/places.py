"""Where the user's own files lie; the one place that knows the platforms' rules."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from db.policy import policy, program_folders

PORTABLE_MARK = "portable.txt"
"""A file of this name beside the program keeps library, notes and settings beside it too, in `data`."""

DEFAULT_NAME = "tu-bao-cao.tubaocao"

_PROGRAM = {"win32": "TuBaoCao", "darwin": "TuBaoCao"}


def data_folder() -> Path:
    """Return the folder of the default library and the user's notes; it need not exist yet."""
    carried = portable_folder()
    if carried and _can_write(carried):
        return carried
    if sys.platform == "win32":
        return _folder("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "TuBaoCao"
    return _folder("XDG_DATA_HOME", Path.home() / ".local" / "share")


def settings_folder() -> Path:
    """Return the folder of the settings; it need not exist yet."""
    carried = portable_folder()
    if carried and _can_write(carried):
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
    for beside in program_folders(interpreter):
        if (beside / PORTABLE_MARK).is_file():
            return beside / "data"
    return None


def default_store() -> Path:
    """Return the library that is opened when none is named: the policy's, else the one of this user.

    A library carried on a medium that cannot be written is opened there; the user's notes and settings then go
    to the user's own folders.
    """
    if laid_down := policy().store:
        return laid_down
    carried = portable_folder()
    if carried and (carried / DEFAULT_NAME).is_file():
        return carried / DEFAULT_NAME
    return data_folder() / DEFAULT_NAME


def notebook_path(store: Path) -> Path:
    """Return the user's own file that belongs to `store`; a store elsewhere has another one."""
    key = hashlib.sha256(os.fsencode(store.absolute())).hexdigest()[:12]
    return data_folder() / "notebooks" / f"{store.stem}-{key}.notebook"


def _can_write(folder: Path) -> bool:
    """Whether files can be made in `folder`, or the folder itself where it does not exist yet."""
    return os.access(folder if folder.exists() else folder.parent, os.W_OK)


def _folder(variable: str, otherwise: Path) -> Path:
    """Return our folder in the one the variable names; a relative value is no folder (XDG says so)."""
    named = Path(os.environ.get(variable, ""))
    base = named if named.is_absolute() else otherwise
    return base / _PROGRAM.get(sys.platform, "tubaocao")
