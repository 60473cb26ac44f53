"""Lists: how each level is numbered, and the counting ([MS-DOC] 2.4.6.3, 2.9.150 LVL, 2.9.131 LFO)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.number_codes import BULLET_CODE, style_of_code
from db.importer.readers.doc.sprms import Sprm, sprms_of, unsigned
from db.importer.readers.docx.number_formats import printed_number
from db.importer.readers.docx.symbols import BULLET, bullet

LONGEST_MARKER = 200

_LVLF = struct.Struct("<iBB9sB4x4xBBBx")
_LSTF_BYTES = 28
_LFO_BYTES = 16
_LEVELS = 9
_LEGAL, _NO_RESTART = 0x04, 0x08
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_PICTURE_BULLET = 0x1
_LARGEST_LFO = 0x07FE
_NEGATED_FROM = 0xF802


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list; U+0000 … U+0008 in `text` stand for the numbers of the depths.

    `restart_after` is the depth (from 1) that restarts it; None means any depth above, 0 never.
    """

    start: int
    style: str
    text: str
    legal: bool
    restart_after: int | None
    font: int
    picture: bool


@dataclass(frozen=True, slots=True)
class _Override:
    """An LFO: the list it counts in, its own levels and its own starts, by depth."""

    list_id: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """Counts the lists of a file. Paragraphs have to be asked for in reading order."""

    def __init__(self, file: WordFile, fonts: tuple[str, ...]) -> None:
        self._fonts = fonts
        self._lists = _lists(file)
        self._overrides = _overrides(file)
        self._counters: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def marker(self, ilfo: int, depth: int) -> str:
        """Count a paragraph (sprmPIlfo, sprmPIlvl) and return its number as printed; "" if it has none."""
        if ilfo >= _NEGATED_FROM:  # counted as ever, only its indents are its own
            ilfo = 0x10000 - ilfo
        if not 0 < ilfo <= min(_LARGEST_LFO, len(self._overrides)):
            return ""
        override = self._overrides[ilfo - 1]
        levels = {**self._lists.get(override.list_id, {}), **override.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(override.list_id, {})
        start = override.starts.get(depth)
        if start is not None and (ilfo, depth) not in self._started:
            self._started.add((ilfo, depth))
            counters[depth] = start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        _restart_deeper(levels, depth, counters)
        return self._printed(level, levels, counters)[:LONGEST_MARKER]

    def _printed(self, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
        if level.style == "bullet":
            font = self._fonts[level.font] if level.font < len(self._fonts) else ""
            return BULLET if level.picture else bullet(level.text, font)
        return "".join(
            _number(ord(sign), level, levels, counters) if ord(sign) < _LEVELS else sign for sign in level.text
        )


def _number(depth: int, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
    other = levels.get(depth)
    style = "decimal" if level.legal or other is None else other.style
    return printed_number(counters.get(depth, other.start if other else 1), style)


def _restart_deeper(levels: dict[int, Level], depth: int, counters: dict[int, int]) -> None:
    for deeper in [each for each in counters if each > depth]:
        restart = levels[deeper].restart_after if deeper in levels else None
        if restart is None or depth < restart:
            del counters[deeper]


def _lists(file: WordFile) -> dict[int, dict[int, Level]]:
    """Return the levels of every list by its number (2.9.192 PlfLst); a table that breaks off ends where it does."""
    at, size = file.place(Table.LISTS)
    if not size or at + 2 > len(file.table):
        return {}
    (count,) = struct.unpack_from("<H", file.table, at)
    heads = []
    at += 2
    for _ in range(count):
        if at + _LSTF_BYTES > len(file.table):
            return {}
        list_id, is_simple = struct.unpack_from("<I", file.table, at)[0], file.table[at + 26] & 1
        heads.append((list_id, 1 if is_simple else _LEVELS))
        at += _LSTF_BYTES
    found: dict[int, dict[int, Level]] = {}
    for list_id, depths in heads:
        levels = found.setdefault(list_id, {})
        for depth in range(depths):
            level, at = _level(file.table, at)
            if level is None:
                return found
            levels[depth] = level
    return found


def _overrides(file: WordFile) -> list[_Override]:
    """Return the LFOs in order (2.9.191 PlfLfo); their levels follow each other behind the last of them."""
    at, size = file.place(Table.LIST_OVERRIDES)
    if not size or at + 4 > len(file.table):
        return []
    (count,) = struct.unpack_from("<I", file.table, at)
    heads_at = at + 4
    at = heads_at + _LFO_BYTES * count
    if at > len(file.table):
        return []
    found = []
    for index in range(count):
        list_id, levels = struct.unpack_from("<I8xB", file.table, heads_at + _LFO_BYTES * index)
        override, at = _override(file.table, at, list_id, levels)
        found.append(override)
    return found


def _override(table: bytes, at: int, list_id: int, count: int) -> tuple[_Override, int]:
    """Read an LFOData (2.9.132): what the LFO changes of the list."""
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    at += 4
    for _ in range(count):
        if at + 8 > len(table):
            break
        start, flags = struct.unpack_from("<iI", table, at)
        at += 8
        depth = flags & 0xF
        if flags & _HAS_LEVEL:
            level, at = _level(table, at)
            if level is None:
                break
            levels[depth] = level
            start = level.start
        if flags & _HAS_START:
            starts[depth] = start
    return _Override(list_id, levels, starts), at


def _level(table: bytes, at: int) -> tuple[Level | None, int]:
    """Read an LVL (2.9.150) and return where the next thing begins."""
    if at + _LVLF.size + 2 > len(table):
        return None, at
    start, code, flags, _places, _follow, letters_size, paragraph_size, restart = _LVLF.unpack_from(table, at)
    letters_at = at + _LVLF.size + paragraph_size
    letters = dict(sprms_of(table[letters_at : letters_at + letters_size]))
    at = letters_at + letters_size
    length = int.from_bytes(table[at : at + 2], "little")
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = Level(
        start=start,
        style="bullet" if code == BULLET_CODE else style_of_code(code),
        text=text[:LONGEST_MARKER],
        legal=bool(flags & _LEGAL),
        restart_after=restart if flags & _NO_RESTART else None,
        font=unsigned(letters.get(Sprm.C_RG_FTC0, b"")),
        picture=bool(unsigned(letters.get(Sprm.C_PBI_GRF, b"")) & _PICTURE_BULLET),
    )
    return level, at + 2 + 2 * length
