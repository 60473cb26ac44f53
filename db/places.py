"""Where the user's own files lie; the one place that knows the platforms' rules."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

_PROGRAM = {"win32": "TuBaoCao", "darwin": "TuBaoCao"}


def data_folder() -> Path:
    """Return the folder of the default library and the user's notes; it need not exist yet."""
    if sys.platform == "win32":
        return _folder("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "TuBaoCao"
    return _folder("XDG_DATA_HOME", Path.home() / ".local" / "share")


def settings_folder() -> Path:
    """Return the folder of the settings; it need not exist yet."""
    if sys.platform == "win32":
        return _folder("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "TuBaoCao"
    return _folder("XDG_CONFIG_HOME", Path.home() / ".config")


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
