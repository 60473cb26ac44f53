"""csv: for Excel in Vietnam by a double click, or plain for every other program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from db.export.accounts import caveats, source_lines
from db.export.formulas import guarded
from db.export.options import CsvStyle, ExportOptions
from db.export.table import ExportCell, ExportTable


class Csv:
    """Writes tables into one file: the rows alone in the plain style, else with notes and sources below.

    Several tables stand one below the other, each under its caption. A number is written
    without dots and without its % sign, so that every program counts it.
    """

    name = "CSV"
    suffix = ".csv"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        encoding = "utf-8-sig" if options.csv.bom else "utf-8"
        with file.open("w", encoding=encoding, newline="") as out:
            done = 0
            for at, table in enumerate(tables):
                lines = list(_lines(table, options, len(tables) > 1))
                out.write(csv_text([*([[]] if at else []), *lines], options.csv))
                done += len(table.rows)
                yield done
            if not options.csv.bare and options.sources and (last := list(caveats(tables, options))):
                out.write(csv_text([[], *([guarded(line)] for line in last)], options.csv))


def csv_text(rows: Iterable[Sequence[str]], style: CsvStyle, line_end: str = "\r\n") -> str:
    """Return rows of ready fields as csv; an empty row becomes an empty line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=style.separator, lineterminator=line_end)
    writer.writerows(rows)
    return out.getvalue()


def field(cell: ExportCell, decimal: str) -> str:
    """Return a cell as a field: its number with that decimal sign, or its words kept from being run."""
    if cell.kind == "number" and cell.value is not None:
        return f"{cell.value:f}".replace(".", decimal)
    return guarded(cell.text)


def grid(table: ExportTable, style: CsvStyle) -> Iterator[list[str]]:
    """Yield head and body of a table as fields; what a span covers is empty."""
    for row in (*table.head, *table.rows):
        yield [field(cell, style.decimal) for cell in row]


def _lines(table: ExportTable, options: ExportOptions, several: bool) -> Iterator[list[str]]:
    if several:
        yield [guarded(table.caption or table.name)]
    yield from grid(table, options.csv)
    if options.csv.bare:
        return
    notes = [f"[{note.label}] {note.text}" for note in table.notes] if options.notes else []
    lines = [*notes, *source_lines(table, options)]
    if lines:
        yield []
        yield from ([guarded(line)] for line in lines)
