"""The chosen cells of a table as a table of their own, for the clipboard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from db.export.table import BLANK, COVERED, ExportTable, Row

Spot = tuple[int, int]


def part_of_table(table: ExportTable, chosen: Collection[Spot]) -> ExportTable:
    """Return the chosen cells (row, column of the body) with the captions of their columns.

    Rows and columns without a chosen cell are left out, cells between chosen ones are
    blank. A merged cell stays merged as far as it was chosen.
    """
    rows = sorted({row for row, _col in chosen})
    cols = sorted({col for _row, col in chosen})
    body = _cut(table.rows, rows, cols)
    wanted = set(chosen) | {spot for spot in _below(table.rows) if _owners(table.rows)[spot] in chosen}
    kept = tuple(
        tuple(
            cell if cell.kind == "covered" or (rows[at], cols[over]) in wanted else BLANK
            for over, cell in enumerate(row)
        )
        for at, row in enumerate(body)
    )
    links = tuple(table.links[row] for row in rows) if len(table.links) == len(table.rows) else ()
    widths = tuple(table.widths[col] for col in cols) if table.widths else ()
    return replace(
        table, head=_cut(table.head, range(len(table.head)), cols), rows=kept, links=links, widths=widths, records=()
    )


def _cut(rows: Sequence[Row], taken: Iterable[int], cols: Sequence[int]) -> tuple[Row, ...]:
    """Return some rows and columns; of a merged cell the part that lies in them, its words in its first cell."""
    taken = list(taken)
    owners = _owners(rows)
    placed: dict[Spot, list[Spot]] = {}
    for at, row in enumerate(taken):
        for over, col in enumerate(cols):
            placed.setdefault(owners[row, col], []).append((at, over))
    grid = [[COVERED] * len(cols) for _row in taken]
    for (row, col), spots in placed.items():
        at, over = spots[0]
        down, across = spots[-1][0] - at + 1, spots[-1][1] - over + 1
        grid[at][over] = replace(rows[row][col], rowspan=down, colspan=across)
    return tuple(map(tuple, grid))


def _owners(rows: Sequence[Row]) -> dict[Spot, Spot]:
    """Return for every cell the one whose words are shown there."""
    found = {(row, col): (row, col) for row, cells in enumerate(rows) for col in range(len(cells))}
    for row, cells in enumerate(rows):
        for col, cell in enumerate(cells):
            if cell.rowspan > 1 or cell.colspan > 1:
                found |= {
                    (down, across): (row, col)
                    for down in range(row, min(row + cell.rowspan, len(rows)))
                    for across in range(col, min(col + cell.colspan, len(cells)))
                }
    return found


def _below(rows: Sequence[Row]) -> Iterable[Spot]:
    return [(row, col) for row, cells in enumerate(rows) for col, cell in enumerate(cells) if cell.kind == "covered"]
