"""Footnotes and endnotes: where their marks stand, what they print, what they say."""

from __future__ import annotations

from db.importer.document import NoteMark


def note(word, note_id: int, *texts: str, kind: str = "footnote", extra: str = "") -> str:
    ref = f"<w:r><w:{kind}Ref/></w:r>"
    first, *rest = texts or ("",)
    return f'<w:{kind} w:id="{note_id}" {extra}>{word.p(ref, " " + first)}{"".join(map(word.p, rest))}</w:{kind}>'


def labels(word, body: str, **parts: str) -> list[str]:
    return [each.label for each in word.read(body, **parts).notes]


def test_a_mark_stands_where_the_text_stands(word):
    body = word.p("tăng 5%", word.footnote(7), " so với")
    document = word.read(body, footnotes=note(word, 7, "Nguồn: Cục Thống kê"))
    assert document.blocks[0].text == "tăng 5% so với"
    assert document.blocks[0].marks == (NoteMark(7, "footnote:7"),)
    (found,) = document.notes
    assert (found.key, found.label, found.kind, found.text) == ("footnote:7", "1", "footnote", "Nguồn: Cục Thống kê")


def test_labels_follow_the_marks_not_the_ids(word):
    body = word.p("a", word.footnote(9), "b", word.footnote(2))
    document = word.read(body, footnotes=note(word, 2, "hai") + note(word, 9, "chín"))
    assert [(each.label, each.text) for each in document.notes] == [("1", "chín"), ("2", "hai")]


def test_endnotes_print_small_roman_numbers_after_the_footnotes(word):
    body = word.p("a", word.endnote(1), word.footnote(1), word.endnote(2))
    endnotes = note(word, 1, "x", kind="endnote") + note(word, 2, "y", kind="endnote")
    document = word.read(body, footnotes=note(word, 1, "z"), endnotes=endnotes)
    assert [(each.kind, each.label) for each in document.notes] == [
        ("footnote", "1"), ("endnote", "i"), ("endnote", "ii"),
    ]  # fmt: skip


def test_the_document_can_set_format_and_start(word):
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    body = word.p("a", word.footnote(1), word.footnote(2))
    notes = note(word, 1, "x") + note(word, 2, "y")
    assert labels(word, body, footnotes=notes, settings=settings) == ["c", "d"]


def test_a_section_can_count_anew(word):
    restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        word.p("a", word.footnote(1), word.footnote(2))
        + word.p("b", properties=f"<w:sectPr>{restart}</w:sectPr>")
        + word.p("c", word.footnote(3))
        + f"<w:sectPr>{restart}</w:sectPr>"
    )
    notes = "".join(note(word, number, "x") for number in (1, 2, 3))
    assert labels(word, body, footnotes=notes) == ["1", "2", "1"]


def test_a_mark_made_by_hand_is_the_label_and_does_not_count(word):
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>(*)</w:t></w:r>'
    body = word.p("a", custom, "b", word.footnote(2))
    notes = f'<w:footnote w:id="1">{word.p("(*) Ước tính")}</w:footnote>' + note(word, 2, "x")
    document = word.read(body, footnotes=notes)
    assert document.blocks[0].text == "ab"
    assert [(each.label, each.text) for each in document.notes] == [("(*)", "Ước tính"), ("1", "x")]


def test_a_note_referred_to_twice_has_two_marks_and_one_text(word):
    body = word.p("a", word.footnote(1), "b", word.footnote(1))
    document = word.read(body, footnotes=note(word, 1, "x"))
    assert [mark.offset for mark in document.blocks[0].marks] == [1, 2]
    assert len(document.notes) == 1


def test_separators_are_not_notes(word):
    notes = note(word, -1, "---", extra='w:type="separator"') + note(word, 1, "x")
    assert labels(word, word.p("a", word.footnote(1)), footnotes=notes) == ["1"]


def test_paragraphs_of_a_note_are_joined_by_a_line_break(word):
    document = word.read(word.p("a", word.footnote(1)), footnotes=note(word, 1, "một", "hai"))
    assert document.notes[0].text == "một\nhai"


def test_a_table_in_a_note_becomes_lines(word):
    table = word.table(word.row("a", "b"), word.row("c", "d"))
    notes = f'<w:footnote w:id="1">{word.p("Gồm:")}{table}</w:footnote>'
    assert word.read(word.p("x", word.footnote(1)), footnotes=notes).notes[0].text == "Gồm:\na\tb\nc\td"


def test_a_mark_in_a_cell_is_kept_and_counted_in_reading_order(word):
    table = word.table(word.row(word.cell(word.p("ô", word.footnote(5)))))
    body = table + word.p("sau", word.footnote(1))
    document = word.read(body, footnotes=note(word, 1, "x") + note(word, 5, "y"))
    assert document.blocks[0].cells[0].marks == (NoteMark(1, "footnote:5"),)
    assert [(each.label, each.text) for each in document.notes] == [("1", "y"), ("2", "x")]


def test_a_note_whose_mark_was_deleted_goes_with_it(word):
    body = word.p("a", f"<w:del>{word.footnote(1)}</w:del>", word.footnote(2))
    document = word.read(body, footnotes=note(word, 1, "x") + note(word, 2, "y"))
    assert [(each.label, each.text) for each in document.notes] == [("1", "y")]


def test_a_note_without_a_mark_is_kept_without_a_label(word):
    document = word.read(word.p("a"), footnotes=note(word, 1, "x"))
    assert [(each.label, each.text) for each in document.notes] == [("", "x")]


def test_a_mark_without_a_note_is_counted(word):
    document = word.read(word.p("a", word.footnote(1)), footnotes="")
    assert [(each.key, each.label, each.text) for each in document.notes] == [("footnote:1", "1", "")]
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-422", 1)]
