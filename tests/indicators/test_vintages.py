"""The newest report's value is shown, whole years before parts, stated before derived."""

from __future__ import annotations

from dataclasses import replace

from db.indicators.vintages import as_known_in, is_whole_year, vintages
from db.model import Break, Point, Series


def point(year: int, value: float, report: int, **more: object) -> Point:
    made = Point(year, str(year), value, None, None, "stated", report, report, "câu", report_year=report)
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name fields of Point


def test_the_newest_report_is_shown_and_the_others_stay() -> None:
    parted = vintages([point(2022, 32144, 2022), point(2022, 33451, 2023), point(2021, 21154, 2021)])

    assert [(one.year, one.value) for one in parted.shown] == [(2021, 21154), (2022, 33451)]
    assert [one.value for one in parted.older] == [32144]


def test_a_part_of_the_year_and_a_derived_value_give_way() -> None:
    part = point(2023, 20000, 2024, period="đến 30/11/2023")
    derived = point(2023, 25065, 2024, state="implied")

    assert [one.value for one in vintages([part, derived, point(2023, 23951, 2023)]).shown] == [23951]
    assert not is_whole_year(part)
    assert is_whole_year(point(2023, 1, 2023, period="đến cuối năm 2023"))


def test_targets_stand_apart_stated_or_derived() -> None:
    parted = vintages([point(2023, 1800, 2023, state="implied", kind="target"), point(2023, 2033, 2023)])

    assert [one.value for one in parted.targets] == [1800]
    assert [one.value for one in parted.shown] == [2033]


def test_a_series_as_it_was_known_in_a_year() -> None:
    marks = (Break(2025, "territory", "Quảng Nam", "Đà Nẵng", 2025),)
    series = Series("thu", "Thu", "tỷ đồng", (point(2022, 32144, 2022), point(2022, 33451, 2023)), marks)
    known = as_known_in(series, 2022)

    assert [one.value for one in known.points] == [32144]
    assert known.breaks == ()
