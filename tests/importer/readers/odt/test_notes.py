"""Notes stand where they are marked, under the label that is printed."""

from __future__ import annotations

from db.importer.document import NoteMark, NoteText


def note(name: str, label: str, text: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:id="{name}" text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{text}</text:note-body></text:note>"
    )


def test_marks_and_notes(odt):
    endnote = note("e1", "i", "<text:p>Cuối</text:p>", "endnote")
    footnote = note("f1", "1", "<text:p><text:s/>Số</text:p>")
    document = odt.read(f"<text:p>Thu{endnote} tăng{footnote}.</text:p>")
    (paragraph,) = document.blocks
    assert paragraph.text == "Thu tăng."
    assert paragraph.marks == (NoteMark(3, "endnote:e1"), NoteMark(8, "footnote:f1"))
    assert document.notes == (
        NoteText("footnote:f1", "1", "footnote", "Số"),
        NoteText("endnote:e1", "i", "endnote", "Cuối"),
    )


def test_a_note_of_several_paragraphs_and_a_mark_made_by_hand(odt):
    document = odt.read(f"<text:p>a{note('f', '*', '<text:p>một</text:p><text:p>hai</text:p>')}</text:p>")
    assert [(each.label, each.text) for each in document.notes] == [("*", "một\nhai")]


def test_two_notes_of_one_name_are_two_notes(odt):
    one = note("f", "1", "<text:p>một</text:p>")
    document = odt.read(f"<text:p>a{one}b{one}</text:p>")
    assert len(document.notes) == 2
    assert {mark.key for mark in document.blocks[0].marks} == {each.key for each in document.notes}


def test_notes_in_a_cell_have_their_marks_there(odt):
    cell = f"<table:table-cell><text:p>12{note('f', '1', '<text:p>Số</text:p>')}</text:p></table:table-cell>"
    (grid,) = odt.grids(f"<table:table><table:table-row>{cell}</table:table-row></table:table>")
    assert grid.cells[0].marks == (NoteMark(2, "footnote:f"),)
