"""Is the library whole? Structure, ties, digests, search index, series; what can be mended is mended on demand."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from db import backups, linking, queries, schema, seals, vocabulary
from db.errors import DamagedLibrary, LibraryError
from db.library import Library
from db.model import Content, Progress, Report
from db.passages import passages
from db.queries.content import ROW_CHANGED
from db.relinking import is_current, relink
from db.sqlite_errors import translating
from db.vietnamese.folding import search_form
from db.writer import clear_index, counts_of, index_report

STRUCTURE, CHANGED, INDEX, ORPHANS, UNREADABLE = "TBC-302", "TBC-303", "TBC-304", "TBC-305", "TBC-306"
GONE = "TBC-308"
LINKS, HISTORY = "TBC-309", "TBC-311"

_INTEGRITY = "PRAGMA integrity_check(20)"
_TIES = 'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
INDEXED = "SELECT id FROM search_text_docsize WHERE id BETWEEN :first AND :last ORDER BY id"
STRAYS = """
    SELECT count(*) FROM search_text_docsize WHERE id / :room NOT IN (SELECT id FROM report)
"""
STANDS = "SELECT count(*) FROM search_text WHERE search_text MATCH :match AND rowid = :passage"
_SAMPLES_PER_REPORT = 8
# What is a letter beyond ASCII differs between SQLite's tokenizer (Unicode 6.1) and ours: such words prove nothing.
_PLAIN_WORD = re.compile(r"(?<![^\x00-\x7f])\b[a-z0-9]+\b(?![^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """Something that is not as it should be; `code` as in `resources/messages.toml`.

    `detail` says what (a table, a slug, SQLite's words), `report_id` whose it is,
    `repaired` whether it is right again.
    """

    code: str
    detail: str = ""
    report_id: int | None = None
    repaired: bool = False


def check(library: Library, repair: bool = False) -> Generator[Progress, None, list[HealthFinding]]:
    """Examine the library and return what was found, in the order of the checks.

    With `repair`, and if nothing but that is wrong, the search index is built again and the
    figures are put into their series again, after a backup; all else is for `db.salvage`, and a
    damaged file is not written to. Raises LibraryError where nothing can be read at all or no
    backup could be made, LibraryReadOnly for a repair that cannot be written.
    """
    conn = library.reader()
    yield Progress(0, 0, "structure")
    findings = list(_structure(conn))
    yield Progress(0, 0, "ties")
    findings += _ties(conn)
    reports = _reports(conn, findings)
    for done, report in enumerate(reports):
        yield Progress(done, len(reports), "report", report.slug)
        findings += _report(conn, report)
    findings += _history(conn, reports)
    yield Progress(0, 0, "index")
    index, links = list(_index(conn, reports)), list(_links(conn, reports))
    mended = repair and not findings
    if (index or links) and mended:
        yield Progress(0, 0, "backup")
        backups.back_up(conn, library.path, backups.BEFORE_REPAIR)
        if index:
            yield from _rebuild(library, reports)
        if links:
            yield from relink(library)
    return findings + [replace(finding, repaired=mended) for finding in (*index, *links)]


def _structure(conn: sqlite3.Connection) -> Iterator[HealthFinding]:
    try:
        for (words,) in conn.execute(_INTEGRITY):
            if words != "ok":
                yield HealthFinding(STRUCTURE, words.splitlines()[0])
    except sqlite3.DatabaseError as error:
        yield HealthFinding(STRUCTURE, str(error))


def _ties(conn: sqlite3.Connection) -> list[HealthFinding]:
    try:
        return [HealthFinding(ORPHANS, f"{table}: {count}") for table, count in conn.execute(_TIES)]
    except sqlite3.DatabaseError as error:
        return [HealthFinding(ORPHANS, str(error))]


def _reports(conn: sqlite3.Connection, findings: list[HealthFinding]) -> list[Report]:
    try:
        return queries.reports(conn)
    except LibraryError as error:
        findings.append(HealthFinding(STRUCTURE, error.detail))
        return []


def _report(conn: sqlite3.Connection, report: Report) -> Iterator[HealthFinding]:
    """See whether a report is as it was written, and whether all its letters can be read."""
    try:
        whole = queries.content(conn, report.id)
        if queries.counts(conn, report.id) != counts_of(whole):
            yield HealthFinding(CHANGED, report.slug, report.id)
    except (DamagedLibrary, queries.UnknownReport) as error:  # the list may show one that its own row does not lead to
        code = ROW_CHANGED if getattr(error, "code", "") == ROW_CHANGED else CHANGED
        yield HealthFinding(code, report.slug, report.id)
        if unreadable := _unreadable(conn, report):
            yield HealthFinding(UNREADABLE, f"{report.slug}: {unreadable}", report.id)


def _history(conn: sqlite3.Connection, reports: list[Report]) -> list[HealthFinding]:
    """See whether imports and removals are as they were noted, and whether a report is gone that nobody removed."""
    try:
        here = {report.id for report in reports}
        findings = [HealthFinding(GONE, f"#{n}", n) for n in seals.broken(conn, seals.REPORT) if n not in here]
        for kind in (seals.RECEIPT, seals.CHANGE):
            findings += [HealthFinding(HISTORY, f"{kind} {number}") for number in seals.broken(conn, kind)]
    except LibraryError as error:
        return [HealthFinding(STRUCTURE, error.detail)]
    return findings


def _unreadable(conn: sqlite3.Connection, report: Report) -> int:
    """Count the signs that could not be decoded in a damaged report."""
    try:
        whole: Content = queries.content(conn, report.id, verify=False)
    except (LibraryError, LookupError, TypeError, ValueError):
        return 0
    texts = [block.text for block in whole.blocks] + [note.text for note in whole.notes]
    return sum(str(text).count("\ufffd") for text in texts)


def _index(conn: sqlite3.Connection, reports: list[Report]) -> Iterator[HealthFinding]:
    """Compare the index with the texts: the same passages, and some of their words really found."""
    try:
        (strays,) = conn.execute(STRAYS, {"room": schema.ROOM}).fetchone()
        if strays:
            yield HealthFinding(INDEX, f"+{strays}")
        for report in reports:
            if not _is_indexed(conn, report.id):
                yield HealthFinding(INDEX, report.slug, report.id)
    except sqlite3.DatabaseError as error:
        yield HealthFinding(INDEX, str(error))


def _links(conn: sqlite3.Connection, reports: list[Report]) -> Iterator[HealthFinding]:
    """See whether the figures stand in the series they belong to, and by the catalogue of this program."""
    try:
        if not is_current(conn):
            yield HealthFinding(LINKS, "indicators.toml")
        for report in reports:
            if not linking.is_linked(conn, report.id):
                yield HealthFinding(LINKS, report.slug, report.id)
    except (sqlite3.DatabaseError, TypeError) as error:  # a row without an issuer tells no area
        yield HealthFinding(LINKS, str(error))


def _is_indexed(conn: sqlite3.Connection, report_id: int) -> bool:
    texts = passages(conn, report_id)
    whole = {"first": report_id * schema.ROOM, "last": (report_id + 1) * schema.ROOM - 1}
    if [row[0] for row in conn.execute(INDEXED, whole)] != sorted(passage for passage, _ in texts):
        return False
    samples = texts[:: max(1, len(texts) // _SAMPLES_PER_REPORT)]
    return all(_stands(conn, passage, text) for passage, text in samples)


def _stands(conn: sqlite3.Connection, passage: int, text: str) -> bool:
    words = _PLAIN_WORD.findall(search_form(text))[:8]
    facts = {"match": " ".join(f'"{word}"' for word in words), "passage": passage}
    stands = not words or conn.execute(STANDS, facts).fetchone()[0] == 1
    return stands and all(vocabulary.passages_with(conn, word) for word in words)


def _rebuild(library: Library, reports: list[Report]) -> Generator[Progress, None, None]:
    with library.writing() as conn, translating(library.path):
        clear_index(conn)
        for done, report in enumerate(reports):
            yield Progress(done, len(reports), "rebuild", report.slug)
            index_report(conn, report.id)
