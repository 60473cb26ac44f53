"""From the grid a reader found to a table with a caption, header rows, and numbers where a cell is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from db.importer.document import Grid, GridCell, NoteMark
from db.importer.table_heads import Columns, columns_of, header_rows
from db.model import Cell, Mark, Table
from db.vietnamese.numbers import read_number
from db.vietnamese.units import read_unit

_CAPTION = re.compile(r"\s*(?:bảng|biểu|phụ lục|phụ biểu)\b", re.IGNORECASE)
_DITTO = re.compile(r"""["”“″'’]{1,2}|,,|[-–]?\s?n\.?t\.?\s?[-–]?|như trên""")
_UNIT_LINE = re.compile(r"\(?\s*(?:đơn vị tính|đvt|đơn vị)\s*:\s*(?P<unit>[^)\n;]+)\)?", re.IGNORECASE)
_CAPTION_LENGTH = 250
# Digits that a Vietnamese reader and an English one would take for different numbers.
_TWO_READINGS = re.compile(r"[-+(]?\d{1,3}[.,]\d{3}\)?%?")
_ENGLISH = re.compile(r"[-+(]?(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2})\)?\s*%?")
_CODE = re.compile(r"0\d+")

Marks = Callable[[Iterable[NoteMark]], tuple[Mark, ...]]


def read_table(grid: Grid, table_id: int, section_id: int | None, before: Sequence[str], marks: Marks) -> Table:
    """Return the table; `before` are the lines just above it, the nearest last; `marks` joins its note marks."""
    caption, unit = caption_of(before)
    heads = header_rows(grid)
    columns = columns_of(grid, heads)
    row_units = _units_by_row(grid, heads, columns)
    english = any(_ENGLISH.fullmatch(cell.text.strip()) for cell in grid.cells)
    cells = []
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
        value = None if cell.row < heads else _value(cell, columns, english)
        named = "" if value is None else _unit(cell, columns, row_units, unit)
        place = (cell.row, cell.col, cell.rowspan, cell.colspan)
        cells.append(Cell(*place, cell.text, marks(cell.marks), value, named))
    return Table(table_id, section_id, caption, grid.rows, grid.cols, heads, tuple(cells))


def caption_of(before: Sequence[str]) -> tuple[str, str]:
    """Return the caption and the unit that the lines above a table give it; either may be empty."""
    unit = unit_line = ""
    for line in list(before)[::-1][:3]:
        if len(line) > _CAPTION_LENGTH:
            break
        found = _UNIT_LINE.search(line)
        if found and not unit:
            unit = _named(found["unit"])
            unit_line = line
            if found.span() == (0, len(line)):
                continue
        if _CAPTION.match(line):
            return line, unit
        break
    return unit_line, unit


def _value(cell: GridCell, columns: Columns, english: bool) -> float | None:
    text = cell.text.strip()
    if cell.col in columns.counters or cell.col == columns.unit_column or _CODE.fullmatch(text):
        return None
    if english and _TWO_READINGS.fullmatch(text):
        return None
    return read_number(text)


def _unit(cell: GridCell, columns: Columns, row_units: dict[int, str], unit: str) -> str:
    """The nearest word counts: the cell's own %, the caption of its column, the unit of its row, of the table."""
    if cell.text.rstrip().endswith("%"):
        return "%"
    if cell.col in columns.units:
        return columns.units[cell.col]
    if columns.compares(cell.col):
        return unit if unit == "%" else ""
    return row_units.get(cell.row, "") if columns.unit_column >= 0 else unit


def _units_by_row(grid: Grid, heads: int, columns: Columns) -> dict[int, str]:
    """Return the unit each row names; one that repeats the row above by a sign (", nt) has that row's."""
    units: dict[int, str] = {}
    last = ""
    for cell in sorted(grid.cells, key=lambda one: one.row):
        if cell.col == columns.unit_column and cell.row >= heads and cell.text.strip():
            last = last if last and _DITTO.fullmatch(cell.text.strip().lower()) else _named(cell.text)
            units.update(dict.fromkeys(range(cell.row, min(cell.row + cell.rowspan, grid.rows)), last))
    return units


def _named(text: str) -> str:
    """The unit in the words the reports use for it, or as written where it is none we know."""
    words = " ".join(text.split()).rstrip(".")
    known = read_unit(words)
    return known.text if known else words
