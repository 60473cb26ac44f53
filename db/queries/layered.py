"""What the user laid over figures, as series see it: corrected values, figures split off, indicators merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from db.indicators.stated import Stated, stated
from db.layers import Anchor, Correction, Layers, anchor_of, corrected, found_again, split_id
from db.linking import area_of_report
from db.model import Figure
from db.queries.figures import figure_at, figures_of

SHA = "SELECT id FROM report WHERE source_sha256 = :sha256"
SOURCE = "SELECT source_sha256 FROM report WHERE id = :report"
ONE_REPORT = "SELECT year, place FROM report WHERE id = :report"


def layered(
    conn: sqlite3.Connection, rows: Sequence[Stated], layers: Layers, asked: Collection[str], area: str
) -> list[Stated]:
    """Lay corrections over the figures, then decisions over what they belong to.

    `rows` are the figures of the indicators `asked` for (of all where there are none) in an
    area: what a correction brings to them from another indicator is added.
    """
    known = _Reports(conn)
    by_id = {row.id: row for row in rows}
    for correction in _touching(conn, rows, layers.corrections, asked):
        figure, report = known.figure(correction.anchor)
        if figure is not None and (figure.id in by_id or area_of_report(conn, report) == area):
            by_id[figure.id] = _corrected_row(conn, by_id.get(figure.id), figure, report, correction)
    for decision in layers.decisions:
        if decision.action == "split" and (not asked or decision.indicator in asked):
            for anchor in decision.anchors:
                figure, _ = known.figure(anchor)
                if figure is not None and figure.id in by_id:
                    by_id[figure.id] = replace(by_id[figure.id], indicator=split_id(decision))
    merged = {one.other: one.indicator for one in layers.decisions if one.action == "merge"}
    return [_merged(row, merged) for row in by_id.values()]


def _touching(
    conn: sqlite3.Connection, rows: Iterable[Stated], corrections: Sequence[Correction], asked: Collection[str]
) -> list[Correction]:
    """Return the corrections that can be of one of the rows, or bring a figure to what is asked for."""
    if not asked or not corrections:
        return list(corrections)
    reports = {row.report_id for row in rows}
    sources = {row[0] for report in reports for row in conn.execute(SOURCE, {"report": report})}
    return [one for one in corrections if one.anchor.report in sources or one.indicator.partition("~")[0] in asked]


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
    """The figures anchors mean; a report is read whole, and once, only where a figure has moved in it."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._ids: dict[str, int] = {}
        self._read: dict[int, list[Figure]] = {}

    def figure(self, anchor: Anchor) -> tuple[Figure | None, int]:
        """Return the figure an anchor means and its report's id; None where it is gone."""
        report = self._id(anchor.report)
        if not report:
            return None, 0
        here = figure_at(self._conn, report, anchor.place, anchor.start, anchor.end)
        if here is not None and here.quote == anchor.quote:
            return here, report
        if report not in self._read:
            self._read[report] = figures_of(self._conn, report)
        whole = self._read[report]
        local = [replace(one, place=anchor_of(one, anchor.report).place) for one in whole]
        found = found_again(local, anchor)
        return next((one for one in whole if found and one.id == found.id), None), report

    def _id(self, sha256: str) -> int:
        if sha256 not in self._ids:
            row = self._conn.execute(SHA, {"sha256": sha256}).fetchone()
            self._ids[sha256] = row[0] if row else 0
        return self._ids[sha256]
