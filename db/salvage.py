"""What is whole in a damaged library, carried into a new one, report by report; what is not is named.

The damaged file and what lies beside it are only read, and at most given another name.
A report counts as whole when its digest says so, wherever its rows were found: in the
library, or in one of its backups.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from db import backups, guard, health, schema
from db.carrying import Carried, Carrying, Lost
from db.connections import close_cleanly, connect_reader, connect_writer, discard, new_file
from db.errors import (
    DamagedLibrary,
    LibraryReadOnly,
    LibraryUnreachable,
    NewerLibrary,
    NotALibrary,
    TuBaoCaoError,
)
from db.folders import private_folder
from db.gathering import Gathered, gather, settled_copy
from db.health import HealthFinding
from db.library import Library
from db.model import Progress
from db.sqlite_errors import translating


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The outcome: slugs of the reports that are whole, those of them that came out of a backup, and the lost ones.

    `path` is the new library; `aside` where the damaged one lies, if it gave way to the new one. `unsure`
    names whole reports (by slug) and rows of the history whose facts may have changed: nothing vouches for them.
    """

    path: Path
    whole: tuple[str, ...]
    from_backups: tuple[str, ...]
    lost: tuple[Lost, ...]
    aside: Path | None = None
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found wrong; all of it is right again but the reports that are lost.

    `salvaged` tells what it took, None where the file could stay.
    """

    findings: tuple[HealthFinding, ...]
    salvaged: Salvaged | None = None


def looks_salvageable(store: Path) -> bool:
    """Tell at a glance (of 1 MB) whether a file that does not open has something of a library in it."""
    try:
        with store.open("rb") as file:
            return b"CREATE TABLE report (" in file.read(1 << 20)
    except OSError:
        return False


def salvage(store: Path, target: Path) -> Generator[Progress, None, Salvaged]:
    """Carry what is whole in `store` into a new library at `target`, where nothing may be yet.

    The new library is examined before it gets its name. Raises NotALibrary where not one
    row of a report is found, NewerLibrary, LibraryReadOnly, LibraryUnreachable, DiskFull;
    then nothing is left at `target`. Closing the generator does the same.
    """
    gathered = target.with_name(f".{target.name}.{os.getpid()}.gathered")
    draft = target.with_name(f".{target.name}.{os.getpid()}.salvaged")
    try:
        if target.exists():
            raise LibraryUnreachable(target, "exists")
        _refuse_newer(store)
        with translating(target):
            outcome = yield from _salvage(store, gathered, draft)
        yield Progress(0, 0, "verify", target.name)
        _flush(draft)
        yield from _examined(draft, store)
        _name(draft, target)
    except PermissionError as error:
        raise LibraryReadOnly(target, str(error)) from error
    except OSError as error:
        raise LibraryUnreachable(target, str(error)) from error
    finally:
        for path in (gathered, draft):
            for end in ("", "-journal"):
                discard(path.with_name(path.name + end))
    return Salvaged(
        target, tuple(outcome.whole), tuple(outcome.from_backups), outcome.lost, unsure=tuple(outcome.unsure)
    )


def repair(store: Path) -> Generator[Progress, None, Salvaged]:
    """Salvage `store` and put the new library in its place; the damaged file stays beside it, to the byte.

    Raises what `salvage` does; then everything is as it was. `store` must be closed.
    """
    if not os.access(store.parent, os.W_OK):
        raise LibraryReadOnly(store)
    made = store.with_name(f".{store.name}.{os.getpid()}.repaired")
    try:
        outcome = yield from salvage(store, made)
        aside = backups.exchange(store, made)
    except OSError as error:
        raise LibraryUnreachable(store, str(error)) from error
    finally:
        discard(made)
    return replace(outcome, path=store, aside=aside)


def mend(store: Path) -> Generator[Progress, None, Mended]:
    """Check a closed library and mend what can be: a broken search index in place after a backup, all else by `repair`.

    Raises what `Library.open`, `health.check` and `repair` do.
    """
    try:
        library = Library.open(store, create=False)
    except (DamagedLibrary, NotALibrary) as error:
        if isinstance(error, NotALibrary) and not looks_salvageable(store):
            raise
        findings = [HealthFinding(error.code, error.detail)]
    else:
        with closing(library):
            findings = yield from health.check(library, repair=True)
    if all(finding.repaired for finding in findings):
        return Mended(tuple(findings))
    salvaged = yield from repair(store)
    gone = {one.report_id for one in salvaged.lost}
    mended = [replace(finding, repaired=True) for finding in findings if finding.report_id not in gone]
    lost = [HealthFinding(one.code, one.name, one.report_id) for one in salvaged.lost]
    return Mended((*mended, *lost), salvaged)


def _salvage(store: Path, gathered: Path, draft: Path) -> Generator[Progress, None, Carried]:
    """Make the draft; return what came over."""
    with ExitStack() as stack:
        folder = stack.enter_context(private_folder())
        found = yield from gather(settled_copy(store, folder), gathered)
        stack.callback(found.conn.close)
        if not found.rows:
            raise NotALibrary(store, "no rows")
        new_file(draft)
        conn = connect_writer(draft, 0.0)
        stack.callback(close_cleanly, conn)
        copies = [stack.enter_context(closing(copy)) for copy in _copies(store, found)]
        conn.execute("BEGIN")
        carried = yield from Carrying(found, conn, copies, _was_sealed(store)).run()
        conn.execute("COMMIT")
    return carried


def _copies(store: Path, found: Gathered) -> Iterator[sqlite3.Connection]:
    """Open the backups of the same library, the newest first; from one of them comes the uuid where it is lost."""
    for one in backups.backups(store):
        with suppress(TuBaoCaoError, sqlite3.Error, OSError):
            with closing(Library.open(one.path, create=False, read_only=True)) as library:
                uuid = library.uuid
            found.uuid = found.uuid or uuid
            if uuid == found.uuid:
                yield connect_reader(one.path, 0.0)


def _refuse_newer(store: Path) -> None:
    """Leave a library of a newer program to that program. Raises NewerLibrary, LibraryUnreachable."""
    if (version := _version(store)) > schema.VERSION:
        raise NewerLibrary(store, f"user_version {version}")


def _was_sealed(store: Path) -> bool:
    """Tell whether the library had seals; where its head is lost it counts as one of ours."""
    return _version(store) >= schema.SEALED_SINCE


def _version(store: Path) -> int:
    try:
        return guard.sniff(store)
    except (NotALibrary, DamagedLibrary):
        return schema.VERSION


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _examined(draft: Path, store: Path) -> Generator[Progress, None, None]:
    """Let the new library pass the whole check, save for an older catalogue's links. Raises DamagedLibrary."""
    with closing(Library.open(draft, create=False, read_only=True)) as library:
        findings = [one for one in (yield from health.check(library)) if one.code != health.LINKS]
    if findings:
        raise DamagedLibrary(store, f"{findings[0].code} {findings[0].detail}")


def _name(draft: Path, target: Path) -> None:
    """Give the draft its name, never over another file."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # no links on FAT and on some network folders
        if target.exists():
            raise
        os.replace(draft, target)
