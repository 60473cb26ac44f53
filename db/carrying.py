"""The way of reports and their history from a damaged library's rows, and its backups, into a new library."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from db import health, queries, removed, seals, writer
from db.errors import LibraryError
from db.gathering import SHA256, Gathered
from db.model import Content, Progress, Report
from db.traces import traces

INCOMPLETE, HEADLESS = "TBC-307", "TBC-308"
"""Why a report is lost, besides `health.CHANGED`: parts of it are missing, or all that says which report it is."""

_GONE = "SELECT path FROM receipt WHERE report_id IS NULL"
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
_CHANGES = ("SELECT * FROM change ORDER BY id", "INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?)")
_RECEIPTS = (
    "SELECT * FROM receipt ORDER BY id",
    "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, (SELECT id FROM report WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
_TIES = (
    "SELECT * FROM change_receipt ORDER BY receipt_id",
    "INSERT OR IGNORE INTO change_receipt SELECT receipt.id, change.id FROM receipt, change"
    " WHERE receipt.id = ? AND change.id = ?",
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


@dataclass(slots=True)
class Carried:
    """What came over: slugs of the reports that are whole, those of them out of backups, and those that are lost.

    `unsure` names whole reports, and rows of the history, whose facts no seal vouches for any more.
    """

    whole: list[str]
    from_backups: list[str]
    lost: tuple[Lost, ...]
    unsure: list[str]


class Carrying:
    """Carries everything into the library behind `conn`, in the caller's transaction.

    `copies` lead to the backups, the newest first; `sealed` says whether the damaged library had seals at all.
    """

    def __init__(
        self, found: Gathered, conn: sqlite3.Connection, copies: list[sqlite3.Connection], sealed: bool
    ) -> None:
        self._found, self._from, self._to, self._copies = found, found.conn, conn, copies
        self._sealed = sealed
        self._done = Carried([], [], (), [])

    def run(self) -> Generator[Progress, None, Carried]:
        """Carry everything; one step per report."""
        told = traces(self._from, self._copies)
        known = {report.id: report for report in queries.reports(self._from)}
        failed: dict[int, str] = {}
        for done, number in enumerate(told.wanted):
            yield Progress(done, len(told.wanted), "salvage", known[number].slug if number in known else "")
            if code := self._carry(self._from, number):
                failed[number] = code
        if failed and self._found.add_spare():
            failed = {number: code for number in failed if (code := self._carry(self._from, number))}
        yield Progress(len(told.wanted), len(told.wanted), "salvage")
        gone = {path for (path,) in self._from.execute(_GONE)}
        for copy in self._copies:
            self._carry_from(copy, failed, told.binned, gone)
        # A file is taken in once: a row without parts that names the file of another report is that report's own.
        failed = {
            number: code
            for number, code in failed.items()
            if number in told.parts or number not in known or not self._held(known[number])
        }
        self._done.lost = tuple(_lost(number, code, known, told.paths) for number, code in sorted(failed.items()))
        self._carry_history(told.binned)
        return self._done

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
        sure = conn is not self._from or _holds(conn, found.id)
        if not sure:
            conn, found, content, sure = self._vouched(conn, found, content)
        read = conn.execute(_READ[0], {"report": found.id}).fetchone()
        if not SHA256.fullmatch(found.source.sha256):
            return False
        former = (found.id, found.slug)
        self._to.execute("SAVEPOINT report")
        try:
            writer.add_report(self._to, content, found.source, found.imported_at, found.digest, former=former)
            if read is not None:
                self._to.execute(_READ[1], tuple(read))
                seals.put(self._to, seals.REPORT, found.id)
        except (LibraryError, sqlite3.IntegrityError, LookupError, OverflowError):
            self._to.execute("ROLLBACK TO report")
            return False
        finally:
            self._to.execute("RELEASE report")
        self._done.whole.append(found.slug)
        self._done.unsure += [] if sure else [found.slug]
        return True

    def _vouched(
        self, conn: sqlite3.Connection, found: Report, content: Content
    ) -> tuple[sqlite3.Connection, Report, Content, bool]:
        """Return a report whose seal is broken as a backup has it, else as it is; the last tells whether that is sure.

        Of a library without seals only those facts come out of the backup that never change.
        """
        for copy in self._copies:
            other = _report(copy, found.id)
            if other is None or other.digest != found.digest:
                continue
            if not self._sealed:
                kept = replace(found, source=other.source, slug=other.slug, imported_at=other.imported_at)
                return conn, kept, content, True
            if (whole := _content(copy, found.id)) is not None:
                return copy, other, whole, other.data == found.data
        if not SHA256.fullmatch(found.source.sha256):
            found = replace(found, source=replace(found.source, sha256=self._found.sources.get(found.id, "")))
        return conn, found, content, not self._sealed

    def _carry_from(
        self, copy: sqlite3.Connection, failed: dict[int, str], binned: frozenset[int], gone: set[str]
    ) -> None:
        """Fetch out of a backup what is lost, and what left no trace at all though nobody removed it."""
        with suppress(LibraryError):
            for report in queries.reports(copy):
                traceless = report.id not in binned and report.source.path not in gone
                if (report.id in failed or traceless) and not self._held(report) and not self._carry(copy, report.id):
                    failed.pop(report.id, None)
                    self._done.from_backups.append(report.slug)

    def _held(self, report: Report) -> bool:
        return queries.report_with_source(self._to, report.source.sha256) is not None

    def _carry_history(self, binned: frozenset[int]) -> None:
        """Carry imports and removals: what its seal vouches for, then what a backup has, then the rest as it is."""
        sources: list[tuple[sqlite3.Connection, bool]] = [(self._from, True)]
        sources += [(copy, False) for copy in self._copies] + [(self._from, False)]
        for kind, (read, write) in ((seals.CHANGE, _CHANGES), (seals.RECEIPT, _RECEIPTS)):
            for conn, only_sealed in sources:
                for row in _rows(conn, read):
                    if only_sealed and self._sealed and not _holds(conn, row[0], kind):
                        continue
                    if self._put(write, row) and conn is self._from and not only_sealed:
                        self._done.unsure.append(f"{kind} {row[0]}")
        for conn in (self._from, *self._copies):
            for row in _rows(conn, _TIES[0]):
                self._put(_TIES[1], row)
        self._carry_bin(binned)
        self._carry_facts()
        seals.put_all(self._to)

    def _put(self, statement: str, row: tuple[Any, ...]) -> bool:
        """Put a row in, unless there is one of its number or it breaks a rule of the table."""
        with suppress(sqlite3.Error):
            return self._to.execute(statement, row).rowcount > 0
        return False

    def _carry_bin(self, binned: frozenset[int]) -> None:
        for number in sorted(binned):
            report, change, *rest = self._from.execute(_BIN[0], {"report": number}).fetchone()
            with suppress(sqlite3.Error):
                if removed.is_legible(rest[-1]):
                    self._to.execute(_BIN[1], (report, *rest, change))

    def _carry_facts(self) -> None:
        facts = {"generation": str(self._found.generation + 1), "catalogue": self._found.catalogue}
        if self._found.uuid:
            facts["uuid"] = self._found.uuid
        self._to.executemany(_PUT_FACT, [{"key": key, "value": value} for key, value in facts.items()])
        for table, last in self._found.last.items():
            for statement in (_FIRST, _LAST):
                self._to.execute(statement, {"table": table, "last": last})


def _lost(number: int, code: str, known: dict[int, Report], paths: dict[int, str]) -> Lost:
    if number in known:
        return Lost(number, code, known[number].slug, known[number].source.path)
    path = paths.get(number, "")
    return Lost(number, code, path.replace("\\", "/").rsplit("/", 1)[-1], path)


def _rows(conn: sqlite3.Connection, statement: str) -> list[tuple[Any, ...]]:
    """Return all rows, none where the table is not there or not to be read."""
    with suppress(sqlite3.Error):
        return [tuple(row) for row in conn.execute(statement)]
    return []


def _holds(conn: sqlite3.Connection, number: int, kind: str = seals.REPORT) -> bool:
    with suppress(LibraryError):
        return seals.holds(conn, kind, number)
    return False


def _report(conn: sqlite3.Connection, number: int) -> Report | None:
    with suppress(LibraryError, LookupError, TypeError, ValueError):
        return queries.report(conn, number)
    return None


def _content(conn: sqlite3.Connection, number: int) -> Content | None:
    """Return a report whole, None where its digest does not say so."""
    with suppress(LibraryError, LookupError, TypeError, ValueError):
        return queries.content(conn, number, sealed=False)
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
