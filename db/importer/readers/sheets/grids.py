"""From the cells of a sheet to a heading and a grid: empty edges cut off, merged cells joined, limits kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from db.importer.document import Grid, GridCell, Loss, Paragraph
from db.importer.readers.shared.cells import MAX_COLUMNS, Blocks
from db.importer.readers.shared.losses import TABLE_CUT

ROWS_LEFT_OUT = "TBC-425"
HIDDEN_SHEET = "TBC-424"
MAX_CELLS = 500_000
"""Cells of all sheets together; a report has no table as large, and the reading process has only so much memory."""
MAX_ROWS = 200_000
# In a sheet with a few words far apart the empty cells are left out, which else would be nearly all of it.
_SPARSE, _SPARSE_FROM = 10, 10_000

Range = tuple[int, int, int, int]
"""The first and the last row and column of a merged cell: top, left, bottom, right."""


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells by row and column from 0, with whether each is bold; only those that say something."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], tuple[str, bool]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    rows_left_out: int = 0
    is_cut: bool = False


def blocks_of(sheets: Iterable[Sheet]) -> tuple[Blocks, list[Loss]]:
    """Return a heading and a grid for every sheet with something in it, and what was left out or hidden."""
    blocks: Blocks = []
    losses: list[Loss] = []
    room = MAX_CELLS
    for number, sheet in enumerate(sheets, start=1):
        left_out = sheet.rows_left_out
        if sheet.cells:
            grid, without_room = _grid(sheet, f"sheet {number}", room)
            room -= len(grid.cells)
            left_out += without_room
            blocks += [Paragraph(sheet.name, heading=1, origin=f"sheet {number}")]
            if grid.cells:
                blocks.append(grid)
        if left_out:
            losses.append(Loss(ROWS_LEFT_OUT, left_out, sheet.name))
        if sheet.hidden and sheet.cells:
            losses.append(Loss(HIDDEN_SHEET, 1, sheet.name))
        if sheet.is_cut:
            losses.append(Loss(TABLE_CUT, 1, sheet.name))
    return blocks, losses


def _grid(sheet: Sheet, origin: str, room: int) -> tuple[Grid, int]:
    """Return the grid of a sheet and how many of its rows found no room."""
    top, left = min(row for row, _ in sheet.cells), min(col for _, col in sheet.cells)
    bottom, right = max(row for row, _ in sheet.cells), max(col for _, col in sheet.cells)
    if right - left >= MAX_COLUMNS:
        sheet.is_cut = True
        right = left + MAX_COLUMNS - 1
    columns = right - left + 1
    rows = min(bottom - top + 1, room // columns)
    left_out = bottom - top + 1 - rows
    is_sparse = rows * columns > _SPARSE_FROM and rows * columns > _SPARSE * len(sheet.cells)
    spans, covered = _spans(sheet, (top, left, top + rows - 1, right))
    cells = []
    for row in range(top, top + rows):
        for col in range(left, right + 1):
            if (row, col) in covered or (is_sparse and (row, col) not in sheet.cells):
                continue
            text, bold = sheet.cells.get((row, col), ("", False))
            down, across = spans.get((row, col), (1, 1))
            cells.append(GridCell(row - top, col - left, down, across, text, (), bold))
    return Grid(rows, columns, tuple(cells), 0, origin), left_out


def _spans(sheet: Sheet, area: Range) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the size of each merged cell by its corner, and the places under them; of two that overlap, the first."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        first_row, first_col = max(top, area[0]), max(left, area[1])
        last_row, last_col = min(bottom, area[2]), min(right, area[3])
        if last_row < first_row or last_col < first_col:
            continue
        places = [(r, c) for r in range(first_row, last_row + 1) for c in range(first_col, last_col + 1)]
        if len(covered) + len(places) > MAX_CELLS or any(place in covered or place in spans for place in places):
            continue
        corner = (first_row, first_col)
        if (top, left) != corner and (top, left) in sheet.cells:
            continue
        spans[corner] = (last_row - first_row + 1, last_col - first_col + 1)
        covered.update(places[1:])
    return spans, covered
