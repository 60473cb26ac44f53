"""The user's own word on what a report says of itself; what was read is kept beside it and never overwritten."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from db import history, queries
from db.model import ReportData
from db.queries import UnknownReport
from db.sqlite_errors import typed_errors

EDITABLE = ("year", "period", "issuer", "kind")

_PUT = "UPDATE report SET year = :year, period = :period, issuer = :issuer, kind = :kind WHERE id = :report"
_KEEP = """
    INSERT INTO as_read (report_id, body, at) VALUES (:report, :body, :at)
    ON CONFLICT (report_id) DO UPDATE SET at = :at
"""
_FORGET = "DELETE FROM as_read WHERE report_id = :report"


@typed_errors
def correct(conn: sqlite3.Connection, report_id: int, values: dict[str, Any]) -> ReportData:
    """Put the user's values (some of `EDITABLE`) into a report and return what it says of itself now.

    A period that is the year goes with the year. Where all is as it was read again, nothing
    is kept beside it. Raises UnknownReport; KeyError for a field that is not to be edited.
    """
    found = queries.report(conn, report_id)
    if found is None:
        raise UnknownReport(report_id)
    read = queries.as_read(conn, report_id) or found.data
    now = _with(found.data, values)
    facts = {name: getattr(now, name) for name in EDITABLE}
    conn.execute(_PUT, {**facts, "report": report_id})
    if now == read:
        conn.execute(_FORGET, {"report": report_id})
    else:
        body = json.dumps({name: getattr(read, name) for name in EDITABLE}, ensure_ascii=False)
        conn.execute(_KEEP, {"report": report_id, "body": body, "at": history.now()})
    return now


def _with(data: ReportData, values: dict[str, Any]) -> ReportData:
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise KeyError(min(unknown))
    changed = replace(data, **values)
    if changed.year != data.year and "period" not in values and data.period in ("", str(data.year or "")):
        changed = replace(changed, period=str(changed.year or ""))
    return changed
