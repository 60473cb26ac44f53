"""The texts of a report that can be searched, under the row numbers they have in the index."""

from __future__ import annotations

import sqlite3

_PASSAGES = """
    SELECT id, text FROM block WHERE report_id = :report AND text <> ''
    UNION ALL
    SELECT id, text FROM note WHERE report_id = :report AND text <> ''
    UNION ALL
    SELECT cell.id, cell.text
      FROM data_table JOIN cell ON cell.table_id = data_table.id
     WHERE data_table.report_id = :report AND cell.text <> ''
"""


def passages(conn: sqlite3.Connection, report_id: int) -> list[tuple[int, str]]:
    """Return id and text of every block, note and cell of a report that has any text."""
    return conn.execute(_PASSAGES, {"report": report_id}).fetchall()
