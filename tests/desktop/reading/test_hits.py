"""Finding: marks on letters or not, whole words, notes and tables too."""

from __future__ import annotations

from db.model import Content
from desktop.reading.hits import find_hits, spans_in
from desktop.reading.page import page_of


def test_words_without_marks_find_words_with_them(content: Content) -> None:
    page = page_of(content)
    plain = find_hits(page, "xay dung dang")
    assert [page.lines[hit.line].passage.text[hit.start : hit.end] for hit in plain] == ["xây dựng Đảng"]
    assert find_hits(page, "xay dung dang", with_marks=True) == []
    assert find_hits(page, "xây dựng đảng", with_marks=True) == plain


def test_notes_and_cells_are_searched_in_reading_order(content: Content) -> None:
    page = page_of(content)
    notes = find_hits(page, "cuc thong ke")
    assert [hit.note_id for hit in notes] == [4]
    assert page.lines[notes[0].line].passage.place.block_id == 11
    cells = find_hits(page, "xuat nhap khau")
    assert [page.lines[hit.line].kind for hit in cells] == ["table"]
    everywhere = find_hits(page, "nam")
    assert [hit.line for hit in everywhere] == sorted(hit.line for hit in everywhere)


def test_whole_words_only() -> None:
    assert spans_in("tăng, tăng trưởng, tặng", "tang", whole_word=True) == [(0, 4), (6, 10), (19, 23)]
    assert spans_in("trưởng trưởng", "trư", whole_word=True) == []


def test_nothing_is_found_for_nothing(content: Content) -> None:
    assert find_hits(page_of(content), "   ") == []
