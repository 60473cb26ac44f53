"""Copies of a library, each examined before it counts, and the way back to one of them."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import guard
from db.connections import connect_reader, discard
from db.errors import DamagedLibrary, LibraryReadOnly, LibraryUnreachable, TuBaoCaoError
from db.model import Progress
from db.places import data_folder
from db.sqlite_errors import translating

FOLDER = "sao-luu"
BEFORE_IMPORT, BEFORE_UPGRADE, BEFORE_REPAIR, BEFORE_RESTORE = "import", "upgrade", "repair", "restore"
KEPT = 3
WEEKLY = timedelta(days=14)
"""The fourth copy is the oldest one younger than this: a week old, more or less."""

_MOMENT = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"\.(\d{8}-\d{6})-([a-z]+)(?:-\d+)?\.tubaocao$")
_REPORTS = "SELECT count(*), min(year), max(year) FROM report"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library; `at` is UTC, `reason` what it was made before (import, upgrade, repair, restore)."""

    path: Path
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What a copy holds: how many reports, of which years; `sound` where nothing is wrong with it."""

    backup: Backup
    bytes: int
    reports: int
    years: tuple[int | None, int | None]
    sound: bool


def folders(store: Path) -> tuple[Path, Path]:
    """Return where copies of `store` lie: beside it, and where that cannot be written, among the user's own files."""
    key = hashlib.sha256(os.fsencode(store.absolute())).hexdigest()[:12]
    return store.absolute().parent / FOLDER, data_folder() / FOLDER / key


def backups(store: Path) -> list[Backup]:
    """Return the copies of `store`, the newest first, by their names alone."""
    found: dict[str, Backup] = {}
    for folder in folders(store):
        with suppress(OSError):
            for path in folder.iterdir():
                named = _NAME.search(path.name)
                if named and path.name[: named.start()] == store.stem:
                    at = datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)
                    found.setdefault(path.name, Backup(path, at, named[2]))
    return sorted(found.values(), key=lambda one: (one.at, one.path.name), reverse=True)


def back_up(conn: sqlite3.Connection, store: Path, reason: str, at: datetime | None = None) -> Backup | None:
    """Copy the library behind `conn` (the file `store`) and return the copy; None for one without reports.

    The copy gets its name only after it was written out and found whole; copies that
    are not needed any more go. Raises DamagedLibrary where the library itself is not
    sound, DiskFull, LibraryUnreachable; then the earlier copies stay as they are.
    """
    with translating(store):
        if not conn.execute(_REPORTS).fetchone()[0]:
            return None
    at = at or datetime.now(UTC)
    target = _free_name(_folder(store), store, reason, at)
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with translating(store):
            _copy(conn, draft)
        _flush(draft)
        if not _is_sound(draft):
            raise DamagedLibrary(store, "integrity_check")
        os.replace(draft, target)
    except OSError as error:
        raise LibraryUnreachable(store, str(error)) from error
    finally:
        discard(draft)
    made = Backup(target, at, reason)
    for old in superfluous(backups(store), at):
        with suppress(OSError):
            old.path.unlink()
    return made


def daily(conn: sqlite3.Connection, store: Path, at: datetime | None = None) -> Backup | None:
    """Make a copy before an import, unless there is one of the same day; as `back_up`."""
    at = at or datetime.now(UTC)
    if any(one.at.astimezone().date() == at.astimezone().date() for one in backups(store)):
        return None
    return back_up(conn, store, BEFORE_IMPORT, at)


def superfluous(copies: list[Backup], now: datetime) -> list[Backup]:
    """Return which copies (the newest first) may go: all but the newest three and one of a week ago.

    What a clock that was wrong dated ahead of `now` counts as the oldest, or it would push out all that follow.
    """
    rest = sorted(copies, key=lambda one: one.at > now)[KEPT:]
    young = [one for one in rest if timedelta(0) <= now - one.at < WEEKLY]
    weekly = young[-1] if young else rest[0] if rest else None
    return [one for one in rest if one is not weekly]


def examine(store: Path) -> Generator[Progress, None, list[Examined]]:
    """Look into every copy of `store`, the newest first; for a Job."""
    copies, found = backups(store), []
    for done, one in enumerate(copies):
        yield Progress(done, len(copies), "check", one.path.name)
        found.append(_examined(one))
    return found


