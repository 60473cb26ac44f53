"""Paragraphs and tables in reading order."""

from __future__ import annotations

from db.importer.document import Grid, Paragraph


def test_blocks_come_in_reading_order_with_their_origin(word):
    blocks = word.read(word.p("a") + word.table(word.row("b")) + word.p("c")).blocks
    assert [type(block) for block in blocks] == [Paragraph, Grid, Paragraph]
    assert [block.origin for block in blocks] == [
        "word/document.xml#p1",
        "word/document.xml#t1",
        "word/document.xml#p3",
    ]


def test_empty_paragraphs_are_left_out(word):
    assert [paragraph.text for paragraph in word.paragraphs(word.p("a") + word.p(" ") + "<w:p/>")] == ["a"]


def test_a_paragraph_with_nothing_but_a_mark_is_kept(word):
    (paragraph,) = word.paragraphs(word.p(word.footnote(1)))
    assert [mark.offset for mark in paragraph.marks] == [0]


def test_controls_insertions_and_choices_around_blocks_are_unwrapped(word):
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{word.p('a')}</w:sdtContent></w:sdt>"
        f"<w:ins>{word.p('b')}</w:ins><w:customXml>{word.p('c')}</w:customXml>"
        f"<mc:AlternateContent><mc:Choice>{word.p('d')}</mc:Choice><mc:Fallback>{word.p('e')}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert [paragraph.text for paragraph in word.paragraphs(body)] == ["a", "b", "c", "d"]


def test_a_paragraph_deleted_whole_does_not_take_a_number(word):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    list_place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = word.p(f"<w:del>{word.r('x')}</w:del>", properties=f"{list_place}<w:rPr><w:del/></w:rPr>")
    found = word.paragraphs(deleted + word.item("a"), numbering=numbering)
    assert [(paragraph.marker, paragraph.text) for paragraph in found] == [("1.", "a")]


def test_a_deleted_end_of_a_paragraph_is_counted(word):
    assert word.losses(word.p("a", properties="<w:rPr><w:del/></w:rPr>")) == {"TBC-404": 1}


def test_embedded_documents_are_counted(word):
    assert word.losses(word.p("a") + '<w:altChunk r:id="r9"/>') == {"TBC-406": 1}


def test_marks_in_a_cell_move_with_the_numbers_before_them(word):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = word.item("mục").replace("</w:p>", f"{word.footnote(1)}</w:p>")
    (grid,) = word.grids(word.table(word.row(word.cell("đầu", item))), numbering=numbering)
    (cell,) = grid.cells
    assert cell.text == "đầu\n1. mục"
    assert [mark.offset for mark in cell.marks] == [len(cell.text)]


def test_the_deepest_nesting_the_parser_lets_through_is_read(word):
    depth = 250
    body = "<w:sdt>" * depth + "<w:p/>" + "</w:sdt>" * depth + word.p("a")
    assert [paragraph.text for paragraph in word.paragraphs(body)] == ["a"]
