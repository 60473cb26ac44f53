"""One report whole, as it was imported, checked against its digest."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import replace
from typing import Any

from db import seals
from db.connections import snapshot
from db.digest import digest
from db.errors import DamagedLibrary
from db.model import Block, Cell, Content, Emphasis, Figure, Mark, Note, Report, Section, Table
from db.queries.figures import figures_of
from db.queries.findings import findings
from db.queries.reports import UnknownReport, as_read, periods_as_read, report
from db.sqlite_errors import legible, path_of, typed_errors

SECTIONS = """
    SELECT id, parent_id, level, number, marker, title, opening
      FROM section WHERE report_id = :report ORDER BY id
"""
BLOCKS = """
    SELECT id, section_id, kind, text, table_id, align, emphasis
      FROM block WHERE report_id = :report ORDER BY id
"""
NOTES = "SELECT id, label, kind, text, linked FROM note WHERE report_id = :report ORDER BY id"
MARKS = "SELECT note_id, block_id, table_id, row, col, offset FROM mark WHERE report_id = :report ORDER BY id"
TABLES = """
    SELECT id, section_id, caption, rows, cols, header_rows
      FROM data_table WHERE report_id = :report ORDER BY id
"""
# CROSS JOIN keeps the order: the tables of one report first, then their cells.
CELLS = """
    SELECT cell.table_id, cell.row, cell.col, cell.rowspan, cell.colspan, cell.text, cell.value, cell.unit
      FROM data_table CROSS JOIN cell ON cell.table_id = data_table.id
     WHERE data_table.report_id = :report
     ORDER BY cell.id
"""

ROW_CHANGED = "TBC-310"
"""The code of a DamagedLibrary where all that was read is whole, but not what stands beside it."""

_Place = tuple[int | None, int | None, int | None, int | None]


@typed_errors
def sections(conn: sqlite3.Connection, report_id: int) -> list[Section]:
    """Return a report's sections in reading order; empty for an unknown report."""
    return [Section(*row) for row in conn.execute(SECTIONS, {"report": report_id})]


@typed_errors
def content(conn: sqlite3.Connection, report_id: int, verify: bool = True, *, sealed: bool = True) -> Content:
    """Return a report whole; UnknownReport if there is none.

    With `verify` the content is compared with the digest written at the import, and with
    `sealed` the report's row and the user's word with its seal: DamagedLibrary is raised
    where they differ (code `ROW_CHANGED` where the text is whole). Without, what can be read is given.
    """
    return _both(conn, report_id, verify, verify and sealed)[0]


@typed_errors
def content_as_read(conn: sqlite3.Connection, report_id: int) -> Content:
    """Return a report whole, without the user's word on it: what its digest was made of. As `content`."""
    return _both(conn, report_id, verify=True, sealed=True)[1]


def _both(conn: sqlite3.Connection, report_id: int, verify: bool, sealed: bool) -> tuple[Content, Content]:
    """Return a report as it stands and, where it is to be verified, as it was read."""
    with snapshot(conn):
        found = report(conn, report_id)
        if found is None:
            raise UnknownReport(report_id)
        with legible(conn):
            whole = _content(conn, found)
        read = _as_read(conn, report_id, whole) if verify else whole
        holds = not sealed or seals.holds(conn, seals.REPORT, report_id)
    if verify and not _is_whole(read, found.digest):
        raise DamagedLibrary(path_of(conn), found.slug)
    if not holds:
        raise DamagedLibrary(path_of(conn), found.slug, ROW_CHANGED)
    return whole, read


def _content(conn: sqlite3.Connection, found: Report) -> Content:
    parts = {"report": found.id}
    marks = _marks(conn, parts)
    return Content(
        data=found.data,
        sections=tuple(sections(conn, found.id)),
        blocks=tuple(_block(row, marks) for row in conn.execute(BLOCKS, parts)),
        notes=tuple(Note(*(*row, bool(linked))) for *row, linked in conn.execute(NOTES, parts)),
        tables=_tables(conn, parts, marks),
        figures=tuple(figures_of(conn, found.id)),
        findings=findings(conn, found.id),
    )


def _as_read(conn: sqlite3.Connection, report_id: int, whole: Content) -> Content:
    """Return a report without the user's word on it: what its digest was made of."""
    data, moved = as_read(conn, report_id), periods_as_read(conn, report_id)
    if data is None:
        return whole
    figures = (_unmoved(one, moved[one.id]) if one.id in moved else one for one in whole.figures)
    return replace(whole, data=data, figures=tuple(figures))


def _unmoved(figure: Figure, read: tuple[str, str, str, str | None]) -> Figure:
    label, start, end, versus = read
    change = replace(figure.change, versus=versus or "") if figure.change is not None else None
    return replace(figure, period=label, period_start=start, period_end=end, change=change)


def _is_whole(whole: Content, expected: str) -> bool:
    try:
        return digest(whole) == expected
    except (LookupError, TypeError, ValueError):  # a part that points nowhere, a blob where text belongs
        return False


def _marks(conn: sqlite3.Connection, parts: dict[str, int]) -> dict[_Place, tuple[Mark, ...]]:
    found: defaultdict[_Place, list[Mark]] = defaultdict(list)
    for note, block, table, row, col, offset in conn.execute(MARKS, parts):
        found[block, table, row, col].append(Mark(offset, note))
    return {place: tuple(marks) for place, marks in found.items()}


def _block(row: tuple[Any, ...], marks: dict[_Place, tuple[Mark, ...]]) -> Block:
    block, section, kind, text, table, align, emphasis = row
    return Block(
        id=block,
        section_id=section,
        kind=kind,
        text=text,
        marks=marks.get((block, None, None, None), ()),
        table_id=table,
        align=align,
        emphasis=tuple(Emphasis(*stretch) for stretch in json.loads(emphasis)) if emphasis else (),
    )


def _tables(
    conn: sqlite3.Connection, parts: dict[str, int], marks: dict[_Place, tuple[Mark, ...]]
) -> tuple[Table, ...]:
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for table, row, col, rowspan, colspan, text, value, unit in conn.execute(CELLS, parts):
        its = marks.get((None, table, row, col), ())
        cells[table].append(Cell(row, col, rowspan, colspan, text, its, value, unit))
    return tuple(Table(*(*row, tuple(cells[row[0]]))) for row in conn.execute(TABLES, parts))
