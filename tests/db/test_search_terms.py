"""Words are found in a text where they stand, whatever their spelling."""

from __future__ import annotations

import pytest

from db.search import find_in, highlights
from db.search_terms import merged


def found(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Hoà bình, hòa giải, hoa", "hòa", ["Hoà", "hòa"]),
        ("Hoà bình, hòa giải, hoa", "hoa", ["Hoà", "hòa", "hoa"]),
        ("hoàn thành", "hoà", ["hoà"]),
        ("hoàn thành", "hòa", []),
        ("quyết định, quý, quí", "quy", ["quy", "quý", "quí"]),
        ("Tỷ lệ và tỉ  lệ\nphần", "tỉ lệ", ["Tỷ lệ", "tỉ  lệ"]),
        ("tỷ lệ phần trăm", "tỉ lệ ph", ["tỷ lệ ph"]),
        ("đảng viên, dạng viên", "ang v", ["ảng v", "ạng v"]),
        ("đảng viên, dạng viên", "ảng", ["ảng"]),
        ("tăng 1.234,5 tỷ", "1.234,5", ["1.234,5"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("27-NQ/TU", "nq/tu", ["NQ/TU"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("gì cũng được", "  ", []),
        ("gì cũng được", "", []),
    ],
)
def test_the_find_bar_takes_its_words_literally(text, query, expected):
    assert found(text, find_in(text, query)) == expected


def test_whole_words_only():
    text = "Đảng, đảng viên, đảngviên, hoàn, hoà"
    assert found(text, find_in(text, "đảng", whole_word=True)) == ["Đảng", "đảng"]
    assert found(text, find_in(text, "hòa", whole_word=True)) == ["hoà"]
    assert found(text, find_in(text, "đảng vi", whole_word=True)) == []


def test_marks_need_not_bind():
    text = "đảng, dạng, đang"
    assert found(text, find_in(text, "đảng")) == ["đảng"]
    assert found(text, find_in(text, "đảng", marks_bind=False)) == ["đảng", "dạng", "đang"]


def test_highlights_are_whole_words_prefixes_and_phrases():
    text = "Đảng viên mới của đảng bộ; quyết tâm, quy hoạch"
    assert found(text, highlights(text, "đảng")) == ["Đảng", "đảng"]
    assert found(text, highlights(text, "đản")) == []
    assert found(text, highlights(text, "đản*")) == ["Đảng", "đảng"]
    assert found(text, highlights(text, '"viên mới" OR tâm NOT bộ')) == ["viên mới", "tâm"]
    assert found(text, highlights(text, "quy*")) == ["quyết", "quy"]
    assert highlights(text, "") == []


def test_offsets_hold_where_a_letter_grows_in_lower_case():
    text = "İstanbul và đảng"
    assert found(text, find_in(text, "đảng")) == ["đảng"]
    assert found(text, highlights(text, "dang")) == ["đảng"]


def test_spans_that_touch_become_one():
    assert merged([(5, 7), (0, 2), (1, 4), (7, 9)]) == [(0, 4), (5, 9)]
