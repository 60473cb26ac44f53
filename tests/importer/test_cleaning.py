"""Letters come into one form; marks and emphasis stay at their words."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.importer.cleaning import _CHANGED, _kept, clean, cleaned, is_vietnamese
from db.importer.document import Document, Grid, GridCell, NoteMark, NoteText, Paragraph
from db.model import Emphasis

VIETNAMESE = "Thu ngân sách đạt khá, đời sống được cải thiện rõ rệt ở mọi vùng."


def paragraph_of(*paragraphs: Paragraph) -> Paragraph:
    found = clean(Document("txt", (*paragraphs, Paragraph(VIETNAMESE)))).blocks[0]
    assert isinstance(found, Paragraph)
    return found


def test_decomposed_letters_are_composed_and_their_marks_counted() -> None:
    document = clean(Document("txt", (Paragraph(unicodedata.normalize("NFD", "tỷ đồng")), Paragraph(VIETNAMESE))))
    assert document.blocks[0] == Paragraph("tỷ đồng")
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-413", 3)]


def test_marks_and_emphasis_move_with_the_letters() -> None:
    raw = unicodedata.normalize("NFD", "  tỷ") + "\u00ad đồng, nhiều"
    mark = raw.index(",")
    found = paragraph_of(Paragraph(raw, (NoteMark(mark, "1"),), emphasis=(Emphasis(2, raw.index(" đ"), "b"),)))
    assert found.text == "tỷ đồng, nhiều"
    assert found.text[found.marks[0].offset] == ","
    assert found.emphasis == (Emphasis(0, 2, "b"),)


def test_unicode_spaces_become_spaces_and_runs_stay() -> None:
    assert paragraph_of(Paragraph("\u00a0đạt  23\u2009tỷ\u3000")).text == "đạt  23 tỷ"


def test_look_alikes_are_mended_in_vietnamese_only() -> None:
    document = clean(Document("txt", (Paragraph("DÂN CƢ, Ðảng ƣu tiên"), Paragraph(VIETNAMESE))))
    assert document.blocks[0] == Paragraph("DÂN CƯ, Đảng ưu tiên")
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-414", 3)]
    icelandic = Document("txt", (Paragraph("Það var hér sem Ðorsteinn bjó með konu sinni og börnum allan veturinn"),))
    assert clean(icelandic).blocks == icelandic.blocks


def test_invisible_characters_are_dropped_and_counted() -> None:
    document = clean(Document("txt", (Paragraph("phát\u00ad triển\u200b bền\ufeff vững"),)))
    assert document.blocks[0] == Paragraph("phát triển bền vững")
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-415", 3)]


def test_joiners_stay_where_the_script_needs_them() -> None:
    persian = Document("txt", (Paragraph("می\u200cخواهم"),))
    assert clean(persian).blocks == persian.blocks


def test_cells_notes_and_markers_are_cleaned_too() -> None:
    grid = Grid(1, 1, (GridCell(0, 0, 1, 1, " e\u0302\u00a0", (NoteMark(3, "1"),)),))
    document = Document(
        "docx", (grid, Paragraph(VIETNAMESE, marker="1.\u00a0")), (NoteText("1", "1", "footnote", " o\u031b "),)
    )
    done = clean(document)
    assert isinstance(done.blocks[0], Grid)
    assert isinstance(done.blocks[1], Paragraph)
    assert done.blocks[0].cells[0] == GridCell(0, 0, 1, 1, "ê", (NoteMark(1, "1"),))
    assert done.blocks[1].marker == "1."
    assert done.notes[0].text == "ơ"


def test_a_clean_document_stays_the_same() -> None:
    document = Document("txt", (Paragraph(VIETNAMESE, (NoteMark(5, "1"),)),), (NoteText("1", "1", "footnote", "Một."),))
    assert clean(document) == document


@pytest.mark.parametrize(("text", "answer"), [(VIETNAMESE, True), ("Plain English words", False), ("12 345", False)])
def test_the_language_is_told_by_its_letters(text: str, answer: bool) -> None:
    assert is_vietnamese([text]) is answer


PIECES = st.sampled_from(
    [
        "a",
        "B",
        "1",
        " ",
        ",",
        "\n",
        "\t",
        "ỷ",
        "y\u0309",
        "e\u0302\u0301",
        "ƣ",
        "Ð",
        "đ",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u0301",
        "각",
        "\u1100\u1161",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25), st.data())
def test_a_mark_never_leaves_its_neighbours(pieces: list[str], data: st.DataObject) -> None:
    """Cutting the cleaned text at a moved mark gives the cleaned halves of the text cut at the mark."""
    cut = data.draw(st.integers(0, len(pieces)))
    text, before = "".join(pieces), "".join(pieces[:cut])
    new = cleaned(text, True, Counter())
    assert unicodedata.is_normalized("NFC", new.text)
    assert new.text == new.text.strip()
    assert [new.at(i) for i in range(len(text) + 1)] == sorted(new.at(i) for i in range(len(text) + 1))
    after = text[len(before) :]
    if after and not unicodedata.combining(after[0]) and after[0] not in "\u00ad\u200b":
        left = cleaned("|" + before, True, Counter()).text[1:].strip()
        assert new.text[: new.at(len(before))].strip() == left


def test_every_letter_that_may_change_is_looked_at():
    changed = [chr(code) for code in range(0x10000) if _kept(chr(code), True, Counter()) != chr(code)]
    assert [char for char in changed if not _CHANGED.search(char)] == []
