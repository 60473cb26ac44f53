"""From a table:table to a grid of cells with their spans (OpenDocument 1.3 part 3, 9.1).

Every place of the grid is written: cells that a merged one covers as table:covered-table-cell, equal neighbours once
with the number of their repetitions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from db.importer.document import Grid, GridCell
from db.importer.readers.odt import names as o
from db.importer.readers.shared.cells import MAX_COLUMNS, CellText
from db.importer.readers.shared.losses import HIDDEN_TEXT, TABLE_CUT, Losses

MAX_ROWS = 100_000
MAX_CELLS = 500_000


@dataclass(frozen=True, slots=True)
class _Size:
    """How far a table reaches so far, and how many of its first rows are captions."""

    rows: int = 0
    columns: int = 0
    header_rows: int = 0


class Tables:
    """Reads the tables of one document; `read_cell` gives the words of a table:table-cell."""

    def __init__(self, read_cell: Callable[[etree._Element], CellText], losses: Losses) -> None:
        self._read_cell = read_cell
        self._losses = losses

    def read(self, table: etree._Element, origin: str) -> Grid:
        """Return a table, its nested ones left to `read_cell`."""
        cells: list[GridCell] = []
        size = _Size()
        is_cut = False
        for row, is_header in _rows(table, False):
            made, columns, row_is_cut = self._row(row, size.rows)
            times = max(1, o.whole_number(row.get(o.ROWS_REPEATED), 1, MAX_ROWS))
            room = min(MAX_ROWS - size.rows, (MAX_CELLS - len(cells)) // max(1, len(made)))
            is_cut = is_cut or row_is_cut or times > room
            times = min(times, room)
            for again in range(times):
                cells.extend(made if not again else [_copied(cell, size.rows + again) for cell in made])
            is_top = is_header and size.header_rows == size.rows
            size = _Size(
                size.rows + times, max(size.columns, columns), size.rows + times if is_top else size.header_rows
            )
        self._losses.add(TABLE_CUT, is_cut)
        fitting = tuple(_fitted(cell, size) for cell in cells)
        return Grid(size.rows, size.columns, fitting, size.header_rows, origin)

    def _row(self, row: etree._Element, index: int) -> tuple[list[GridCell], int, bool]:
        """Return the cells of a row, how many columns it has, and whether columns were left out."""
        cells: list[GridCell] = []
        col = 0
        is_cut = False
        for element in row:
            if element.tag not in (o.CELL, o.COVERED_CELL):
                continue
            times = max(1, o.whole_number(element.get(o.COLUMNS_REPEATED), 1, 2**31))
            is_cut = is_cut or times > MAX_COLUMNS - col
            times = min(times, MAX_COLUMNS - col)
            if element.tag == o.COVERED_CELL:
                self._losses.add(HIDDEN_TEXT, times > 0 and bool(o.words(element).strip()))
            elif times:
                cells.extend(self._cells(element, index, col, times))
            col += times
        return cells, col, is_cut

    def _cells(self, element: etree._Element, row: int, col: int, times: int) -> Iterator[GridCell]:
        said = self._read_cell(element)
        down = max(1, o.whole_number(element.get(o.ROWS_SPANNED), 1, MAX_ROWS))
        across = max(1, o.whole_number(element.get(o.COLUMNS_SPANNED), 1, MAX_COLUMNS))
        yield said.cell(row, col, down, across)
        for again in range(1, times):
            yield GridCell(row, col + again, down, across, said.text, (), said.bold)


def _rows(parent: etree._Element, is_header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the rows of a table in order, and whether each stands among those that head it."""
    for child in parent:
        if child.tag == o.ROW:
            yield child, is_header
        elif child.tag == o.HEADER_ROWS:
            yield from _rows(child, True)
        elif child.tag in o.ROW_GROUPS:
            yield from _rows(child, is_header)


def _copied(cell: GridCell, row: int) -> GridCell:
    """Return the cell of a repeated row; the marks of notes stand in the first one only."""
    return replace(cell, row=row, marks=())


def _fitted(cell: GridCell, size: _Size) -> GridCell:
    """Return a cell that does not reach beyond its table."""
    down, across = min(cell.rowspan, size.rows - cell.row), min(cell.colspan, size.columns - cell.col)
    if (down, across) == (cell.rowspan, cell.colspan):
        return cell
    return replace(cell, rowspan=down, colspan=across)
