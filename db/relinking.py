"""Tying the figures of a library to their indicators again, when the catalogue or its rules have changed.

What a figure belongs to was told by the catalogue of the program that imported it; the
store keeps which one that was. The values, words and places of the figures stay.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator

from db import linking, queries, seals
from db.digest import digest
from db.errors import DamagedLibrary
from db.importer.figures.belonging import may_belong, relinked
from db.indicators.catalogue import edition, load
from db.indicators.outside import is_outside
from db.library import Library
from db.model import Progress
from db.queries.content import content_as_read
from db.queries.figures import figures_of
from db.sqlite_errors import typed_errors

_EDITION = "SELECT value FROM meta WHERE key = 'catalogue'"
_KEEP_EDITION = """
    INSERT INTO meta (key, value) VALUES ('catalogue', :edition) ON CONFLICT (key) DO UPDATE SET value = :edition
"""
_PUT = "UPDATE figure SET indicator = ? WHERE id = ?"
_DIGEST = "UPDATE report SET digest = :digest WHERE id = :report"


def kept_edition(conn: sqlite3.Connection) -> str:
    """Return the edition of the catalogue that linked the figures, "" where none is named."""
    row = conn.execute(_EDITION).fetchone()
    return str(row[0]) if row else ""


@typed_errors
def is_current(conn: sqlite3.Connection) -> bool:
    """Tell whether this program's catalogue is the one that linked the figures."""
    return kept_edition(conn) == edition()


def relink(library: Library) -> Generator[Progress, None, int]:
    """Link all figures by this program's catalogue, and return how many reports have changed by that.

    All in one transaction: an error or cancelling leaves the library as it was. A report that
    is not as it was imported keeps what it has. Raises LibraryReadOnly, errors of the store.
    """
    changed = 0
    with library.writing() as conn:
        former = kept_edition(conn)
        rules_changed = former != "" and former.partition("-")[0] != edition().partition("-")[0]
        reports = queries.reports(conn)
        for done, report in enumerate(reports):
            yield Progress(done, len(reports), "links", report.slug)
            changed += relink_report(conn, report.id, whole=rules_changed)
        conn.execute(_KEEP_EDITION, {"edition": edition()})
    return changed


@typed_errors
def relink_report(conn: sqlite3.Connection, report_id: int, *, whole: bool = False) -> bool:
    """Link the figures of one report; True where one of them changed.

    Only where a figure's own row shows that the catalogue says something else now, or with
    `whole`, is all of the report read.
    """
    changed = (whole or _seems_changed(conn, report_id)) and _relinked(conn, report_id)
    if changed or not linking.is_linked(conn, report_id):
        linking.link_report(conn, report_id)
    return changed


def _seems_changed(conn: sqlite3.Connection, report_id: int) -> bool:
    catalogue = load()
    for figure in figures_of(conn, report_id):
        kept = "" if is_outside(figure.indicator) else figure.indicator
        if may_belong(figure, catalogue) != {kept}:
            return True
    return False


def _relinked(conn: sqlite3.Connection, report_id: int) -> bool:
    """Write what has changed, and the digest of the report as it is read now."""
    try:
        before = content_as_read(conn, report_id)
    except DamagedLibrary:
        return False
    now = relinked(before, load())
    pairs = zip(before.figures, now.figures, strict=True)
    moved = [(new.indicator, new.id) for old, new in pairs if new.indicator != old.indicator]
    if moved:
        conn.executemany(_PUT, moved)
        conn.execute(_DIGEST, {"report": report_id, "digest": digest(now)})
        seals.put(conn, seals.REPORT, report_id)
    return bool(moved)
