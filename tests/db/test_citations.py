"""Places are cited the way offices write them, in both languages."""

from __future__ import annotations

from db.citations import Cited, Places, caption_blocks, cite
from db.model import Block, Cell, Content, Mark, Note, Place, ReportData, Section, Table

DATA = ReportData(title="Báo cáo tình hình", issuer="Tỉnh ủy", year=2023, period="2023")
CONTENT = Content(
    DATA,
    (
        Section(1, None, 1, "I", "I.", "KINH TẾ"),
        Section(2, 1, 2, "1", "1.", "Thu"),
        Section(3, 2, 3, "-", "-", "", "Nội địa"),
    ),
    (
        Block(1, 1, "heading", "I. KINH TẾ"),
        Block(2, 1, "paragraph", "Một."),
        Block(3, 1, "paragraph", "----"),
        Block(4, 1, "paragraph", "Hai.", (Mark(4, 9),)),
        Block(5, 3, "item", "- Nội địa."),
        Block(6, 2, "paragraph", "Biểu 1"),
        Block(7, 2, "table", "", table_id=1),
        Block(8, 2, "paragraph", "Ba."),
    ),
    (Note(9, "12", "footnote", "chú", True), Note(10, "13", "footnote", "lẻ", False)),
    (Table(1, None, "Biểu 1", 1, 1, 0, (Cell(0, 0, 1, 1, "5"),)),),
    (),
    (),
)


def test_both_languages_and_all_parts() -> None:
    vi = "(Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, đoạn 3, chú thích 12)"
    assert cite(DATA, "I.2", 3, "12") == vi
    en = "(Báo cáo tình hình, Tỉnh ủy, year 2023, section I.2, table 4)"
    assert cite(DATA, "I.2", table=4, language="en") == en


def test_unknown_parts_are_left_out_and_the_word_report_is_not() -> None:
    assert cite(ReportData(), "") == "(Báo cáo)"
    assert cite(ReportData(), "", language="en") == "(Report)"
    titled = ReportData(title="tình hình năm 2022", year=2022)
    assert cite(titled, "Phụ lục") == "(Báo cáo tình hình năm 2022, Phụ lục)"


def test_paragraphs_are_counted_in_the_nearest_numbered_section() -> None:
    places = Places(CONTENT)
    assert places.cited(Place(block_id=2)) == Cited("I", "KINH TẾ", 1)
    assert places.cited(Place(block_id=4)) == Cited("I", "KINH TẾ", 2), "a rule is no paragraph"
    assert places.cited(Place(block_id=5)) == Cited("I.1", "Thu", 1)
    assert places.cited(Place(block_id=8)) == Cited("I.1", "Thu", 2), "a caption is no paragraph"
    assert caption_blocks(CONTENT) == {6: 1}


def test_a_note_is_cited_by_its_mark_and_a_cell_by_its_table() -> None:
    places = Places(CONTENT)
    assert places.cited(Place(note_id=9)) == Cited("I", "KINH TẾ", 2, "12")
    assert places.cited(Place(note_id=10)) == Cited(note="13")
    assert places.cited(Place(table_id=1, row=0, col=0)) == Cited("I.1", "Thu", table=1)
    assert places.cited(Place(block_id=99)) == Cited()
