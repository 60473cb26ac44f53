"""The texts of footnotes and endnotes, in the order in which the text refers to them (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from db.importer.document import NoteText
from db.importer.readers.docx import names as w
from db.importer.readers.docx.blocks import BlockReader, Reading, Story
from db.importer.readers.shared.losses import MARK_WITHOUT_NOTE
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE, key_of
from db.importer.readers.shared.note_words import words_of

NOTE_ELEMENTS = {FOOTNOTE: w.FOOTNOTE, ENDNOTE: w.ENDNOTE}


def note_texts(reading: Reading, parts: dict[str, Story]) -> tuple[NoteText, ...]:
    """Return all notes: those referred to first, then those no mark is left for, which have no label.

    `parts` gives, by kind, the part that holds the notes. A note whose only mark stood
    in deleted or hidden text is left out; a mark whose note is missing gets an empty one.
    """
    labels = reading.marks.labels()
    texts: dict[str, NoteText] = {}
    for kind, story in parts.items():
        blocks = BlockReader(reading, story.part, story.reads_fonts)
        for element in (element for piece in story.pieces for element in piece):
            if element.tag != NOTE_ELEMENTS[kind] or element.get(w.TYPE, "normal") != "normal":
                continue
            key = key_of(kind, element.get(w.ID, ""))
            label = labels.get(key, "")
            if key in texts or (not label and key in reading.marks.dropped):
                continue
            text = _without_label(words_of(blocks.read(element)), label)
            texts[key] = NoteText(key, label, kind, text)
    reading.losses.add(MARK_WITHOUT_NOTE, sum(key not in texts for key in labels))
    referred = [
        texts.pop(key, NoteText(key, label, reading.marks.references[key].kind, "")) for key, label in labels.items()
    ]
    referred.sort(key=lambda note: note.kind == ENDNOTE)
    return (*referred, *(note for note in texts.values() if note.text))


def _without_label(text: str, label: str) -> str:
    """Drop a hand-made mark that the note repeats at its start; a number is never typed there."""
    if label and not label.isalnum() and text.startswith(label):
        return text[len(label) :].lstrip()
    return text
