"""The sections of the file: where they end and how they number their notes ([MS-DOC] 2.8.26 PlcfSed, 2.6.4)."""

from __future__ import annotations

import struct
from bisect import bisect_right

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.plc import read_plc
from db.importer.readers.doc.sprms import Sprm, sprms_of, unsigned
from db.importer.readers.shared.note_kinds import DEFAULT_COUNTING, ENDNOTE, FOOTNOTE, Counting
from db.importer.readers.shared.number_codes import style_of_code

_SED_BYTES = 12
# Until Word 2000 the document numbers its notes, in later files each section does (2.7.2, nfcFtnRef).
_PAIRS_OF_WORD_2000 = 108
_NO_SEPX = 0xFFFFFFFF
_TIMES_FILE = 4
_RESTARTS_EACH_SECTION = 1
_NOTES = {
    FOOTNOTE: (Sprm.S_NFC_FTN_REF, Sprm.S_N_FTN, Sprm.S_RNC_FTN),
    ENDNOTE: (Sprm.S_NFC_EDN_REF, Sprm.S_N_EDN, Sprm.S_RNC_EDN),
}
# In a DopBase (2.7.2): the bytes that hold rnc and n of the notes, and the one with both formats.
_DOCUMENT_NUMBERS = {FOOTNOTE: 2, ENDNOTE: 52}
_DOCUMENT_FORMATS = {FOOTNOTE: 2, ENDNOTE: 6}
_FORMATS_AT = 54


class Sections:
    """The sections of the main text, in order."""

    def __init__(self, file: WordFile) -> None:
        is_old = len(file.places) <= _PAIRS_OF_WORD_2000
        document = _document_counting(file.part(Table.DOCUMENT)) if is_old else DEFAULT_COUNTING
        seds = read_plc(file.part(Table.SECTIONS), _SED_BYTES)
        said = _section_modifiers(file, [entry.data for entry in seds])
        self._counting = [_counting(modifiers, document) for modifiers in said] or [document]
        self._ends = [entry.end for entry in seds] or [file.stories.end]

    def at(self, cp: int) -> int:
        """Return which section a CP stands in, from 0."""
        return min(bisect_right(self._ends, cp), len(self._ends) - 1)

    def end_at(self, cp: int) -> bool:
        """Whether a section ends before this CP."""
        index = bisect_right(self._ends, cp) - 1
        return index >= 0 and self._ends[index] == cp

    def counting(self, section: int, kind: str) -> Counting:
        """Return how a section numbers its notes of a kind."""
        return self._counting[section][kind]


def _document_counting(dop: bytes) -> dict[str, Counting]:
    """Return what the document says of its notes; a section that says nothing follows it."""
    if len(dop) < _FORMATS_AT + 2:
        return DEFAULT_COUNTING
    (formats,) = struct.unpack_from("<H", dop, _FORMATS_AT)
    found = {}
    for kind, at in _DOCUMENT_NUMBERS.items():
        (number,) = struct.unpack_from("<H", dop, at)
        style = style_of_code(formats >> _DOCUMENT_FORMATS[kind] & 0xF)
        found[kind] = Counting(style, max(1, number >> 2), number & 3 == _RESTARTS_EACH_SECTION)
    return found


def _section_modifiers(file: WordFile, seds: list[bytes]) -> list[dict[int, bytes]]:
    """Read the Sepx (2.9.243) of every Sed. Raises ValueError where they overlap too often to be honest."""
    found = []
    left = _TIMES_FILE * len(file.word)
    for sed in seds:
        (place,) = struct.unpack_from("<I", sed, 2)
        size = 0 if place == _NO_SEPX else int.from_bytes(file.word[place : place + 2], "little")
        left -= size
        if left < 0:
            raise ValueError("section properties repeat themselves")
        found.append(dict(sprms_of(file.word[place + 2 : place + 2 + size])))
    return found


def _counting(said: dict[int, bytes], document: dict[str, Counting]) -> dict[str, Counting]:
    """Return how a section numbers its notes; where it says nothing, the document does."""
    found = {}
    for kind, (style, start, restarts) in _NOTES.items():
        base = document[kind]
        found[kind] = Counting(
            style_of_code(unsigned(said[style])) if style in said else base.style,
            max(1, unsigned(said[start])) if start in said else base.start,
            said[restarts][0] == _RESTARTS_EACH_SECTION if restarts in said else base.restarts,
        )
    return found
