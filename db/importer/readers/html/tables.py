"""From the rows and cells of a page to a grid (WHATWG HTML, 4.9.12, forming a table)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from db.importer.document import Grid, Paragraph
from db.importer.readers.shared.cells import MAX_COLUMNS, Blocks, joined

MAX_SPAN = 65_534
MAX_CELLS = 500_000
# A table of one column with so much in a cell only frames the page.
_PARAGRAPHS_OF_A_FRAME = 20


@dataclass(slots=True)
class _Cell:
    row: int
    col: int
    rowspan: int
    colspan: int
    blocks: Blocks


@dataclass(slots=True)
class OpenTable:
    """A table that is being read: its cells so far, and which columns cells from above still cover."""

    origin: str
    cells: list[_Cell] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    header_rows: int = 0
    is_cut: bool = False
    in_head: bool = False
    _col: int = 0
    _covered_until: dict[int, int] = field(default_factory=dict)
    _is_header: bool = True
    _is_head_row: bool = False

    def start_row(self) -> None:
        """Begin a row."""
        self.end_row()
        self.rows += 1
        self._col = 0
        self._is_header = True
        self._is_head_row = self.in_head

    def end_row(self) -> None:
        """Close the row, if one is open: it heads the table if it stands in the head or has captions only."""
        is_caption = self._is_head_row or (self._is_header and self._col > 0)
        if self.rows and is_caption and self.header_rows == self.rows - 1:
            self.header_rows = self.rows

    def start_cell(self, element: etree._Element) -> Blocks | None:
        """Begin a cell and return where its blocks go; None if there is no room for it."""
        if not self.rows:
            self.start_row()
        row = self.rows - 1
        while self._covered_until.get(self._col, 0) > row:
            self._col += 1
        self._is_header = self._is_header and element.tag == "th"
        across, down = _span(element, "colspan", 1), _span(element, "rowspan", MAX_SPAN)
        room = MAX_COLUMNS - self._col
        self.is_cut = self.is_cut or across > room or len(self.cells) >= MAX_CELLS
        if room <= 0 or len(self.cells) >= MAX_CELLS:
            return None
        across = self._free(self._col, min(across, room), row)
        cell = _Cell(row, self._col, down, across, [])
        self.cells.append(cell)
        for col in range(self._col, self._col + across):
            self._covered_until[col] = row + down
        self._col += across
        self.columns = max(self.columns, self._col)
        return cell.blocks

    def is_frame(self) -> bool:
        """Whether this is no table but a frame of the page: one column, and whole pieces of a text in it."""
        if self.columns > 1:
            return False
        return any(
            len(cell.blocks) > _PARAGRAPHS_OF_A_FRAME
            or any(isinstance(block, Grid) or block.heading for block in cell.blocks)
            for cell in self.cells
        )

    def blocks(self) -> Blocks:
        """Return the table and the tables inside it; of a frame, what it frames."""
        self.end_row()
        if self.is_frame():
            return [block for cell in self.cells for block in cell.blocks]
        nested: Blocks = []
        cells = []
        for cell in self.cells:
            paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
            nested.extend(block for block in cell.blocks if isinstance(block, Grid))
            said = joined(paragraphs)
            down = min(cell.rowspan, self.rows - cell.row)
            cells.append(said.cell(cell.row, cell.col, down, cell.colspan))
        return [Grid(self.rows, self.columns, tuple(cells), self.header_rows, self.origin), *nested]

    def _free(self, col: int, across: int, row: int) -> int:
        """Return how many of `across` columns no cell from above covers."""
        for free in range(1, across):
            if self._covered_until.get(col + free, 0) > row:
                return free
        return across


def _span(element: etree._Element, name: str, for_zero: int) -> int:
    """Return a span of at least 1; 0 rows means all that are left."""
    text = element.get(name, "1").strip()[:9]
    number = int(text) if text.isascii() and text.isdecimal() else 1
    return min(number, MAX_SPAN) or for_zero
