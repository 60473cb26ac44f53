"""A fingerprint of what a report holds, the same on every machine, before and after storing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

from db.model import Block, Change, Content, Figure, Finding, Mark, ReportData, Section, Table
from db.numbering import Numbering, numbering
from db.sqlite_errors import typed_errors

_FORM = "tubaocao/1"
_REPORTS = """
    SELECT source_sha256, digest, year, period, issuer, kind, source_name, source_path, slug, imported_at
      FROM report ORDER BY source_sha256
"""


def digest(content: Content) -> str:
    """Return the sha256 (hex) of all that `content` says; ids count only by the order they give.

    KeyError if a part refers to one that is not there, TypeError if a field is of the wrong type.
    """
    text = json.dumps(_canonical(content), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@typed_errors
def store_digest(conn: sqlite3.Connection) -> str:
    """Return the sha256 (hex) of all reports a library holds and what the user says of them, whatever their ids.

    It vouches for the reports as each one's own digest does; `db.health.check` compares those with the texts.
    """
    text = json.dumps([tuple(row) for row in conn.execute(_REPORTS)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(content: Content) -> list[Any]:
    ids = numbering(content)
    return [
        _FORM,
        _data(content.data),
        [_section(part, ids) for part in content.sections],
        [_block(part, ids) for part in content.blocks],
        [(part.label, part.kind, part.text, bool(part.linked)) for part in content.notes],
        [_table(part, ids) for part in content.tables],
        [_figure(part, ids) for part in content.figures],
        [_finding(part, ids) for part in content.findings],
    ]


def _data(data: ReportData) -> tuple[Any, ...]:
    return (
        *(data.title, data.kind, data.issuer, data.place, data.number, data.date, data.year, data.period),
        *(data.signed_by, data.signed_as, data.resolution, bool(data.sample)),
    )


def _section(part: Section, ids: Numbering) -> tuple[Any, ...]:
    return ids.section(part.parent_id), part.level, part.number, part.marker, part.title, part.opening


def _marks(marks: tuple[Mark, ...], ids: Numbering) -> list[tuple[int, int]]:
    return [(mark.offset, ids.notes[mark.note_id]) for mark in marks]


def _block(part: Block, ids: Numbering) -> tuple[Any, ...]:
    emphasis = [(stretch.start, stretch.end, stretch.style) for stretch in part.emphasis]
    table = ids.table(part.table_id)
    return ids.section(part.section_id), part.kind, part.text, _marks(part.marks, ids), table, part.align, emphasis


def _number(value: float | None) -> float | None:
    # 4 and 4.0 are the same value and come back from the store as the latter; so does -0.0 as 0.0.
    return None if value is None else float(value) + 0.0


def _table(part: Table, ids: Numbering) -> tuple[Any, ...]:
    cells = [
        (c.row, c.col, c.rowspan, c.colspan, c.text, _marks(c.marks, ids), _number(c.value), c.unit) for c in part.cells
    ]
    return ids.section(part.section_id), part.caption, part.rows, part.cols, part.header_rows, cells


def _figure(part: Figure, ids: Numbering) -> tuple[Any, ...]:
    return (
        *(ids.place(part.place), part.start, part.end, part.quote),
        *(_number(part.value), part.unit, part.name, part.indicator, _number(part.low), _number(part.high)),
        *(_number(part.value_base), part.unit_base, part.qualifier, part.kind),
        *(part.period, part.period_start, part.period_end, part.state, _number(part.of)),
        *(_change(part.change), _number(part.implied_previous)),
    )


def _change(change: Change | None) -> tuple[Any, ...] | None:
    return None if change is None else (change.direction, _number(change.value), change.unit, change.versus)


def _finding(part: Finding, ids: Numbering) -> tuple[Any, ...]:
    return part.code, part.detail, part.count, ids.block(part.block_id)
