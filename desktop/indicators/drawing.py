"""From a series to what a chart draws: one point per year, older values beside it, and no line across a gap; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.indicators.vintages import is_whole_year, vintages
from db.model import Point, Series

__all__ = ["Drawn", "described", "drawn", "is_whole_year"]


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
    parted = vintages(series.points, report_years)
    return Drawn(series, parted.shown, parted.older, parted.targets, tuple(_runs(list(parted.shown))))


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