def restore(store: Path, copy: Path) -> Generator[Progress, None, Path | None]:
    """Put a copy in the place of `store`, which must be closed; return where the former file lies now, None if gone.

    The former file is only renamed, to "….hong-YYYYMMDD-HHMM", its journal with it.
    Raises DamagedLibrary for a copy that is not sound, NotALibrary, LibraryReadOnly,
    LibraryUnreachable; then everything is as it was, as it is when the generator is closed.
    """
    guard.sniff(copy)
    draft = store.with_name(f".{store.name}.{os.getpid()}.restored")
    try:
        yield Progress(0, 2, "copy", copy.name)
        with closing(_open(copy)) as conn, translating(store):
            _copy(conn, draft)
        _flush(draft)
        yield Progress(1, 2, "check", copy.name)
        if not _is_sound(draft):
            raise DamagedLibrary(copy, "integrity_check")
        return exchange(store, draft)
    except PermissionError as error:
        raise LibraryReadOnly(store, str(error)) from error
    except OSError as error:
        raise LibraryUnreachable(store, str(error)) from error
    finally:
        discard(draft)


def exchange(store: Path, draft: Path) -> Path | None:
    """Put a finished file in the place of `store` and return where the former one lies now, with what lay beside it.

    Raises OSError; then `store` is where it was.
    """
    if not store.exists():
        os.replace(draft, store)
        return None
    stamp = f"{store.name}.hong-{datetime.now().astimezone():%Y%m%d-%H%M}"
    names = (stamp, *(f"{stamp}-{n}" for n in range(2, 1000)))
    aside = next(free for free in map(store.with_name, names) if not free.exists())
    beside = [end for end in ("-journal", "-wal", "-shm") if store.with_name(store.name + end).exists()]
    if not beside and _linked(store, aside):
        return _replaced(store, draft, aside)
    moves = [(store.with_name(store.name + end), aside.with_name(aside.name + end)) for end in ("", *beside)]
    _move([*moves, (draft, store)])
    return aside


def _linked(store: Path, aside: Path) -> bool:
    """Give the file a second name, so that the first never stands for nothing; False where there are no links."""
    try:
        os.link(store, aside)
    except OSError:
        return False
    return True


def _replaced(store: Path, draft: Path, aside: Path) -> Path:
    try:
        os.replace(draft, store)
    except OSError:
        discard(aside)
        raise
    return aside


def _move(moves: list[tuple[Path, Path]]) -> None:
    """Rename files one after the other; where one cannot be, those before it get their names back."""
    for done, (source, target) in enumerate(moves):
        try:
            os.replace(source, target)
        except OSError:
            for former, new in reversed(moves[:done]):
                os.replace(new, former)
            raise


def _folder(store: Path) -> Path:
    for folder in folders(store):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise LibraryUnreachable(store, FOLDER)


def _free_name(folder: Path, store: Path, reason: str, at: datetime) -> Path:
    stem = f"{store.stem}.{at.astimezone(UTC):{_MOMENT}}-{reason}"
    names = (f"{stem}.tubaocao", *(f"{stem}-{n}.tubaocao" for n in range(2, 1000)))
    return next(free for free in map(folder.joinpath, names) if not free.exists())


def _copy(conn: sqlite3.Connection, draft: Path) -> None:
    with closing(sqlite3.connect(draft)) as target:
        conn.backup(target)


def _flush(path: Path) -> None:
    """See to it that a file is on the disk and not on its way there."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _open(path: Path) -> sqlite3.Connection:
    with translating(path):
        return connect_reader(path, 0.0)


def _is_sound(path: Path) -> bool:
    try:
        guard.sniff(path)
        with closing(_open(path)) as conn:
            return bool(conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except (sqlite3.Error, TuBaoCaoError):
        return False


def _examined(one: Backup) -> Examined:
    sound, size, facts = _is_sound(one.path), 0, (0, None, None)
    with suppress(OSError, sqlite3.Error, TuBaoCaoError):
        size = one.path.stat().st_size
        with closing(_open(one.path)) as conn:
            facts = conn.execute(_REPORTS).fetchone()
    return Examined(one, size, facts[0], (facts[1], facts[2]), sound)
