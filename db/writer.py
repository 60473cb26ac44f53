"""All writes to the library; the transaction belongs to the caller (`Library.writing`)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from db import linking, schema, seals, vocabulary
from db.model import Content, Counts, Figure, Mark, Receipt, Source
from db.numbering import Numbering, numbering
from db.passages import passages
from db.slugs import free_slug
from db.sqlite_errors import typed_errors
from db.vietnamese.folding import search_form

_REPORT = """
    INSERT INTO report (id, slug, title, kind, issuer, place, number, date, year, period, signed_by, signed_as,
                        resolution, sample, source_name, source_path, source_sha256, source_format, source_bytes,
                        imported_at, digest, sections, notes, notes_linked, tables, figures)
    VALUES (:id, :slug, :title, :kind, :issuer, :place, :number, :date, :year, :period, :signed_by, :signed_as,
            :resolution, :sample, :source_name, :source_path, :source_sha256, :source_format, :source_bytes,
            :imported_at, :digest, :sections, :notes, :notes_linked, :tables, :figures)
"""
_SECTION = """
    INSERT INTO section (id, report_id, parent_id, level, number, marker, title, opening)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_TABLE = """
    INSERT INTO data_table (id, report_id, section_id, caption, rows, cols, header_rows) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_CELL = """
    INSERT INTO cell (id, table_id, row, col, rowspan, colspan, text, value, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_BLOCK = """
    INSERT INTO block (id, report_id, section_id, kind, text, table_id, align, emphasis) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_NOTE = "INSERT INTO note (id, report_id, label, kind, text, linked) VALUES (?, ?, ?, ?, ?, ?)"
_MARK = """
    INSERT INTO mark (id, report_id, note_id, block_id, table_id, row, col, offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_FIGURE = """
    INSERT INTO figure (id, report_id, block_id, note_id, table_id, row, col, start_, end_, quote, value, unit, name,
                        indicator, low, high, value_base, unit_base, qualifier, kind, period, period_start, period_end,
                        state, of_, change_direction, change_value, change_unit, change_versus, implied_previous)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FINDING = "INSERT INTO finding (id, report_id, code, detail, count, block_id) VALUES (?, ?, ?, ?, ?, ?)"
_INDEX = "INSERT INTO search_text (rowid, text) VALUES (?, ?)"
_EMPTY_INDEX = "INSERT INTO search_text (search_text) VALUES ('delete-all')"
_UNINDEX = "INSERT INTO search_text (search_text, rowid, text) VALUES ('delete', ?, ?)"
_RECEIPT = """
    INSERT INTO receipt (path, status, report_id, code, detail, sections, notes, notes_linked, tables, figures,
                         findings, at)
    VALUES (:path, :status, :report_id, :code, :detail, :sections, :notes, :notes_linked, :tables, :figures,
            :findings, :at)
"""
_OF_BATCH = "INSERT INTO change_receipt (receipt_id, change_id) VALUES (:receipt, :change)"
_ITS_RECEIPTS = "SELECT id FROM receipt WHERE report_id = :report"
# Children before parents; cells have no report of their own.
_REMOVALS = (
    "DELETE FROM figure WHERE report_id = :report",
    "DELETE FROM finding WHERE report_id = :report",
    "DELETE FROM mark WHERE report_id = :report",
    "DELETE FROM block WHERE report_id = :report",
    "DELETE FROM note WHERE report_id = :report",
    "DELETE FROM cell WHERE table_id IN (SELECT id FROM data_table WHERE report_id = :report)",
    "DELETE FROM data_table WHERE report_id = :report",
    "DELETE FROM section WHERE report_id = :report",
    "DELETE FROM as_read WHERE report_id = :report",
    "DELETE FROM report WHERE id = :report",
)

Row = tuple[Any, ...]


def counts_of(content: Content) -> Counts:
    """Return how much `content` holds."""
    return Counts(
        sections=len(content.sections),
        notes=len(content.notes),
        notes_linked=sum(note.linked for note in content.notes),
        tables=len(content.tables),
        figures=len(content.figures),
    )


@typed_errors
def add_report(
    conn: sqlite3.Connection,
    content: Content,
    source: Source,
    imported_at: str,
    digest: str,
    *,
    former: tuple[int, str] | None = None,
) -> int:
    """Store a report whole and return its id; its parts get ids of their own, in reading order.

    `digest` is `db.digest.digest(content)`. `former` are the id and the slug of a report
    that comes back; its slug is kept where no other report has it by now. Raises LibraryError where the content breaks
    a rule of the store (the same source twice, a figure without a place), KeyError where
    a part refers to one that is not there.
    """
    number, wanted = former or (None, "")
    slug = free_slug(conn, content.data, source, wanted)
    row = {
        "id": number,
        "slug": slug,
        "imported_at": imported_at,
        "digest": digest,
        **asdict(content.data),
        **asdict(counts_of(content)),
        **{f"source_{name}": value for name, value in asdict(source).items()},
    }
    report_id = conn.execute(_REPORT, row).lastrowid
    assert report_id is not None
    _add_parts(conn, content, report_id)
    seals.put(conn, seals.REPORT, report_id)
    return report_id


def _add_parts(conn: sqlite3.Connection, content: Content, report_id: int) -> None:
    base = report_id * schema.ROOM
    ids = numbering(content, base, schema.NOTES)
    cells = sum(len(table.cells) for table in content.tables)
    if len(content.blocks) > schema.NOTES or len(content.notes) > schema.CELLS - schema.NOTES or cells > schema.CELLS:
        raise OverflowError("more parts than a report has room for")
    conn.executemany(_SECTION, _sections(content, report_id, ids))
    conn.executemany(_TABLE, _tables(content, report_id, ids))
    conn.executemany(_CELL, _cells(content, base, ids))
    conn.executemany(_BLOCK, _blocks(content, report_id, ids))
    conn.executemany(_NOTE, ((ids.notes[n.id], report_id, n.label, n.kind, n.text, n.linked) for n in content.notes))
    conn.executemany(_MARK, ((base + n, report_id, *row) for n, row in enumerate(_marks(content, ids), 1)))
    conn.executemany(_FIGURE, ((base + n, report_id, *_figure(f, ids)) for n, f in enumerate(content.figures, 1)))
    findings = ((f.code, f.detail, f.count, ids.block(f.block_id)) for f in content.findings)
    conn.executemany(_FINDING, ((base + n, report_id, *row) for n, row in enumerate(findings, 1)))
    linking.link_report(conn, report_id)
    index_report(conn, report_id)


@typed_errors
def index_report(conn: sqlite3.Connection, report_id: int) -> None:
    """Write the words of a stored report into the search index, where they must not be yet."""
    folded = [(place, search_form(text)) for place, text in passages(conn, report_id)]
    conn.executemany(_INDEX, folded)
    vocabulary.add(conn, (text for _, text in folded))


@typed_errors
def clear_index(conn: sqlite3.Connection) -> None:
    """Take every word out of the search index; for one that is written anew."""
    conn.execute(_EMPTY_INDEX)
    conn.execute(vocabulary.CLEAR)


def _sections(content: Content, report_id: int, ids: Numbering) -> Iterator[Row]:
    for part in content.sections:
        parent = ids.section(part.parent_id)
        yield ids.sections[part.id], report_id, parent, part.level, part.number, part.marker, part.title, part.opening


def _tables(content: Content, report_id: int, ids: Numbering) -> Iterator[Row]:
    for part in content.tables:
        section = ids.section(part.section_id)
        yield ids.tables[part.id], report_id, section, part.caption, part.rows, part.cols, part.header_rows


def _cells(content: Content, base: int, ids: Numbering) -> Iterator[Row]:
    cells = ((ids.tables[table.id], cell) for table in content.tables for cell in table.cells)
    for place, (table, c) in enumerate(cells, base + schema.CELLS + 1):
        yield place, table, c.row, c.col, c.rowspan, c.colspan, c.text, c.value, c.unit


def _blocks(content: Content, report_id: int, ids: Numbering) -> Iterator[Row]:
    for part in content.blocks:
        emphasis = json.dumps([[e.start, e.end, e.style] for e in part.emphasis]) if part.emphasis else ""
        section, table = ids.section(part.section_id), ids.table(part.table_id)
        yield ids.blocks[part.id], report_id, section, part.kind, part.text, table, part.align, emphasis


def _marks(content: Content, ids: Numbering) -> Iterator[Row]:
    for block in content.blocks:
        yield from _marks_at(block.marks, (ids.blocks[block.id], None, None, None), ids)
    for table in content.tables:
        for cell in table.cells:
            yield from _marks_at(cell.marks, (None, ids.tables[table.id], cell.row, cell.col), ids)


def _marks_at(marks: tuple[Mark, ...], place: Row, ids: Numbering) -> Iterator[Row]:
    for mark in marks:
        yield ids.notes[mark.note_id], *place, mark.offset


def _figure(part: Figure, ids: Numbering) -> Row:
    change = part.change
    return (
        *(*ids.place(part.place), part.start, part.end, part.quote, part.value, part.unit, part.name),
        *(part.indicator, part.low, part.high, part.value_base, part.unit_base, part.qualifier, part.kind),
        *(part.period, part.period_start, part.period_end, part.state, part.of),
        *((change.direction, change.value, change.unit, change.versus) if change else (None, None, None, None)),
        part.implied_previous,
    )


@typed_errors
def add_receipt(conn: sqlite3.Connection, receipt: Receipt) -> int:
    """Store what became of a file and return the receipt's id; `receipt.id` is not looked at."""
    findings = [[f.code, f.detail, f.count, f.block_id] for f in receipt.findings]
    row = {
        **asdict(receipt.counts),
        **{name: getattr(receipt, name) for name in ("path", "status", "report_id", "code", "detail", "at")},
        "findings": json.dumps(findings, ensure_ascii=False) if findings else "",
    }
    stored = conn.execute(_RECEIPT, row).lastrowid
    assert stored is not None
    if receipt.batch is not None:
        conn.execute(_OF_BATCH, {"receipt": stored, "change": receipt.batch})
    seals.put(conn, seals.RECEIPT, stored)
    return stored


@typed_errors
def remove_report(conn: sqlite3.Connection, report_id: int) -> bool:
    """Take a report out, with all its parts; its receipts stay. False if there is none."""
    # A contentless index forgets a row only when it is told the words it had.
    folded = [(place, search_form(text)) for place, text in passages(conn, report_id)]
    conn.executemany(_UNINDEX, folded)
    vocabulary.take_away(conn, (text for _, text in folded))
    linking.unlink_report(conn, report_id)
    receipts = conn.execute(_ITS_RECEIPTS, {"report": report_id}).fetchall()
    removed = 0
    for statement in _REMOVALS:
        removed = conn.execute(statement, {"report": report_id}).rowcount
    seals.drop(conn, seals.REPORT, report_id)
    for (receipt,) in receipts:  # each names a report no more
        seals.put(conn, seals.RECEIPT, receipt)
    return removed > 0
