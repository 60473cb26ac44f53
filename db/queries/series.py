"""An indicator over the years: every figure of every report, in one unit."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Point, Series
from db.sqlite_errors import typed_errors

_COLUMNS = """
    SELECT figure.indicator, figure.name, figure.kind, figure.unit, figure.unit_base, figure.value, figure.value_base,
           figure.low, figure.high, figure.period, figure.period_end, figure.state, figure.quote, figure.id,
           figure.report_id, report.year
      FROM figure CROSS JOIN report ON report.id = figure.report_id
"""
ALL = _COLUMNS + " WHERE figure.indicator <> '' ORDER BY figure.id"
ONE = _COLUMNS + " WHERE figure.indicator = :indicator AND figure.indicator <> '' ORDER BY figure.id"


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure with the year of its report."""

    indicator: str
    name: str
    kind: str
    unit: str
    unit_base: str
    value: float
    value_base: float | None
    low: float | None
    high: float | None
    period: str
    period_end: str
    state: str
    quote: str
    id: int
    report_id: int
    report_year: int | None

    @property
    def year(self) -> int | None:
        """The year the figure speaks of: its own period's, else its report's."""
        return int(self.period_end[:4]) if self.period_end[:4].isdecimal() else self.report_year

    @property
    def scale(self) -> float | None:
        """How many base units one unit is, None where it cannot be told."""
        return self.value_base / self.value if self.value_base and self.value else None


@typed_errors
def series(conn: sqlite3.Connection, indicator: str = "", kinds: Iterable[str] = ()) -> list[Series]:
    """Return the series of one indicator, or of all; points by year, then in order of import.

    What cannot stand on one axis is kept apart: an indicator gives one series per kind
    of figure (level, change, share …) and per base unit, the longest first. `kinds`
    narrows to some of FIGURE_KINDS. The unit is that of the newest figure; the others
    are brought to it where they differ by scale only. A figure without any year is left
    out, for it has no place on the axis.
    """
    wanted = set(kinds)
    groups: defaultdict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for values in conn.execute(ONE if indicator else ALL, {"indicator": indicator}):
        row = _Row(*values)
        if row.year is not None and (not wanted or row.kind in wanted):
            base = row.unit_base if row.value_base is not None and row.unit_base else row.unit
            groups[row.indicator, row.kind, base].append(row)
    return sorted((_series(rows) for rows in groups.values()), key=lambda one: (one.indicator, -len(one.points)))


def _series(rows: list[_Row]) -> Series:
    rows.sort(key=lambda row: (row.year or 0, row.report_id, row.id))
    newest = rows[-1]
    scale = next((row.scale for row in reversed(rows) if row.unit == newest.unit and row.scale), None)
    name = Counter(row.name for row in reversed(rows)).most_common(1)[0][0]
    return Series(newest.indicator, name, newest.unit, tuple(_point(row, newest.unit, scale) for row in rows))


def _point(row: _Row, unit: str, scale: float | None) -> Point:
    factor = 1.0 if row.unit == unit or not scale or not row.scale else row.scale / scale
    return Point(
        year=row.year or 0,
        period=row.period,
        value=_scaled(row.value, factor),
        low=None if row.low is None else _scaled(row.low, factor),
        high=None if row.high is None else _scaled(row.high, factor),
        state=row.state,
        report_id=row.report_id,
        figure_id=row.id,
        quote=row.quote,
    )


def _scaled(value: float, factor: float) -> float:
    # Twelve digits: more than any report prints, fewer than the noise of the division.
    return value if factor == 1.0 else float(f"{value * factor:.12g}")
