"""The areas a library's reports speak of, and the reports of one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from db.indicators.areas import area_of
from db.linking import area_of_report
from db.model import Report
from db.queries.reports import reports_of_office
from db.sqlite_errors import typed_errors

OFFICES = "SELECT place, issuer, count(*) FROM report GROUP BY place, issuer"


@dataclass(frozen=True, slots=True)
class Area:
    """An area, named as `db.indicators.areas.area_of` does, and how many reports speak of it."""

    name: str
    reports: int


@typed_errors
def areas(conn: sqlite3.Connection) -> list[Area]:
    """Return the areas of a library, the one with the most reports first."""
    counted: Counter[str] = Counter()
    for place, issuer, reports in conn.execute(OFFICES):
        counted[area_of(place, issuer)] += reports
    return [Area(name, reports) for name, reports in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]


@typed_errors
def reports_of_area(conn: sqlite3.Connection, area: str) -> list[Report]:
    """Return the reports that speak of an area, in order of import."""
    offices = [(place, issuer) for place, issuer, _ in conn.execute(OFFICES) if area_of(place, issuer) == area]
    found = [report for place, issuer in offices for report in reports_of_office(conn, place, issuer)]
    return sorted(found, key=lambda report: report.id)


@typed_errors
def area_of_a_report(conn: sqlite3.Connection, report_id: int) -> str:
    """Return the area a report speaks of, "" where it says none or is not there."""
    return area_of_report(conn, report_id)
