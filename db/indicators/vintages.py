"""Which of several values of one year is shown: the newest report's, the others stay beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db.model import Point, Series


@dataclass(frozen=True, slots=True)
class Vintages:
    """The points of a series by their part in it.

    `shown` has one point per year, in order of the years; `older` are the other values of
    those years, `targets` what was planned (stated or implied).
    """

    shown: tuple[Point, ...]
    older: tuple[Point, ...]
    targets: tuple[Point, ...]


def vintages(points: Iterable[Point], report_years: Mapping[int, int] | None = None) -> Vintages:
    """Part the points of one series; `report_years` stands in where a point names no report year."""
    by_year: dict[int, list[Point]] = defaultdict(list)
    targets = []
    for point in points:
        if is_target(point):
            targets.append(point)
        else:
            by_year[point.year].append(point)
    shown, older = [], []
    for year in sorted(by_year):
        *others, newest = sorted(by_year[year], key=lambda point: strength(point, report_years))
        shown.append(newest)
        older += [point for point in others if point.value != newest.value]
    return Vintages(tuple(shown), tuple(older), tuple(targets))


def strength(point: Point, report_years: Mapping[int, int] | None = None) -> tuple[bool, bool, int, int, int]:
    """Order points of one year from the weakest to the strongest claim.

    A value of the whole year beats one up to a date, a stated one beats a derived one;
    then the newer report wins, of two of one year the one imported last (a revised version);
    within a report the first mention does (a summary repeats, an annex details).
    """
    year = point.report_year or (report_years or {}).get(point.report_id, 0)
    return (is_whole_year(point), point.state != "implied", year, point.report_id, -point.figure_id)


def is_whole_year(point: Point) -> bool:
    """Tell whether a point covers its year, not only a part of it ("đến 30/11/2023")."""
    return point.period in ("", str(point.year)) or point.period.startswith("đến cuối năm")


def is_target(point: Point) -> bool:
    """Tell whether a point says what was to be reached, not what was."""
    return point.state == "plan" or point.kind == "target"


def says_the_same(implied: Point, others: Iterable[Point]) -> bool:
    """Whether a derived value meets what is printed for its year, within what rounding allows: no second mark then."""
    low = implied.value if implied.low is None else implied.low
    high = implied.value if implied.high is None else implied.high
    return any(
        other.year == implied.year
        and low <= (other.value if other.high is None else other.high)
        and (other.value if other.low is None else other.low) <= high
        for other in others
    )


def as_known_in(series: Series, year: int) -> Series:
    """Return the series as the reports of that year and earlier tell it; a report without a year is left out."""
    known = tuple(point for point in series.points if point.report_year is not None and point.report_year <= year)
    reports = {point.report_id for point in known}
    return replace(series, points=known, breaks=tuple(one for one in series.breaks if one.report_id in reports))


def joined(found: Iterable[Series]) -> list[Series]:
    """Join the series of an indicator that share area and unit: a target belongs to the picture of what it aims at."""
    by_unit: dict[tuple[str, str], Series] = {}
    for series in found:
        key = series.area, series.unit
        before = by_unit.get(key)
        if before is None:
            by_unit[key] = series
        else:
            points, breaks = (*before.points, *series.points), (*before.breaks, *series.breaks)
            by_unit[key] = replace(before, points=points, breaks=tuple(dict.fromkeys(breaks)))
    return list(by_unit.values())
