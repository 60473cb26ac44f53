"""Which rows of a notebook are what was written, and the way of the good ones into a fresh notebook.

Every row ends in its seal, a fingerprint of all that stands before it; it is empty for the
moment between writing a row and sealing it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stored:
    """One table: how all of it is read, written and sealed, the kinds of its columns, which holds JSON of a kind."""

    read: str
    write: str
    seal: str
    kinds: tuple[type | tuple[type, ...], ...]
    json_column: int | None = None
    json_kind: type = object


READING, BOOKMARK, LAYER = TABLES = (
    Stored(
        "SELECT store, report, block, offset, expanded, zoom, at, seal FROM reading",
        "INSERT INTO reading (store, report, block, offset, expanded, zoom, at, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        "UPDATE reading SET seal = seal_of(store, report, block, offset, expanded, zoom, at)",
        (str, str, int, int, str, (int, float), str, str),
        4,
        list,
    ),
    Stored(
        "SELECT id, store, report, block, offset, quote, label, created, seal FROM bookmark ORDER BY id",
        "INSERT INTO bookmark (id, store, report, block, offset, quote, label, created, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "UPDATE bookmark SET seal = seal_of(id, store, report, block, offset, quote, label, created)",
        (int, str, str, int, int, str, str, str, str),
    ),
    Stored(
        "SELECT id, store, kind, report, body, at, undone, seal FROM layer ORDER BY id",
        "INSERT INTO layer (id, store, kind, report, body, at, undone, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        "UPDATE layer SET seal = seal_of(id, store, kind, report, body, at, undone)",
        (int, str, str, str, str, str, int, str),
        4,
        dict,
    ),
)


def allow_sealing(conn: sqlite3.Connection) -> None:
    """Let statements on `conn` call `seal_of`."""
    conn.create_function("seal_of", -1, seal_of, deterministic=True)


def seal_of(*values: object) -> str:
    """Return the sha256 (hex) of the values of a row."""
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()


def seal_one(conn: sqlite3.Connection, table: Stored, row_id: int) -> None:
    """Seal the row of that id as it is now. Raises sqlite3.Error."""
    conn.execute(f"{table.seal} WHERE id = :id", {"id": row_id})


def all_legible(conn: sqlite3.Connection) -> bool:
    """Tell whether every row is what belongs there. Raises sqlite3.Error."""
    return all(_is_legible(row, table) for table in TABLES for row in conn.execute(table.read))


def carry(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Put the rows of `old` that are what belongs there into `new`, which has none. Raises sqlite3.Error."""
    for table in TABLES:
        rows = (row for row in old.execute(table.read) if _is_legible(row, table))
        new.executemany(table.write, rows)


def _is_legible(row: tuple[Any, ...], table: Stored) -> bool:
    if not all(isinstance(value, kind) for value, kind in zip(row, table.kinds, strict=True)):
        return False
    if row[-1] not in ("", seal_of(*row[:-1])) and not any("\ufffd" in str(one) for one in row[:-1]):
        return False  # letters that are broken show it themselves
    if table.json_column is None:
        return True
    try:
        held: Any = json.loads(row[table.json_column])
    except (ValueError, RecursionError):
        return False
    kind: Any = table.json_kind
    return isinstance(held, kind) and all(isinstance(one, str | int) for one in held)
