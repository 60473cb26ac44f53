"""Notes: marks, texts, kinds and numbers."""

from __future__ import annotations

import pytest

NOTE = r"{\super\chftn{\*\footnote \pard\plain \chftn  %s}}"
END = r"{\super\chftn{\footnote\ftnalt \chftn %s}}"


def notes(document):
    return [(note.label, note.kind, note.text) for note in document.notes]


def test_a_note_stands_where_its_mark_does(rtf):
    document = rtf.read(r"a" + NOTE % "first" + r"b\par c" + NOTE % r"second\par line" + r"\par")
    assert notes(document) == [("1", "footnote", "first"), ("2", "footnote", "second\nline")]
    assert [[(mark.offset, mark.key) for mark in block.marks] for block in document.blocks] == [
        [(1, document.notes[0].key)],
        [(1, document.notes[1].key)],
    ]
    assert [block.text for block in document.blocks] == ["ab", "c"]


def test_the_mark_may_stand_in_a_group_of_its_own(rtf):
    assert notes(rtf.read(r"a{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard x\par}}")) == [("1", "footnote", "x")]


def test_endnotes_come_last_and_are_roman(rtf):
    document = rtf.read("a" + END % "e" + NOTE % "f" + END % "g")
    assert notes(document) == [("1", "footnote", "f"), ("i", "endnote", "e"), ("ii", "endnote", "g")]


def test_all_notes_are_endnotes_where_the_document_has_no_others(rtf):
    assert [note.kind for note in rtf.read(r"\fet1 a" + NOTE % "x").notes] == ["endnote"]


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (r"\ftnstart5", ["5", "6"]),
        (r"\ftnnruc", ["I", "II"]),
        (r"\ftnnalc\ftnstart3", ["c", "d"]),
        (r"\ftnnchi", ["*", "†"]),
        (r"\ftnnar\sectd\sftnnauc\sftnstart2", ["B", "C"]),
        (r"\sftnnauc\sectd", ["1", "2"]),
    ],
)
def test_numbers_are_as_the_document_and_the_section_say(rtf, words, labels):
    assert [note.label for note in rtf.read(words + " a" + NOTE % "x" + NOTE % "y").notes] == labels


@pytest.mark.parametrize(("words", "labels"), [(r"\ftnrestart", ["1", "2", "1"]), (r"\ftnrstcont", ["1", "2", "3"])])
def test_sections_begin_anew_where_the_document_says_so(rtf, words, labels):
    body = words + " a" + NOTE % "x" + NOTE % "y" + r"\par\sect\sectd b" + NOTE % "z"
    assert [note.label for note in rtf.read(body).notes] == labels


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"a{\super *}{\footnote {\super *} x}b", "x"),
        (r"a*{\footnote * x}b", "x"),
        (r"a{\super (a)}{\*\footnote y}b", "y"),
    ],
)
def test_a_mark_made_by_hand_is_the_label_and_no_text(rtf, body, text):
    document = rtf.read(body + NOTE % "z")
    label = "(a)" if "(a)" in body else "*"
    assert notes(document) == [(label, "footnote", text), ("1", "footnote", "z")]
    assert document.blocks[0].text == "ab"
    assert [mark.offset for mark in document.blocks[0].marks] == [1, 2]


def test_letters_that_only_happen_to_begin_the_note_are_text(rtf):
    document = rtf.read(r"th\'f4n x\'e3{\footnote x\'e3 no}")
    assert document.blocks[0].text == "thôn xã"
    assert notes(document) == [("1", "footnote", "xã no")]


def test_a_deleted_or_hidden_note_is_none(rtf):
    document = rtf.read(r"a{\deleted " + NOTE % "x" + r"}b{\v " + NOTE % "y" + "}" + NOTE % "z")
    assert notes(document) == [("1", "footnote", "z")]
    assert {loss.code for loss in document.losses} == {"TBC-404", "TBC-407"}


def test_a_mark_without_a_note_is_told_of(rtf):
    assert rtf.losses(r"a\chftn b\par") == {"TBC-422": 1}


def test_a_note_within_a_table_and_a_note_within_a_note(rtf):
    document = rtf.read(r"\trowd\cellx900\intbl a" + NOTE % ("outer" + END % "inner") + r"\cell\row")
    (grid,) = document.blocks
    assert [mark.offset for mark in grid.cells[0].marks] == [1]
    assert notes(document) == [("1", "footnote", "outer"), ("i", "endnote", "inner")]


def test_separators_are_no_text(rtf):
    assert rtf.text(r"{\ftnsep \chftnsep ___}{\*\aftnsep ___}a") == "a"
