"""From a series to what a chart draws: one point per year, older values beside it, and no line across a gap; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Point, Series


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series ready to draw.

    `line` has one point per year: the value of the newest report that gives one.
    `older` are the other reports' values of the same years, `targets` the planned
    values. `runs` are the stretches of neighbouring years in `line` that a solid
    line may join; between two runs there are years without a value.
    """

    series: Series
    line: tuple[Point, ...]
    older: tuple[Point, ...]
    targets: tuple[Point, ...]
    runs: tuple[tuple[Point, ...], ...]

    @property
    def gaps(self) -> list[tuple[Point, Point]]:
        """Return the ends of each stretch without values."""
        return [(before[-1], after[0]) for before, after in zip(self.runs, self.runs[1:], strict=False)]


def drawn(series: Series, report_years: dict[int, int]) -> Drawn:
    """Arrange a series; `report_years` tells the year of each report, the newer report wins."""
    by_year: dict[int, list[Point]] = defaultdict(list)
    targets = []
    for point in series.points:
        if point.state == "plan":
            targets.append(point)
        else:
            by_year[point.year].append(point)
    line, older = [], []
    for year in sorted(by_year):
        *others, newest = sorted(by_year[year], key=lambda point: _age(point, report_years))
        line.append(newest)
        older += [point for point in others if point.value != newest.value]
    return Drawn(series, tuple(line), tuple(older), tuple(targets), tuple(_runs(line)))


def _age(point: Point, report_years: dict[int, int]) -> tuple[bool, int, int]:
    """Order points of one year from the weakest to the strongest claim.

    A value of the whole year beats one up to a date; then the newer report wins; within a
    report the first mention does (a summary repeats, an annex details).
    """
    return (is_whole_year(point), report_years.get(point.report_id, 0), -point.figure_id)


def is_whole_year(point: Point) -> bool:
    """Whether a point covers its year, not only a part of it ("đến 30/11/2023")."""
    return point.period in ("", str(point.year)) or point.period.startswith("đến cuối năm")


def _runs(line: list[Point]) -> Iterable[tuple[Point, ...]]:
    run: list[Point] = []
    for point in line:
        if run and point.year != run[-1].year + 1:
            yield tuple(run)
            run = []
        run.append(point)
    if run:
        yield tuple(run)


def described(shown: Drawn, number: object) -> str:
    """Return the facts of a chart for a screen reader: years, ends, least and greatest, gaps.

    `number` formats a value; the words are left to the caller: "2021–2024; 21.154 → 27.594; 20.880 (2023); …".
    """
    if not shown.line:
        return ""
    assert callable(number)
    first, last = shown.line[0], shown.line[-1]
    least = min(shown.line, key=lambda point: point.value)
    most = max(shown.line, key=lambda point: point.value)
    gaps = ", ".join(f"{before.year + 1}–{after.year - 1}" for before, after in shown.gaps)
    parts = (
        f"{first.year}–{last.year}",
        f"{number(first.value)} → {number(last.value)}",
        f"↓ {number(least.value)} ({least.year})",
        f"↑ {number(most.value)} ({most.year})",
        f"∅ {gaps}" if gaps else "",
    )
    return "; ".join(part for part in parts if part)
