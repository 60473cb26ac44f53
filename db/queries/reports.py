"""Which reports there are, and how much each holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from db.model import Counts, Report, ReportData, Source, Spine
from db.sqlite_errors import legible, typed_errors

_COLUMNS = """
    SELECT report.id, slug, imported_at, digest,
           title, kind, issuer, place, number, date, year, period, signed_by, signed_as, resolution, sample,
           source_name, source_path, source_sha256, source_format, source_bytes
      FROM report
"""
ALL = _COLUMNS + " ORDER BY id"
BY_ID = _COLUMNS + " WHERE id = :report"
BY_SLUG = _COLUMNS + " WHERE slug >= :name AND slug < :after ORDER BY slug"
BY_SLUGS = _COLUMNS + " JOIN json_each(:slugs) ON slug = value ORDER BY key"
BY_IDS = _COLUMNS + " JOIN json_each(:ids) ON report.id = value"
YEARS = "SELECT DISTINCT year FROM report WHERE year IS NOT NULL ORDER BY year DESC"
# The first report that is none ends the search.
ONLY_SAMPLES = "SELECT EXISTS (SELECT 1 FROM report) AND NOT EXISTS (SELECT 1 FROM report WHERE sample = 0)"
BY_SOURCE = _COLUMNS + " WHERE source_sha256 = :sha256"
BY_PERIOD = (
    _COLUMNS
    + " WHERE year = :year AND period = :period AND place = :place AND issuer = :issuer AND kind = :kind ORDER BY id"
)
OF_OFFICE = _COLUMNS + " WHERE place = :place AND issuer = :issuer ORDER BY id"
COUNTS = "SELECT sections, notes, notes_linked, tables, figures FROM report WHERE id = :report"
AS_READ = "SELECT body FROM as_read WHERE report_id = :report"
ALL_COUNTS = "SELECT id, sections, notes, notes_linked, tables, figures FROM report"


# Ten thousand of these are read before the first paint, whole reports only where somebody looks. Those of one issuer
# and kind come in one row: their names are read once.
SPINES = """
    SELECT CASE issuer WHEN '' THEN place ELSE issuer END AS named, kind, json_group_array(json_array(id, year, period))
      FROM report
     GROUP BY named, kind
"""
TELLING = """
    SELECT id, title || ' ' || issuer || ' ' || place || ' ' || number || ' ' || period || ' ' || ifnull(year, '')
           || ' ' || kind || ' ' || source_name
      FROM report
