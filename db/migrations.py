"""The ordered steps that make the schema; a released step is never edited.

Imported only where a library is made or brought up to date: sqlite-utils costs 0.15 s.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db import linking, schema, seals, vocabulary

migrations = Migrations("library")


@migrations()
def m001_reports(db: Database) -> None:
    """The first shape."""
    for statement in (*schema.FIRST_TABLES, *schema.FIRST_INDEXES):
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


@migrations()
def m002_changes(db: Database) -> None:
    """Imports and removals that can be undone; what was read where the user knows better."""
    for statement in (*schema.SECOND_TABLES, *schema.SECOND_INDEXES):
        db.conn.execute(statement)
    db.conn.execute("PRAGMA user_version = 2")


@migrations()
def m003_series(db: Database) -> None:
    """Which figures make a series; of the reports that are there, by the indicators they were imported with."""
    for statement in (*schema.THIRD_TABLES, *schema.THIRD_INDEXES):
        db.conn.execute(statement)
    linking.link_all(db.conn)
    db.conn.execute("PRAGMA user_version = 3")


@migrations()
def m004_seals(db: Database) -> None:
    """A seal for each row no digest vouches for, as it is found."""
    for statement in schema.FOURTH_TABLES:
        db.conn.execute(statement)
    seals.put_all(db.conn)
    db.conn.execute("PRAGMA user_version = 4")


@migrations()
def m005_words(db: Database) -> None:
    """The words of the search index, so that a prefix is found without going through all of them."""
    for statement in schema.FIFTH_TABLES:
        db.conn.execute(statement)
    vocabulary.fill_from_index(db.conn)
    db.conn.execute("PRAGMA user_version = 5")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the file behind `conn` to `schema.VERSION`, each step in one transaction."""
    migrations.apply(Database(conn))
