"""What is shown of a value: its sign, both ends of a range, its unit."""

from __future__ import annotations

import pytest

from db.model import Figure, Place, Point
from desktop.amounts import amount_of, point_amount, point_value


@pytest.mark.parametrize(
    ("value", "low", "high", "qualifier", "shown"),
    [
        (7.5, 7.5, 7.6, "hơn", "> 7,5%"),
        (3.6, 3.5, 3.6, "gần", "< 3,6%"),
        (7.0, 6.0, 8.0, "khoảng", "≈ 7%"),
        (9.5, 9.5, 10.0, "", "9,5–10%"),
        (9.5, 9.5, 10.0, "khoảng", "≈ 9,5–10%"),
        (35.0, 34.5, 35.5, "", "35%"),
    ],
)
def test_an_amount(value, low, high, qualifier, shown):
    figure = Figure(1, Place(block_id=1), 0, 3, "câu", value, "%", low=low, high=high, qualifier=qualifier)
    point = Point(2024, "2024", value, low, high, "stated", 1, 1, "câu", qualifier=qualifier)
    assert amount_of(figure) == point_amount(point, "%") == shown
    assert point_value(point) == shown.removesuffix("%")


def test_a_part_of_a_whole_is_shown_with_it():
    figure = Figure(1, Place(block_id=1), 0, 3, "câu", 130.0, "xã", of=193.0)
    assert amount_of(figure) == "130/193 xã"
