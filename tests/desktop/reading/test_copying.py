"""Three ways to copy."""

from __future__ import annotations

from db.model import Content
from desktop.reading.copying import selected_words, with_citation, with_notes
from desktop.reading.page import page_of
from desktop.reading.page_map import Spot


def test_words_alone_have_no_marks(content: Content) -> None:
    page = page_of(content)
    line = page.line_of_block[11]
    whole = Spot(line), Spot(line, 0, page.lines[line].passage.width)
    assert selected_words(page, *whole) == content.blocks[10].text


def test_marks_become_numbers_in_brackets_with_their_notes_below(content: Content) -> None:
    page = page_of(content)
    line = page.line_of_block[11]
    copied = with_notes(page, Spot(line), Spot(line, 0, page.lines[line].passage.column(35)))
    assert "8,25%[3][4] so với" in copied
    assert copied.endswith("\n\n[3] Năm trước tăng 11,2%.\n[4] Theo số liệu ước của Cục Thống kê.")


def test_a_table_becomes_rows_and_tabs(content: Content) -> None:
    page = page_of(content)
    line = page.line_of_table[1]
    cells = page.lines[line].cells
    copied = selected_words(page, Spot(line), Spot(line, len(cells) - 1, cells[-1][1].width))
    assert copied.splitlines()[2] == "Thu nội địa\t26.667\t20.880\t78,3%"


def test_the_source_names_report_section_and_paragraph(content: Content) -> None:
    page = page_of(content)
    line = page.line_of_block[14]
    copied = with_citation(page, Spot(line), Spot(line, 0, 7))
    assert copied.startswith("Các cấp\n(")
    assert copied.endswith("section I.2, paragraph 3)")


def test_a_selection_may_begin_and_end_inside_paragraphs(content: Content) -> None:
    page = page_of(content)
    first, last = page.line_of_block[6], page.line_of_block[8]
    copied = selected_words(page, Spot(first, 0, 3), Spot(last, 0, 7))
    assert copied.splitlines() == ["Về xây dựng Đảng", "1.1. Công tác chính trị, tư tưởng", "Tổ chức"]
