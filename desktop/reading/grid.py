"""Tables on the page: merged cells, shaded heads, numbers to the right, never wider than the column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from db.model import Cell, Table
from desktop.reading.page import Line
from desktop.reading.passage import Passage
from desktop.reading.typography import Typography

SIZES = (0.9, 0.84, 0.78, 0.72, 0.66, 0.6)
MOST_CELLS = 20_000  # beyond, only the first rows are set; the whole table is in the store
COSY = 0.78  # the least size that is taken only for the sake of fewer broken lines
UNBROKEN = 11  # letters of a cell that are kept on one line: "triệu đồng"
HEAD_SHARE = 0.4  # a head may break over lines, so it asks for less than its length
_NUMBER = re.compile(r"[+\-–−≈<>≥≤~]?\s*\d[\d.,/\s]*%?(\s*[-–]\s*\d[\d.,]*%?)?")


def insert_table(cursor: QTextCursor, line: Line, type_: Typography, index: int, width: float) -> QTextTable | None:
    """Set a table at `cursor` and leave the cursor in the empty line below it; None for a table without cells."""
    table = line.table
    if table is None or table.rows < 1 or table.cols < 1:
        return None
    rows = min(table.rows, max(1, MOST_CELLS // table.cols))
    cells = [(cell, passage) for cell, passage in line.cells if cell.row < rows and cell.col < table.cols]
    size, shares = _measures(table, cells, type_, width)
    sides = _sides(table)
    made = cursor.insertTable(rows, table.cols, _table_format(table, type_, (size, shares), width))
    for cell, _ in cells:
        if cell.rowspan > 1 or cell.colspan > 1:
            made.mergeCells(cell.row, cell.col, min(cell.rowspan, rows - cell.row), cell.colspan)
    for row in range(rows):
        for col in range(table.cols):
            made.cellAt(row, col).firstCursorPosition().block().setUserState(index)
    for cell, passage in cells:
        words = _Words(type_, size, cell.row < table.header_rows, sides.get(cell.col, Qt.AlignmentFlag.AlignLeft))
        words.fill(made.cellAt(cell.row, cell.col), cell, passage)
    cursor.setPosition(made.lastPosition() + 1)
    return made


class _Words:
    """Puts the words of cells in their place."""

    def __init__(self, type_: Typography, size: float, is_head: bool, side: Qt.AlignmentFlag) -> None:
        self._type = type_
        self._size = size
        self._is_head = is_head
        self._side = side

    def fill(self, place: QTextTableCell, cell: Cell, passage: Passage) -> None:
        """Set one cell: shaded where it is a head, to the right where it is a number.

        The block's own letter format is left alone: in a table it holds the spans.
        """
        if self._is_head:
            look = place.format().toTableCellFormat()
            look.setBackground(QColor(self._type.theme.ground))
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            place.setFormat(look)
        cursor = place.firstCursorPosition()
        cursor.setBlockFormat(self._shape(cell))
        for run in passage.runs:
            cursor.insertText(run.text.replace("\n", "\u2028"), self._type.cell(self._size, self._is_head, run))

    def _shape(self, cell: Cell) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        shape.setLineHeight(self._type.line_percent * 0.88, height)
        if self._is_head:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif cell.colspan == 1:
            shape.setAlignment(self._side)
        return shape


def _table_format(
    table: Table, type_: Typography, measures: tuple[float, Sequence[float]], width: float
) -> QTextTableFormat:
    size, shares = measures
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(QColor(type_.theme.line)))
    made.setCellSpacing(0)
    made.setCellPadding(type_.em * 0.36 * size)
    made.setHeaderRowCount(max(0, min(table.header_rows, table.rows)))
    # Qt adds the hairlines between the columns to the width
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100 * max(0.5, 1 - (table.cols + 3) / width)))
    made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 * one) for one in shares])
    made.setTopMargin(type_.em * 0.2)
    made.setBottomMargin(0)
    made.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    return made


def _sides(table: Table) -> dict[int, Qt.AlignmentFlag]:
    """Return where columns stand that are not to the left: figures right, row numbers and dashes in the middle."""
    sides = {}
    for col in range(table.cols):
        column = [cell for cell in table.cells if cell.col == col and cell.colspan == 1]
        heads = {cell.text.strip().upper().rstrip(".") for cell in column if cell.row < table.header_rows}
        body = [cell for cell in column if cell.row >= table.header_rows and cell.text.strip(" -–")]
        figures = sum(1 for cell in body if cell.value is not None or _NUMBER.fullmatch(cell.text.strip()))
        if heads & {"STT", "TT", "SỐ TT"}:
            sides[col] = Qt.AlignmentFlag.AlignHCenter
        elif body and 2 * figures >= len(body):
            sides[col] = Qt.AlignmentFlag.AlignRight
        elif 3 * len(body) < len(column) - len(heads):  # hardly anything but dashes
            sides[col] = Qt.AlignmentFlag.AlignHCenter
    return sides


class _Columns:
    """What the columns of a table ask for, in pixels at full size: the least without a broken word, and the wish."""

    def __init__(self, table: Table, cells: Sequence[tuple[Cell, Passage]], type_: Typography, unbroken: int) -> None:
        self.padding = 2 * 0.36 * type_.em + 2
        self._plain = QFontMetricsF(type_.font)
        heavy = QFont(type_.font)
        heavy.setBold(True)
        self._bold = QFontMetricsF(heavy)
        self._unbroken = unbroken
        self.least = [1.0] * table.cols
        self.wish = [1.0] * table.cols
        for cell, passage in cells[:2000]:
            if cell.colspan == 1:
                self._take(cell.col, passage.text.strip(), cell.row < table.header_rows, type_.em * 22)

    def _take(self, col: int, text: str, is_head: bool, most: float) -> None:
        metrics = self._bold if is_head else self._plain
        is_short = not is_head and len(text) <= self._unbroken
        longest = text if is_short else max(text.split() or [""], key=len)
        self.least[col] = max(self.least[col], metrics.horizontalAdvance(longest) * 1.06)
        wished = metrics.horizontalAdvance(text) * (HEAD_SHARE if is_head else 1.0)
        self.wish[col] = max(self.wish[col], min(wished, most))

    def fits(self, size: float, width: float) -> bool:
        """Whether no word is broken at `size`."""
        return sum((one + self.padding) * size for one in self.least) <= width

    def is_cosy(self, size: float, width: float) -> bool:
        """Whether nearly half of what the columns wish beyond the least is there."""
        wanting = sum(max(high - low, 0.0) for high, low in zip(self.wish, self.least, strict=True)) * size
        return width - sum((one + self.padding) * size for one in self.least) >= wanting * 0.45


def _measures(
    table: Table, cells: Sequence[tuple[Cell, Passage]], type_: Typography, width: float
) -> tuple[float, list[float]]:
    """Return the size of the words and the share of each column: every longest word fits if any size lets it."""
    columns = _Columns(table, cells, type_, UNBROKEN)
    if not columns.fits(SIZES[-1], width):
        columns = _Columns(table, cells, type_, 0)
    size = next((one for one in SIZES if columns.fits(one, width)), SIZES[-1])
    if size > COSY and not columns.is_cosy(size, width):
        size = next((one for one in SIZES if COSY <= one < size and columns.is_cosy(one, width)), COSY)
    least = [(one + columns.padding) * size for one in columns.least]
    wish = [max((one + columns.padding) * size, low) for one, low in zip(columns.wish, least, strict=True)]
    extra = [high - low for high, low in zip(wish, least, strict=True)]
    share = min(1.0, max(0.0, width - sum(least)) / (sum(extra) or 1.0))
    given = [low + one * share for low, one in zip(least, extra, strict=True)]
    return size, [one / sum(given) for one in given]
