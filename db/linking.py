"""Which figures make a series, kept in the store: one row per indicator and area, and its figures.

All of it follows from the figures' indicators and the reports' places and issuers; whoever
writes those calls `link_report` in the same transaction.
"""

from __future__ import annotations

import sqlite3

from db.indicators.areas import area_of
from db.schema import ROOM

_REPORTS = "SELECT id FROM report ORDER BY id"
_WHOSE = "SELECT place, issuer FROM report WHERE id = :report"
_NEW_SERIES = """
    INSERT INTO series (indicator, area, id)
    SELECT indicator, :area, (SELECT coalesce(max(id), 0) FROM series) + row_number() OVER ()
      FROM (SELECT DISTINCT indicator FROM figure WHERE report_id = :report AND indicator <> '') AS named
     WHERE NOT EXISTS (SELECT 1 FROM series WHERE series.indicator = named.indicator AND series.area = :area)
"""
_LINK = """
    INSERT INTO series_figure (series_id, figure_id)
    SELECT series.id, figure.id
      FROM figure CROSS JOIN series ON series.indicator = figure.indicator AND series.area = :area
     WHERE figure.report_id = :report AND figure.indicator <> ''
"""
LINKED = "SELECT DISTINCT series_id FROM series_figure WHERE figure_id BETWEEN :first AND :last"
UNLINK = "DELETE FROM series_figure WHERE figure_id BETWEEN :first AND :last"
_EMPTY = """
    DELETE FROM series
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM series_figure WHERE series_figure.series_id = series.id)
"""
# What is linked and should not be, and what should be and is not.
AMISS = """
    SELECT count(*)
      FROM figure
      LEFT JOIN series_figure ON series_figure.figure_id = figure.id
      LEFT JOIN series ON series.id = series_figure.series_id
     WHERE figure.report_id = :report
       AND CASE WHEN figure.indicator = '' THEN series_figure.figure_id IS NOT NULL
                ELSE series.indicator IS NOT figure.indicator OR series.area IS NOT :area END
"""


def link_all(conn: sqlite3.Connection) -> None:
    """Link the figures of every report of a library in which none are linked yet."""
    for (report_id,) in conn.execute(_REPORTS).fetchall():
        link_report(conn, report_id)


def link_report(conn: sqlite3.Connection, report_id: int) -> None:
    """Link the figures of a stored report by their indicators and its area; what was linked before is replaced."""
    unlink_report(conn, report_id)
    facts = {"report": report_id, "area": area_of_report(conn, report_id)}
    conn.execute(_NEW_SERIES, facts)
    conn.execute(_LINK, facts)


def unlink_report(conn: sqlite3.Connection, report_id: int) -> None:
    """Take a report's figures out of their series; a series without any figure goes."""
    whole = {"first": report_id * ROOM, "last": (report_id + 1) * ROOM - 1}
    linked = conn.execute(LINKED, whole).fetchall()
    if linked:
        conn.execute(UNLINK, whole)
        conn.executemany(_EMPTY, linked)


def area_of_report(conn: sqlite3.Connection, report_id: int) -> str:
    """Return the area of a stored report, "" if there is none of that id."""
    row = conn.execute(_WHOSE, {"report": report_id}).fetchone()
    return area_of(*row) if row else ""


def is_linked(conn: sqlite3.Connection, report_id: int) -> bool:
    """Tell whether the figures of a report stand in the series they belong to, and in no other."""
    facts = {"report": report_id, "area": area_of_report(conn, report_id)}
    return bool(conn.execute(AMISS, facts).fetchone()[0] == 0)
