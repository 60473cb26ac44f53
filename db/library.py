"""Where the library's file is, and connections to it that are opened with care."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from db import backups, guard, schema
from db.connections import close_cleanly, connect_reader, connect_writer, new_file
from db.errors import LibraryBusy, LibraryClosed, LibraryReadOnly, LibraryReplaced, LibraryUnreachable
from db.folders import OwnFolder
from db.sqlite_errors import legible, translating

_PATIENCE = 5.0
_GENERATION = "SELECT value FROM meta WHERE key = 'generation'"
_NEXT_GENERATION = "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
_UUID = "SELECT value FROM meta WHERE key = 'uuid'"
SAME, CHANGED, REPLACED, GONE = "same", "changed", "replaced", "gone"
"""How the file stands to what is open: as we left it, written by another program, another file, or away."""


class Library:
    """A library file, open. Use `open`; one connection per thread, closed with the library.

    `uuid` names the store wherever it is copied to. `read_only` is True where the
    folder or the file cannot be written, or where the file is `newer` than this
    program. `recovered` is True where a torn import had to be rolled back in a
    private copy, because the folder itself cannot be written; an older library is
    brought up to date in such a copy as well, where the file itself cannot be.
    """

    def __init__(self, path: Path, read_only: bool, patience: float) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = False
        self.recovered = False
        self.uuid = ""
        self._file = path
        self._identity: tuple[int, int] | None = None
        self._known = 0
        self._closed = False
        self._patience = patience
        self._own = threading.local()
        self._open: weakref.WeakSet[sqlite3.Connection] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._copy: OwnFolder | None = None

    @classmethod
    def open(
        cls, path: Path | str, create: bool = True, *, read_only: bool = False, patience: float = _PATIENCE
    ) -> Library:
        """Open the library at `path`; make an empty one if there is none and `create` says so.

        `patience` is how many seconds to wait for another program's lock. Raises
        NotALibrary, DamagedLibrary, NewerLibrary (newer in a way we cannot read),
        LibraryUnreachable, LibraryBusy, LibraryReadOnly (nothing there and no leave to make it).
        """
        path = Path(path).absolute()
        if not path.exists():
            if not create:
                raise LibraryUnreachable(path, "not found")
            new_file(path)
        library = cls(path, read_only or not _writable(path), patience)
        try:
            library._examine()
        except BaseException:
            library.close()
            raise
        return library

    def _examine(self) -> None:
        # What is not ours is left alone, and what a newer program left is settled in a copy.
        self.read_only = self.read_only or guard.sniff(self.path) > schema.VERSION
        self._settle_journal()
        self._settle_log()
        # Only now: the first bytes of an upgrade cut short tell what is rolled back.
        version = guard.sniff(self._file, self.path)
        self.newer = version > schema.VERSION
        if version < schema.VERSION:
            self._upgrade()
        conn = self.reader()
        with translating(self.path):
            guard.check_shape(conn, self.path, self.newer)
            with legible(conn):
                self.uuid = conn.execute(_UUID).fetchone()[0]
        self._identity = _identity(self.path)
        self.acknowledge()

    def _settle_journal(self) -> None:
        """Let SQLite roll back what a killed writer left, beside the file or in a private copy of it.

        A journal is never passed over: with immutable=1 a half imported report would be shown.
        """
        journal = self.path.with_name(self.path.name + "-journal")
        if not journal.exists() or journal.stat().st_size == 0:
            return
        if self.read_only:
            self._read_a_copy()
            shutil.copyfile(journal, self._file.with_name(journal.name))
            self.recovered = True
        self._settle()

    def _settle_log(self) -> None:
        """Read a file left in WAL mode from a private copy where nothing can be written beside it."""
        if not self.read_only or not guard.is_wal(self._file):
            return
        self._read_a_copy()
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists():
            shutil.copyfile(log, self._file.with_name(log.name))
        self._settle()

    def _settle(self) -> None:
        """Let SQLite finish what lies beside the file, and leave the one file."""
        with translating(self.path):
            conn = connect_writer(self._file, self._patience)
            try:
                conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            finally:
                close_cleanly(conn)

    def _read_a_copy(self) -> None:
        if self._copy is not None:
            return
        try:
            self._copy = OwnFolder()
            self._file = self._copy.path / self.path.name
            shutil.copyfile(self.path, self._file)
        except OSError as error:  # of the temporary folder, which has no room or may not be written
            raise LibraryUnreachable(self.path, str(error)) from error

    def _upgrade(self) -> None:
        """Bring the file up to date after a backup, or a private copy of it where it is for reading only."""
        if self.read_only:
            self._read_a_copy()
        from db import migrations  # noqa: PLC0415 - brings sqlite-utils, 0.15 s nobody needs who only reads

        with translating(self.path):
            conn = connect_writer(self._file, self._patience)
            try:
                if not self.read_only:
                    backups.back_up(conn, self.path, backups.BEFORE_UPGRADE)
                migrations.migrate(conn)
            finally:
                close_cleanly(conn)

    def reader(self) -> sqlite3.Connection:
        """Return the calling thread's own connection; it can read and nothing else.

        Other threads may call `interrupt()` on it and nothing else. Raises
        LibraryClosed once the library is closed.
        """
        if self._closed:
            raise LibraryClosed(self.path)
        conn: sqlite3.Connection | None = getattr(self._own, "conn", None)
        if conn is None:
            with translating(self.path):
                conn = connect_reader(self._file, self._patience)
            self._own.conn = conn
            self._open.add(conn)
        return conn

    @property
    def closed(self) -> bool:
        """Whether the library is closed; what was read of it before may still arrive in a window."""
        return self._closed

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside a transaction; commit at the end, roll back on any error.

        What is committed is on the disk, and one clean file is left. Raises
        LibraryReadOnly, LibraryBusy after `patience` seconds, DiskFull, DamagedLibrary,
        LibraryReplaced where the file is not the one that was opened.
        """
        if self.read_only:
            raise LibraryReadOnly(self.path)
        if not self._lock.acquire(timeout=self._patience):
            raise LibraryBusy(self.path)
        try:
            with translating(self.path):
                yield from self._transaction()
        finally:
            self._lock.release()

    def _transaction(self) -> Iterator[sqlite3.Connection]:
        conn = connect_writer(self._file, self._patience)
        try:
            conn.execute("BEGIN IMMEDIATE")
            before = _generation(conn)
            self._recognise(conn, before)
            yield conn
            conn.execute(_NEXT_GENERATION)
            conn.execute("COMMIT")
            if before == self._known:  # else another program wrote as well, which `standing` is to tell
                self._known = before + 1
        finally:
            if conn.in_transaction:
                with suppress(sqlite3.Error):  # closing rolls back as well; the first error is the one to tell
                    conn.execute("ROLLBACK")
            close_cleanly(conn)

    def _recognise(self, conn: sqlite3.Connection, generation: int) -> None:
        """Raise LibraryReplaced where `conn` leads to another file; a copy in the very same state counts as ours."""
        identity = _identity(self.path)
        if identity == self._identity:
            return
        if not self._is_ours(conn, generation):
            raise LibraryReplaced(self.path)
        self._adopt(identity)

    def _is_ours(self, conn: sqlite3.Connection, generation: int) -> bool:
        with legible(conn):
            return bool(conn.execute(_UUID).fetchone()[0] == self.uuid and generation == self._known)

    def _adopt(self, identity: tuple[int, int] | None) -> None:
        """Go on with the file that has the name now: every thread opens it anew when it reads next."""
        self._identity = identity
        self._own = threading.local()

    def standing(self) -> str:
        """Return SAME, CHANGED, REPLACED or GONE; what is open can be read on, as long as the system holds the file.

        A share that does not answer may take long: run it off the GUI thread.
        """
        identity = _identity(self.path)
        if identity is None:
            return GONE
        if identity != self._identity:
            with translating(self.path), closing(connect_reader(self._file, self._patience)) as conn:
                if not self._is_ours(conn, _generation(conn)):
                    return REPLACED
            self._adopt(identity)
        return SAME if self.generation() == self._known else CHANGED

    def acknowledge(self) -> None:
        """Take the file as it is now for what is known of it: another program's changes have been seen."""
        self._known = self.generation()

    def generation(self) -> int:
        """Return a number that grows with every change, by whatever program it was made."""
        with translating(self.path):
            return _generation(self.reader())

    def close(self) -> None:
        """Close the library; it cannot be used afterwards.

        A reader that is at work in another thread is interrupted (SearchInterrupted) and its connection
        closes when that thread lets go of it; a writer ends its transaction.
        """
        self._closed = True
        own: sqlite3.Connection | None = getattr(self._own, "conn", None)
        for conn in list(self._open):
            if conn is not own:
                with suppress(sqlite3.ProgrammingError):  # closed by its thread in this very moment
                    conn.interrupt()
        if own is not None:
            own.close()
        self._own = threading.local()
        if self._copy is not None:
            self._copy.remove()


def _generation(conn: sqlite3.Connection) -> int:
    with legible(conn):
        return int(conn.execute(_GENERATION).fetchone()[0])


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another under the same name, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
