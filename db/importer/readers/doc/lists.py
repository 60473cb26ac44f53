"""Lists: how each level is numbered ([MS-DOC] 2.4.6.3, 2.9.150 LVL, 2.9.131 LFO)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.sprms import Sprm, sprms_of, unsigned
from db.importer.readers.shared.list_counters import LONGEST_MARKER, Level, ListCounters, NumberedList
from db.importer.readers.shared.number_codes import BULLET_CODE, style_of_code
from db.vietnamese.legacy import to_unicode

_LVLF = struct.Struct("<iBB9sB4x4xBBBx")
_LSTF_BYTES = 28
_LFO_BYTES = 16
_LEVELS = 9
_HOLE = re.compile(r"[\x00-\x08]")
_LEGAL, _NO_RESTART = 0x04, 0x08
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_PICTURE_BULLET = 0x1
_LARGEST_LFO = 0x07FE
_NEGATED_FROM = 0xF802


@dataclass(frozen=True, slots=True)
class _Override:
    """An LFO: the list it counts in, its own levels and its own starts, by depth."""

    list_id: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """Counts the lists of a file. Paragraphs have to be asked for in reading order."""

    def __init__(self, file: WordFile, fonts: tuple[str, ...]) -> None:
        lists = _lists(file, fonts)
        self._lists = [
            NumberedList(one.list_id, {**lists.get(one.list_id, {}), **one.levels}, one.starts)
            for one in _overrides(file, fonts)
        ]
        self._counters = ListCounters()

    def marker(self, ilfo: int, depth: int) -> str:
        """Count a paragraph (sprmPIlfo, sprmPIlvl) and return its number as printed; "" if it has none."""
        if ilfo >= _NEGATED_FROM:  # counted as ever, only its indents are its own
            ilfo = 0x10000 - ilfo
        if not 0 < ilfo <= min(_LARGEST_LFO, len(self._lists)):
            return ""
        return self._counters.marker(ilfo, self._lists[ilfo - 1], depth)


def _lists(file: WordFile, fonts: tuple[str, ...]) -> dict[int, dict[int, Level]]:
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
            level, at = _level(file.table, at, fonts)
            if level is None:
                return found
            levels[depth] = level
    return found


def _overrides(file: WordFile, fonts: tuple[str, ...]) -> list[_Override]:
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
        override, at = _override(file.table, at, (list_id, levels), fonts)
        found.append(override)
    return found


def _override(table: bytes, at: int, head: tuple[int, int], fonts: tuple[str, ...]) -> tuple[_Override, int]:
    """Read an LFOData (2.9.132): what the LFO changes of the list."""
    list_id, count = head
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
            level, at = _level(table, at, fonts)
            if level is None:
                break
            levels[depth] = level
            start = level.start
        if flags & _HAS_START:
            starts[depth] = start
    return _Override(list_id, levels, starts), at


def _level(table: bytes, at: int, fonts: tuple[str, ...]) -> tuple[Level | None, int]:
    """Read an LVL (2.9.150) and return where the next thing begins."""
    if at + _LVLF.size + 2 > len(table):
        return None, at
    start, code, flags, _places, _follow, letters_size, paragraph_size, restart = _LVLF.unpack_from(table, at)
    letters_at = at + _LVLF.size + paragraph_size
    letters = dict(sprms_of(table[letters_at : letters_at + letters_size]))
    at = letters_at + letters_size
    length = int.from_bytes(table[at : at + 2], "little")
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")[:LONGEST_MARKER]
    number = unsigned(letters.get(Sprm.C_RG_FTC0, b""))
    font = fonts[number] if number < len(fonts) else ""
    level = Level(
        start=start,
        style="bullet" if code == BULLET_CODE else style_of_code(code),
        text=to_unicode(_HOLE.sub(lambda hole: f"%{ord(hole.group()) + 1}", text), font),
        font=font,
        legal=bool(flags & _LEGAL),
        restart_after=restart if flags & _NO_RESTART else None,
        picture=bool(unsigned(letters.get(Sprm.C_PBI_GRF, b"")) & _PICTURE_BULLET),
    )
    return level, at + 2 + 2 * length
