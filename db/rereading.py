"""A report read anew from the same file, because the readers have become better since it was imported.

It stays the same report to whoever refers to it: its id and its slug, what the user put into its row. What the
user keeps in the notebook (bookmarks, notes, corrections) goes by the file and by the words it was set on, and finds
them again in the new reading (`db.anchoring`, `db.layers`).
"""

from __future__ import annotations

import sqlite3

from db import digest, edits, queries, removed, writer
from db.model import Content, Report, Source


def read_anew(
    conn: sqlite3.Connection, known: Report, content: Content, source: Source, *, at: str, batch: int
) -> bool:
    """Put what was read today in the place of a report, which goes into the bin; False where it is the same.

    `at` is the moment, UTC, ISO; undoing the import `batch` brings the former reading back. The transaction is the
    caller's. Raises as `db.writer.add_report` does.
    """
    fingerprint = digest.digest(content)
    if fingerprint == known.digest:
        return False
    read = queries.as_read(conn, known.id)
    removed.put(conn, known.id, batch, replaced_by=known.id)
    writer.add_report(conn, content, source, at, fingerprint, former=(known.id, known.slug))
    if read is not None:
        said = {name: getattr(known.data, name) for name in edits.EDITABLE}
        edits.correct(conn, known.id, {name: value for name, value in said.items() if value != getattr(read, name)})
    return True
