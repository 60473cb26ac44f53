"""Provinces and cities, and where a text names one."""

from __future__ import annotations

import pytest

from db.importer.places import PLACES, PROVINCES, place_by_frequency, place_in


def test_there_were_63_and_one_new_name() -> None:
    assert len(PROVINCES) == len(set(PROVINCES)) == 63
    assert len(PLACES) == 64


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TỈNH ỦY QUẢNG NAM", "Quảng Nam"),
        ("UBND TỈNH THANH HOÁ", "Thanh Hóa"),
        ("Thừa Thiên - Huế, ngày 5 tháng 5", "Thừa Thiên Huế"),
        ("tỉnh Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "Hồ Chí Minh"),
        ("tư tưởng Hồ Chí Minh", ""),
        ("vì hòa bình", ""),
        ("tỉnh Hòa Bình", "Hòa Bình"),
        ("", ""),
    ],
)
def test_a_place_is_named(text: str, place: str) -> None:
    assert place_in(text) == place


def test_prose_must_speak_of_one_place_far_more_than_of_others() -> None:
    assert place_by_frequency(["Ở Sơn La, Sơn La và Sơn La", "giáp Lai Châu"]) == "Sơn La"
    assert place_by_frequency(["Sơn La, Sơn La"]) == ""
    assert place_by_frequency(["Sơn La " * 3 + "Lai Châu " * 2]) == ""
    assert place_by_frequency([]) == ""
