"""What a later report says of an earlier year against what that year's own report said.

Four classes, none of them a verdict: "conflict" (both speak of the same thing and do not
meet), "revised" (the earlier value was an estimate, or the later report states its own
value anew), "other_period" (one speaks of a part of the year), "other_definition"
(another territory, standard or base year lies between).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.indicators.vintages import is_target, is_whole_year
from db.model import Point, Series

CLASSES = ("conflict", "revised", "other_period", "other_definition")
_TIGHT = 1e-9


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values of one year that do not meet; `left` is the earlier report's. Both carry their quote."""

    kind: str
    indicator: str
    year: int
    unit: str
    left: Point
    right: Point


def contradictions(series: Iterable[Series]) -> tuple[Contradiction, ...]:
    """Return the values of different reports that do not meet, by indicator and year."""
    return tuple(found for one in series for found in _of_series(one))


def _of_series(series: Series) -> Iterator[Contradiction]:
    by_year: defaultdict[int, list[Point]] = defaultdict(list)
    for point in series.points:
        if not is_target(point) and point.state != "corrected":
            by_year[point.year].append(point)
    broken = {one.year for one in series.breaks if one.kind != "unit"}
    for year in sorted(by_year):
        points = _first_said(by_year[year])
        for at, right in enumerate(points):
            for left in points[:at]:
                if left.report_id != right.report_id and not _meet(left, right):
                    kind = _class(left, right, broken)
                    yield Contradiction(kind, series.indicator, year, series.unit, left, right)


def _first_said(points: Iterable[Point]) -> list[Point]:
    """Return one point per report and period, its words before what they imply; in order of the reports."""
    kept: dict[tuple[int, str], Point] = {}
    for point in sorted(points, key=lambda one: (one.state == "implied", one.figure_id)):
        kept.setdefault((point.report_id, "" if is_whole_year(point) else point.period), point)
    return sorted(kept.values(), key=lambda one: (one.report_year or 0, one.report_id))


def _meet(left: Point, right: Point) -> bool:
    low = max(_low(left), _low(right))
    high = min(_high(left), _high(right))
    return low <= high + _TIGHT * max(1.0, abs(high))


def _low(point: Point) -> float:
    return point.value if point.low is None else point.low


def _high(point: Point) -> float:
    return point.value if point.high is None else point.high


def _class(left: Point, right: Point, broken: set[int]) -> str:
    if is_whole_year(left) != is_whole_year(right) or (not is_whole_year(left) and left.period != right.period):
        return "other_period"
    earlier, later = left.report_year or left.year, right.report_year or right.year
    if any(earlier < year <= later for year in broken):
        return "other_definition"
    restated = right.state != "implied" and later > right.year
    return "revised" if left.state == "estimate" or restated else "conflict"
