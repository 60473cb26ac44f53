"""How a library file is opened: the pragmas and limits of a reader and of a writer, and a new file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from db import schema
from db.errors import LibraryReadOnly, LibraryUnreachable
from db.indicators.catalogue import edition
from db.sqlite_errors import translating

# What a file may make us do is bounded: numbers from design harness, far above what our own queries need.
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 << 20),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 50_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_FOR_EVERYONE = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
)
# A cache that holds a whole report keeps readers unlocked until the commit.
_FOR_WRITING = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-65536")
_STEPS_BETWEEN = 20_000
"""Steps of SQLite's machine: a few milliseconds."""
_META = "INSERT INTO meta (key, value) VALUES (:key, :value)"


class _Connection(sqlite3.Connection):
    """A connection that can be held weakly, so that it goes with its thread."""


def uri(path: Path, mode: str) -> str:
    """Return the URI SQLite opens `path` by; every sign of the name is meant literally."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name))}?mode={mode}"


def connect_reader(path: Path, patience: float) -> sqlite3.Connection:
    """Open for reading only; broken UTF-8 comes as U+FFFD. Raises sqlite3.Error."""
    conn = sqlite3.connect(
        uri(path, "ro"),
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )
    for limit, value in _LIMITS:
        conn.setlimit(limit, value)
    conn.text_factory = _text
    _set(conn, (*_FOR_EVERYONE, "PRAGMA query_only=ON"))
    return conn


def connect_writer(path: Path, patience: float, mode: str = "rw") -> sqlite3.Connection:
    """Open for writing, durable, transactions by hand; one thread at a time. Raises sqlite3.Error."""
    conn = sqlite3.connect(
        uri(path, mode), uri=True, timeout=patience, isolation_level=None, check_same_thread=False, factory=_Connection
    )
    try:
        _set(conn, (*_FOR_EVERYONE, *_FOR_WRITING))
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def close_cleanly(conn: sqlite3.Connection) -> None:
    """Close a writer and take away the empty journal that TRUNCATE leaves, so that one file remains."""
    with suppress(sqlite3.Error):  # where it cannot be taken away it does no harm, and must not hide a first error
        conn.execute("PRAGMA journal_mode=DELETE").fetchone()
    conn.close()


@contextmanager
def snapshot(conn: sqlite3.Connection) -> Iterator[None]:
    """Let all reads inside see one state of the file, whatever another program commits meanwhile."""
    nested = conn.in_transaction
    if nested:
        yield
        return
    conn.execute("BEGIN")
    try:
        yield
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


@contextmanager
def stoppable(conn: sqlite3.Connection, asked_to_stop: Callable[[], bool]) -> Iterator[None]:
    """Let a statement that runs inside ask now and then whether to stop; then it raises SearchInterrupted.

    Unlike `interrupt()` from another thread it cannot hit what the same connection is asked next.
    """
    conn.set_progress_handler(asked_to_stop, _STEPS_BETWEEN)
    try:
        yield
    finally:
        conn.set_progress_handler(None, 0)


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _set(conn: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        conn.execute(pragma).fetchone()


def new_file(path: Path) -> None:
    """Make an empty library at `path`, whole or not at all; leave alone one that appeared meanwhile.

    Raises LibraryUnreachable, LibraryReadOnly, DiskFull.
    """
    from db import migrations  # noqa: PLC0415 - brings sqlite-utils, 0.15 s nobody needs who only reads

    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with translating(path):
            conn = connect_writer(draft, 0.0, "rwc")
            try:
                conn.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
                migrations.migrate(conn)
                facts = {"uuid": os.urandom(16).hex(), "writer": _program(), "generation": "0"}
                facts["catalogue"] = edition()
                conn.executemany(_META, [{"key": key, "value": value} for key, value in facts.items()])
            finally:
                close_cleanly(conn)
        _put(draft, path)
    except PermissionError as error:
        raise LibraryReadOnly(path, str(error)) from error
    except OSError as error:
        raise LibraryUnreachable(path, str(error)) from error
    finally:
        discard(draft)


def discard(draft: Path) -> None:
    """Take a draft away; where that cannot be, it does no harm, and must not hide a first error."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _put(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another program was faster; its library is as good as ours
    except OSError:  # no links on FAT and on some network folders
        if not path.exists():
            os.replace(draft, path)


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 20 ms, for new files only

    try:
        return version("tubaocao")
    except PackageNotFoundError:
        return ""
