"""What can be shown as a table: the tables of every report, and its figures in the text, as one list."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from db import queries
from db.citations import Places
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Content, Place, Progress, Report
from db.vietnamese.folding import carries, fold

REPORT, TABLE, FIGURES, NOTES = "report", "table", "figures", "notes"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list. `kind` is REPORT (a heading), TABLE, FIGURES (its figures in the text) or NOTES.

    `number` counts the report's tables from 1; `words` are what a filter looks in.
    `section` is the path of the table's section ("I.2"), `size` its rows and columns below
    and with the head; of figures and notes `size` is their count.
    """

    kind: str
    report: Report
    number: int = 0
    title: str = ""
    section: str = ""
    size: tuple[int, int] = (0, 0)
    notes: int = 0

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from every other entry of a library."""
        return self.kind, self.report.id, self.number


def entries_of(report: Report, content: Content) -> list[Entry]:
    """Return the heading of a report, its tables in reading order, its figures in the text and its notes if any."""
    places = Places(content)
    found = [Entry(REPORT, report, title=name_of(report), size=(len(content.tables), 0))]
    for number, table in enumerate(content.tables, 1):
        cited = places.cited(Place(table_id=table.id))
        section = " ".join(part for part in (cited.section, cited.heading) if part)
        marked = len({mark.note_id for cell in table.cells for mark in cell.marks})
        size = (max(0, table.rows - table.header_rows), table.cols)
        found.append(Entry(TABLE, report, number, " ".join(table.caption.split()), section, size, marked))
    figures = len(text_figures(content))
    if figures:
        found.append(Entry(FIGURES, report, size=(figures, 0)))
    if content.notes:
        found.append(Entry(NOTES, report, size=(len(content.notes), 0)))
    return found


def text_figures(content: Content) -> list[int]:
    """Return the numbers (from 1) of the figures that stand in words, not in a table."""
    return [number for number, figure in enumerate(content.figures, 1) if figure.place.table_id is None]


def gathered(library: Library) -> Generator[Progress, None, list[Entry]]:
    """Read every report of a library, newest year first; for a Job. A damaged one has its heading only."""
    conn = library.reader()
    reports = queries.reports(conn)
    reports.sort(key=lambda report: (-(report.data.year or 0), report.id))
    found: list[Entry] = []
    for done, report in enumerate(reports):
        yield Progress(done, len(reports), "read", report.source.name)
        try:
            found += entries_of(report, queries.content(conn, report.id, verify=False))
        except TuBaoCaoError:
            found.append(Entry(REPORT, report, title=name_of(report)))
    return found


def filtered(entries: list[Entry], typed: str) -> list[Entry]:
    """Return the entries in whose words every typed one stands (marks bind only where typed), with their headings."""
    asked = typed.split()
    if not asked:
        return entries
    found: list[Entry] = []
    heading: Entry | None = None
    for entry in entries:
        if entry.kind == REPORT:
            heading = entry
        elif heading is not None and all(_carries(_words(entry, heading), word) for word in asked):
            found += [heading] if heading not in found else []
            found.append(entry)
    return found


def name_of(report: Report) -> str:
    """Return a report's name for a list: its period, then who issued it."""
    data = report.data
    period = data.period or str(data.year or "")
    return " · ".join(part for part in (period, data.issuer) if part) or data.title or report.source.name


def _words(entry: Entry, heading: Entry) -> str:
    return f"{heading.title} {entry.number or ''} {entry.title} {entry.section}"


def _carries(words: str, typed: str) -> bool:
    """Whether a typed word stands in `words`; letters typed without marks stand for all of them."""
    at = fold(words).find(fold(typed))
    while at >= 0:
        if carries(words[at : at + len(typed)], typed):
            return True
        at = fold(words).find(fold(typed), at + 1)
    return False
