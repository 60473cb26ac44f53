"""Characters that are more than letters: fields, notes, deletions, breaks, pictures."""

from __future__ import annotations

import struct

import pytest

from db.importer.document import NoteMark
from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm
from db.model import Emphasis

BOLD = struct.pack("<HB", Sprm.C_F_BOLD, 1)
ITALIC = struct.pack("<HB", Sprm.C_F_ITALIC, 1)
RAISED = struct.pack("<HB", Sprm.C_ISS, 1)
HIDDEN = struct.pack("<HB", Sprm.C_F_VANISH, 1)
DELETED = struct.pack("<HB", Sprm.C_F_R_MARK_DEL, 1)
SPECIAL = struct.pack("<HB", Sprm.C_F_SPEC, 1)
DATA = struct.pack("<HB", Sprm.C_F_DATA, 1)
OBJECT = struct.pack("<HB", Sprm.C_F_OLE2, 1)


def fonts(*names: str) -> bytes:
    ffns = [bytes(39) + (name + "\0").encode("utf-16-le") for name in names]
    return struct.pack("<HH", len(names), 0) + b"".join(bytes((len(ffn),)) + ffn for ffn in ffns)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\tb", "a\tb"),
        ("a\x0bb", "a\nb"),
        ("a\x1eb", "a-b"),
        ("a\x1fb", "a\u00adb"),
        ("a\x00\x03\x04b", "ab"),
        ("a\x0b", "a"),
        ("😀 tốt", "😀 tốt"),
        ("\x13 PAGE \x142\x15.", "2."),
        ("\x13 IF \x13 REF x \x14y\x15 = 1 \x14có\x15", "có"),
        ("a\x15b", "ab"),
    ],
)
def test_what_is_printed_is_kept(word, written, read):
    word.paragraph(written)
    assert word.text() == read


def test_a_half_of_a_pair_becomes_the_replacement_character(word):
    word.paragraph("a\ud83db")
    assert word.text() == "a\ufffdb"
    assert word.losses() == {"TBC-411": 1}


def test_emphasis_is_told_in_code_points(word, run):
    word.paragraph("😀 ", run("tăng", BOLD + ITALIC), run(" 5", BOLD), run("2", RAISED))
    (paragraph,) = word.paragraphs()
    assert paragraph.emphasis == (Emphasis(2, 6, "bi"), Emphasis(6, 8, "b"), Emphasis(8, 9, "^"))


def test_deletions_are_left_out_and_counted_once_a_stretch(word, run):
    word.paragraph("Tăng ", run("5", DELETED), run("6", DELETED + BOLD), "7%", run("8", DELETED))
    assert word.text() == "Tăng 7%"
    assert word.losses() == {"TBC-404": 2}


def test_a_paragraph_deleted_whole_is_gone(word, run):
    word.paragraph(run("bỏ", DELETED), mark_letters=DELETED)
    word.paragraph("giữ")
    assert word.text() == "giữ"
    assert word.losses() == {"TBC-404": 1}


def test_hidden_text_is_left_out_and_counted(word, run):
    word.paragraph("a", run("ẩn", HIDDEN), run(" nữa", HIDDEN + BOLD), "b")
    assert word.text() == "ab"
    assert word.losses() == {"TBC-407": 1}


def test_hidden_instructions_of_fields_are_no_loss(word, run):
    word.paragraph("a", run('\x13 XE "mục" \x15', HIDDEN), "b")
    assert (word.text(), word.losses()) == ("ab", {})


def test_a_field_whose_words_are_missing_is_counted(word):
    word.paragraph("Ngày \x13 DATE \x15")
    assert word.losses() == {"TBC-408": 1}


def test_pictures_and_comments_are_counted(word, run):
    word.paragraph("a", run("\x01", SPECIAL), run("\x01", SPECIAL + DATA), run("\x05", SPECIAL))
    assert word.losses() == {"TBC-402": 1, "TBC-403": 1}


def test_an_embedded_object_is_one_loss_with_its_picture(word, run):
    word.paragraph("\x13 EMBED Excel.Sheet.8 ", run("\x14", SPECIAL + OBJECT), run("\x01", SPECIAL), "\x15")
    assert word.losses() == {"TBC-405": 1}


def test_symbols_are_read_by_their_font(word, run):
    word.tables[Table.FONTS] = fonts("Arial", "Symbol")
    word.paragraph("a ", run("(", SPECIAL + struct.pack("<HHH", Sprm.C_SYMBOL, 1, 0xF0B3)), " (b)")
    assert word.text() == "a ≥ (b)"


def test_a_page_break_parts_lines_but_does_not_open_one(word):
    word.paragraph("\x0ca\x0cb")
    assert word.text() == "a\nb"


def test_a_mark_stands_where_the_text_stands(word, run):
    word.note("footnotes", "\x02 Theo số liệu")
    word.paragraph("\x02 đầu")
    word.paragraph("GRDP")
    (first, _) = word.paragraphs()
    assert first.marks == (NoteMark(0, "footnote:1"),)


def test_a_mark_in_deleted_or_hidden_text_takes_its_note_away(word, run):
    for setting in (DELETED, HIDDEN):
        word.paragraph("a")
        word.note("footnotes", "\x02 bỏ")
        word.paragraph(run("\x02", SPECIAL + setting), "b")
    document = word.read()
    assert document.notes == ()
    assert all(not block.marks for block in document.blocks)
