"""From a w:tbl to a grid of cells with their spans (ECMA-376 part 1, 17.4).

Word writes rows of cells, each as wide as its gridSpan; cells merged downwards are repeated with w:vMerge,
and old files merge sideways the same way with w:hMerge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from db.importer.document import Grid
from db.importer.readers.docx import names as w
from db.importer.readers.docx.note_marks import NoteMarks
from db.importer.readers.shared.cells import MAX_COLUMNS, CellText, GrowingCell
from db.importer.readers.shared.losses import HIDDEN_TEXT, TABLE_CUT, TRACKED_DELETION, Losses
from db.importer.readers.shared.xml_part import children

_WRAPPERS = frozenset((w.SDT, w.SDT_CONTENT, w.INSERTED, w.CUSTOM_XML, w.SMART_TAG, w.MOVED_TO))


class _Merge(NamedTuple):
    """What a w:tcPr says of the cell's size: columns, and "restart", "continue" or "" each way."""

    span: int = 1
    down: str = ""
    across: str = ""


@dataclass(slots=True)
class _Layout:
    """The cells so far, and those that the next row may continue, by column."""

    cells: list[GrowingCell] = field(default_factory=list)
    open: dict[int, GrowingCell] = field(default_factory=dict)
    columns: int = 0


class Tables:
    """Reads the tables of one document; `read_cell` gives the words of a w:tc."""

    def __init__(self, read_cell: Callable[[etree._Element], CellText], marks: NoteMarks, losses: Losses) -> None:
        self._read_cell = read_cell
        self._marks = marks
        self._losses = losses

    def read(self, table: etree._Element, origin: str) -> Grid:
        """Return a table, its nested ones left to `read_cell`."""
        layout = _Layout()
        rows = header_rows = 0
        for row in _inside(table, w.ROW):
            properties = row.find(w.TABLE_ROW_PROPERTIES)
            if properties is not None and properties.find(w.DELETED) is not None:
                self._losses.add(TRACKED_DELETION)
                self._marks.drop(row)
                continue
            if header_rows == rows and properties is not None and w.is_on(properties.find(w.TABLE_HEADER)):
                header_rows += 1
            before = None if properties is None else w.value_of(properties, w.GRID_BEFORE)
            self._read_row(row, rows, max(0, w.whole_number(before, 0)), layout)
            rows += 1
        cells = tuple(cell.frozen() for cell in layout.cells)
        return Grid(rows, layout.columns, cells, header_rows, origin)

    def _read_row(self, row: etree._Element, index: int, col: int, layout: _Layout) -> None:
        last: GrowingCell | None = None
        for element in _inside(row, w.CELL):
            merge = _merge_of(element)
            span = self._fitting(col, merge.span)
            if not span:
                self._marks.drop(element)
                continue
            if merge.across == "continue" and last is not None:
                self._covered(element)
                last.colspan += span
            else:
                last = self._cell(element, (index, col), _Merge(span, merge.down, merge.across), layout)
            col += span
            layout.columns = max(layout.columns, col)

    def _cell(self, element: etree._Element, at: tuple[int, int], merge: _Merge, layout: _Layout) -> GrowingCell | None:
        row, col = at
        above = layout.open.get(col)
        if merge.down == "continue" and above is not None and above.row + above.rowspan == row:
            self._covered(element)
            above.rowspan += 1
            return None
        cell = GrowingCell(row, col, merge.span, self._read_cell(element))
        layout.cells.append(cell)
        if merge.down:
            layout.open[col] = cell
        else:
            layout.open.pop(col, None)
        return cell

    def _fitting(self, col: int, span: int) -> int:
        """Return how many of `span` columns still fit; 0 leaves the cell out."""
        room = max(0, MAX_COLUMNS - col)
        if span > room:
            self._losses.add(TABLE_CUT)
        return min(span, room)

    def _covered(self, element: etree._Element) -> None:
        """Count the words of a cell that lies under a merged one: Word does not show them."""
        if any((text.text or "").strip() for text in element.iter(w.TEXT)):
            self._losses.add(HIDDEN_TEXT)
            self._marks.drop(element)


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children called `name`, also those that controls and tracked insertions wrap."""
    for child in children(parent):
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, name)


def _merge_of(cell: etree._Element) -> _Merge:
    if not len(cell) or cell[0].tag != w.TABLE_CELL_PROPERTIES:
        return _SINGLE
    span, down, across = 1, "", ""
    for child in children(cell[0]):
        tag = child.tag
        if tag == w.GRID_SPAN:
            span = max(1, w.whole_number(child.get(w.VAL), 1))
        elif tag == w.VERTICAL_MERGE:
            down = child.get(w.VAL, "continue")
        elif tag == w.HORIZONTAL_MERGE:
            across = child.get(w.VAL, "continue")
    return _Merge(span, down, across)


_SINGLE = _Merge()
