"""The same cells set out in another way: one line per number, rows and columns exchanged, a column of links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.export.cells import linked_cell, text_cell
from db.export.options import ExportOptions
from db.export.table import BLANK, COVERED, ExportCell, ExportTable, Row
from db.export.words import words


def laid_out(table: ExportTable, options: ExportOptions) -> ExportTable:
    """Return the table in the layout asked for, with a column of links and its charts where they are asked for."""
    if table.pictures and not options.pictures:
        table = replace(table, pictures=())
    if options.trace and len(table.links) == len(table.rows):
        table = traced(table, options.language)
    if options.layout == "long":
        return long(table, options.language)
    return transposed(table) if options.layout == "transposed" else table


def traced(table: ExportTable, language: str) -> ExportTable:
    """Return the table with a last column that links every row to its place in the report."""
    heads = len(table.head)
    title = replace(text_cell(words("source", language)), rowspan=max(1, heads))
    head = tuple((*row, title if at == 0 else COVERED) for at, row in enumerate(table.head))
    rows = tuple((*row, linked_cell(link, link)) for row, link in zip(table.rows, table.links, strict=True))
    widths = (*table.widths, 24) if table.widths else ()
    return replace(table, head=head, rows=rows, widths=widths)


def long(table: ExportTable, language: str) -> ExportTable:
    """Return one line per number: the words of its row, the captions of its column, value and unit.

    Cells of words in a row name it; words that stand among numbers are kept as values, and
    a row of words alone as a line without a value, so that nothing is lost. A table without
    any number stays as it is.
    """
    if not any(cell.kind == "number" for row in table.rows for cell in row):
        return table
    naming = _naming_columns(table)
    captions = captions_of(table)
    labels = [captions[col] or f"{words('column', language)} {col + 1}" for col in naming]
    head = (*labels, words("column", language), words("value", language), words("unit", language))
    rows: list[Row] = []
    links: list[str] = []
    grid = filled(table.rows)
    for at, row in enumerate(grid):
        made = _lines(row, naming, captions)
        rows.extend(made)
        links.extend(table.links[at : at + 1] * len(made))
    heads = (tuple(text_cell(text) for text in head),)
    return replace(table, head=heads, rows=tuple(rows), widths=(), links=tuple(links))


def _lines(row: Sequence[ExportCell], naming: Sequence[int], captions: Sequence[str]) -> list[Row]:
    names = [_alone(row[col]) for col in naming]
    values = [col for col, cell in enumerate(row) if col not in naming and cell.kind in ("number", "text")]
    if not values:
        return [(*names, BLANK, BLANK, BLANK)]
    return [
        (*names, text_cell(captions[col] or str(col + 1)), _alone(row[col]), text_cell(row[col].unit)) for col in values
    ]


def transposed(table: ExportTable) -> ExportTable:
    """Return the table with rows and columns exchanged; its first column becomes the head."""
    whole = [*table.head, *table.rows]
    turned = [[_turned(row[col]) for row in whole] for col in range(table.cols)]
    _part(turned)
    grid = [tuple(row) for row in turned]
    return replace(table, head=tuple(grid[:1]), rows=tuple(grid[1:]), widths=(), links=())


def _turned(cell: ExportCell) -> ExportCell:
    return replace(cell, rowspan=cell.colspan, colspan=cell.rowspan) if cell.rowspan != cell.colspan else cell


def _part(grid: list[list[ExportCell]]) -> None:
    """Part the cells of the first row that reach below it, for a head ends where it ends."""
    for col, cell in enumerate(grid[0]):
        if cell.rowspan > 1:
            grid[0][col] = replace(cell, rowspan=1)
            grid[1][col] = replace(cell, rowspan=cell.rowspan - 1)


def _alone(cell: ExportCell) -> ExportCell:
    return replace(cell, rowspan=1, colspan=1) if cell.rowspan > 1 or cell.colspan > 1 else cell


def _naming_columns(table: ExportTable) -> list[int]:
    """Return the columns that hold no number at all; the first one where every column does."""
    naming = [col for col in range(table.cols) if not any(row[col].kind == "number" for row in table.rows)]
    return naming or [0]


def captions_of(table: ExportTable) -> list[str]:
    """Return what the head says of each column, from the widest caption down to its own."""
    grid = filled(table.head, across=True)
    found = []
    for col in range(table.cols):
        parts = (" ".join(row[col].text.split()) for row in grid)
        found.append(" · ".join(dict.fromkeys(part for part in parts if part)))
    return found


def filled(rows: Sequence[Row], across: bool = False) -> list[list[ExportCell]]:
    """Return the rows with what a cell covers below it (and `across`, beside it) holding that cell; the rest blank."""
    grid = [list(row) for row in rows]
    for at, row in enumerate(rows):
        for col, cell in enumerate(row):
            width = cell.colspan if across else 1
            for below in range(at, min(at + cell.rowspan, len(grid))):
                if cell.rowspan > 1 or width > 1:
                    grid[below][col : col + width] = [cell] * min(width, len(row) - col)
    return [[BLANK if cell is COVERED else cell for cell in row] for row in grid]
