"""Tables without lines: columns that keep to the same edges."""

from __future__ import annotations

from collections.abc import Sequence

from db.importer.readers.pdf.elements import TableCell, Tabular
from db.importer.readers.pdf.gutters import EDGE, Gap, column_of, extents_of
from db.importer.readers.pdf.lines import Line, lines_of
from db.importer.readers.pdf.page import Run

Row = list[list[list[Run]]]
"""The columns of a row, each with its pieces."""


def rows_of(lines: Sequence[Line], gutters: Sequence[Gap]) -> list[Row]:
    """The rows of a table, each column of a row with its pieces; a line with words in one column goes on above it."""
    rows: list[Row] = []
    for line in lines:
        row: Row = [[] for _ in range(len(gutters) + 1)]
        for run in line.runs:
            column = row[column_of(run, gutters)]
            if column:
                column[0].append(run)
            else:
                column.append([run])
        filled = sum(bool(column) for column in row)
        if filled == 1 and rows and not row[0]:
            for above, column in zip(rows[-1], row, strict=True):
                above.extend(column)
        else:
            rows.append(row)
    return rows


def is_aligned(rows: Sequence[Row], columns: int) -> bool:
    """Whether in every column the pieces share their left edge, their right edge or their middle."""
    if columns < 2 or sum(sum(bool(column) for column in row) >= 2 for row in rows) < 3:
        return False
    for number in range(columns):
        pieces = [piece for row in rows[1:] for piece in row[number][:1]]
        if len(pieces) < 0.5 * (len(rows) - 1) or not pieces:
            return False
        lefts = [piece[0].left for piece in pieces]
        rights = [piece[-1].right for piece in pieces]
        middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
        if min(_spread(lefts), _spread(rights), _spread(middles)) > EDGE:
            return False
    return True


def _spread(values: list[float]) -> float:
    """How far apart values lie, one stray in six left out."""
    ordered = sorted(values)
    stray = len(ordered) // 12
    return ordered[len(ordered) - 1 - stray] - ordered[stray]


def aligned_table(lines: list[Line], rows: Sequence[Row], gutters: Sequence[Gap]) -> Tabular:
    """Return the table these rows make."""
    extents = extents_of(lines, gutters)
    edges = (extents[0][0], *(sum(gap) / 2 for gap in gutters), extents[-1][1])
    cells = []
    for number, row in enumerate(rows):
        for column, pieces in enumerate(row):
            runs = [run for piece in pieces for run in piece]
            left, right = extents[column]
            cells.append(TableCell(number, column, 1, 1, lines_of(runs, lines[0].page), right - left))
    return Tabular(lines[0].base - lines[0].size, lines[-1].base, len(rows), edges, cells, lines[0].page, False)
