"""Looks at a file before trusting it: its first bytes, then whether its shape is exactly ours."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from db import schema
from db.errors import DamagedLibrary, LibraryUnreachable, NewerLibrary, NotALibrary

_MAGIC = b"SQLite format 3\0"
_SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
_COLUMNS = "SELECT name FROM pragma_table_info(:name)"


def sniff(path: Path, original: Path | None = None) -> int:
    """Return the schema version the first 100 bytes of `path` tell.

    Errors name `original` where `path` is a private copy of it. Raises NotALibrary for
    anything that is not one of our stores, DamagedLibrary for a file shorter than it
    says, LibraryUnreachable if it cannot be read.
    """
    size, head = _head(path, original or path)
    beside, path = _journal_of(path), original or path
    if len(head) < 100 or head[:16] != _MAGIC:
        raise NotALibrary(path, "empty" if not head else "not SQLite")
    if struct.unpack(">I", head[68:72])[0] != schema.APPLICATION_ID:
        raise NotALibrary(path, "application_id")
    (version,) = struct.unpack(">I", head[60:64])
    if version == 0:
        raise DamagedLibrary(path, "user_version")
    page = struct.unpack(">H", head[16:18])[0]
    promised = struct.unpack(">I", head[28:32])[0] * (65536 if page == 1 else page)
    if size < promised and not beside.exists():
        raise DamagedLibrary(path, f"{size} < {promised} bytes")
    return int(version)


def is_wal(path: Path) -> bool:
    """Tell whether the header of `path` asks for a write-ahead log. Raises LibraryUnreachable."""
    return _head(path, path)[1][18:20] == b"\x02\x02"


def _head(path: Path, original: Path) -> tuple[int, bytes]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return size, file.read(100)
    except OSError as error:
        raise LibraryUnreachable(original, str(error)) from error


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def check_shape(conn: sqlite3.Connection, path: Path, newer: bool) -> None:
    """Refuse a file whose schema is not word for word ours, or, if `newer`, lacks what we read.

    A trigger or a view is never ours: NotALibrary. A table or index that is missing or
    changed: DamagedLibrary, or NewerLibrary for a newer file.
    """
    rows = conn.execute(_SHAPE).fetchall()
    if not all(isinstance(part, str) or (part is None and row[3] is None) for row in rows for part in row):
        raise DamagedLibrary(path, "sqlite_schema")
    for kind, name, _, _ in rows:
        if kind not in ("table", "index"):
            raise NotALibrary(path, f"{kind} {name}")
    if newer:
        _check_columns(conn, path)
        return
    ours = {schema.name_of(statement): statement for statement in (*schema.TABLES, *schema.INDEXES)}
    for kind, name, table, sql in rows:
        if name in ours:
            if not schema.same_wording(sql or "", ours.pop(name)):
                raise DamagedLibrary(path, f"{kind} {name}")
        elif not _foreign(name, table):
            raise NotALibrary(path, f"{kind} {name}")
    if ours:
        raise DamagedLibrary(path, ", ".join(sorted(ours)))


def _foreign(name: str, table: str) -> bool:
    return name.startswith("sqlite_") or name in schema.FOREIGN_NAMES or table in schema.FOREIGN_NAMES


def _check_columns(conn: sqlite3.Connection, path: Path) -> None:
    """See whether a newer file still has every column we read."""
    wanted = sqlite3.connect(":memory:")
    try:
        for statement in schema.TABLES:
            wanted.execute(statement)
            name = {"name": schema.name_of(statement)}
            have = {column for (column,) in conn.execute(_COLUMNS, name)}
            if not {column for (column,) in wanted.execute(_COLUMNS, name)} <= have:
                raise NewerLibrary(path, name["name"])
    finally:
        wanted.close()
