"""Lists: how each level is numbered, and the counting (RTF 1.9.1, "List Tables")."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.readers.rtf.fonts import Fonts
from db.importer.readers.rtf.tree import Group
from db.importer.readers.shared.number_codes import BULLET_CODE, style_of_code
from db.importer.readers.shared.number_formats import printed_number
from db.importer.readers.shared.symbols import bullet

LONGEST_MARKER = 200
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list; U+0000 … U+0008 in `text` stand for the numbers of the depths."""

    start: int
    code: int
    text: str
    legal: bool
    restarts: bool
    font: int


@dataclass(frozen=True, slots=True)
class _Override:
    """What paragraphs name by \\ls: the list it counts in, its own levels and its own starts, by depth."""

    list_id: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """Counts the lists of a file. Paragraphs have to be asked for in reading order."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._lists: dict[int, dict[int, Level]] = {}
        self._overrides: dict[int, _Override] = {}
        self._counters: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def read(self, table: Group) -> None:
        """Take the list table."""
        for one in table.named(b"list"):
            levels = one.named(b"listlevel")[:_LEVELS]
            self._lists[one.number(b"listid")] = {depth: _level(level) for depth, level in enumerate(levels)}

    def read_overrides(self, table: Group) -> None:
        """Take the table of list overrides."""
        for one in table.named(b"listoverride"):
            self._overrides[one.number(b"ls")] = _override(one)

    def marker(self, number: int, depth: int) -> str:
        """Count a paragraph (\\ls, \\ilvl) and return its number as printed; "" if it has none."""
        override = self._overrides.get(number)
        if override is None:
            return ""
        levels = {**self._lists.get(override.list_id, {}), **override.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(override.list_id, {})
        start = override.starts.get(depth)
        if start is not None and (number, depth) not in self._started:
            self._started.add((number, depth))
            counters[depth] = start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        for deeper in [each for each in counters if each > depth]:
            if deeper not in levels or levels[deeper].restarts:
                del counters[deeper]
        return self._printed(level, levels, counters)[:LONGEST_MARKER]

    def _printed(self, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
        if level.code == BULLET_CODE:
            return bullet(level.text, self._fonts.font(level.font).name)
        return "".join(
            _number(ord(sign), level, levels, counters) if ord(sign) < _LEVELS else sign for sign in level.text
        )


def _number(depth: int, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
    other = levels.get(depth)
    style = "decimal" if level.legal or other is None else style_of_code(other.code)
    return printed_number(counters.get(depth, other.start if other else 1), style)


def _override(group: Group) -> _Override:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for depth, own in enumerate(group.named(b"lfolevel")[:_LEVELS]):
        for level in own.named(b"listlevel"):
            levels[depth] = _level(level)
        if b"listoverridestartat" in own.words:
            starts[depth] = own.number(b"levelstartat", levels[depth].start if depth in levels else 1)
    return _Override(group.number(b"listid"), levels, starts)


def _level(group: Group) -> Level:
    return Level(
        start=group.number(b"levelstartat", 1),
        code=group.number(b"levelnfcn", group.number(b"levelnfc")),
        text=next((_text(text.text) for text in group.named(b"leveltext")), ""),
        legal=group.number(b"levellegal") == 1,
        restarts=group.number(b"levelnorestart") != 1,
        font=group.number(b"f"),
    )


def _text(text: str) -> str:
    """Return the text of a level, whose first character counts the others; a semicolon ends it."""
    return text[1 : 1 + ord(text[0])][:LONGEST_MARKER] if text else ""
