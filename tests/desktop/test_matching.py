"""A few letters find the entry that is meant."""

from __future__ import annotations

import pytest

from db.vietnamese.folding import fold
from desktop.matching import best, score

NAMES = ["Mở tủ", "So sánh năm", "Số liệu sống", "Chỉ tiêu qua các năm", "Tìm trong cả tủ", "Đi tới mục"]


def found(typed: str) -> list[str]:
    return best(typed, NAMES, fold)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("so sanh", "So sánh năm"),
        ("sô liêu", "Số liệu sống"),
        ("di toi", "Đi tới mục"),
        ("đi", "Đi tới mục"),
        ("nam chi", "Chỉ tiêu qua các năm"),
        ("ctqcn", "Chỉ tiêu qua các năm"),
        ("TIM", "Tìm trong cả tủ"),
    ],
)
def test_marks_order_and_left_out_letters_do_not_matter(typed, first):
    assert found(typed)[0] == first


def test_nothing_typed_gives_all_in_their_order():
    assert found("  ") == NAMES


def test_what_is_nowhere_finds_nothing():
    assert found("xyz") == []


def test_the_better_answer_scores_more():
    assert score("so", "so sanh") > score("so", "cac so") > score("anh", "so sanh") > score("ssn", "so sanh nam") > 0
