"""Two reports on one year: four classes, both quotes, and silence where the bounds meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.checks import contradictions
from db.model import Break, Point, Series

OWN = Point(2022, "2022", 114.9, 114.85, 114.95, "stated", 1, 1, "đạt 114,9 nghìn tỷ đồng", report_year=2022)
LATER = Point(2022, "2022", 115.7, 115.55, 115.85, "implied", 2, 2, "giảm 3,2 nghìn tỷ đồng", report_year=2023)


def series(*points: Point, breaks: tuple[Break, ...] = ()) -> Series:
    return Series("quy-mo-kinh-te", "Quy mô", "nghìn tỷ đồng", points, breaks)


@pytest.mark.parametrize(
    ("own", "later", "breaks", "expected"),
    [
        (OWN, LATER, (), "conflict"),
        (replace(OWN, state="estimate"), LATER, (), "revised"),
        (OWN, replace(LATER, state="stated"), (), "revised"),
        (replace(OWN, period="đến 30/11/2022"), LATER, (), "other_period"),
        (OWN, LATER, (Break(2023, "territory", "Quảng Nam", "Đà Nẵng", 2),), "other_definition"),
    ],
)
def test_the_class_of_two_values(own: Point, later: Point, breaks: tuple[Break, ...], expected: str) -> None:
    (found,) = contradictions([series(own, later, breaks=breaks)])

    assert (found.kind, found.year, found.left.quote, found.right.quote) == (expected, 2022, own.quote, later.quote)


def test_values_that_meet_within_their_bounds_are_no_contradiction() -> None:
    assert contradictions([series(replace(OWN, high=115.6), LATER)]) == ()


def test_targets_corrections_and_one_report_are_left_alone() -> None:
    assert contradictions([series(replace(OWN, kind="target"), LATER)]) == ()
    assert contradictions([series(replace(OWN, state="corrected"), LATER)]) == ()
    assert contradictions([series(OWN, replace(LATER, report_id=1))]) == ()
