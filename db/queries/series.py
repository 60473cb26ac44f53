"""An indicator over the years: every figure of every report, in one unit, with what the user laid over it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from db.indicators.building import build
from db.indicators.stated import Stated
from db.layers import Layers
from db.model import Change, Place, Series
from db.queries.areas import areas
from db.queries.layered import layered
from db.sqlite_errors import typed_errors

# The captions over a cell tell what its column holds; one cell of each caption row stands over it.
_COLUMNS = """
    SELECT figure.id, figure.report_id, report.year, report.place, figure.indicator, figure.name, figure.kind,
           figure.unit, figure.unit_base, figure.value, figure.value_base, figure.low, figure.high, figure.qualifier,
           figure.period, figure.period_end, figure.state, figure.quote, figure.start_,
           figure.block_id, figure.note_id, figure.table_id, figure.row, figure.col,
           figure.change_direction, figure.change_value, figure.change_unit, figure.change_versus,
           figure.implied_previous, note.label,
           CASE WHEN figure.table_id IS NOT NULL THEN
               (SELECT group_concat(cell.text, ' ')
                  FROM data_table CROSS JOIN cell ON cell.table_id = data_table.id AND cell.row < data_table.header_rows
                 WHERE data_table.id = figure.table_id AND cell.col <= figure.col
                   AND cell.col + cell.colspan > figure.col)
           END
"""
# From the series the store keeps of an area to their figures, in this order and no other.
_FROM = """
      FROM series CROSS JOIN series_figure ON series_figure.series_id = series.id
           CROSS JOIN figure ON figure.id = series_figure.figure_id AND +figure.indicator = series.indicator
           CROSS JOIN report ON report.id = figure.report_id LEFT JOIN note ON note.id = figure.note_id
     WHERE series.area = :area
"""
ONE = _COLUMNS + _FROM + " AND series.indicator = :indicator ORDER BY figure.id"
ALL = _COLUMNS + _FROM + " AND series.indicator NOT GLOB 'x:*' ORDER BY figure.id"
EVERY = _COLUMNS + _FROM + " ORDER BY figure.id"
# What stands directly behind a level of one indicator: figures are numbered in reading order. The plus signs
# keep SQLite from building an index of its own for places, where the three numbers behind are all there is.
_BEHIND = """
      FROM series CROSS JOIN series_figure ON series_figure.series_id = series.id
           CROSS JOIN figure AS level ON level.id = series_figure.figure_id
           CROSS JOIN figure ON figure.id > level.id AND figure.id <= level.id + 3
           CROSS JOIN report ON report.id = figure.report_id LEFT JOIN note ON note.id = figure.note_id
     WHERE level.kind IN ('level', 'ratio') AND figure.kind IN ('plan_attainment', 'change')
       AND +figure.block_id IS level.block_id AND +figure.note_id IS level.note_id AND level.table_id IS NULL
       AND series.area = :area
"""
_WITH_LEVEL = _COLUMNS.replace("SELECT", "SELECT level.id,", 1)
ONE_BEHIND = _WITH_LEVEL + _BEHIND + " AND series.indicator = :indicator"
ALL_BEHIND = _WITH_LEVEL + _BEHIND
_NAME, _HEAD = 5, 19
"""Where the name stands in a row, and how many columns are fields of `Stated` as they are."""


@typed_errors
def series(
    conn: sqlite3.Connection,
    indicator: str = "",
    kinds: Iterable[str] = (),
    *,
    area: str | None = None,
    layers: Layers | None = None,
    derive: bool = True,
    outside: bool = False,
) -> list[Series]:
    """Return the series of one indicator, or of all; points by year, then in order of import.

    Series of different areas (as `db.indicators.areas` names them) are never joined; `area`
    asks for those of one, and only its own figures are read then. Without it they come area
    by area, the one with the most reports first. What cannot stand on one axis is kept
    apart: an indicator gives one series per axis (levels with their ratios and targets;
    changes; shares …) and per base unit, the longest first. `kinds` narrows to some of
    FIGURE_KINDS. The unit is that of the newest figure; the others are brought to it where
    they differ by scale only. `layers` are the user's corrections and decisions. With
    `derive`, values that are only implied stand among the points, in state "implied". Of all
    indicators, those outside the catalogue ("x:…") are given with `outside` only. A figure
    without any year is left out.
    """
    layers = layers or Layers()
    asked = [one.name for one in areas(conn)] if area is None else [area]
    return [
        replace(one, area=name)
        for name in asked
        for one in _of_area(conn, name, indicator, kinds, layers, derive=derive, outside=outside)
    ]


def _of_area(
    conn: sqlite3.Connection,
    area: str,
    indicator: str,
    kinds: Iterable[str],
    layers: Layers,
    *,
    derive: bool,
    outside: bool,
) -> list[Series]:
    wanted = _asked(indicator, layers)
    rows = list(_rows(conn, wanted, area, outside))
    if layers.corrections or layers.decisions:
        rows = layered(conn, rows, layers, wanted if indicator else (), area)
        rows = [row for row in rows if row.indicator == indicator] if indicator else rows
    followers = _followers(conn, wanted, area) if derive else {}
    return build(rows, followers, kinds, derive=derive)


def _asked(indicator: str, layers: Layers) -> list[str]:
    """Return the ids under which figures of an indicator may be stored: its own, and those merged into it."""
    if not indicator:
        return [""]
    found = [indicator.partition("~")[0]]
    for one in found:
        found += [
            decision.other
            for decision in layers.decisions
            if decision.action == "merge" and decision.indicator == one and decision.other not in found
        ]
    return found


def _rows(conn: sqlite3.Connection, wanted: list[str], area: str, outside: bool) -> Iterator[Stated]:
    for one in wanted:
        statement = ONE if one else EVERY if outside else ALL
        for values in conn.execute(statement, {"indicator": one, "area": area}):
            yield _stated(values)


def _stated(values: tuple[Any, ...]) -> Stated:
    block, note, table, row, col, direction, value, unit, versus, implied_previous, label, heading = values[_HEAD:]
    context = f"{values[_NAME]} · {heading}" if heading else f"chú thích {label}" if label else ""
    change = None if direction is None else Change(direction, value, unit, versus)
    place = Place(block, note, table, row, col)
    return Stated(*(*values[:_HEAD], place, change, implied_previous, context))


def _followers(conn: sqlite3.Connection, wanted: list[str], area: str) -> dict[int, list[Stated]]:
    found: defaultdict[int, list[Stated]] = defaultdict(list)
    for one in wanted:
        for level, *values in conn.execute(ONE_BEHIND if one else ALL_BEHIND, {"indicator": one, "area": area}):
            found[level].append(_stated(tuple(values)))
    return found
