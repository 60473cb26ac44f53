"""What is whole in a damaged library, carried into a new one, report by report; what is not is named.

The damaged file and what lies beside it are only read, and at most given another name.
A report counts as whole when its digest says so, wherever its rows were found: in the
library, or in one of its backups.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from db import backups, guard, health, queries, removed, schema, writer
from db.connections import close_cleanly, connect_reader, connect_writer, discard, new_file
from db.errors import (
    DamagedLibrary,
    LibraryError,
    LibraryReadOnly,
    LibraryUnreachable,
    NewerLibrary,
    NotALibrary,
    TuBaoCaoError,
)
from db.gathering import SHA256, Gathered, gather, settled_copy
from db.health import HealthFinding
from db.library import Library
from db.model import Content, Progress, Report
from db.sqlite_errors import translating

INCOMPLETE, HEADLESS = "TBC-307", "TBC-308"
"""Why a report is lost, besides `health.CHANGED`: parts of it are missing, or all that says which report it is."""

_IDS_OF_PARTS = """
    SELECT DISTINCT id / :room FROM (
        SELECT id FROM section UNION ALL SELECT id FROM block UNION ALL SELECT id FROM note
         UNION ALL SELECT id FROM data_table UNION ALL SELECT id FROM figure
    )
"""
_RECEIVED = """
    SELECT report_id, path FROM receipt WHERE report_id IS NOT NULL AND status IN ('imported', 'revised') ORDER BY id
"""
_GONE = "SELECT path FROM receipt WHERE report_id IS NULL"
_BINNED = "SELECT report_id FROM bin"
_HELD = """
    SELECT (SELECT count(*) FROM section WHERE report_id = :report),
           (SELECT count(*) FROM note WHERE report_id = :report),
           (SELECT coalesce(sum(linked), 0) FROM note WHERE report_id = :report),
           (SELECT count(*) FROM data_table WHERE report_id = :report),
           (SELECT count(*) FROM figure WHERE report_id = :report)
"""
_TAKEN = "SELECT 1 FROM report WHERE id = :report"
_PUT_FACT = "INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value)"
_LAST = "UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :table"
_FIRST = """
    INSERT INTO sqlite_sequence (name, seq)
    SELECT :table, :last WHERE :table NOT IN (SELECT name FROM sqlite_sequence)
"""
# Each with the columns of its table as they stand; a report that is lost leaves its receipts, as a removed one does.
_HISTORY = (
    ("SELECT * FROM change ORDER BY id", "INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?)"),
    (
        "SELECT * FROM receipt ORDER BY id",
        "INSERT OR IGNORE INTO receipt VALUES"
        " (?, ?, ?, (SELECT id FROM report WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    (
        "SELECT * FROM change_receipt ORDER BY receipt_id",
        "INSERT INTO change_receipt SELECT receipt.id, change.id FROM receipt, change"
        " WHERE receipt.id = ? AND change.id = ?",
    ),
)
_BIN = (
    "SELECT * FROM bin WHERE report_id = :report",
    "INSERT INTO bin SELECT ?, change.id, ?, ?, ?, ? FROM change WHERE change.id = ?",
)
_READ = ("SELECT * FROM as_read WHERE report_id = :report", "INSERT INTO as_read VALUES (?, ?, ?)")


@dataclass(frozen=True, slots=True)
class Lost:
    """A report that could not be carried over: what it is called, where its file lay, and the code of the reason.

    `name` and `source` are empty where nothing tells them any more.
    """

    report_id: int
    code: str
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The outcome: slugs of the reports that are whole, those of them that came out of a backup, and the lost ones.

    `path` is the new library; `aside` where the damaged one lies, if it gave way to the new one.
    """

    path: Path
    whole: tuple[str, ...]
    from_backups: tuple[str, ...]
    lost: tuple[Lost, ...]
    aside: Path | None = None


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
    return Salvaged(target, *outcome)


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


