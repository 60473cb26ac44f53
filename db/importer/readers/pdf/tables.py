"""From the tables of pages to grids; a table that goes on over pages becomes one again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.importer.document import Grid, GridCell
from db.importer.readers.pdf.elements import Tabular
from db.importer.readers.pdf.words import Keys, cell_words

_SAME_EDGE = 4.0
_MOST_HEADS = 6


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


def joined(above: Placed, below: Placed) -> Placed | None:
    """Return two tables as one where the second, at the top of the next page, goes on with the first."""
    if above.frame or below.frame or above.ruled != below.ruled or below.pages[0] != above.pages[-1] + 1:
        return None
    heads = _repeated_heads(above.grid, below.grid)
    if above.grid.cols != below.grid.cols or not (heads or _same_edges(above.edges, below.edges)):
        return None
    shift = above.grid.rows - heads
    moved = tuple(replace(cell, row=cell.row + shift) for cell in below.grid.cells if cell.row >= heads)
    grid = Grid(
        above.grid.rows + below.grid.rows - heads,
        above.grid.cols,
        (*above.grid.cells, *moved),
        max(heads, above.grid.header_rows),
        above.grid.origin,
    )
    return replace(above, grid=grid, pages=(*above.pages, *below.pages))


def _same_edges(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= _SAME_EDGE for a, b in zip(above, below, strict=True))


def _repeated_heads(above: Grid, below: Grid) -> int:
    """How many rows from the top are printed again, word for word and cell for cell."""
    for count in range(min(_MOST_HEADS, above.rows, below.rows - 1), 0, -1):
        top = _rows(above, count)
        if top == _rows(below, count) and any(text for *_, text in top):
            return count
    return 0


def _rows(grid: Grid, count: int) -> set[tuple[int, int, int, int, str]]:
    cells = (cell for cell in grid.cells if cell.row < count)
    return {(cell.row, cell.col, cell.rowspan, cell.colspan, " ".join(cell.text.split())) for cell in cells}
