"""From a series to what a chart draws: one point per year, older values beside it, no line across a gap; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.indicators.indices import base_of, scaled, unit_of
from db.indicators.vintages import is_whole_year, says_the_same, vintages
from db.model import Break, Point, Series

__all__ = ["Drawn", "drawn", "indexed", "is_whole_year"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series ready to draw.

    `line` has one point per year: the value of the newest report that gives one.
    `older` are the other reports' values of the same years, `targets` the planned
    values. `runs` are the stretches of neighbouring years in `line` that a solid
    line may join: between two runs there are years without a value, or a break.
    `factor` is what the reports' values were multiplied by (for an index).
    """

    series: Series
    line: tuple[Point, ...]
    older: tuple[Point, ...]
    targets: tuple[Point, ...]
    runs: tuple[tuple[Point, ...], ...]
    factor: float = 1.0

    @property
    def gaps(self) -> list[tuple[Point, Point]]:
        """Return the ends of each stretch without values."""
        pairs = zip(self.runs, self.runs[1:], strict=False)
        return [(before[-1], after[0]) for before, after in pairs if after[0].year > before[-1].year + 1]

    @property
    def points(self) -> tuple[Point, ...]:
        """Return every point that is drawn."""
        return (*self.line, *self.older, *self.targets)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Return the years from which on nothing compares with before."""
        return self.series.breaks


def drawn(series: Series, report_years: dict[int, int]) -> Drawn:
    """Arrange a series; `report_years` tells the year of each report, the newer report wins."""
    parted = vintages(series.points, report_years)
    broken = {one.year for one in series.breaks}
    runs = tuple(_runs(list(parted.shown), broken))
    stated = [point for point in parted.targets if point.state != "implied"]
    targets = [point for point in parted.targets if point.state != "implied" or not says_the_same(point, stated)]
    older = [point for point in parted.older if point.state != "implied" or not says_the_same(point, parted.shown)]
    return Drawn(series, parted.shown, _once(older), _once(targets), runs)


def indexed(shown: Drawn, base: int) -> Drawn | None:
    """Return a series with its value of the year `base` as 100; None where that cannot be (`db.indicators.indices`)."""
    start = base_of(shown.line, base)
    if start is None:
        return None

    def all_scaled(points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(scaled(point, start) for point in points)

    series = replace(shown.series, unit=unit_of(base))
    runs = tuple(all_scaled(run) for run in shown.runs)
    line, older, targets = map(all_scaled, (shown.line, shown.older, shown.targets))
    return Drawn(series, line, older, targets, runs, 100.0 / start.value)


def _once(points: Iterable[Point]) -> tuple[Point, ...]:
    """Leave out what is drawn at the same place already: a report may say a thing in three places."""
    seen: dict[tuple[int, float, str], Point] = {}
    for point in points:
        seen.setdefault((point.year, point.value, point.state), point)
    return tuple(seen.values())


def _runs(line: list[Point], broken: set[int]) -> Iterable[tuple[Point, ...]]:
    run: list[Point] = []
    for point in line:
        if run and (point.year != run[-1].year + 1 or point.year in broken):
            yield tuple(run)
            run = []
        run.append(point)
    if run:
        yield tuple(run)