def _salvage(
    store: Path, gathered: Path, draft: Path
) -> Generator[Progress, None, tuple[tuple[str, ...], tuple[str, ...], tuple[Lost, ...]]]:
    """Make the draft; return what `Salvaged` tells of the reports."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tubaocao-")))
        found = yield from gather(settled_copy(store, folder), gathered)
        stack.callback(found.conn.close)
        if not found.rows:
            raise NotALibrary(store, "no rows")
        new_file(draft)
        conn = connect_writer(draft, 0.0)
        stack.callback(close_cleanly, conn)
        copies = [stack.enter_context(closing(copy)) for copy in _copies(store, found)]
        conn.execute("BEGIN")
        outcome = yield from _Carrying(found, conn, copies).run()
        conn.execute("COMMIT")
    return outcome


def _copies(store: Path, found: Gathered) -> Iterator[sqlite3.Connection]:
    """Open the backups of the same library, the newest first; from one of them comes the uuid where it is lost."""
    for one in backups.backups(store):
        with suppress(TuBaoCaoError, sqlite3.Error, OSError):
            with closing(Library.open(one.path, create=False, read_only=True)) as library:
                uuid = library.uuid
            found.uuid = found.uuid or uuid
            if uuid == found.uuid:
                yield connect_reader(one.path, 0.0)


class _Carrying:
    """Carries reports and their history from what was gathered, and from the backups, into the new library."""

    def __init__(self, found: Gathered, conn: sqlite3.Connection, copies: list[sqlite3.Connection]) -> None:
        self._found, self._from, self._to, self._copies = found, found.conn, conn, copies
        self._names: dict[int, str] = {}
        self._whole: list[str] = []
        self._from_backups: list[str] = []

    def run(self) -> Generator[Progress, None, tuple[tuple[str, ...], tuple[str, ...], tuple[Lost, ...]]]:
        """Carry everything; return the slugs that are whole, those out of backups, and what is lost."""
        paths = dict(self._from.execute(_RECEIVED).fetchall())
        binned = {number for (number,) in self._from.execute(_BINNED)}
        known = {report.id: report for report in queries.reports(self._from)}
        ids = {number for (number,) in self._from.execute(_IDS_OF_PARTS, {"room": schema.ROOM}) if number > 0}
        wanted = sorted((ids | known.keys() | paths.keys()) - binned)
        failed: dict[int, str] = {}
        for done, number in enumerate(wanted):
            yield Progress(done, len(wanted), "salvage", known[number].slug if number in known else "")
            if code := self._carry(self._from, number):
                failed[number] = code
        if failed and self._found.add_spare():
            failed = {number: code for number in failed if (code := self._carry(self._from, number))}
        yield Progress(len(wanted), len(wanted), "salvage")
        gone = {path for (path,) in self._from.execute(_GONE)}
        for copy in self._copies:
            self._carry_from(copy, failed, binned, gone)
        lost = tuple(self._lost(number, code, known, paths) for number, code in sorted(failed.items()))
        self._carry_history(binned)
        return tuple(self._whole), tuple(self._from_backups), lost

    def _carry(self, conn: sqlite3.Connection, number: int) -> str:
        """Carry one report over; return why it cannot be, empty if it is in the new library."""
        if self._to.execute(_TAKEN, {"report": number}).fetchone():
            return ""
        found = _report(conn, number)
        if found is None:
            return HEADLESS
        content = _content(conn, number)
        if content is None:
            return INCOMPLETE if _lacks(conn, number) else health.CHANGED
        return "" if self._add(conn, found, content) else health.CHANGED

    def _add(self, conn: sqlite3.Connection, found: Report, content: Content) -> bool:
        """Put a whole report into the new library under its own number and name, all of it or nothing."""
        read = conn.execute(_READ[0], {"report": found.id}).fetchone()
        found = self._with_facts(found)
        if not SHA256.fullmatch(found.source.sha256):
            return False
        former = (found.id, found.slug)
        self._to.execute("SAVEPOINT report")
        try:
            writer.add_report(self._to, content, found.source, found.imported_at, found.digest, former=former)
            if read is not None:
                self._to.execute(_READ[1], tuple(read))
        except (LibraryError, sqlite3.IntegrityError, LookupError, OverflowError):
            self._to.execute("ROLLBACK TO report")
            return False
        finally:
            self._to.execute("RELEASE report")
        self._whole.append(found.slug)
        return True

    def _with_facts(self, found: Report) -> Report:
        """Return a report with the facts its digest does not vouch for as a backup has them, or else an index."""
        for copy in self._copies:
            other = _report(copy, found.id)
            if other is not None and other.digest == found.digest:
                return replace(found, source=other.source, slug=other.slug, imported_at=other.imported_at)
        if SHA256.fullmatch(found.source.sha256):
            return found
        return replace(found, source=replace(found.source, sha256=self._found.sources.get(found.id, "")))

    def _carry_from(self, copy: sqlite3.Connection, failed: dict[int, str], binned: set[int], gone: set[str]) -> None:
        """Fetch out of a backup what is lost, and what left no trace at all though nobody removed it."""
        with suppress(LibraryError):
            for report in queries.reports(copy):
                traceless = report.id not in binned and report.source.path not in gone
                if (report.id in failed or traceless) and not self._held(report) and not self._carry(copy, report.id):
                    failed.pop(report.id, None)
                    self._from_backups.append(report.slug)

    def _held(self, report: Report) -> bool:
        return queries.report_with_source(self._to, report.source.sha256) is not None

    def _lost(self, number: int, code: str, known: dict[int, Report], paths: dict[int, str]) -> Lost:
        if number in known:
            return Lost(number, code, known[number].slug, known[number].source.path)
        path = paths.get(number, "")
        return Lost(number, code, path.replace("\\", "/").rsplit("/", 1)[-1], path)

    def _carry_history(self, binned: set[int]) -> None:
        for read, write in _HISTORY:
            for row in self._from.execute(read).fetchall():
                with suppress(sqlite3.Error):
                    self._to.execute(write, tuple(row))
        for number in sorted(binned):
            report, change, *rest = self._from.execute(_BIN[0], {"report": number}).fetchone()
            with suppress(sqlite3.Error):
                if removed.is_legible(rest[-1]):
                    self._to.execute(_BIN[1], (report, *rest, change))
        facts = {"generation": str(self._found.generation + 1), "catalogue": self._found.catalogue}
        if self._found.uuid:
            facts["uuid"] = self._found.uuid
        self._to.executemany(_PUT_FACT, [{"key": key, "value": value} for key, value in facts.items()])
        for table, last in self._found.last.items():
            for statement in (_FIRST, _LAST):
                self._to.execute(statement, {"table": table, "last": last})


def _refuse_newer(store: Path) -> None:
    """Leave a library of a newer program to that program. Raises NewerLibrary, LibraryUnreachable."""
    try:
        version = guard.sniff(store)
    except (NotALibrary, DamagedLibrary):
        return
    if version > schema.VERSION:
        raise NewerLibrary(store, f"user_version {version}")


def _report(conn: sqlite3.Connection, number: int) -> Report | None:
    with suppress(LibraryError, LookupError, TypeError, ValueError):
        return queries.report(conn, number)
    return None


def _content(conn: sqlite3.Connection, number: int) -> Content | None:
    """Return a report whole, None where its digest does not say so."""
    with suppress(LibraryError, LookupError, TypeError, ValueError):
        return queries.content(conn, number)
    return None


def _lacks(conn: sqlite3.Connection, number: int) -> bool:
    """Tell whether a report has fewer parts than its own row counts."""
    try:
        counted = queries.counts(conn, number)
        held = conn.execute(_HELD, {"report": number}).fetchone()
    except (LibraryError, sqlite3.Error, TypeError):
        return True
    wanted = (counted.sections, counted.notes, counted.notes_linked, counted.tables, counted.figures)
    return any(have < want for have, want in zip(held, wanted, strict=True))


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
