"""Sum, mean and count of chosen cells, exact to the last printed digit: what SUM over the exported column gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from db.export.table import ExportCell, ExportTable


@dataclass(frozen=True, slots=True)
class Totals:
    """Of chosen cells: how many hold anything, how many a number, their sum and mean (None without numbers).

    `units` are the different units of the numbers; a sum over more than one means nothing.
    """

    filled: int
    numbers: int
    sum: Decimal | None
    mean: Decimal | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulCell:
    """A cell that stands among numbers and could not be read as one: row and column of the body, and its words."""

    row: int
    col: int
    text: str


def totals_of(cells: Iterable[ExportCell]) -> Totals:
    """Return count, sum and mean of cells."""
    shown = [cell for cell in cells if cell.kind in ("text", "number")]
    values = [cell.value for cell in shown if cell.value is not None]
    total = sum(values, Decimal(0)) if values else None
    units = tuple(dict.fromkeys(cell.unit for cell in shown if cell.value is not None))
    return Totals(len(shown), len(values), total, None if total is None else total / len(values), units)


def doubtful_cells(table: ExportTable) -> tuple[DoubtfulCell, ...]:
    """Return the cells the preview warns of, in reading order."""
    return tuple(
        DoubtfulCell(at, col, cell.text)
        for at, row in enumerate(table.rows)
        for col, cell in enumerate(row)
        if cell.doubtful
    )
