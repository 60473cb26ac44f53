"""Footnotes and endnotes: where their marks and texts lie, what labels they print ([MS-DOC] 2.3.2, 2.8.19)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.plc import read_plc
from db.importer.readers.doc.sections import Sections
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE, key_of
from db.importer.readers.shared.number_formats import printed_number

_TABLES = {
    FOOTNOTE: (Table.FOOTNOTE_MARKS, Table.FOOTNOTE_TEXTS),
    ENDNOTE: (Table.ENDNOTE_MARKS, Table.ENDNOTE_TEXTS),
}
_INDEX_BYTES = 2
LONGEST_LABEL = 10
"""How many signs of a hand-made mark are looked at; Word itself allows ten."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the CP of its mark, and its text from CP `start` to before `end`."""

    key: str
    kind: str
    mark: int
    start: int
    end: int
    is_automatic: bool


@dataclass(frozen=True, slots=True)
class _Reference:
    """A mark that was met; `label` is set if it was made by hand."""

    note: Note
    label: str


class Notes:
    """The notes of a file; keeps the marks as they are met, in reading order."""

    def __init__(self, file: WordFile, characters: str) -> None:
        self._characters = characters
        stories = file.stories
        found = (
            *_notes(file, FOOTNOTE, stories.footnotes, stories.headers),
            *_notes(file, ENDNOTE, stories.endnotes, stories.boxes),
        )
        self.all = found
        self.marks = {note.mark: note for note in found}
        self.custom_marks = sorted(note.mark for note in found if not note.is_automatic)
        self.without_text = sum(note.start == note.end for note in found)
        self.dropped: set[str] = set()
        self._met: dict[str, _Reference] = {}

    def met(self, note: Note, label: str) -> str:
        """Record a mark and return its note's key."""
        self._met.setdefault(note.key, _Reference(note, label))
        return note.key

    def drop(self, key: str) -> None:
        """Record that a note's mark is not printed."""
        self._met.pop(key, None)
        self.dropped.add(key)

    def label_of(self, note: Note, letters: str) -> str:
        """Return the hand-made label at the beginning of `letters`: as much as the note repeats, at least one sign."""
        if note.is_automatic:
            return ""
        word = (letters[:LONGEST_LABEL].split() or [""])[0]
        repeated = self._characters[note.start : min(note.end, note.start + 2 * LONGEST_LABEL)].lstrip()
        differs = (at for at, pair in enumerate(zip(word, repeated, strict=False)) if pair[0] != pair[1])
        return word[: max(1, next(differs, min(len(word), len(repeated))))]

    def labels(self, sections: Sections) -> dict[str, str]:
        """Return the printed label of every note met, by key, in the order of the marks."""
        labels = {}
        next_number: dict[str, int] = {}
        section_of: dict[str, int] = {}
        for key, reference in self._met.items():
            if reference.label:
                labels[key] = reference.label
                continue
            kind = reference.note.kind
            section = sections.at(reference.note.mark)
            counting = sections.counting(section, kind)
            begins = kind not in next_number or (counting.restarts and section_of[kind] != section)
            number = counting.start if begins else next_number[kind]
            next_number[kind], section_of[kind] = number + 1, section
            labels[key] = printed_number(number, counting.style)
        return labels


def _notes(file: WordFile, kind: str, begin: int, limit: int) -> list[Note]:
    """Pair the marks of a kind with their texts, which lie from CP `begin` to `limit`."""
    marks_table, texts_table = _TABLES[kind]
    marks = read_plc(file.part(marks_table), _INDEX_BYTES)
    raw = file.part(texts_table)
    bounds = struct.unpack_from(f"<{len(raw) // 4}I", raw)
    notes = []
    read_to = begin
    for index, mark in enumerate(marks):
        start, end = (begin + bounds[index], begin + bounds[index + 1]) if index + 1 < len(bounds) else (begin, begin)
        if mark.start >= file.stories.footnotes:
            continue
        if read_to <= start <= end <= limit:
            read_to = end
        else:
            start = end = begin
        notes.append(Note(key_of(kind, str(index + 1)), kind, mark.start, start, end, any(mark.data)))
    return notes
