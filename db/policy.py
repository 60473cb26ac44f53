"""What an administrator has laid down in `policy.ini`: the library to open, presets, and what users may not change."""

from __future__ import annotations

import configparser
import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger(__name__)

NAME = "policy.ini"
SECTIONS = ("preset", "lock")
UNREADABLE = "UTF-8"
"""Said of a file whose letters cannot be read: what they should be."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Values by the keys of `desktop.settings`: presets stand in for the defaults, locked ones for every choice.

    `store` is the library opened where none is named, None where that is left open; with `store_locked` the
    library a user opened last does not come before it. `file` is where it stands, None where there is none;
    `broken` says in a word or two why that could not be read, and is empty where it could.
    """

    store: Path | None = None
    store_locked: bool = False
    presets: Mapping[str, str] = field(default_factory=dict)
    locked: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    broken: str = ""

    @property
    def language(self) -> str:
        """The language that is laid down; empty where none is."""
        return self.locked.get("language") or self.presets.get("language", "")


NO_POLICY = Policy()


def program_folders(interpreter: str = sys.executable) -> tuple[Path, ...]:
    """Return where the program may lie: its interpreter's folder and the one above, links not followed."""
    if not interpreter:
        return ()
    folder = Path(interpreter).parent
    return folder, folder.parent


def policy_file(interpreter: str = sys.executable) -> Path | None:
    """Return the file in force: one beside the program, else the machine's; None where there is neither."""
    for folder in (*program_folders(interpreter), _machine_folder()):
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def policy(interpreter: str = sys.executable) -> Policy:
    """Return what is laid down. A file that cannot be read lays down nothing, and says so in `broken`."""
    file = policy_file(interpreter)
    if file is None:
        return NO_POLICY
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#", ";"))
    try:
        parser.read_string(file.read_text("utf-8-sig"))
    except (OSError, ValueError, configparser.Error) as error:
        log.warning("policy %s: %s", file, error)
        return Policy(file=file, broken=_where(error))
    unknown = [f"[{name}]" for name in parser.sections() if name not in SECTIONS]
    presets = dict(parser["preset"]) if parser.has_section("preset") else {}
    locked = dict(parser["lock"]) if parser.has_section("lock") else {}
    preset_store, locked_store = presets.pop("store", ""), locked.pop("store", "")
    named = locked_store or preset_store
    store = _path(named, file.parent) if named else None
    return Policy(store, bool(locked_store), presets, locked, file, ", ".join(unknown))


def _where(error: Exception) -> str:
    """Return the place of an error as an administrator finds it: the number of the line after a #."""
    line = getattr(error, "lineno", None)
    if parts := getattr(error, "errors", None):
        line = parts[0][0]
    return f"#{line}" if isinstance(line, int) else UNREADABLE


def _machine_folder() -> Path:
    """Return the folder of settings that hold for all users of this machine."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "TuBaoCao"
    if sys.platform == "darwin":
        return Path("/Library/Preferences/TuBaoCao")
    return Path("/etc/tubaocao")


def _path(named: str, base: Path) -> Path:
    """Return a path as it was written: variables and ~ filled in, a relative one counted from the policy's folder."""
    return base / os.path.expanduser(os.path.expandvars(named))
