"""From rows of cells with edges to a grid with spans, as RTF and Word's old files lay tables down.

A row says where the edges of its cells lie; the columns of the grid are the places where any row has one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from db.importer.document import Grid
from db.importer.readers.shared.cells import MAX_COLUMNS, CellText, GrowingCell
from db.importer.readers.shared.losses import HIDDEN_TEXT, TABLE_CUT, Losses


@dataclass(frozen=True, slots=True)
class CellMerge:
    """How a cell is merged: `across` and `down` are "restart", "continue" or ""."""

    across: str = ""
    down: str = ""


SINGLE = CellMerge()


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row as laid down: its edges in twips, one more than it has cells. `cut` tells whether there were too many."""

    edges: tuple[int, ...] = ()
    merges: tuple[CellMerge, ...] = ()
    is_header: bool = False
    cut: bool = False


@dataclass(slots=True)
class Row:
    """A row: what its cells say, and how they lie."""

    cells: list[CellText]
    shape: RowShape


@dataclass(slots=True)
class _Layout:
    """The cells so far, and those that the next row may continue, by column."""

    columns: dict[int, int]
    cells: list[GrowingCell] = field(default_factory=list)
    open: dict[int, GrowingCell] = field(default_factory=dict)
    width: int = 0


def grid_of(rows: Sequence[Row], origin: str, same_edge: int, drop: Callable[[str], None], losses: Losses) -> Grid:
    """Return the grid of a table; edges no more than `same_edge` twips apart are one, since writers round them.

    `drop` is called with the key of every mark that stands where nothing is shown. Words of cells that lie under a
    merged one are counted, Word does not show them.
    """
    layout = _Layout(_columns(rows, same_edge))
    is_cut = MAX_COLUMNS in layout.columns.values()
    losses.add(TABLE_CUT, is_cut or any(row.shape.cut or len(row.cells) > MAX_COLUMNS for row in rows))
    for index, row in enumerate(rows):
        for said in row.cells[MAX_COLUMNS:]:
            _drop_marks(said, drop)
        for said in _lay_row(row, index, layout):
            losses.add(HIDDEN_TEXT, bool(said.text.strip()))
            _drop_marks(said, drop)
    header_rows = next((index for index, row in enumerate(rows) if not row.shape.is_header), len(rows))
    return Grid(len(rows), layout.width, tuple(cell.frozen() for cell in layout.cells), header_rows, origin)


def _columns(rows: Sequence[Row], same_edge: int) -> dict[int, int]:
    """Return the column that begins at each edge."""
    columns: dict[int, int] = {}
    column, first = -1, 0
    for edge in sorted({edge for row in rows for edge in row.shape.edges}):
        if column < 0 or edge - first > same_edge:
            column, first = min(column + 1, MAX_COLUMNS), edge
        columns[edge] = column
    return columns


def _lay_row(row: Row, index: int, layout: _Layout) -> list[CellText]:
    """Add a row to the layout and return what its covered cells say."""
    covered = []
    last: GrowingCell | None = None
    is_first_covered = False
    end = 0
    for number, said in enumerate(_laid_down(row)[:MAX_COLUMNS]):
        merge = row.shape.merges[number] if number < len(row.shape.merges) else SINGLE
        col, span = _place(row.shape.edges, number, end, layout.columns)
        end = col + span
        layout.width = max(layout.width, end)
        above = layout.open.get(col)
        if merge.across == "continue" and last is not None:
            covered.append(said)
            last.colspan += span
        elif merge.across == "continue" and is_first_covered:
            covered.append(said)
        elif merge.down == "continue" and above is not None and above.row + above.rowspan == index:
            covered.append(said)
            above.rowspan += 1
            last, is_first_covered = None, True
        else:
            last = GrowingCell(index, col, span, said)
            layout.cells.append(last)
            if merge.down:
                layout.open[col] = last
            else:
                layout.open.pop(col, None)
    return covered


def _laid_down(row: Row) -> list[CellText]:
    """Return the cells of a row but for empty ones at its end that it has no edge for.

    LibreOffice writes one where a table stands in a cell and the row ends with covered cells.
    """
    laid = len(row.shape.merges)
    surplus = row.cells[laid:]
    if not laid or any(said.text.strip() or said.marks for said in surplus):
        return row.cells
    return row.cells[:laid]


def _place(edges: tuple[int, ...], number: int, end: int, columns: dict[int, int]) -> tuple[int, int]:
    """Return the column and the span of a row's cell; one without an edge of its own stands behind the last one."""
    if number + 1 >= len(edges):
        return end, 1
    col = max(columns[edges[number]], end)
    return col, max(columns[edges[number + 1]] - col, 1)


def _drop_marks(said: CellText, drop: Callable[[str], None]) -> None:
    for mark in said.marks:
        drop(mark.key)
