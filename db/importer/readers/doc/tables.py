"""From rows of cells with edges to a grid with spans ([MS-DOC] 2.4.3).

Word says where the edges of each row's cells lie; the columns of the grid are the places where any row has one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from db.importer.document import Grid, GridCell
from db.importer.readers.doc.notes import Notes
from db.importer.readers.doc.table_rows import CellMerge, RowSays
from db.importer.readers.shared.cells import CellText
from db.importer.readers.shared.losses import HIDDEN_TEXT, Losses

SAME_EDGE = 40
"""Edges closer than this many twips (0.7 mm) are one: nobody draws a column so narrow."""


@dataclass(slots=True)
class Row:
    """A row: what its cells say, and how they lie."""

    cells: list[CellText]
    says: RowSays


@dataclass(slots=True)
class _Cell:
    """A cell that may still grow to the right and downwards."""

    row: int
    col: int
    colspan: int
    said: CellText
    rowspan: int = 1

    def frozen(self) -> GridCell:
        return self.said.cell(self.row, self.col, self.rowspan, self.colspan)


@dataclass(slots=True)
class _Layout:
    """The cells so far, and those that the next row may continue, by column."""

    columns: dict[int, int]
    cells: list[_Cell] = field(default_factory=list)
    open: dict[int, _Cell] = field(default_factory=dict)
    width: int = 0


def grid_of(rows: list[Row], origin: str, notes: Notes, losses: Losses) -> Grid:
    """Return the grid of a table; words of cells that lie under a merged one are counted, Word does not show them."""
    layout = _Layout(_columns(rows))
    for index, row in enumerate(rows):
        _lay_row(row, index, layout, notes, losses)
    header_rows = next((index for index, row in enumerate(rows) if not row.says.is_header), len(rows))
    return Grid(len(rows), layout.width, tuple(cell.frozen() for cell in layout.cells), header_rows, origin)


def _columns(rows: list[Row]) -> dict[int, int]:
    """Return the column that begins at each edge."""
    columns: dict[int, int] = {}
    column, first = -1, 0
    for edge in sorted({edge for row in rows for edge in row.says.edges}):
        if column < 0 or edge - first > SAME_EDGE:
            column, first = column + 1, edge
        columns[edge] = column
    return columns


def _lay_row(row: Row, index: int, layout: _Layout, notes: Notes, losses: Losses) -> None:
    edges = row.says.edges
    last: _Cell | None = None
    end = 0
    for number, said in enumerate(row.cells):
        merge = row.says.merges[number] if number < len(row.says.merges) else CellMerge()
        if number + 1 < len(edges):
            col = layout.columns[edges[number]]
            span = layout.columns[edges[number + 1]] - col
        else:
            col, span = end, 1
        col, span = max(col, end), max(span, 1)
        end = col + span
        layout.width = max(layout.width, end)
        above = layout.open.get(col)
        if merge.across == "continue" and last is not None:
            _cover(said, notes, losses)
            last.colspan += span
        elif merge.down == "continue" and above is not None and above.row + above.rowspan == index:
            _cover(said, notes, losses)
            above.rowspan += 1
            last = None
        else:
            last = _Cell(index, col, span, said)
            layout.cells.append(last)
            if merge.down:
                layout.open[col] = last
            else:
                layout.open.pop(col, None)


def _cover(said: CellText, notes: Notes, losses: Losses) -> None:
    if said.text.strip():
        losses.add(HIDDEN_TEXT)
    for mark in said.marks:
        notes.drop(mark.key)
