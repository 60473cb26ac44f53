"""What became of the files offered for import."""

from __future__ import annotations

import json
import sqlite3

from db.model import Counts, Finding, Receipt
from db.sqlite_errors import legible, typed_errors

NEWEST = """
    SELECT receipt.id, path, status, report_id, code, detail, receipt.at, change.id, ifnull(undone_at, ''), findings,
           sections, notes, notes_linked, tables, figures
      FROM receipt LEFT JOIN change_receipt ON receipt_id = receipt.id LEFT JOIN change ON change.id = change_id
     ORDER BY receipt.id DESC
     LIMIT :limit
"""


@typed_errors
def receipts(conn: sqlite3.Connection, limit: int = 100) -> list[Receipt]:
    """Return the newest receipts, newest first; their findings keep the block ids they were written with."""
    with legible(conn):
        return [
            Receipt(
                id=receipt_id,
                path=path,
                status=status,
                report_id=report_id,
                code=code,
                detail=detail,
                counts=Counts(*counts),
                findings=tuple(Finding(*finding) for finding in json.loads(findings or "[]")),
                at=at,
                batch=batch,
                undone=bool(undone),
            )
            for receipt_id, path, status, report_id, code, detail, at, batch, undone, findings, *counts in conn.execute(
                NEWEST, {"limit": limit}
            )
        ]
