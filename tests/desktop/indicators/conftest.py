"""Series made up for the tests of the charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from db.model import Break, Point, Series
from desktop.indicators.drawing import Drawn, drawn


def a_point(year: int, value: float, state: str = "stated", report_year: int | None = None, **more: Any) -> Point:
    report = report_year or year
    number = year * 1000 + report % 100 * 10 + (7 if state == "plan" else 0)
    facts = {"kind": "level", "low": None, "high": None, **more}
    return Point(
        year=year,
        period=str(year),
        value=value,
        state=state,
        report_id=report,
        figure_id=number,
        quote=f"câu {year}",
        report_year=report,
        **facts,
    )


def a_series(name: str, points: Sequence[Point], unit: str = "tỷ đồng", breaks: tuple[Break, ...] = ()) -> Drawn:
    return drawn(Series(name, name, unit, tuple(points), breaks), {})


@pytest.fixture
def point() -> Callable[..., Point]:
    return a_point


@pytest.fixture
def made() -> Callable[..., Drawn]:
    return a_series


@pytest.fixture
def straight() -> Callable[..., Drawn]:
    """Makes a series that rises by `step` a year."""

    def make(name: str, start: float, years: range, step: float = 1.0, unit: str = "tỷ đồng") -> Drawn:
        return a_series(name, [a_point(year, start + step * place) for place, year in enumerate(years)], unit)

    return make
