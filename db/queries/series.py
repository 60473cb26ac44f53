"""An indicator over the years: every figure of every report, in one unit, with what the user laid over it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from db.indicators.building import build
from db.indicators.stated import Stated, stated
from db.layers import Anchor, Correction, Layers, anchor_of, corrected, found_again, split_id
from db.model import Change, Figure, Place, Series
from db.queries.figures import figures_of
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
_FROM = """
      FROM figure CROSS JOIN report ON report.id = figure.report_id LEFT JOIN note ON note.id = figure.note_id
"""
ALL = _COLUMNS + _FROM + " WHERE figure.indicator <> '' AND figure.indicator NOT GLOB 'x:*' ORDER BY figure.id"
EVERY = _COLUMNS + _FROM + " WHERE figure.indicator <> '' ORDER BY figure.id"
ONE = _COLUMNS + _FROM + " WHERE figure.indicator = :indicator AND figure.indicator <> '' ORDER BY figure.id"
# What stands directly behind a level of one indicator: figures are numbered in reading order. The plus signs
# keep SQLite from building an index of its own for places, where the three numbers behind are all there is.
_BEHIND = """
      FROM figure AS level
           CROSS JOIN figure ON figure.id > level.id AND figure.id <= level.id + 3
           CROSS JOIN report ON report.id = figure.report_id LEFT JOIN note ON note.id = figure.note_id
     WHERE level.kind IN ('level', 'ratio') AND figure.kind IN ('plan_attainment', 'change')
       AND +figure.block_id IS level.block_id AND +figure.note_id IS level.note_id AND level.table_id IS NULL
"""
_WITH_LEVEL = _COLUMNS.replace("SELECT", "SELECT level.id,", 1)
ONE_BEHIND = _WITH_LEVEL + _BEHIND + " AND level.indicator = :indicator AND level.indicator <> ''"
ALL_BEHIND = _WITH_LEVEL + _BEHIND + " AND level.indicator <> ''"
SHA = "SELECT id FROM report WHERE source_sha256 = :sha256"
_NAME, _HEAD = 5, 19
"""Where the name stands in a row, and how many columns are fields of `Stated` as they are."""
ONE_REPORT = "SELECT year, place FROM report WHERE id = :report"


@typed_errors
def series(
    conn: sqlite3.Connection,
    indicator: str = "",
    kinds: Iterable[str] = (),
    *,
    layers: Layers | None = None,
    derive: bool = True,
    outside: bool = False,
) -> list[Series]:
    """Return the series of one indicator, or of all; points by year, then in order of import.

    What cannot stand on one axis is kept apart: an indicator gives one series per axis
    (levels with their ratios and targets; changes; shares …) and per base unit, the
    longest first. `kinds` narrows to some of FIGURE_KINDS. The unit is that of the newest
    figure; the others are brought to it where they differ by scale only. `layers` are the
    user's corrections and decisions. With `derive`, values that are only implied stand
    among the points, in state "implied". Of all indicators, those outside the catalogue
    ("x:…") are given with `outside` only. A figure without any year is left out.
    """
    layers = layers or Layers()
    wanted = _asked(indicator, layers)
    rows = list(_rows(conn, wanted, outside))
    if layers.corrections or layers.decisions:
        rows = _layered(conn, rows, layers)
        rows = [row for row in rows if row.indicator == indicator] if indicator else rows
    followers = _followers(conn, wanted) if derive else {}
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


def _rows(conn: sqlite3.Connection, wanted: list[str], outside: bool) -> Iterator[Stated]:
    for one in wanted:
        for values in conn.execute(ONE if one else EVERY if outside else ALL, {"indicator": one}):
            yield _stated(values)


def _stated(values: tuple[Any, ...]) -> Stated:
    block, note, table, row, col, direction, value, unit, versus, implied_previous, label, heading = values[_HEAD:]
    context = f"{values[_NAME]} · {heading}" if heading else f"chú thích {label}" if label else ""
    change = None if direction is None else Change(direction, value, unit, versus)
    place = Place(block, note, table, row, col)
    return Stated(*(*values[:_HEAD], place, change, implied_previous, context))


def _followers(conn: sqlite3.Connection, wanted: list[str]) -> dict[int, list[Stated]]:
    found: defaultdict[int, list[Stated]] = defaultdict(list)
    for one in wanted:
        for level, *values in conn.execute(ONE_BEHIND if one else ALL_BEHIND, {"indicator": one}):
            found[level].append(_stated(tuple(values)))
    return found


def _layered(conn: sqlite3.Connection, rows: list[Stated], layers: Layers) -> list[Stated]:
    """Lay corrections over the figures, then decisions over what they belong to."""
    known = _Reports(conn)
    by_id = {row.id: row for row in rows}
    for correction in layers.corrections:
        figure, report = known.figure(correction.anchor)
        if figure is not None:
            by_id[figure.id] = _corrected_row(conn, by_id.get(figure.id), figure, report, correction)
    for decision in layers.decisions:
        if decision.action == "split":
            for anchor in decision.anchors:
                figure, _ = known.figure(anchor)
                if figure is not None and figure.id in by_id:
                    by_id[figure.id] = replace(by_id[figure.id], indicator=split_id(decision))
    merged = {one.other: one.indicator for one in layers.decisions if one.action == "merge"}
    return [_merged(row, merged) for row in by_id.values()]


def _merged(row: Stated, merged: dict[str, str]) -> Stated:
    home = row.indicator
    for _ in range(len(merged)):
        if home not in merged:
            break
        home = merged[home]
    return row if home == row.indicator else replace(row, indicator=home)


def _corrected_row(
    conn: sqlite3.Connection, row: Stated | None, figure: Figure, report: int, correction: Correction
) -> Stated:
    """Return the figure's row as corrected; the report's own value stays in `original`."""
    year, place = conn.execute(ONE_REPORT, {"report": report}).fetchone()
    now = corrected(figure, correction)
    own = row or stated(figure, report, year, place)
    made = stated(now, report, year, place, own.context)
    scale, was = made.scale, figure.value_base
    original = was / scale if was is not None and scale else figure.value
    return replace(made, original=original)


class _Reports:
    """The figures of reports by their sha256, read once each."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._read: dict[str, tuple[int, dict[Anchor, Figure]]] = {}

    def figure(self, anchor: Anchor) -> tuple[Figure | None, int]:
        """Return the figure an anchor means and its report's id; None where it is gone."""
        if anchor.report not in self._read:
            row = self._conn.execute(SHA, {"sha256": anchor.report}).fetchone()
            report = row[0] if row else 0
            figures = figures_of(self._conn, report) if report else []
            self._read[anchor.report] = (report, {anchor_of(one, anchor.report): one for one in figures})
        report, figures_by_anchor = self._read[anchor.report]
        if anchor in figures_by_anchor:
            return figures_by_anchor[anchor], report
        local = [replace(one, place=own.place) for own, one in figures_by_anchor.items()]
        found = found_again(local, anchor)
        return next((one for one in figures_by_anchor.values() if found and one.id == found.id), None), report
