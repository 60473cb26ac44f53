"""Rows straight out of the pages of a SQLite file, where its tree, its schema or its header can no longer be followed.

The format is that of https://sqlite.org/fileformat2.html. Nothing here is believed: whoever
takes rows from here compares what they make with a digest.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

Value = int | float | str | bytes | None

TABLE, INDEX = 0x0D, 0x0A
"""The kinds of page that hold rows: leaves of a table, leaves of an index (or of a table without row numbers)."""

_HEADER = 100
_PAGE_SIZE = 4096
LARGEST_ROW = 64 << 20
"""Bytes of one row; our own writer never comes near."""
_INTEGERS = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of an integer of each serial type."""


class Row(NamedTuple):
    """One row: the kind of page it lies on, its row number (None on an index page) and its values."""

    kind: int
    number: int | None
    values: tuple[Value, ...]


class Damage(Exception):
    """A row cannot be read: it points outside the file or contradicts itself."""


class Pages:
    """The pages of the file at `path`; a context manager. `count` counts a last page that is cut off."""

    def __init__(self, path: Path) -> None:
        self._size_of_file = path.stat().st_size
        self._file: BinaryIO = path.open("rb")
        header = self._file.read(_HEADER).ljust(_HEADER, b"\0")
        self.size = _page_size(header)
        self._usable = self.size - (header[20] if header[20] < 64 else 0)
        self.count = -(-self._size_of_file // self.size)
        self._freelist = struct.unpack(">II", header[32:40])

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def page(self, number: int) -> bytes:
        """Return a page by its number from 1; what is cut off is zero. Raises Damage for one outside the file."""
        if not 1 <= number <= self.count:
            raise Damage
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")

    def free(self) -> frozenset[int]:
        """Return the pages that are in use no more; none where the list of them contradicts itself."""
        trunk, wanted = self._freelist
        found: list[int] = []
        try:
            while trunk:
                page = self.page(trunk)
                trunk_number, (trunk, length) = trunk, struct.unpack(">II", page[:8])
                if length > self._usable // 4 - 2:
                    return frozenset()
                found += [trunk_number, *struct.unpack(f">{length}I", page[8 : 8 + 4 * length])]
                if len(found) > wanted:
                    return frozenset()
        except Damage:
            return frozenset()
        whole = len(found) == wanted == len(set(found)) and all(1 < page <= self.count for page in found)
        return frozenset(found) if whole else frozenset()

    def rows(self, number: int) -> Iterator[Row]:
        """Yield the rows of a page, those that can be read; none of a page that holds none."""
        page = self.page(number)
        start = _HEADER if number == 1 else 0
        kind = page[start]
        if kind not in (TABLE, INDEX):
            return
        (cells,) = struct.unpack(">H", page[start + 3 : start + 5])
        first = start + 8
        for (place,) in struct.iter_unpack(">H", page[first : min(first + 2 * cells, len(page) & ~1)]):
            try:
                yield self._row(page, place, kind)
            except (Damage, IndexError, struct.error):
                continue

    def _row(self, page: bytes, place: int, kind: int) -> Row:
        length, place = _varint(page, place)
        number: int | None = None
        if kind == TABLE:
            raw, place = _varint(page, place)
            number = raw - (1 << 64) if raw >> 63 else raw
        if length > LARGEST_ROW:
            raise Damage
        return Row(kind, number, _values(self._payload(page, place, length, kind)))

    def _payload(self, page: bytes, place: int, length: int, kind: int) -> bytes:
        """Return all bytes of a row, those on overflow pages as well."""
        room = self._usable
        most = room - 35 if kind == TABLE else (room - 12) * 64 // 255 - 23
        if length <= most:
            return page[place : place + length]
        least = (room - 12) * 32 // 255 - 23
        local = least + (length - least) % (room - 4)
        local = local if local <= most else least
        parts, missing = [page[place : place + local]], length - local
        (following,) = struct.unpack(">I", page[place + local : place + local + 4])
        while missing > 0:
            more = self.page(following)
            (following,) = struct.unpack(">I", more[:4])
            parts.append(more[4 : 4 + min(missing, room - 4)])
            missing -= room - 4
        return b"".join(parts)


def _page_size(header: bytes) -> int:
    """Return what the header says, or what our own writer makes where that cannot be."""
    (size,) = struct.unpack(">H", header[16:18])
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else _PAGE_SIZE


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and the place behind it."""
    value = 0
    for byte in range(8):
        one = data[place + byte]
        value = value << 7 | one & 0x7F
        if one < 0x80:
            return value, place + byte + 1
    return value << 8 | data[place + 8], place + 9


def _values(record: bytes) -> tuple[Value, ...]:
    """Return the values of a record. Raises Damage where its head and its length do not agree."""
    body, place = _varint(record, 0)
    at, found = body, []
    while place < body:
        kind, place = _varint(record, place)
        value, at = _value(record, at, kind)
        found.append(value)
    if place != body or at != len(record):
        raise Damage
    return tuple(found)


def _value(record: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind <= 6:
        end = at + _INTEGERS[kind]
        return int.from_bytes(record[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", record[at : at + 8])[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise Damage
    end = at + (kind - 12) // 2
    data = record[at:end]
    return (data.decode("utf-8", "replace") if kind & 1 else data), end
