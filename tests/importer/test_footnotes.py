"""Marks and notes find each other, or the user is told."""

from __future__ import annotations

from db.importer.document import NoteMark, NoteText
from db.importer.footnotes import link_notes
from db.model import Finding, Mark

NOTES = [
    NoteText("f2", "1", "footnote", "Một."),
    NoteText("f7", "*", "footnote", "Hai."),
    NoteText("e1", "i", "endnote", "Ba."),
]


def test_notes_keep_labels_kinds_and_order() -> None:
    linked = link_notes(NOTES, [[NoteMark(4, "f2")], [], [NoteMark(0, "e1"), NoteMark(9, "f7")]])
    assert [(n.id, n.label, n.kind, n.linked) for n in linked.notes] == [
        (1, "1", "footnote", True), (2, "*", "footnote", True), (3, "i", "endnote", True),
    ]  # fmt: skip
    assert linked.findings == ()
    assert linked.marks([NoteMark(9, "f7"), NoteMark(0, "e1")]) == (Mark(0, 3), Mark(9, 2))


def test_a_mark_without_a_note_is_told_at_its_block_and_left_out() -> None:
    linked = link_notes(NOTES[:1], [[], [NoteMark(3, "f2"), NoteMark(5, "f9"), NoteMark(7, "f8")]])
    assert linked.findings == (Finding("TBC-422", "f9, f8", 2, 2),)
    assert linked.marks([NoteMark(5, "f9"), NoteMark(3, "f2")]) == (Mark(3, 1),)


def test_a_note_without_a_mark_is_kept_and_told() -> None:
    linked = link_notes(NOTES, [[NoteMark(1, "f2")]])
    assert [note.linked for note in linked.notes] == [True, False, False]
    assert linked.findings == (Finding("TBC-421", "*, i", 2),)


def test_one_note_may_be_called_twice() -> None:
    linked = link_notes(NOTES[:1], [[NoteMark(1, "f2")], [NoteMark(8, "f2")]])
    assert linked.findings == ()
