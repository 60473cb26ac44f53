"""The ordered steps that make the schema; a released step is never edited.

Imported only where a library is made or brought up to date: sqlite-utils costs 0.15 s.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db import schema

migrations = Migrations("library")


@migrations()
def m001_reports(db: Database) -> None:
    """The first shape."""
    for statement in (*schema.TABLES, *schema.INDEXES):
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file behind `conn` to `schema.VERSION`, each step in one transaction."""
    migrations.apply(Database(conn))


def back_up(conn: sqlite3.Connection, path: Path) -> Path:
    """Copy the library beside itself, before a step, as "name.v1.bak"; return the copy's path."""
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    copy = path.with_name(f"{path.name}.v{version}.bak")
    target = sqlite3.connect(copy)
    try:
        conn.backup(target)
    finally:
        target.close()
    return copy
