"""Notes: their texts, their marks, the labels they print."""

from __future__ import annotations

import struct

import pytest

from db.errors import DamagedFile
from db.importer.document import NoteMark
from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm

MARK = "\x02"


def labels(document) -> list[str]:
    return [note.label for note in document.notes]


def test_a_note_is_joined_to_its_mark(word):
    word.paragraph("Dân số")
    word.note("footnotes", f"{MARK} Theo Cục Thống kê")
    word.paragraph(MARK, " tăng")
    document = word.read()
    assert document.blocks[1].marks == (NoteMark(0, "footnote:1"),)
    (note,) = document.notes
    assert (note.key, note.label, note.kind, note.text) == ("footnote:1", "1", "footnote", "Theo Cục Thống kê")


def test_footnotes_count_in_figures_and_endnotes_in_roman_ones(word):
    for kind in ("endnotes", "footnotes", "footnotes", "endnotes"):
        word.note(kind, f"{MARK} {kind}")
        word.paragraph(MARK, "chữ")
    document = word.read()
    assert [(note.label, note.kind) for note in document.notes] == [
        ("1", "footnote"),
        ("2", "footnote"),
        ("i", "endnote"),
        ("ii", "endnote"),
    ]


@pytest.mark.parametrize(("pairs", "printed"), [(93, "e"), (136, "1")])
def test_the_document_sets_start_and_format_until_word_2000(word, pairs, printed):
    word.pairs = pairs
    dop = bytearray(84)
    struct.pack_into("<H", dop, 2, 5 << 2)
    struct.pack_into("<H", dop, 54, 4 << 2)
    word.tables[Table.DOCUMENT] = bytes(dop)
    word.note("footnotes", f"{MARK} a")
    word.paragraph(MARK, "chữ")
    assert labels(word.read()) == [printed]


@pytest.mark.parametrize(("rnc", "printed"), [(0, ["1", "2", "3"]), (1, ["1", "2", "1"])])
def test_a_section_may_begin_anew(word, rnc, printed):
    word.note("footnotes", f"{MARK} a")
    word.paragraph(MARK, "chữ")
    word.note("footnotes", f"{MARK} b")
    word.paragraph(MARK, "chữ", mark="\x0c")
    end = word.length()
    word.note("footnotes", f"{MARK} c")
    word.paragraph(MARK, "chữ")
    sepx = struct.pack("<HB", Sprm.S_RNC_FTN, rnc)
    at = 1536  # between the FIB and the text
    word.inside[at] = struct.pack("<H", len(sepx)) + sepx
    sed = struct.pack("<HIHI", 0, at, 0, 0)
    word.tables[Table.SECTIONS] = struct.pack("<III", 0, end, word.length()) + 2 * sed
    assert labels(word.read()) == printed


@pytest.mark.parametrize(
    ("typed", "text", "label", "left"),
    [
        ("*", "* Ước tính", "*", "Ước tính"),
        ("(a)", "(a) Ước tính", "(a)", "Ước tính"),
        ("a", "Ước tính", "a", "Ước tính"),
    ],
)
def test_a_hand_made_mark_is_the_label_and_no_text(word, run, typed, text, label, left):
    word.note("footnotes", text, index=0)
    word.paragraph(run(typed, struct.pack("<HB", Sprm.C_ISS, 1)), " tăng")
    document = word.read()
    assert document.blocks[0].text == " tăng"
    assert document.blocks[0].marks == (NoteMark(0, "footnote:1"),)
    assert [(note.label, note.text) for note in document.notes] == [(label, left)]


def test_hand_made_marks_take_no_number(word):
    for index, mark in ((1, MARK), (0, "*"), (1, MARK)):
        word.note("footnotes", f"{mark} a", index=index)
        word.paragraph(mark, "chữ")
    assert labels(word.read()) == ["1", "*", "2"]


def test_a_mark_whose_text_is_out_of_the_file_keeps_an_empty_note(word):
    word.note("footnotes", f"{MARK} a")
    word.paragraph(MARK, "chữ")
    word.tables[Table.FOOTNOTE_TEXTS] = struct.pack("<I", 9_999)
    document = word.read()
    assert [(note.label, note.text) for note in document.notes] == [("1", "")]
    assert {loss.code for loss in document.losses} == {"TBC-422"}


def test_a_note_of_several_paragraphs_keeps_its_lines(word):
    word.note("footnotes", f"{MARK} Một\rHai")
    word.paragraph(MARK, "chữ")
    assert word.read().notes[0].text == "Một\nHai"


def test_sections_that_share_endless_properties_are_refused(word):
    word.paragraph("a" * 3000)
    word.inside[1536] = b"\xff\x7f"
    seds = [struct.pack("<HIHI", 0, 1536, 0, 0)] * 500
    word.tables[Table.SECTIONS] = struct.pack("<501I", *range(501)) + b"".join(seds)
    with pytest.raises(DamagedFile):
        word.read()
