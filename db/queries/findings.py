"""What the import of a report had to say."""

from __future__ import annotations

import sqlite3

from db.model import Finding
from db.sqlite_errors import typed_errors

FINDINGS = "SELECT code, detail, count, block_id FROM finding WHERE report_id = :report ORDER BY id"


@typed_errors
def findings(conn: sqlite3.Connection, report_id: int) -> tuple[Finding, ...]:
    """Return the findings of a report in the order of its text; () for an unknown report."""
    return tuple(Finding(*row) for row in conn.execute(FINDINGS, {"report": report_id}))
