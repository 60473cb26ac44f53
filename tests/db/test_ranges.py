"""A printed range keeps both its ends; a rounded or qualified number is no range."""

from __future__ import annotations

import pytest

from db.model import Point
from db.ranges import far_end, range_written


@pytest.mark.parametrize(
    ("value", "low", "high", "qualifier", "far"),
    [
        (9.5, 9.5, 10.0, "", 10.0),
        (9.5, 9.5, 10.0, "khoảng", 10.0),
        (9.5, 9.5, 10.0, "dự kiến đạt", 10.0),
        (7.5, 7.5, 7.6, "hơn", None),
        (30.0, 30.0, 31.0, "Đạt trên", None),
        (0.5, 0.5, 0.6, "ít nhất", None),
        (-3.0, -3.0, -2.0, "gần", None),
        (3.6, 3.5, 3.6, "gần", None),
        (35.0, 34.5, 35.5, "", None),
        (112.5, 112.4, 112.6, "khoảng", None),
        (2033.0, 2033.0, 2033.0, "", None),
        (2033.0, None, None, "", None),
    ],
)
def test_the_far_end(value, low, high, qualifier, far):
    assert far_end(Point(2024, "2024", value, low, high, "stated", 1, 1, "câu", qualifier=qualifier)) == far


def test_both_ends_are_written():
    assert range_written(7.5, 8.0) == "7,5–8"
    assert range_written(1200.0, 1350.5, 1) == "1.200,0–1.350,5"
    assert range_written(-2.0, 3.0) == "-2 – 3"
