"""The user's own file: reading places, bookmarks, layers over figures. A library may be read-only, this never is.

Everything is keyed by the library's uuid and the sha256 of the report's file, and by
the position of a block in its report, so that it survives removing and importing anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db import notebook_rows
from db.connections import close_cleanly, connect_reader, connect_writer
from db.errors import DamagedLibrary, LibraryError, LibraryUnreachable, NewerLibrary, NotALibrary
from db.sqlite_errors import translating

APPLICATION_ID = 0x54424E31
"""The letters TBN1."""

DAMAGED = "TBC-221"
VERSION = 4
_PATIENCE = 5.0
_READING = """
CREATE TABLE reading (
    store TEXT NOT NULL,
    report TEXT NOT NULL,
    block INTEGER NOT NULL CHECK (block >= 0),
    offset INTEGER NOT NULL CHECK (offset >= 0),
    expanded TEXT NOT NULL,
    zoom REAL NOT NULL CHECK (zoom > 0),
    at TEXT NOT NULL,
    PRIMARY KEY (store, report)
) STRICT, WITHOUT ROWID
"""
_BOOKMARK = """
CREATE TABLE bookmark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    store TEXT NOT NULL,
    report TEXT NOT NULL,
    block INTEGER NOT NULL CHECK (block >= 0),
    offset INTEGER NOT NULL CHECK (offset >= 0),
    quote TEXT NOT NULL,
    label TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT
"""
# `body` is JSON, a correction, a decision or an annotation whole; what was undone stays until something new is laid on.
_LAYER = """
CREATE TABLE layer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    store TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ({kinds})),
    report TEXT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)){more}
) STRICT
"""
_LAYER_INDEX = "CREATE INDEX layer_store ON layer (store, undone, id)"
# The kinds stand in a CHECK, which SQLite cannot change: the table is made anew, its rows and their ids go along.
_WIDER_LAYER = (
    "ALTER TABLE layer RENAME TO layer_before",
    _LAYER.format(kinds="'correction', 'decision', 'annotation'", more=", seal TEXT NOT NULL DEFAULT ''"),
    """
    INSERT INTO layer (id, store, kind, report, body, at, undone, seal)
    SELECT id, store, kind, report, body, at, undone, seal FROM layer_before ORDER BY id
    """,
    "DROP TABLE layer_before",
    _LAYER_INDEX,
)
_SHAPE = (
    f"PRAGMA application_id={APPLICATION_ID}",
    _READING,
    _BOOKMARK,
    "CREATE INDEX bookmark_report ON bookmark (store, report)",
    "PRAGMA user_version=1",
)
_SEALED = "ALTER TABLE {} ADD COLUMN seal TEXT NOT NULL DEFAULT ''"
_STEPS: dict[int, tuple[str, ...]] = {
    1: (_LAYER.format(kinds="'correction', 'decision'", more=""), _LAYER_INDEX, "PRAGMA user_version=2"),
    2: (
        *(_SEALED.format(table) for table in ("reading", "bookmark", "layer")),
        *(table.seal for table in notebook_rows.TABLES),
        "PRAGMA user_version=3",
    ),
    3: (*_WIDER_LAYER, "PRAGMA user_version=4"),
}
"""What brings a notebook of that version to the next one."""
_KEEP = """
    INSERT INTO reading (store, report, block, offset, expanded, zoom, at, seal)
    VALUES (:store, :report, :block, :offset, :expanded, :zoom, :at, :seal)
    ON CONFLICT (store, report) DO UPDATE
       SET block = :block, offset = :offset, expanded = :expanded, zoom = :zoom, at = :at, seal = :seal
"""
_PLACE = """
    SELECT store, report, block, offset, expanded, zoom, at FROM reading WHERE store = :store AND report = :report
"""
_PLACES = """
    SELECT store, report, block, offset, expanded, zoom, at FROM reading WHERE store = :store ORDER BY at DESC, report
"""
_ADD = """
    INSERT INTO bookmark (store, report, block, offset, quote, label, created)
    VALUES (:store, :report, :block, :offset, :quote, :label, :created)
"""
_BOOKMARKS = """
    SELECT id, store, report, block, offset, quote, label, created
      FROM bookmark
     WHERE (:store = '' OR store = :store) AND (:report = '' OR report = :report)
     ORDER BY store, report, block, offset, id
