"""Ids outside the catalogue: whole names only, poor names by their section."""

from __future__ import annotations

import pytest

from db.indicators.outside import is_outside, outside_id


@pytest.mark.parametrize(
    ("name", "titles", "expected"),
    [
        ("Số hội nghị tiếp xúc cử tri chuyên đề", (), "x:hội-nghị-tiếp-xúc-cử-tri-chuyên-đề"),
        ("Số bệnh viện", ("I. Kinh tế", "Về y tế"), "x:bệnh-viện@y-tế"),
        ("Số bệnh viện", (), ""),
        ("Tổng số", ("Y tế",), ""),
        ("", ("Y tế",), ""),
        ("một " * 20, (), ""),
    ],
)
def test_a_name_makes_an_id_where_it_tells_enough(name: str, titles: tuple[str, ...], expected: str) -> None:
    assert outside_id(name, titles) == expected


def test_spelling_of_one_word_makes_no_second_series() -> None:
    assert outside_id("Số đợt kiểm tra kỷ luật hoá chất", ()) == outside_id("Số đợt kiểm tra kỉ luật hóa chất", ())
    assert is_outside(outside_id("Số đợt kiểm tra hóa chất", ()))
    assert not is_outside("thu-noi-dia")
