"""A table of a report on the screen, as printed: merged cells, heads of several rows, columns one can widen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from db.export.table import ExportCell, ExportTable
from db.export.widths import widths_of
from desktop.sheet.cells import SheetCells
from desktop.sheet.head import SheetHead
from desktop.sheet.model import PIECES, SheetModel
from desktop.themes import Themes

FITTED = 600
"""As many rows are as tall as their words; a longer table has rows of one height from there on."""
WIDEST = 26
"""Heights of a line a column is wide at most when a table is first shown."""

BROAD = 9
"""Heights of a line below which a column is not narrowed to fit the view."""


class SheetView(QTableView):
    """Shows one ExportTable. `cell_opened` (row, column of the body) comes with a double click or Enter.

    `head_clicked` tells the column whose caption was clicked.
    """

    cell_opened = Signal(int, int)
    head_clicked = Signal(int)
    chosen = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = SheetModel()
        self._cells = SheetCells(themes)
        self._widths: tuple[str, int] | None = None
        self._fitting = False
        self._by_hand = False
        self.head = SheetHead(themes, self)
        self.setHorizontalHeader(self.head)
        self.setModel(self.sheet)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(30)
        self._settling.timeout.connect(self.fit_rows)
        self.head.sectionResized.connect(lambda *_sizes: self._resized())
        self.head.sectionClicked.connect(self.head_clicked)
        self.doubleClicked.connect(lambda index: self.cell_opened.emit(index.row(), index.column()))
        themes.changed.connect(self.viewport().update)

    def show_table(self, table: ExportTable | None, numbers: str = "vi", notes: bool = True) -> None:
        """Show a table; the widths stay where it is the one shown before, in other rows."""
        self.clearSpans()
        self.sheet.show(table, numbers, notes)
        shown = self.sheet.table
        self.head.show(shown.head)
        named = (shown.name + shown.caption, shown.cols)
        if named != self._widths:
            self._widths = named
            self._by_hand = False
            self._fit_columns(shown)
        for row, cells in enumerate(shown.rows):
            for col, cell in enumerate(cells):
                if cell.rowspan > 1 or cell.colspan > 1:
                    self.setSpan(row, col, cell.rowspan, cell.colspan)
        self.head.settle()
        self.fit_rows()
        self.chosen.emit()

    def chosen_cells(self) -> list[tuple[int, int]]:
        """Return the chosen cells in reading order; those below a merged cell count as it."""
        return sorted({(index.row(), index.column()) for index in self.selectedIndexes()})

    def chosen_values(self) -> list[ExportCell]:
        """Return what stands in the chosen cells, every cell once."""
        return [self.sheet.cell(row, col) for row, col in self.chosen_cells()]

    def fit_rows(self) -> None:
        """Make every row as tall as its words need."""
        self._settling.stop()
        table = self.sheet.table
        least = QFontMetrics(self.font()).height() * 8 // 5
        self.verticalHeader().setDefaultSectionSize(least)
        heights = [least] * min(len(table.rows), FITTED)
        tall = []
        for row in range(len(heights)):
            for col, cell in enumerate(table.rows[row]):
                if cell.kind not in {"text", "number"}:
                    continue
                width = sum(self.columnWidth(at) for at in range(col, col + cell.colspan))
                needs = self._cells.height(self.sheet.index(row, col).data(PIECES), self.font(), width)
                if cell.rowspan == 1:
                    heights[row] = max(heights[row], needs)
                else:
                    tall.append((row, cell.rowspan, needs))
        for row, span, needs in tall:
            last = min(row + span, len(heights)) - 1
            heights[last] += max(0, needs - sum(heights[row : last + 1]))
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.cell_opened.emit(index.row(), index.column())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand and event.oldSize().width() != event.size().width():
            self._fit_columns(self.sheet.table)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def _fit_columns(self, table: ExportTable) -> None:
        """Give every column what it wants; where that is too much for the view, the wide ones give way first."""
        metrics = QFontMetrics(self.font())
        unit = metrics.height()
        letters = widths_of(table)
        widths = [min(round(one * metrics.averageCharWidth() * 1.12) + unit, unit * WIDEST) for one in letters]
        over = sum(widths) - (self.viewport().width() - 2)
        broad = sorted({width for width in widths if width > unit * BROAD}, reverse=True)
        for limit, lower in zip(broad, [*broad[1:], unit * BROAD], strict=False):
            wide = [col for col, width in enumerate(widths) if width >= limit]
            cut = min(max(0, over), (limit - lower) * len(wide))
            for col in wide:
                widths[col] -= cut // len(wide)
            over -= cut
        self._fitting = True
        for col, width in enumerate(widths):
            self.setColumnWidth(col, width)
        self._fitting = False

    def _resized(self) -> None:
        """Rows follow the width of their columns; a column widened by hand stays as it is."""
        self._by_hand = self._by_hand or not self._fitting
        self._settling.start()