"""
_RENAME = "UPDATE bookmark SET label = :label, seal = '' WHERE id = :id"
_REMOVE = "DELETE FROM bookmark WHERE id = :id"


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where reading of a report stopped.

    `store` is the library's uuid, `report` the sha256 of its file. `block` counts the
    blocks of the report from 0, `offset` the code points of its text; `expanded` are
    positions of sections from 0. `zoom` is 1.0 for the natural size, `at` UTC, ISO.
    """

    store: str
    report: str
    block: int
    offset: int = 0
    expanded: tuple[int, ...] = ()
    zoom: float = 1.0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place the user wants to find again; fields as in `ReadingPlace`. `quote` is the text that stood there."""

    id: int
    store: str
    report: str
    block: int
    offset: int
    quote: str
    label: str
    created: str


class Notebook:
    """The user's own file, open; may be used from any thread. Use `open`.

    `set_aside` is the path a damaged file was moved to, None if all was well.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self.path = path
        self.set_aside: Path | None = None
        self._conn = conn
        self._closed = False
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path | str) -> Notebook:
        """Open the notebook at `path`, begin one where there is none, set a damaged one aside and begin anew.

        What can be read of a damaged one goes into the new one where single rows are broken and the file is not.
        Raises LibraryUnreachable, LibraryBusy, DiskFull, NewerLibrary; nothing is ever deleted.
        """
        path = Path(path).absolute()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            conn = _connect(path)
        except (DamagedLibrary, NotALibrary):
            return cls._anew(path)
        except OSError as error:
            raise LibraryUnreachable(path, str(error)) from error
        with translating(path):
            if notebook_rows.all_legible(conn):
                return cls(path, conn)
        close_cleanly(conn)
        return cls._anew(path, carrying=True)

    @classmethod
    def _anew(cls, path: Path, carrying: bool = False) -> Notebook:
        """Set the file aside and begin anew, with those of its rows that are what belongs there if they can be read."""
        aside = _move_aside(path)
        notebook = cls(path, _connect(path))
        notebook.set_aside = aside
        if carrying:
            with translating(path), closing(connect_reader(aside, _PATIENCE)) as old:
                notebook._conn.execute("BEGIN IMMEDIATE")
                notebook_rows.carry(old, notebook._conn)
                notebook._conn.execute("COMMIT")
        return notebook

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to one statement or one transaction at a time.

        Raises DamagedLibrary (TBC-221) where what is read inside is not what belongs there, as all of this class do.
        """
        with self._lock, _as_notebook(self.path), translating(self.path):
            yield self._conn

    def place(self, store: str, report: str) -> ReadingPlace | None:
        """Return where reading of a report stopped, None if it was never read."""
        with self.using() as conn:
            row = conn.execute(_PLACE, {"store": store, "report": report}).fetchone()
            return _reading_place(row) if row else None

    def places(self, store: str) -> list[ReadingPlace]:
        """Return the reading places of a library, the last read first."""
        with self.using() as conn:
            return [_reading_place(row) for row in conn.execute(_PLACES, {"store": store})]

    def keep_place(self, place: ReadingPlace) -> None:
        """Remember a reading place in the stead of the report's earlier one; without `at` it is now."""
        expanded, at = json.dumps(place.expanded), place.at or _now()
        row = (place.store, place.report, place.block, place.offset, expanded, float(place.zoom), at)
        names = ("store", "report", "block", "offset", "expanded", "zoom", "at", "seal")
        with self.using() as conn:
            conn.execute(_KEEP, dict(zip(names, (*row, notebook_rows.seal_of(*row)), strict=True)))

    def bookmarks(self, store: str = "", report: str = "") -> list[Bookmark]:
        """Return the bookmarks of a library, of a report, or all; in reading order."""
        with self.using() as conn:
            return [_bookmark(row) for row in conn.execute(_BOOKMARKS, {"store": store, "report": report})]

    def add_bookmark(self, bookmark: Bookmark) -> Bookmark:
        """Keep a bookmark and return it with its id; its own id is not looked at, without `created` it is now."""
        made = replace(bookmark, created=bookmark.created or _now())
        facts = {name: getattr(made, name) for name in Bookmark.__slots__ if name != "id"}
        with self.using() as conn:
            stored = conn.execute(_ADD, facts).lastrowid
            notebook_rows.seal_one(conn, notebook_rows.BOOKMARK, stored or 0)
        return replace(made, id=stored or 0)

    def rename_bookmark(self, bookmark_id: int, label: str) -> None:
        """Give a bookmark another label."""
        with self.using() as conn:
            conn.execute(_RENAME, {"id": bookmark_id, "label": label})
            notebook_rows.seal_one(conn, notebook_rows.BOOKMARK, bookmark_id)

    def remove_bookmark(self, bookmark_id: int) -> bool:
        """Forget a bookmark; False if there is none of that id."""
        with self.using() as conn:
            return conn.execute(_REMOVE, {"id": bookmark_id}).rowcount > 0

    def close(self) -> None:
        """Close the file; one clean file is left. It may be closed twice."""
        with self._lock, translating(self.path):
            if self._closed:
                return
            self._closed = True
            close_cleanly(self._conn)


