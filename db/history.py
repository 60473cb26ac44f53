"""What was done to the library as a whole, import by import and removal by removal, and whether it was undone."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from db import seals
from db.sqlite_errors import typed_errors

IMPORT, REMOVAL = "import", "removal"

_BEGIN = "INSERT INTO change (kind, at, undone_at) VALUES (:kind, :at, '')"
_UNDONE = "UPDATE change SET undone_at = :at WHERE id = :change"
_OF_IMPORT = """
    SELECT report_id
      FROM change_receipt JOIN receipt ON receipt.id = receipt_id
     WHERE change_id = :change AND report_id IS NOT NULL AND status IN ('imported', 'revised')
     ORDER BY report_id
"""
_OF_REMOVAL = "SELECT report_id FROM bin WHERE change_id = :change ORDER BY report_id"
_ONE = "SELECT id, kind, at, undone_at FROM change WHERE id = :change"
_STANDING = "SELECT id, kind, at, undone_at FROM change WHERE undone_at = '' ORDER BY id DESC"


@dataclass(frozen=True, slots=True)
class Change:
    """An import or a removal (`kind`), `at` UTC, ISO. `undone_at` is empty while it stands.

    `reports` are the ids of those that undoing it would take away, or bring back.
    """

    id: int
    kind: str
    at: str
    undone_at: str
    reports: tuple[int, ...]


@typed_errors
def begin(conn: sqlite3.Connection, kind: str, at: str = "") -> int:
    """Note that something begins and return its id; without `at` it is now."""
    stored = conn.execute(_BEGIN, {"kind": kind, "at": at or now()}).lastrowid
    assert stored is not None
    seals.put(conn, seals.CHANGE, stored)
    return stored


@typed_errors
def mark_undone(conn: sqlite3.Connection, change_id: int) -> None:
    """Note that a change was taken back now."""
    conn.execute(_UNDONE, {"change": change_id, "at": now()})
    seals.put(conn, seals.CHANGE, change_id)


@typed_errors
def change(conn: sqlite3.Connection, change_id: int) -> Change | None:
    """Return a change by its id; None if there is none."""
    row = conn.execute(_ONE, {"change": change_id}).fetchone()
    return _change(conn, row) if row else None


@typed_errors
def last(conn: sqlite3.Connection) -> Change | None:
    """Return the last change that undoing would still do something about; None if there is none."""
    changes = (_change(conn, row) for row in conn.execute(_STANDING).fetchall())
    return next((one for one in changes if one.reports), None)


def now() -> str:
    """Return the moment, UTC, ISO, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _change(conn: sqlite3.Connection, row: tuple[int, str, str, str]) -> Change:
    number, kind, at, undone_at = row
    statement = _OF_IMPORT if kind == IMPORT else _OF_REMOVAL
    reports = conn.execute(statement, {"change": number}).fetchall()
    return Change(number, kind, at, undone_at, tuple(report for (report,) in reports))
