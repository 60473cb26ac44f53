"""A fingerprint of each row the user reads for which no report's digest vouches.

A report's digest is made of what its reader read. The seal of a report stands for the
row as it is now: what its file was, what the user corrected by hand, the figures such a
correction moved. Receipts and changes have seals of their own. Whoever writes one of
these rows puts its seal in the same transaction.
"""

from __future__ import annotations

import hashlib
import sqlite3

from db import schema
from db.sqlite_errors import typed_errors

REPORT, RECEIPT, CHANGE = "report", "receipt", "change"

# Columns by name: a later step that adds one seals the rows anew, and this wording goes with it.
_OF_REPORT = """
    SELECT id, slug, title, kind, issuer, place, number, date, year, period, signed_by, signed_as, resolution, sample,
           source_name, source_path, source_sha256, source_format, source_bytes, imported_at, digest, sections, notes,
           notes_linked, tables, figures
      FROM report WHERE id = :id
"""
_AS_READ = "SELECT body, at FROM as_read WHERE report_id = :id"
_MOVED = """
    SELECT id, period, period_start, period_end, change_versus FROM figure
     WHERE report_id = :id AND EXISTS (SELECT 1 FROM as_read WHERE report_id = :id)
     ORDER BY id
"""
_OF_RECEIPT = """
    SELECT id, path, status, report_id, code, detail, sections, notes, notes_linked, tables, figures, findings, at
      FROM receipt WHERE id = :id
"""
_BATCH = "SELECT change_id FROM change_receipt WHERE receipt_id = :id"
_OF_CHANGE = "SELECT id, kind, at, undone_at FROM change WHERE id = :id"
_ROWS = {REPORT: (_OF_REPORT, _AS_READ, _MOVED), RECEIPT: (_OF_RECEIPT, _BATCH), CHANGE: (_OF_CHANGE,)}
_IDS = {
    REPORT: "SELECT id FROM report ORDER BY id",
    RECEIPT: "SELECT id FROM receipt ORDER BY id",
    CHANGE: "SELECT id FROM change ORDER BY id",
}
_PUT = """
    INSERT INTO seal (kind, of_, digest) VALUES (:kind, :id, :digest)
    ON CONFLICT (kind, of_) DO UPDATE SET digest = :digest
"""
_KEPT = "SELECT digest FROM seal WHERE kind = :kind AND of_ = :id"
_ALL_KEPT = "SELECT of_, digest FROM seal WHERE kind = :kind"
_DROP = "DELETE FROM seal WHERE kind = :kind AND of_ = :id"
_VERSION = "PRAGMA user_version"


def seal_of(conn: sqlite3.Connection, kind: str, number: int) -> str:
    """Return the sha256 (hex) of what is said of one report, receipt or change now. Raises sqlite3.Error."""
    rows = [[tuple(row) for row in conn.execute(statement, {"id": number})] for statement in _ROWS[kind]]
    # repr() tells a text from bytes and a number from both, whatever a damaged row holds.
    return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


@typed_errors
def put(conn: sqlite3.Connection, kind: str, number: int) -> None:
    """Seal a row as it is now."""
    conn.execute(_PUT, {"kind": kind, "id": number, "digest": seal_of(conn, kind, number)})


@typed_errors
def put_all(conn: sqlite3.Connection) -> None:
    """Seal everything as it is now; for a library in which nothing is sealed yet."""
    for kind, statement in _IDS.items():
        for (number,) in conn.execute(statement).fetchall():
            put(conn, kind, number)


@typed_errors
def drop(conn: sqlite3.Connection, kind: str, number: int) -> None:
    """Forget the seal of a row that goes."""
    conn.execute(_DROP, {"kind": kind, "id": number})


@typed_errors
def holds(conn: sqlite3.Connection, kind: str, number: int) -> bool:
    """Tell whether a row is as it was sealed; one that has no seal is not.

    What a newer program sealed is not judged: it may know more columns.
    """
    row = conn.execute(_KEPT, {"kind": kind, "id": number}).fetchone()
    if row is not None and row[0] == seal_of(conn, kind, number):
        return True
    return bool(conn.execute(_VERSION).fetchone()[0] > schema.VERSION)


@typed_errors
def kept(conn: sqlite3.Connection, kind: str) -> dict[int, str]:
    """Return all seals of a kind by the number of the row each is for."""
    return dict(conn.execute(_ALL_KEPT, {"kind": kind}).fetchall())


@typed_errors
def broken(conn: sqlite3.Connection, kind: str) -> list[int]:
    """Return the numbers of the rows that are not as they were sealed, and of those that are sealed and gone."""
    there = {number for (number,) in conn.execute(_IDS[kind])}
    return [number for number in sorted(there | kept(conn, kind).keys()) if not holds(conn, kind, number)]
