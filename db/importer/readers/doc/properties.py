"""The pages of properties: which stretch of bytes is set how ([MS-DOC] 2.9.32 ChpxFkp, 2.9.174 PapxFkp)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.plc import read_plc

_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
_PAPX_ENTRY = 13
_CHPX_ENTRY = 1
_NO_END = 1 << 62


class Stretch(NamedTuple):
    """Bytes up to before `end`, set by the style `istd` and the modifiers in `grpprl`."""

    end: int
    istd: int
    grpprl: bytes


class Properties:
    """What is said of the bytes of a text, in order of their places."""

    def __init__(self, stretches: list[tuple[int, Stretch]]) -> None:
        stretches.sort(key=lambda one: one[0])
        self._starts = [start for start, _ in stretches]
        self._stretches = [stretch for _, stretch in stretches]

    def at(self, place: int) -> Stretch:
        """Return what is said of the byte at `place`; where nothing is, a plain stretch up to the next one."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self._stretches[index].end:
            return self._stretches[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else _NO_END
        return Stretch(following, 0, b"")

    def begins(self, place: int) -> bool:
        """Whether a stretch begins at `place`."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and self._starts[index] == place


def paragraph_properties(file: WordFile) -> Properties:
    """Return the properties of all paragraphs."""
    return Properties(list(_stretches(file, Table.PARAGRAPH_PAGES, _PAPX_ENTRY, _papx)))


def character_properties(file: WordFile) -> Properties:
    """Return the properties of all runs; their style is one of the modifiers, `istd` is not set."""
    return Properties(list(_stretches(file, Table.CHARACTER_PAGES, _CHPX_ENTRY, _chpx)))


def _stretches(
    file: WordFile, table: Table, entry: int, read: Callable[[bytes, int], tuple[int, bytes]]
) -> Iterator[tuple[int, Stretch]]:
    pages = {struct.unpack("<I", one.data)[0] & _PAGE_NUMBER: None for one in read_plc(file.part(table), 4)}
    for number in pages:
        page = file.word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        count = page[-1]
        first = 4 * (count + 1)
        if first + entry * count >= _PAGE:
            continue
        places = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            yield places[index], Stretch(places[index + 1], *read(page, 2 * page[first + entry * index]))


def _papx(page: bytes, at: int) -> tuple[int, bytes]:
    """Read a PapxInFkp (2.9.175): its size counts words, one less than it says or in a second byte."""
    if not at:
        return 0, b""
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * page[at]
    inside = page[at + 1 : at + 1 + size]
    return int.from_bytes(inside[:2], "little"), inside[2:]


def _chpx(page: bytes, at: int) -> tuple[int, bytes]:
    return 0, page[at + 1 : at + 1 + page[at]] if at else b""