"""


class UnknownReport(LookupError):
    """There is no report of that id."""


class AmbiguousReport(LookupError):
    """Several reports are called so; `slugs` are their full names."""

    def __init__(self, name: str, slugs: tuple[str, ...]) -> None:
        self.name = name
        self.slugs = slugs
        super().__init__(f"{name}: {', '.join(slugs)}")


def _report(row: tuple[Any, ...]) -> Report:
    report_id, slug, imported_at, digest, *data, sample, name, path, sha256, kind, size = row
    return Report(
        id=report_id,
        slug=slug,
        data=ReportData(*(*data, bool(sample))),
        source=Source(name, path, sha256, kind, size),
        imported_at=imported_at,
        digest=digest,
    )


@typed_errors
def reports(conn: sqlite3.Connection) -> list[Report]:
    """Return all reports in order of import."""
    return [_report(row) for row in conn.execute(ALL)]


def reports_of_office(conn: sqlite3.Connection, place: str, issuer: str) -> list[Report]:
    """Return the reports of one issuer about one place, as each is named in the reports; in order of import."""
    return [_report(row) for row in conn.execute(OF_OFFICE, {"place": place, "issuer": issuer})]


@typed_errors
def spines(conn: sqlite3.Connection) -> list[Spine]:
    """Return what tells all reports apart at a glance, in order of import."""
    rows = conn.execute(SPINES).fetchall()
    held = json.loads(f"[{','.join(row[2] for row in rows)}]")
    found = [
        Spine(number, issuer, kind, year, period)
        for (issuer, kind, _), reports_of_both in zip(rows, held, strict=True)
        for number, year, period in reports_of_both
    ]
    return sorted(found, key=itemgetter(0))


@typed_errors
def telling_words(conn: sqlite3.Connection) -> dict[int, str]:
    """Return all that names each report, in one text, by its id."""
    return dict(conn.execute(TELLING).fetchall())


@typed_errors
def report(conn: sqlite3.Connection, report_id: int) -> Report | None:
    """Return the report of that id, None if there is none."""
    row = conn.execute(BY_ID, {"report": report_id}).fetchone()
    return _report(row) if row else None


@typed_errors
def find_report(conn: sqlite3.Connection, name: str) -> Report | None:
    """Return the report of that id, slug, or unique beginning of a slug; None if there is none.

    A whole slug goes before longer ones that begin with it. Raises AmbiguousReport if
    several begin so.
    """
    name = name.strip().lower()
    if name.isdecimal() and len(name) < 16 and (found := report(conn, int(name))):
        return found
    if not name:
        return None
    rows = [_report(row) for row in conn.execute(BY_SLUG, {"name": name, "after": name + "\U0010ffff"})]
    if len(rows) > 1 and rows[0].slug != name:
        raise AmbiguousReport(name, tuple(row.slug for row in rows))
    return rows[0] if rows else None


@typed_errors
def reports_named(conn: sqlite3.Connection, slugs: Sequence[str]) -> list[Report]:
    """Return the reports of these slugs, in that order; those that are gone are left out."""
    return [_report(row) for row in conn.execute(BY_SLUGS, {"slugs": json.dumps(slugs)})]


@typed_errors
def reports_of(conn: sqlite3.Connection, ids: Collection[int]) -> dict[int, Report]:
    """Return the reports of these ids; those that are not there are left out."""
    return {row[0]: _report(row) for row in conn.execute(BY_IDS, {"ids": json.dumps(sorted(ids))})}


@typed_errors
def years(conn: sqlite3.Connection) -> list[int]:
    """Return the years there are reports of, the newest first."""
    return [year for (year,) in conn.execute(YEARS)]


@typed_errors
def only_samples(conn: sqlite3.Connection) -> bool:
    """Tell whether there are reports and all of them are samples."""
    return bool(conn.execute(ONLY_SAMPLES).fetchone()[0])


@typed_errors
def report_with_source(conn: sqlite3.Connection, sha256: str) -> Report | None:
    """Return the report that came from the file with that content, None if there is none."""
    row = conn.execute(BY_SOURCE, {"sha256": sha256}).fetchone()
    return _report(row) if row else None


@typed_errors
def same_period(conn: sqlite3.Connection, data: ReportData) -> list[Report]:
    """Return the reports of the same issuer, place, kind, year and period: other versions of one report.

    Empty where `data` names no year, for then nothing can be said.
    """
    if data.year is None:
        return []
    facts = {name: getattr(data, name) for name in ("year", "period", "place", "issuer", "kind")}
    return [_report(row) for row in conn.execute(BY_PERIOD, facts)]


@typed_errors
def counts(conn: sqlite3.Connection, report_id: int) -> Counts:
    """Return how much a report holds; all zero for an unknown report."""
    row = conn.execute(COUNTS, {"report": report_id}).fetchone()
    return Counts(*row) if row else Counts()


@typed_errors
def all_counts(conn: sqlite3.Connection) -> dict[int, Counts]:
    """Return how much each report holds, by its id."""
    return {report_id: Counts(*row) for report_id, *row in conn.execute(ALL_COUNTS)}


@typed_errors
def as_read(conn: sqlite3.Connection, report_id: int) -> ReportData | None:
    """Return what the reader read, where the user has put something else into the report; None where not."""
    row = conn.execute(AS_READ, {"report": report_id}).fetchone()
    found = report(conn, report_id) if row else None
    if found is None:
        return None
    with legible(conn):
        return replace(found.data, **json.loads(row[0])["data"])


@typed_errors
def periods_as_read(conn: sqlite3.Connection, report_id: int) -> dict[int, tuple[str, str, str, str | None]]:
    """Return (period, its start, its end, year compared with) as read, of each figure a corrected year has moved."""
    row = conn.execute(AS_READ, {"report": report_id}).fetchone()
    with legible(conn):
        moved = json.loads(row[0])["figures"] if row else []
        return {figure: (label, start, end, versus) for figure, label, start, end, versus in moved}
