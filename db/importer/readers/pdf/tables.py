"""From the tables of pages to grids."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.document import Grid, GridCell
from db.importer.readers.pdf.elements import Tabular
from db.importer.readers.pdf.words import Keys, cell_words


@dataclass(frozen=True, slots=True)
class Placed:
    """A grid and where its columns stand; `pages` are those it goes over."""

    grid: Grid
    edges: tuple[float, ...]
    pages: tuple[int, ...]
    ruled: bool
    frame: bool


def grid_of(table: Tabular, keys: Keys) -> Placed:
    """Return the words of a table in its grid."""
    cells = []
    for cell in table.cells:
        words = cell_words(cell.lines, cell.width, keys, table.frame)
        place = (cell.row, cell.col, cell.rowspan, cell.colspan)
        cells.append(GridCell(*place, words.text, words.marks, words.is_bold))
    grid = Grid(table.rows, table.cols, tuple(cells), origin=f"page {table.page}")
    return Placed(grid, table.edges, (table.page,), table.ruled, table.frame)
