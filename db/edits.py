"""The user's own word on what a report says of itself; what was read is kept beside it and never overwritten."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from db import history, linking, queries, seals
from db.errors import DamagedLibrary
from db.importer.figures.periods import report_period
from db.model import ReportData
from db.queries import UnknownReport
from db.queries.content import ROW_CHANGED
from db.sqlite_errors import path_of, typed_errors

EDITABLE = ("year", "period", "issuer", "kind")

_PUT = "UPDATE report SET year = :year, period = :period, issuer = :issuer, kind = :kind WHERE id = :report"
_KEEP = """
    INSERT INTO as_read (report_id, body, at) VALUES (:report, :body, :at)
    ON CONFLICT (report_id) DO UPDATE SET body = :body, at = :at
"""
_FIGURES = """
    SELECT id, quote, period, period_start, period_end, change_versus FROM figure WHERE report_id = :report ORDER BY id
"""
_MOVE = """
    UPDATE figure SET period = ?, period_start = ?, period_end = ?, change_versus = ? WHERE id = ?
"""
_FORGET = "DELETE FROM as_read WHERE report_id = :report"


@typed_errors
def correct(conn: sqlite3.Connection, report_id: int, values: dict[str, Any]) -> ReportData:
    """Put the user's values (some of `EDITABLE`) into a report and return what it says of itself now.

    A period that is the year goes with the year, and so do the figures that were given the
    report's own period, not one their sentence names. Where all is as it was read again,
    nothing is kept beside it. Raises UnknownReport, DamagedLibrary where
    the report's row is not as it was written; KeyError for a field that is not to be edited.
    """
    found = queries.report(conn, report_id)
    if found is None:
        raise UnknownReport(report_id)
    if not seals.holds(conn, seals.REPORT, report_id):  # sealing it anew would pass over what is wrong with it
        raise DamagedLibrary(path_of(conn), found.slug, ROW_CHANGED)
    read = queries.as_read(conn, report_id) or found.data
    now = _with(found.data, values)
    facts = {name: getattr(now, name) for name in EDITABLE}
    conn.execute(_PUT, {**facts, "report": report_id})
    if now.issuer != found.data.issuer:
        linking.link_report(conn, report_id)
    moved = _move_figures(conn, report_id, read, now)
    if now == read:
        conn.execute(_FORGET, {"report": report_id})
    else:
        kept = {"data": {name: getattr(read, name) for name in EDITABLE}, "figures": moved}
        body = json.dumps(kept, ensure_ascii=False)
        conn.execute(_KEEP, {"report": report_id, "body": body, "at": history.now()})
    seals.put(conn, seals.REPORT, report_id)
    return now


def _move_figures(conn: sqlite3.Connection, report_id: int, read: ReportData, now: ReportData) -> list[list[Any]]:
    """Let figures follow their report's period; return those that moved, each as it was read."""
    former = queries.periods_as_read(conn, report_id)
    conn.executemany(_MOVE, [(*facts, figure) for figure, facts in former.items()])
    old, new = report_period(read), report_period(now)
    if (old.label, old.start, old.end) == (new.label, new.start, new.end):
        return []
    moved = []
    for figure, quote, label, start, end, versus in conn.execute(_FIGURES, {"report": report_id}).fetchall():
        own = label == old.label and not _names(quote, read.year)
        last = versus is not None and versus == _before(read.year) and not _names(quote, (read.year or 0) - 1)
        if own or last:
            period = (new.label, new.start, new.end) if own else (label, start, end)
            conn.execute(_MOVE, (*period, _before(now.year) if last else versus, figure))
            moved.append([figure, label, start, end, versus])
    return moved


def _names(quote: str, year: int | None) -> bool:
    return year is not None and str(year) in quote


def _before(year: int | None) -> str:
    return str(year - 1) if year else ""


def _with(data: ReportData, values: dict[str, Any]) -> ReportData:
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise KeyError(min(unknown))
    changed = replace(data, **values)
    if changed.year != data.year and "period" not in values and data.period in ("", str(data.year or "")):
        changed = replace(changed, period=str(changed.year or ""))
    return changed
