"""Joins the marks in the text to the notes they call, under the labels the report itself prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.importer.document import NoteMark, NoteText
from db.model import Finding, Mark, Note

UNMARKED, NOTELESS = "TBC-421", "TBC-422"


@dataclass(frozen=True, slots=True)
class Linked:
    """The notes of a report, the id for each key of the document, and what could not be joined."""

    notes: tuple[Note, ...]
    ids: Mapping[str, int]
    findings: tuple[Finding, ...]

    def marks(self, marks: Iterable[NoteMark]) -> tuple[Mark, ...]:
        """Return the marks with the ids of their notes, in order of place; marks without a note are left out."""
        known = (Mark(mark.offset, self.ids[mark.key]) for mark in marks if mark.key in self.ids)
        return tuple(sorted(known, key=lambda mark: mark.offset))


def link_notes(notes: Sequence[NoteText], marks_by_block: Sequence[Sequence[NoteMark]]) -> Linked:
    """Return the notes numbered from 1 in the order of `notes`, and who is without a partner.

    `marks_by_block` holds the marks of block 1, 2 …; those of a table's cells count for the table's block.
    """
    ids = {note.key: number for number, note in enumerate(notes, start=1)}
    called = {mark.key for marks in marks_by_block for mark in marks}
    linked = tuple(
        Note(number, note.label, note.kind, note.text, note.key in called) for number, note in enumerate(notes, start=1)
    )
    return Linked(linked, ids, (*_noteless(marks_by_block, ids), *_unmarked(notes, called)))


def _noteless(marks_by_block: Sequence[Sequence[NoteMark]], ids: Mapping[str, int]) -> Iterable[Finding]:
    for block_id, marks in enumerate(marks_by_block, start=1):
        missing = [mark.key for mark in marks if mark.key not in ids]
        if missing:
            yield Finding(NOTELESS, ", ".join(missing), len(missing), block_id)


def _unmarked(notes: Sequence[NoteText], called: set[str]) -> Iterable[Finding]:
    lonely = [note.label or note.key for note in notes if note.key not in called]
    if lonely:
        yield Finding(UNMARKED, ", ".join(lonely), len(lonely))
