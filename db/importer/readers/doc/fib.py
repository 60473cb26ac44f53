"""The File Information Block: what kind of Word file this is and where its tables lie ([MS-DOC] 2.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from db.errors import DamagedFile, EncryptedFile, UnknownFormat
from db.importer.readers.shared.compound import Compound

WORD_STREAM = "WordDocument"

_WORD_97 = 0x00C1
_MAGIC = 0xA5EC
_OLD_MAGICS = {0xA5DC: "Word 6/95", 0xA699: "Word 6/95", 0xA5DB: "Word 2", 0xA59B: "Word 1"}
_RIGHTS_MANAGED = "\tDRMContent"
_BASE = struct.Struct("<HHHHHH")
_BASE_BYTES = 32
_ENCRYPTED = 0x0100
_TABLE_1 = 0x0200
_COUNTS_FROM = 3  # of the 32-bit values of FibRgLw97, ccpText is the fourth
_COUNTS = 8


class Table(IntEnum):
    """The pairs of FibRgFcLcb97 (2.5.6) that are read, by their place in it."""

    STYLES = 1
    FOOTNOTE_MARKS = 2
    FOOTNOTE_TEXTS = 3
    SECTIONS = 6
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    DOCUMENT = 31
    PIECES = 33
    SHAPES = 40
    ENDNOTE_MARKS = 46
    ENDNOTE_TEXTS = 47
    DRAWINGS = 50
    TEXT_BOXES = 56
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Stories:
    """Where the parts of the text begin, counted in characters (2.3, FibRgLw97); each ends where the next begins."""

    main: int
    footnotes: int
    headers: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int
    end: int


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a Word file with its FIB read. `lid` is the language the file was made in."""

    path: Path
    word: bytes
    table: bytes
    data: bytes
    lid: int
    stories: Stories
    places: tuple[tuple[int, int], ...]

    def part(self, which: Table) -> bytes:
        """Return a table of the table stream; empty if the file has none."""
        start, size = self.place(which)
        return self.table[start : start + size]

    def place(self, which: Table) -> tuple[int, int]:
        """Return where a table begins in the table stream and how long it is."""
        return self.places[which] if which < len(self.places) else (0, 0)


def read_fib(compound: Compound, path: Path) -> WordFile:
    """Read the FIB and fetch the streams it names.

    Raises UnknownFormat for Word 6/95 and older by name, EncryptedFile, DamagedFile.
    """
    if _RIGHTS_MANAGED in compound:
        raise EncryptedFile(path, "DRMContent")
    word = compound.read(WORD_STREAM)
    magic, version, _, lid, _, flags = _BASE.unpack_from(word)
    if magic in _OLD_MAGICS or (magic == _MAGIC and version < _WORD_97):
        raise UnknownFormat(path, _OLD_MAGICS.get(magic, "Word 6/95"))
    if magic != _MAGIC:
        raise DamagedFile(path, f"FIB {magic:04X}")
    if flags & _ENCRYPTED:
        raise EncryptedFile(path, "fEncrypted")
    counts, places = _counts_and_places(word)
    if min(counts) < 0:
        raise DamagedFile(path, "ccp")
    table = compound.read(_table_stream(compound, flags))
    data = compound.read("Data") if "Data" in compound else b""
    return WordFile(path, word, table, data, lid, _stories(counts), places)


def _counts_and_places(word: bytes) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    (words,) = struct.unpack_from("<H", word, _BASE_BYTES)
    at = _BASE_BYTES + 2 + 2 * words
    (longs,) = struct.unpack_from("<H", word, at)
    counts = struct.unpack_from(f"<{_COUNTS}i", word, at + 2 + 4 * _COUNTS_FROM)
    at += 2 + 4 * longs
    (pairs,) = struct.unpack_from("<H", word, at)
    numbers = struct.unpack_from(f"<{2 * pairs}I", word, at + 2)
    return counts, tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _table_stream(compound: Compound, flags: int) -> str:
    """Return the name of the table stream; a file that names the wrong one but has the other is read by that."""
    named, other = ("1Table", "0Table") if flags & _TABLE_1 else ("0Table", "1Table")
    return other if named not in compound and other in compound else named


def _stories(counts: tuple[int, ...]) -> Stories:
    """Add up ccpText, ccpFtn, ccpHdd, (one unused), ccpAtn, ccpEdn, ccpTxbx, ccpHdrTxbx."""
    ends = []
    total = 0
    for count in counts:
        total += count
        ends.append(total)
    text, footnotes, _, unused, comments, endnotes, boxes, header_boxes = ends
    return Stories(0, text, footnotes, unused, comments, endnotes, boxes, header_boxes)
