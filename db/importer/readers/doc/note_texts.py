"""The texts of the notes, in the order in which the text refers to them ([MS-DOC] 2.3.2, 2.3.6)."""

from __future__ import annotations

from db.importer.document import NoteText
from db.importer.readers.doc.blocks import BlockReader, Reading
from db.importer.readers.shared.note_kinds import ENDNOTE
from db.importer.readers.shared.note_words import words_of


def note_texts(reading: Reading) -> tuple[NoteText, ...]:
    """Return all notes: those referred to first, then those no mark is left for, which have no label.

    A note whose only mark stood in deleted or hidden text is left out.
    """
    labels = reading.notes.labels(reading.sections)
    texts: dict[str, NoteText] = {}
    for note in reading.notes.all:
        label = labels.get(note.key, "")
        if not label and note.key in reading.notes.dropped:
            continue
        blocks = BlockReader(reading, f"{note.kind}s").read(note.start, note.end)
        texts[note.key] = NoteText(note.key, label, note.kind, _without_label(words_of(blocks), label))
    referred = [texts.pop(key) for key in labels]
    referred.sort(key=lambda note: note.kind == ENDNOTE)
    return (*referred, *(note for note in texts.values() if note.text))


def _without_label(text: str, label: str) -> str:
    """Drop a hand-made mark that the note repeats at its start; a number is never typed there."""
    if label and not label.isalnum() and text.startswith(label):
        return text[len(label) :].lstrip()
    return text
