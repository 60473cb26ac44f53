"""Every row of a damaged library that can still be read, put into a library of its own to be judged there."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from db import schema
from db.connections import close_cleanly, connect_writer, new_file
from db.model import Progress
from db.pages import TABLE, Damage, Pages, Row, Value

SHA256 = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{32}")
_EDITION = re.compile(r"[0-9a-f]{1,16}-[0-9a-f]{16}")
_COLUMNS = 'SELECT type, "notnull", pk FROM pragma_table_info(:table)'
_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (int, float), "TEXT": (str,), "BLOB": (bytes,)}
_PAGES_AT_ONCE = 256
_CLEAR = ("PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA journal_mode=MEMORY", "BEGIN")


@dataclass(slots=True)
class Gathered:
    """What was read; `uuid` and `catalogue` are empty and `generation` 0 where they are lost.

    `last` is the highest id of each table, `catalogue` the edition that linked the figures.

    `conn` leads to a library without ties between its rows; `sources` are the hashes of the reports' files by
    their index. `spare` holds the rows of pages that are said to be in use no more: they count only where
    something is missing otherwise.
    """

    conn: sqlite3.Connection
    uuid: str = ""
    generation: int = 0
    catalogue: str = ""
    last: dict[str, int] = field(default_factory=dict)
    sources: dict[int, str] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    spare: list[tuple[str, tuple[Value, ...]]] = field(default_factory=list)

    def add_spare(self) -> bool:
        """Put the spare rows in where there are none of their number; False if there are none."""
        spare, self.spare = self.spare, []
        for table, values in spare:
            _insert(self.conn, table, values)
        return bool(spare)


def settled_copy(store: Path, folder: Path) -> Path:
    """Return the file to read: `store`, or a copy in which SQLite has settled what an unfinished write left beside it.

    `store` and what lies beside it are only read. Raises OSError.
    """
    beside = [path for end in ("-journal", "-wal") if (path := store.with_name(store.name + end)).exists()]
    if not any(path.stat().st_size for path in beside):
        return store
    copy = folder / store.name
    for path in (store, *beside):
        shutil.copyfile(path, folder / path.name)
    with suppress(sqlite3.Error):  # what cannot be settled is read as it lies there
        conn = connect_writer(copy, 0.0)
        try:
            conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            close_cleanly(conn)
    return copy


def gather(path: Path, into: Path) -> Generator[Progress, None, Gathered]:
    """Read the pages of the file at `path` one by one into a new file at `into`.

    Raises OSError, errors of the store.
    """
    new_file(into)
    found = Gathered(connect_writer(into, 0.0))
    try:
        for statement in _CLEAR:
            found.conn.execute(statement)
        with Pages(path) as pages:
            free = pages.free()
            for number in range(1, pages.count + 1):
                if number % _PAGES_AT_ONCE == 1:
                    yield Progress(number - 1, pages.count, "gather", path.name)
                with suppress(Damage):
                    _take(found, pages.rows(number), number in free)
        found.conn.execute("COMMIT")
    except BaseException:
        found.conn.close()
        raise
    return found


def _take(found: Gathered, rows: Iterable[Row], spare: bool) -> None:
    for row in rows:
        if row.kind != TABLE:
            _take_fact(found, row.values)
        elif _is_last(row.values):
            name, number = row.values
            found.last[str(name)] = max(int(number or 0), found.last.get(str(name), 0))
        elif (table := table_of(row)) is not None and spare:
            found.spare.append((table, _whole(row)))
        elif table is not None:
            found.rows[table] += 1
            _insert(found.conn, table, _whole(row))


def _take_fact(found: Gathered, values: tuple[Value, ...]) -> None:
    """Keep what a row of `meta` says, or one of the index of source hashes, if it is one."""
    match values:
        case ("uuid", str(text)) if _UUID.fullmatch(text):
            found.uuid = text
        case ("catalogue", str(text)) if _EDITION.fullmatch(text):
            found.catalogue = text
        case ("generation", str(text)) if text.isdecimal() and len(text) < 16:
            found.generation = max(found.generation, int(text))
        case (str(text), int(number)) if SHA256.fullmatch(text):
            found.sources[number] = text
        case _:
            pass


def _is_last(values: tuple[Value, ...]) -> bool:
    """Tell whether a row is SQLite's note of the highest id a table ever had."""
    match values:
        case ("report" | "receipt" | "change" as _name, int(number)):
            return 0 <= number < 1 << 40
        case _:
            return False


def table_of(row: Row) -> str | None:
    """Return the table whose columns a row fits, None if there is none; no two of ours have rows alike."""
    for table, columns in _shapes():
        if len(columns) == len(row.values) and all(
            (value is None and free) or (value is not None and isinstance(value, kinds))
            for value, (kinds, free) in zip(row.values, columns, strict=True)
        ):
            return table
    return None


@cache
def _shapes() -> tuple[tuple[str, tuple[tuple[tuple[type, ...], bool], ...]], ...]:
    """Return, of every table with row numbers, what its columns take and whether they may be empty.

    Series and words have none: they are made anew. The column that is the row number is always empty in the record.
    """
    found = []
    conn = sqlite3.connect(":memory:")
    try:
        for statement in schema.TABLES:
            if statement in (schema.META, schema.SEARCH_TEXT, *schema.THIRD_TABLES, *schema.FIFTH_TABLES):
                continue
            conn.execute(statement)
            columns = conn.execute(_COLUMNS, {"table": schema.name_of(statement)}).fetchall()
            shape = tuple(((), True) if key else (_KINDS[kind], not filled) for kind, filled, key in columns)
            found.append((schema.name_of(statement), shape))
    finally:
        conn.close()
    return tuple(found)


def _whole(row: Row) -> tuple[Value, ...]:
    return (row.number, *row.values[1:])


def _insert(conn: sqlite3.Connection, table: str, values: tuple[Value, ...]) -> None:
    """Put a row in; one that breaks a rule of the table is damaged and is left out."""
    marks = ", ".join("?" * len(values))
    with suppress(sqlite3.Error, UnicodeEncodeError):
        conn.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)  # noqa: S608 - a table of our own schema
