"""The records of an .xls and the strings in them ([MS-XLS] 2.1.4, 2.5.293, 2.5.294)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from db.importer.readers.shared.symbols import UNREADABLE

CONTINUE = 0x003C
_HEADER = struct.Struct("<HH")
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its type, its data, and those of the records that continue it."""

    kind: int
    pieces: tuple[bytes, ...]

    @property
    def data(self) -> bytes:
        """The data of the record itself."""
        return self.pieces[0]


def records(stream: bytes, start: int = 0) -> Iterator[Record]:
    """Yield the records from `start` on, each with what continues it; one that is cut off ends them."""
    kind = -1
    pieces: list[bytes] = []
    at = start
    while at + _HEADER.size <= len(stream):
        next_kind, size = _HEADER.unpack_from(stream, at)
        data = stream[at + _HEADER.size : at + _HEADER.size + size]
        at += _HEADER.size + size
        if next_kind == CONTINUE and pieces:
            pieces.append(data)
            continue
        if pieces:
            yield Record(kind, tuple(pieces))
        kind, pieces = next_kind, [data]
    if pieces:
        yield Record(kind, tuple(pieces))


class StringReader:
    """Reads strings one after the other from a record and what continues it; struct.error where it ends too soon."""

    def __init__(self, pieces: tuple[bytes, ...], at: int = 0) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = at

    @property
    def has_more(self) -> bool:
        """Whether anything is left to be read."""
        return any(self._piece < n and piece for n, piece in enumerate(self._pieces)) or self._left > 0

    def string(self) -> str:
        """Return the next string, its formatting left out."""
        count, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & _RICH else 0
        extension = struct.unpack("<I", self._bytes(4))[0] if flags & _EXTENDED else 0
        text = self._characters(count, bool(flags & _WIDE))
        self._skip(runs * 4 + extension)
        return text

    @property
    def _left(self) -> int:
        return len(self._pieces[self._piece]) - self._at if self._piece < len(self._pieces) else 0

    def _next_piece(self) -> None:
        self._piece += 1
        self._at = 0
        if self._piece >= len(self._pieces):
            raise struct.error("record ends within a string")

    def _bytes(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            if not self._left:
                self._next_piece()
            part = self._pieces[self._piece][self._at : self._at + count - len(found)]
            self._at += len(part)
            found += part
        return found

    def _skip(self, count: int) -> None:
        while count > 0:
            if not self._left:
                self._next_piece()
            step = min(count, self._left)
            self._at += step
            count -= step

    def _characters(self, count: int, wide: bool) -> str:
        """Return characters; where a piece ends among them, the next one says anew how wide they are."""
        text = ""
        while count:
            if not self._left:
                self._next_piece()
                wide = bool(self._bytes(1)[0] & _WIDE)
            width = 2 if wide else 1
            fitting = min(count, self._left // width)
            if not fitting:
                raise struct.error("half a character")
            raw = self._pieces[self._piece][self._at : self._at + fitting * width]
            self._at += fitting * width
            count -= fitting
            text += raw.decode("utf-16-le" if wide else "latin-1", "replace")
        return text.replace("\0", UNREADABLE)


def short_string(data: bytes, at: int, wide_count: bool, code_page: str) -> str:
    """Return the string at `at`, its length in one byte or two; `code_page` is "" in files of 1997 and later."""
    count = struct.unpack_from("<H" if wide_count else "<B", data, at)[0]
    at += 2 if wide_count else 1
    if code_page:
        return data[at : at + count].decode(code_page, "replace")
    wide = data[at] & _WIDE if at < len(data) else 0
    raw = data[at + 1 : at + 1 + count * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")
