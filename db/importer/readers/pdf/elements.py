"""What a page holds in reading order before its words become text: lines, and tables of lines in cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.importer.readers.pdf.lines import Line


@dataclass(slots=True)
class TableCell:
    """A cell by its upper left corner, with the lines printed in it; `width` is the room they have."""

    row: int
    col: int
    rowspan: int
    colspan: int
    lines: list[Line]
    width: float


@dataclass(slots=True)
class Tabular:
    """A table on one page, or columns set beside each other (`frame`: they only lay out a head or an end).

    `edges` are the distances of its columns from the left; `page` is where it begins.
    """

    top: float
    bottom: float
    rows: int
    edges: tuple[float, ...]
    cells: list[TableCell]
    page: int
    ruled: bool
    frame: bool = False
    header_rows: int = 0

    @property
    def cols(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1


Element = Line | Tabular


def lines_in(elements: list[Element]) -> Iterator[Line]:
    """Yield every line in reading order, those in cells among them."""
    for element in elements:
        if isinstance(element, Line):
            yield element
        else:
            for cell in element.cells:
                yield from cell.lines
