"""One table of several years as one wide table: a row for every line, a column for every column of every report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.comparison.columns import Column, Line, Sheet, read_sheet
from db.comparison.rows import Comparison
from db.comparison.tables import match_lines
from db.model import Content, Place


@dataclass(frozen=True, slots=True)
class MergedColumn:
    """A column of report number `report` (from 0, oldest first). `year` is the one it speaks of, if it names one.

    Columns of different reports with one `concept` mean the same but for the year.
    """

    report: int
    index: int
    header: str
    concept: str
    year: int | None


@dataclass(frozen=True, slots=True)
class MergedCell:
    """A cell as printed, its number if it is one, and the door to it: the place in report number `report`."""

    report: int
    place: Place
    text: str
    value: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A line of the wide table; `cells` has one entry for each column, None where the report says nothing.

    `reports` numbers the reports that have the line; a line of a single one is `unmatched`.
    """

    label: str
    unit: str
    group: str
    reports: tuple[int, ...]
    cells: tuple[MergedCell | None, ...]
    unmatched: bool


@dataclass(frozen=True, slots=True)
class MergedTable:
    """The tables of several reports side by side; lines without a like in another report stand at the bottom."""

    columns: tuple[MergedColumn, ...]
    rows: tuple[MergedRow, ...]


def merge_tables(contents: Sequence[Content], table_ids: Sequence[int]) -> MergedTable:
    """Merge one table of each report, oldest report first; KeyError for a table that a report does not have."""
    sheets = []
    for content, number in zip(contents, table_ids, strict=True):
        tables = {table.id: table for table in content.tables}
        sheets.append(read_sheet(content, tables[number]))
    columns = [
        _column(report, column, content.data.year)
        for report, (sheet, content) in enumerate(zip(sheets, contents, strict=True))
        for column in sheet.columns
    ]
    newest_first = sorted(columns, key=lambda column: (-column.report, column.index))
    concepts = list(dict.fromkeys(column.concept for column in newest_first))
    columns.sort(key=lambda column: (concepts.index(column.concept), column.year or 0, column.report, column.index))
    found = [_row(lines, sheets, columns) for lines in _matched(sheets)]
    together = [row for row in found if not row.unmatched]
    alone = sorted((row for row in found if row.unmatched), key=lambda row: -row.reports[0])
    return MergedTable(tuple(columns), (*together, *alone))


def _column(report: int, column: Column, year: int | None) -> MergedColumn:
    shifts = [int(word.strip("‹›")) for word in column.key if word.startswith("‹")]
    concept = " ".join("‹năm›" if word.startswith("‹") else word for word in column.key)
    return MergedColumn(
        report, column.index, column.header, concept, year + shifts[-1] if shifts and year is not None else None
    )


def _matched(sheets: Sequence[Sheet]) -> list[dict[int, Line]]:
    """Match the lines of every older report with those found so far; the newest report gives the order."""
    rows: list[dict[int, Line]] = []
    for report in range(len(sheets) - 1, -1, -1):
        heads = [row[max(row)] for row in rows]
        numbered = [replace(head, row=place) for place, head in enumerate(heads)]
        taken = set()
        for line, head in match_lines(sheets[report].lines, numbered):
            rows[head.row][report] = line
            taken.add(line.row)
        rows += [{report: line} for line in sheets[report].lines if line.row not in taken]
    return rows


def _row(lines: dict[int, Line], sheets: Sequence[Sheet], columns: Sequence[MergedColumn]) -> MergedRow:
    newest = lines[max(lines)]
    cells = tuple(_cell(lines.get(column.report), sheets[column.report], column) for column in columns)
    alone = len(lines) == 1 < len(sheets)
    return MergedRow(newest.label, newest.unit, newest.group, tuple(sorted(lines)), cells, alone)


def _cell(line: Line | None, sheet: Sheet, column: MergedColumn) -> MergedCell | None:
    cell = line.cells.get(column.index) if line else None
    if line is None or cell is None:
        return None
    place = Place(table_id=sheet.table.id, row=cell.row, col=cell.col)
    return MergedCell(column.report, place, cell.text, cell.value, cell.unit or line.unit or sheet.unit)


@dataclass(frozen=True, slots=True)
class TableOverYears:
    """One table through the years: its newest caption, and which of the reports compared its own reports are."""

    caption: str
    reports: tuple[int, ...]
    table: MergedTable


def tables_over_years(contents: Sequence[Content], comparisons: Sequence[Comparison]) -> list[TableOverYears]:
    """Return every table that stands in two reports or more, those of the newest report first.

    `contents` are oldest first, `comparisons` those of each with the one before it.
    """
    found = []
    for chain in _chains(comparisons):
        reports = tuple(sorted(chain))
        tables = [chain[report] for report in reports]
        newest = next(table for table in contents[reports[-1]].tables if table.id == tables[-1])
        merged = merge_tables([contents[report] for report in reports], tables)
        found.append(TableOverYears(newest.caption, reports, merged))
    return found


def _chains(comparisons: Sequence[Comparison]) -> list[dict[int, int]]:
    """Return the ids of tables that were paired year after year, by the number of their report."""
    chains: list[dict[int, int]] = []
    for older in range(len(comparisons) - 1, -1, -1):
        known = {chain[older + 1]: chain for chain in chains if older + 1 in chain}
        for pair in comparisons[older].tables:
            if pair.left is None or pair.right is None:
                continue
            chain = known.get(pair.right)
            if chain is None:
                chain = {older + 1: pair.right}
                chains.append(chain)
            chain[older] = pair.left
    return chains
