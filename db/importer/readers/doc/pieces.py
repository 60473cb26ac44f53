"""The piece table: where in the file each stretch of the text lies, and in how many bytes ([MS-DOC] 2.4.1, 2.8.35).

A character position (CP) counts UTF-16 units of the whole text. The text kept here has one Python character per
unit, so that positions and indices agree; halves of a pair are joined when a paragraph is made.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from typing import NamedTuple

from db.errors import DamagedFile, UnsafeFile
from db.importer.readers.doc.code_pages import VIETNAMESE_CHARSET, VIETNAMESE_LANGUAGE, EightBit, code_page_of
from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.fonts import font_charsets
from db.importer.readers.doc.plc import Entry, read_plc
from db.importer.readers.doc.prms import grpprl_of

MAX_CHARACTERS = 20_000_000
"""Eight thousand pages: no report is longer."""

_COMPRESSED = 0x40000000
_PLACE = 0x3FFFFFFF
_PIECE_BYTES = 8
_GRPPRL = 1
_PIECE_TABLE = 2


class Piece(NamedTuple):
    """CPs `start` to before `end`, at byte `place` of the WordDocument stream, `width` bytes each (1 or 2).

    `grpprl` holds the modifiers a fast save put on all of them.
    """

    start: int
    end: int
    place: int
    width: int
    grpprl: bytes


class Text:
    """The whole text of a file, and the way from a CP to its byte."""

    def __init__(self, file: WordFile) -> None:
        """Read the piece table. Raises DamagedFile if it has gaps or points out of the stream."""
        table, grpprls = _clx(file)
        self.pieces = tuple(_piece(entry, grpprls) for entry in read_plc(table, _PIECE_BYTES))
        self._starts = [piece.start for piece in self.pieces]
        _check(self.pieces, file)
        raw = [file.word[p.place : p.place + p.width * (p.end - p.start)] for p in self.pieces]
        narrow = [letters for piece, letters in zip(self.pieces, raw, strict=True) if piece.width == 1]
        page = code_page_of(narrow, _is_vietnamese(file))
        self.characters = "".join(
            _characters(piece, letters, page) for piece, letters in zip(self.pieces, raw, strict=True)
        )

    def piece_at(self, cp: int) -> Piece:
        """Return the piece that holds a CP."""
        return self.pieces[bisect_right(self._starts, cp) - 1]

    def place(self, cp: int) -> int:
        """Return the byte of the WordDocument stream (an FC) at which a CP lies."""
        piece = self.piece_at(cp)
        return piece.place + (cp - piece.start) * piece.width


def _is_vietnamese(file: WordFile) -> bool:
    return file.lid == VIETNAMESE_LANGUAGE or VIETNAMESE_CHARSET in font_charsets(file.part(Table.FONTS))


def _clx(file: WordFile) -> tuple[bytes, list[bytes]]:
    """Return the PlcPcd of the Clx (2.9.38), and the lists of modifiers before it (RgPrc)."""
    clx = file.part(Table.PIECES)
    grpprls = []
    at = 0
    while at < len(clx) and clx[at] == _GRPPRL:
        size = int.from_bytes(clx[at + 1 : at + 3], "little")
        grpprls.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at >= len(clx) or clx[at] != _PIECE_TABLE:
        raise DamagedFile(file.path, "no piece table")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    return clx[at + 5 : at + 5 + size], grpprls


def _piece(entry: Entry, grpprls: list[bytes]) -> Piece:
    """Read a Pcd (2.9.177) with its FcCompressed (2.9.73)."""
    _, place, prm = struct.unpack("<HIH", entry.data)
    grpprl = grpprl_of(prm, grpprls)
    if place & _COMPRESSED:
        return Piece(entry.start, entry.end, (place & _PLACE) // 2, 1, grpprl)
    return Piece(entry.start, entry.end, place & _PLACE, 2, grpprl)


def _check(pieces: tuple[Piece, ...], file: WordFile) -> None:
    expected = 0
    for piece in pieces:
        if piece.start != expected or piece.end < piece.start:
            raise DamagedFile(file.path, "piece table")
        if piece.place + piece.width * (piece.end - piece.start) > len(file.word) + piece.width:
            raise DamagedFile(file.path, "piece outside the file")
        expected = piece.end
    if expected > MAX_CHARACTERS:
        raise UnsafeFile(file.path, "size")
    # A bomb lets many pieces stand on the same bytes; in honest files a byte belongs to one piece, rarely to a few.
    if not expected or expected > 4 * len(file.word):
        raise DamagedFile(file.path, "piece table")


def _characters(piece: Piece, raw: bytes, page: EightBit) -> str:
    length = piece.end - piece.start
    if piece.width == 1:
        text = page(raw)
    else:
        text = raw.decode("utf-16-le", "surrogatepass") if len(raw) % 2 == 0 else ""
        if 2 * len(text) != len(raw) or not text:
            text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))
    return text.ljust(length, "\0")
