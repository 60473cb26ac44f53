"""Where SQLite's errors become ours; nothing above the store ever sees a sqlite3.Error."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from db.errors import (
    DamagedLibrary,
    DiskFull,
    LibraryBusy,
    LibraryError,
    LibraryReadOnly,
    LibraryUnreachable,
    NotALibrary,
)

P = ParamSpec("P")
R = TypeVar("R")


class SearchInterrupted(LibraryError):
    """Another thread called `interrupt()` on the connection; nothing is wrong."""

    code = "TBC-139"


SEARCH_INDEX_CODE = "TBC-304"
"""The code of DamagedLibrary where only the search index is broken and can be built again."""

_BY_EXTENDED_CODE: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_IOERR_SHORT_READ: DamagedLibrary,
    # A quota or the 4 GB of FAT32 end a write with this and not with SQLITE_FULL.
    sqlite3.SQLITE_IOERR_WRITE: DiskFull,
}
_BY_CODE: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_BUSY: LibraryBusy,
    sqlite3.SQLITE_LOCKED: LibraryBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: LibraryReadOnly,
    sqlite3.SQLITE_PERM: LibraryReadOnly,
    sqlite3.SQLITE_CORRUPT: DamagedLibrary,
    sqlite3.SQLITE_NOTADB: NotALibrary,
    sqlite3.SQLITE_CANTOPEN: LibraryUnreachable,
    sqlite3.SQLITE_IOERR: LibraryUnreachable,
    sqlite3.SQLITE_INTERRUPT: SearchInterrupted,
}


def as_library_error(error: sqlite3.Error, path: Path | str) -> LibraryError:
    """Return the error of our tree that `error` means; its own words go into `detail`."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    if extended == sqlite3.SQLITE_CORRUPT_VTAB:
        return DamagedLibrary(path, str(error), SEARCH_INDEX_CODE)
    kind = _BY_EXTENDED_CODE.get(extended) or _BY_CODE.get(extended & 0xFF)
    if kind is None and isinstance(error, sqlite3.DatabaseError) and "decode" in str(error):
        kind = DamagedLibrary
    return (kind or LibraryError)(path, str(error))


@contextmanager
def translating(path: Path | str) -> Iterator[None]:
    """Raise what SQLite raises inside as an error of our tree."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # our own mistake, not the file's
    except sqlite3.Error as error:
        raise as_library_error(error, path) from error
    except UnicodeDecodeError as error:
        raise _illegible(error, path) from error


def _illegible(error: UnicodeDecodeError, path: Path | str) -> DamagedLibrary:
    """Return what it means that SQLite's message quotes a name of the file that is no text, so that Python has none."""
    return DamagedLibrary(path, str(error))


def path_of(conn: sqlite3.Connection) -> str:
    """Return the path of the file behind `conn`, or an empty string."""
    try:
        return next((row[2] or "" for row in conn.execute("PRAGMA database_list")), "")
    except sqlite3.Error:
        return ""


@contextmanager
def legible(conn: sqlite3.Connection) -> Iterator[None]:
    """Raise DamagedLibrary where stored values are not what belongs there: a number for a text, a broken list.

    A turned bit may change the kind of a value; SQLite gives it all the same.
    """
    try:
        yield
    except (LookupError, TypeError, ValueError) as error:
        raise DamagedLibrary(path_of(conn), str(error)) from error


def typed_errors(
    function: Callable[Concatenate[sqlite3.Connection, P], R],
) -> Callable[Concatenate[sqlite3.Connection, P], R]:
    """Let a function on a connection raise errors of our tree only."""

    @functools.wraps(function)
    def wrapped(conn: sqlite3.Connection, /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(conn, *args, **kwargs)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise as_library_error(error, path_of(conn)) from error
        except UnicodeDecodeError as error:
            raise _illegible(error, path_of(conn)) from error

    return wrapped
