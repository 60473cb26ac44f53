"""What the chart is given to draw, without Qt."""

from __future__ import annotations

from db.model import Point, Series
from desktop.indicators.drawing import drawn, is_whole_year


def point(year: int, value: float, report: int = 1, figure: int = 0, state: str = "stated", period: str = "") -> Point:
    return Point(year, period or str(year), value, None, None, state, report, figure or year * 10 + report, "…")


def series(*points: Point) -> Series:
    return Series("grdp", "GRDP", "tỷ đồng", points)


def test_the_newer_report_wins_and_the_older_value_stays_beside_it() -> None:
    shown = drawn(series(point(2022, 116374, 1), point(2022, 115700, 2)), {1: 2022, 2: 2023})
    assert [p.value for p in shown.line] == [115700]
    assert [p.value for p in shown.older] == [116374]


def test_of_two_versions_of_a_report_the_one_imported_last_is_shown() -> None:
    shown = drawn(series(point(2023, 20880.0, 1, 10), point(2023, 20990.0, 2, 20)), {1: 2023, 2: 2023})
    assert [one.value for one in shown.line] == [20990.0]
    assert [one.value for one in shown.older] == [20880.0]


def test_the_same_value_twice_is_drawn_once() -> None:
    shown = drawn(series(point(2022, 5.0, 1), point(2022, 5.0, 2)), {1: 2022, 2: 2023})
    assert len(shown.line) == 1
    assert shown.older == ()


def test_a_whole_year_beats_a_part_of_it_even_from_an_older_report() -> None:
    part = point(2023, 80.0, 2, period="đến 30/11/2023")
    shown = drawn(series(point(2023, 100.0, 1), part), {1: 2023, 2: 2024})
    assert shown.line[0].value == 100.0


def test_no_line_runs_over_a_missing_year() -> None:
    shown = drawn(series(point(2019, 1.0), point(2020, 2.0), point(2023, 3.0)), {1: 2023})
    assert [[p.year for p in run] for run in shown.runs] == [[2019, 2020], [2023]]
    assert [(before.year, after.year) for before, after in shown.gaps] == [(2020, 2023)]


def test_targets_are_no_part_of_the_line() -> None:
    shown = drawn(series(point(2023, 1.0), point(2023, 1.2, figure=7, state="plan")), {1: 2023})
    assert [p.value for p in shown.line] == [1.0]
    assert [p.value for p in shown.targets] == [1.2]


def test_an_empty_series_draws_nothing() -> None:
    shown = drawn(series(), {})
    assert (shown.line, shown.runs, shown.gaps) == ((), (), [])


def test_only_the_whole_year_counts_as_whole() -> None:
    assert is_whole_year(point(2023, 1.0))
    assert is_whole_year(point(2023, 1.0, period="đến cuối năm 2023"))
    assert not is_whole_year(point(2023, 1.0, period="đến 30/11/2023"))
    assert not is_whole_year(point(2023, 1.0, period="6 tháng 2023"))
