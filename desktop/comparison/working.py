"""The work behind the comparison views, off the GUI thread: reading, comparing, laying out the lines."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db import queries
from db.comparison import Comparison, compare
from db.comparison.matrix import matrix
from db.comparison.merging import tables_over_years
from db.library import Library
from db.model import Content, Progress, Report
from desktop.comparison.lines import Line, lines_of
from desktop.comparison.matrix import Years
from desktop.comparison.pairings import Places, pairings_of
from desktop.comparison.wide import WideTables

MOST_YEARS = 5


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports and what their comparison found."""

    reports: tuple[Report, Report]
    contents: tuple[Content, Content]
    comparison: Comparison
    lines: list[Line]


def two_years(
    library: Library, left: Report, right: Report, masked: bool, by_hand: Places
) -> Generator[Progress, None, Compared]:
    """Compare two reports; `by_hand` are the places of sections the user paired."""
    connection = library.reader()
    contents = queries.content(connection, left.id), queries.content(connection, right.id)
    comparison = yield from compare(*contents, masked=masked, pairings=pairings_of(by_hand, contents))
    return Compared((left, right), contents, comparison, lines_of(comparison, *contents))


def tables_of_years(library: Library, reports: Sequence[Report], masked: bool) -> Generator[Progress, None, WideTables]:
    """Compare each report with the one before it and lay the tables they share side by side."""
    contents, comparisons = yield from _compared(library, reports, masked)
    return WideTables(tuple(reports), tables_over_years(contents, comparisons))


def several_years(library: Library, reports: Sequence[Report], masked: bool) -> Generator[Progress, None, Years]:
    """Compare each report with the one before it and lay the sections out by years."""
    contents, comparisons = yield from _compared(library, reports, masked)
    return Years(tuple(reports), matrix(contents, comparisons))


def _compared(
    library: Library, reports: Sequence[Report], masked: bool
) -> Generator[Progress, None, tuple[list[Content], list[Comparison]]]:
    connection = library.reader()
    contents = [queries.content(connection, report.id) for report in reports]
    comparisons = []
    for older, newer in pairwise(contents):
        comparisons.append((yield from compare(older, newer, masked=masked)))
    return contents, comparisons


def chain_of(reports: Sequence[Report], newest: Report) -> list[Report]:
    """Return up to MOST_YEARS reports of one issuer, one per year, ending with `newest`, oldest first."""
    by_year = {}
    for report in sorted(reports, key=lambda one: one.id):
        year = report.data.year
        if year is not None and report.data.issuer == newest.data.issuer and year <= (newest.data.year or 0):
            by_year[year] = report
    by_year[newest.data.year or 0] = newest
    return [by_year[year] for year in sorted(by_year)][-MOST_YEARS:]
