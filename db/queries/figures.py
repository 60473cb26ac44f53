"""Figures: those of a report, one by its id, and which indicators they belong to."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from db.model import Change, Figure, Place
from db.schema import NOTES, ROOM
from db.sqlite_errors import typed_errors

_COLUMNS = """
    SELECT id, block_id, note_id, table_id, row, col, start_, end_, quote, value, unit, name, indicator, low, high,
           value_base, unit_base, qualifier, kind, period, period_start, period_end, state, of_,
           change_direction, change_value, change_unit, change_versus, implied_previous
      FROM figure
"""
OF_REPORT = _COLUMNS + " WHERE report_id = :report ORDER BY id"
BY_ID = _COLUMNS + " WHERE id = :figure"
_THERE = " AND start_ = :start AND end_ = :end ORDER BY id LIMIT 1"
IN_BLOCK = _COLUMNS + " WHERE block_id = :block" + _THERE
IN_NOTE = _COLUMNS + " WHERE note_id = :note" + _THERE
IN_CELL = _COLUMNS + " WHERE table_id = :table AND row = :row AND col = :col" + _THERE
# The most frequent name and unit of each indicator; bare columns follow max() in SQLite.
OVERVIEW = """
    SELECT indicator, name, unit, sum(points), max(points)
      FROM (SELECT indicator, unit, name, count(*) AS points
              FROM figure
             WHERE indicator <> '' AND indicator NOT GLOB 'x:*'
             GROUP BY indicator, unit, name)
     GROUP BY indicator
     ORDER BY indicator
"""


@dataclass(frozen=True, slots=True)
class IndicatorOverview:
    """An indicator the library has figures for: its most frequent name and unit, and how many figures."""

    indicator: str
    name: str
    unit: str
    points: int


def _figure(row: tuple[Any, ...]) -> Figure:
    figure_id, block, note, table, line, col, *facts, direction, value, unit, versus, implied = row
    change = None if direction is None else Change(direction, value, unit, versus)
    return Figure(figure_id, Place(block, note, table, line, col), *(*facts, change, implied))


def figures_of(conn: sqlite3.Connection, report_id: int) -> list[Figure]:
    """Return the figures of a report in reading order."""
    return [_figure(row) for row in conn.execute(OF_REPORT, {"report": report_id})]


def figure_at(conn: sqlite3.Connection, report_id: int, place: Place, start: int, end: int) -> Figure | None:
    """Return the figure at a place whose ids are of the report's own counting; None if there is none."""
    base = report_id * ROOM
    facts = {"start": start, "end": end, "row": place.row, "col": place.col}
    facts |= {"block": base + (place.block_id or 0), "table": base + (place.table_id or 0)}
    facts |= {"note": base + NOTES + (place.note_id or 0)}
    statement = IN_BLOCK if place.block_id is not None else IN_NOTE if place.note_id is not None else IN_CELL
    row = conn.execute(statement, facts).fetchone()
    return _figure(row) if row else None


@typed_errors
def figure(conn: sqlite3.Connection, figure_id: int) -> Figure | None:
    """Return the figure of that id, None if there is none."""
    row = conn.execute(BY_ID, {"figure": figure_id}).fetchone()
    return _figure(row) if row else None


@typed_errors
def indicator_overview(conn: sqlite3.Connection) -> list[IndicatorOverview]:
    """Return the indicators of the catalogue the library has figures for, in order of their ids."""
    return [IndicatorOverview(*row[:4]) for row in conn.execute(OVERVIEW)]
