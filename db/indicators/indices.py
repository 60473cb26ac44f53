"""Series as an index: the value of one year is 100, every other value is told by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.indicators.vintages import vintages
from db.model import Point, Series

PLACES = 1
"""Decimals of an index."""


def base_of(line: Iterable[Point], year: int) -> Point | None:
    """Return the point of a year that can be 100, None where there is none.

    Rates of change have no index, nor has a series without a positive value in that year.
    """
    start = next((point for point in line if point.year == year), None)
    return None if start is None or start.value <= 0 or start.kind == "change" else start


def scaled(point: Point, start: Point) -> Point:
    """Return a point with the value of `start` as 100, to PLACES decimals, its bounds as well."""

    def by(value: float | None) -> float | None:
        return None if value is None else round(value * 100.0 / start.value, PLACES)

    value = by(point.value) or 0.0
    return replace(point, value=value, low=by(point.low), high=by(point.high), original=by(point.original))


def unit_of(year: int) -> str:
    """Return the unit of an index: "2020 = 100"."""
    return f"{year} = 100"


def is_index(unit: str) -> bool:
    """Whether a unit is that of an index."""
    return unit.endswith(" = 100")


def as_index(series: Series, year: int, report_years: Mapping[int, int] | None = None) -> tuple[Series, Point] | None:
    """Return a series as an index and the point that is 100 in it, as the report says it; None where it has none."""
    start = base_of(vintages(series.points, report_years).shown, year)
    if start is None:
        return None
    points = tuple(scaled(point, start) for point in series.points)
    return replace(series, points=points, unit=unit_of(year)), start
