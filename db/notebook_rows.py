"""Which rows of a notebook are what belongs there, and the way of the good ones into a fresh notebook."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stored:
    """One table: how all of it is read and written, the kinds of its columns, which of them holds JSON of a kind."""

    read: str
    write: str
    kinds: tuple[type | tuple[type, ...], ...]
    json_column: int | None = None
    json_kind: type = object


TABLES = (
    Stored(
        "SELECT store, report, block, offset, expanded, zoom, at FROM reading",
        "INSERT INTO reading (store, report, block, offset, expanded, zoom, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (str, str, int, int, str, (int, float), str),
        4,
        list,
    ),
    Stored(
        "SELECT id, store, report, block, offset, quote, label, created FROM bookmark ORDER BY id",
        "INSERT INTO bookmark (id, store, report, block, offset, quote, label, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (int, str, str, int, int, str, str, str),
    ),
    Stored(
        "SELECT id, store, kind, report, body, at, undone FROM layer ORDER BY id",
        "INSERT INTO layer (id, store, kind, report, body, at, undone) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (int, str, str, str, str, str, int),
        4,
        dict,
    ),
)


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
    if table.json_column is None:
        return True
    try:
        held: Any = json.loads(row[table.json_column])
    except (ValueError, RecursionError):
        return False
    kind: Any = table.json_kind
    return isinstance(held, kind) and all(isinstance(one, str | int) for one in held)
