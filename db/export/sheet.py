"""A sheet: headings and rows on their way out to a file, and the line that says where they come from."""

from __future__ import annotations

from dataclasses import dataclass

from db.export.cells import counted_number, fit, text_cell
from db.export.table import BLANK, ExportCell, ExportTable

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to export.

    `widths` are of the columns, in characters. A value of type str stays text whatever
    it looks like (07, 27-NQ/TU, =1+1); int and float are written as true numbers.
    `sources` are lines below the table: report, file, sha-256, date of the export.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    sources: tuple[str, ...] = ()


def table_of(sheet: Sheet) -> ExportTable:
    """Return the sheet as a table that any format takes."""
    return ExportTable(
        name=fit(sheet.title),
        caption=fit(sheet.title),
        head=(tuple(text_cell(heading) for heading in sheet.headings),),
        rows=tuple(tuple(map(_cell, row)) for row in sheet.rows),
        remarks=tuple(map(fit, sheet.sources)),
        widths=sheet.widths,
    )


def _cell(value: Value) -> ExportCell:
    if value is None:
        return BLANK
    return text_cell(value) if isinstance(value, str) else counted_number(value)
