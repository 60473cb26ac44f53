"""What is remembered between two starts: one line per value, with its default and its check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from db.policy import NO_POLICY, Policy

T = TypeVar("T", int, float, bool, str, QByteArray)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """A remembered value. A stored value of the wrong kind, or that fails `check`, reads as the default."""

    key: str
    default: T
    check: Callable[[T], bool] = lambda _value: True


LANGUAGE = Setting("language", "vi", lambda code: code in ("vi", "en"))
THEME = Setting("theme", "system", lambda name: name in ("system", "light", "sepia", "dark", "contrast"))
ZOOM = Setting("reading/zoom", 100, lambda percent: 70 <= percent <= 300)
READING_FONT = Setting("reading/font", "Noto Serif")
LIVE_NUMBERS = Setting("reading/live-numbers", True)
NOTE_PREVIEW = Setting("reading/note-preview", True)
INTERFACE_SCALE = Setting("interface/scale", 100, lambda percent: 80 <= percent <= 200)
GEOMETRY = Setting("window/geometry", QByteArray())
DOCKS = Setting("window/docks", QByteArray())
TABS = Setting("window/tabs", "[]")
LAST_TAB = Setting("window/last-tab", 0)
SHELF_AS_LIST = Setting("shelf/as-list", False)
LAST_FOLDER = Setting("import/folder", "")
LAST_STORE = Setting("library/store", "")
SEARCH_HISTORY = Setting("search/history", "[]")
PAIRINGS = Setting("comparison/pairings", "{}")
TREES = Setting("contents/trees", "{}")
HIDDEN_DOCKS = Setting("window/hidden-docks", "search imports annotations")
WATCHED = Setting("indicators/watched", "[]")
LAST_PEN = Setting("annotations/pen", "yellow")
CORRECTED_BY = Setting("figures/corrected-by", "")
SAMPLES_KEPT = Setting("library/samples-kept", False)
BASKET = Setting("export/basket", "[]")
EXPORT_CHOICES = Setting("export/choices", "{}")
EXPORT_FOLDER = Setting("export/folder", "")
PRINT_CHOICES = Setting("print/choices", "{}")
OFFICE_NAME = Setting("sending/office", "")
TIPS = Setting("help/tips", True)
TIPS_SEEN = Setting("help/tips-seen", "")
NEWS_SEEN = Setting("help/news-seen", "")


class Settings(QObject):
    """The remembered values of one user, in an .ini file; `None` keeps them in memory only.

    What the policy locks comes before them, what it presets after them.
    `changed` carries the key of a value that is no longer what it was.
    """

    changed = Signal(str)

    def __init__(self, file: Path | None = None, policy: Policy = NO_POLICY) -> None:
        super().__init__()
        self._policy = policy
        self._kept: dict[str, object] = {}
        self._store = QSettings(str(file), QSettings.Format.IniFormat) if file else None

    def get(self, setting: Setting[T]) -> T:
        """Return the value in force, or the default where there is none that can be used."""
        stored = self._store.value(setting.key) if self._store is not None else None
        for value in (
            _as_kind(self._policy.locked.get(setting.key), setting.default),
            self._kept.get(setting.key),
            _as_kind(stored, setting.default),
            _as_kind(self._policy.presets.get(setting.key), setting.default),
        ):
            if isinstance(value, type(setting.default)) and setting.check(value):
                return value
        return setting.default

    def locked(self, setting: Setting[T]) -> bool:
        """Whether the policy lays the value down; a value that cannot be used locks nothing."""
        value = _as_kind(self._policy.locked.get(setting.key), setting.default)
        return isinstance(value, type(setting.default)) and setting.check(value)

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember `value`, and tell it where it is new; a locked value stays, and whoever shows it is told."""
        if self.locked(setting):
            self.changed.emit(setting.key)
            return
        known = self.get(setting)
        self._kept[setting.key] = value
        if self._store is not None:
            self._store.setValue(setting.key, value)
        if value != known:
            self.changed.emit(setting.key)

    def sync(self) -> None:
        """Write what is remembered to the disk now."""
        if self._store is not None:
            self._store.sync()


def unusable(policy: Policy) -> tuple[str, ...]:
    """Return the keys of a policy that lay nothing down: unknown ones, and those whose value cannot be used."""
    known = {one.key: one for one in globals().values() if isinstance(one, Setting)}
    laid = [*policy.presets.items(), *policy.locked.items()]
    return tuple(dict.fromkeys(key for key, value in laid if not _usable(known.get(key), value)))


def _usable(setting: Setting[Any] | None, value: str) -> bool:
    if setting is None:
        return False
    read = _as_kind(value, setting.default)
    return isinstance(read, type(setting.default)) and setting.check(read)


def _as_kind(stored: object, default: T) -> object:
    """Turn what an .ini file gives back (often text) into the kind of `default`; None if that cannot be."""
    if isinstance(default, bool):
        return {"true": True, "false": False, "1": True, "0": False}.get(str(stored).lower())
    if isinstance(default, int | float) and isinstance(stored, str | int | float):
        try:
            return type(default)(stored)
        except ValueError:
            return None
    return stored
