"""Removed reports, kept whole for a while: put there and taken out again in the caller's own transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from db import history, queries, relinking, seals, writer
from db.errors import LibraryError
from db.indicators.catalogue import edition
from db.model import Content, Source
from db.sqlite_errors import typed_errors

KEPT_DAYS = 30

_PUT = """
    INSERT INTO bin (report_id, change_id, batch, replaced_by, removed_at, body)
    VALUES (:report, :change,
            (SELECT change_id FROM receipt JOIN change_receipt ON receipt_id = receipt.id
              WHERE report_id = :report AND status IN ('imported', 'revised')),
            :replaced_by, :at, :body)
"""
_TAKE = "SELECT body FROM bin WHERE report_id = :report"
_FORGET = "DELETE FROM bin WHERE report_id = :report"
_REPLACED = "SELECT report_id, change_id FROM bin WHERE replaced_by = :report"
_OF_BATCH = "SELECT report_id FROM bin WHERE batch = :batch ORDER BY report_id"
_FORGET_BATCH = "DELETE FROM bin WHERE batch = :batch"
_EXPIRE = "DELETE FROM bin WHERE removed_at < :before"
_RECEIPTS = "SELECT id FROM receipt WHERE report_id = :report"
_TIE = "UPDATE receipt SET report_id = :report WHERE id = :receipt AND report_id IS NULL"
_READ = "SELECT body, at FROM as_read WHERE report_id = :report"
_KEEP_READ = "INSERT INTO as_read (report_id, body, at) VALUES (:report, :body, :at)"


@dataclass(frozen=True, slots=True)
class Binned:
    """A report with all that belongs to it: its receipts by id, and what was read where the user corrected it.

    `catalogue` is the edition that linked its figures.
    """

    slug: str
    imported_at: str
    digest: str
    source: Source
    content: Content
    receipts: tuple[int, ...]
    read: tuple[str, str] | None
    catalogue: str = ""


@typed_errors
def put(conn: sqlite3.Connection, report_id: int, change_id: int, replaced_by: int | None = None) -> bool:
    """Take a report out of the library into the bin; False if there is none.

    What cannot be read whole any more is only removed: there is nothing to bring back.
    """
    found = queries.report(conn, report_id)
    if found is None:
        return False
    body = _packed(conn, report_id)
    if body is not None:
        facts = {"report": report_id, "change": change_id, "replaced_by": replaced_by, "at": history.now()}
        conn.execute(_PUT, {**facts, "body": body})
    return writer.remove_report(conn, report_id)


@typed_errors
def take_out(conn: sqlite3.Connection, report_id: int) -> bool:
    """Bring a report back under its own id; False where it is not in the bin, or its file was imported anew."""
    row = conn.execute(_TAKE, {"report": report_id}).fetchone()
    if row is None:
        return False
    conn.execute(_FORGET, {"report": report_id})
    kept = _unpacked(row[0])
    if queries.report_with_source(conn, kept.source.sha256) is not None:
        return False
    former = (report_id, kept.slug)
    writer.add_report(conn, kept.content, kept.source, kept.imported_at, kept.digest, former=former)
    conn.executemany(_TIE, [{"report": report_id, "receipt": receipt} for receipt in kept.receipts])
    for receipt in kept.receipts:
        seals.put(conn, seals.RECEIPT, receipt)
    if kept.read is not None:
        conn.execute(_KEEP_READ, {"report": report_id, "body": kept.read[0], "at": kept.read[1]})
    seals.put(conn, seals.REPORT, report_id)
    if kept.catalogue != edition():
        relinking.relink_report(conn, report_id, whole=True)
    return True


def is_legible(body: bytes) -> bool:
    """Tell whether what lies in the bin can be brought back."""
    try:
        _unpacked(body)
    except (zlib.error, msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return True


@typed_errors
def replaced(conn: sqlite3.Connection, report_id: int) -> list[tuple[int, int]]:
    """Return what a report took the place of, each with the change that put it into the bin."""
    return [(report, change) for report, change in conn.execute(_REPLACED, {"report": report_id})]


@typed_errors
def of_batch(conn: sqlite3.Connection, batch: int) -> list[int]:
    """Return the reports in the bin that came with an import."""
    return [report for (report,) in conn.execute(_OF_BATCH, {"batch": batch})]


@typed_errors
def forget_batch(conn: sqlite3.Connection, batch: int) -> None:
    """Let what came with an import never come back."""
    conn.execute(_FORGET_BATCH, {"batch": batch})


@typed_errors
def expire(conn: sqlite3.Connection) -> None:
    """Forget what has been in the bin longer than `KEPT_DAYS`."""
    before = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    conn.execute(_EXPIRE, {"before": before.isoformat(timespec="seconds")})


def _unpacked(body: bytes) -> Binned:
    return msgspec.json.decode(zlib.decompress(body), type=Binned)


def _packed(conn: sqlite3.Connection, report_id: int) -> bytes | None:
    found = queries.report(conn, report_id)
    assert found is not None
    facts = {"report": report_id}
    try:
        content = queries.content(conn, report_id, sealed=False)
    except (LibraryError, LookupError, TypeError, ValueError, json.JSONDecodeError):
        return None
    receipts = tuple(receipt for (receipt,) in conn.execute(_RECEIPTS, facts))
    read = conn.execute(_READ, facts).fetchone()
    kept = Binned(
        found.slug, found.imported_at, found.digest, found.source, content, receipts, read, relinking.kept_edition(conn)
    )
    return zlib.compress(msgspec.json.encode(kept))
