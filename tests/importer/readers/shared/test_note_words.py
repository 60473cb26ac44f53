"""The words of a note are one text."""

from __future__ import annotations

from db.importer.document import Grid, GridCell, Paragraph
from db.importer.readers.shared.note_words import words_of


def test_paragraphs_numbers_and_tables():
    cells = (GridCell(0, 0, 1, 1, "a"), GridCell(0, 1, 1, 1, "b"), GridCell(1, 0, 1, 2, "c"))
    blocks = [Paragraph(" một"), Paragraph("hai", marker="-"), Grid(2, 2, cells), Paragraph("")]
    assert words_of(blocks) == "một\n- hai\na\tb\nc"