@contextmanager
def _as_notebook(path: Path) -> Iterator[None]:
    """Raise DamagedLibrary with the words for a notebook where what is read is not what belongs there."""
    try:
        yield
    except DamagedLibrary as error:
        raise DamagedLibrary(path, error.detail, DAMAGED) from error
    except (LookupError, TypeError, ValueError, RecursionError) as error:
        raise DamagedLibrary(path, str(error), DAMAGED) from error


def _bookmark(row: tuple[Any, ...]) -> Bookmark:
    number, store, report, block, offset, *words = row
    return Bookmark(number, store, report, int(block), int(offset), *map(_text, words))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _reading_place(row: tuple[str, str, int, int, str, float, str]) -> ReadingPlace:
    store, report, block, offset, expanded, zoom, at = row
    positions = json.loads(expanded)
    if not isinstance(positions, list):
        raise TypeError(type(positions).__name__)
    return ReadingPlace(store, report, block, offset, tuple(map(int, positions)), zoom, at)


def _replacing(value: bytes) -> str:
    """Give broken letters as U+FFFD, so that one of them does not hide what stands around it."""
    return value.decode("utf-8", "replace")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _connect(path: Path) -> sqlite3.Connection:
    """Open and examine the file, or fill an empty one; DamagedLibrary or NotALibrary if it is not sound."""
    with translating(path):
        conn = connect_writer(path, _PATIENCE, "rwc")
        conn.text_factory = _replacing
        notebook_rows.allow_sealing(conn)
        try:
            _prepare(conn, path)
        except BaseException:
            conn.close()
            raise
    return conn


def _prepare(conn: sqlite3.Connection, path: Path) -> None:
    conn.execute("BEGIN IMMEDIATE")
    try:
        if conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            for statement in _SHAPE:
                conn.execute(statement)
        if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotALibrary(path, "application_id")
        if conn.execute("PRAGMA user_version").fetchone()[0] > VERSION:
            raise NewerLibrary(path)
        for version in range(conn.execute("PRAGMA user_version").fetchone()[0], VERSION):
            _step(conn, path, _STEPS.get(version, ()))
        if (words := conn.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
            raise DamagedLibrary(path, words)
        conn.execute("COMMIT")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


def _step(conn: sqlite3.Connection, path: Path, statements: tuple[str, ...]) -> None:
    """Bring the shape one version on; DamagedLibrary where it is not the shape the file said it was."""
    try:
        for statement in statements:
            conn.execute(statement)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise DamagedLibrary(path, str(error)) from error


def _move_aside(path: Path) -> Path:
    """Rename the file, and a journal beside it, to ".hong-YYYYMMDD"; return the new path."""
    stamp = f"{path.name}.hong-{datetime.now(UTC):%Y%m%d}"
    names = (stamp, *(f"{stamp}-{n}" for n in range(2, 1000)))
    aside = next(free for free in map(path.with_name, names) if not free.exists())
    try:
        os.replace(path, aside)
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            os.replace(journal, aside.with_name(aside.name + "-journal"))
    except OSError as error:
        raise LibraryError(path, str(error), "TBC-220") from error
    return aside
