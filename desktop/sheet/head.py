"""The head of a table with all its rows of captions, merged as printed; a click sorts, a drag at a border resizes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from db.export.table import ExportCell, Row
from desktop.icons import icon
from desktop.sheet.cells import text_rect
from desktop.themes import Themes

_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
NARROWEST = 2


class SheetHead(QHeaderView):
    """Paints the captions itself; Qt's own sections below it give widths, clicks and drags."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._themes = themes
        self._rows: tuple[Row, ...] = ()
        self._heights: list[int] = []
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._measure)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(QFontMetrics(self.font()).height() * NARROWEST)
        self.sectionResized.connect(lambda *_sizes: self._settling.start())
        themes.changed.connect(self.viewport().update)

    def show(self, rows: tuple[Row, ...] = ()) -> None:
        """Show captions; without any, the numbers of the columns."""
        self._rows = rows
        super().show()
        self._settling.start()

    def settle(self) -> None:
        """Take heights and widths anew at once."""
        self._settling.stop()
        self._measure()

    def sizeHint(self) -> QSize:
        """Return as much height as all rows of captions need."""
        hint = super().sizeHint()
        return QSize(hint.width(), sum(self._heights) + 1) if self._heights else hint

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._settling.start()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        theme = self._themes.current
        painter.fillRect(event.rect(), QColor(theme.ground))
        painter.setFont(self._bold())
        for rect, cell, col, last in self._cells():
            if rect.intersects(event.rect()):
                self._paint_cell(painter, rect, cell, col if last else -1)
        painter.setPen(QColor(theme.line_strong))
        bottom = self.viewport().height() - 1
        painter.drawLine(0, bottom, self.viewport().width(), bottom)
        painter.end()

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: ExportCell, sorts: int) -> None:
        theme = self._themes.current
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(theme.ink))
        inner = text_rect(rect, self.font())
        if self.isSortIndicatorShown() and sorts >= 0 and self.sortIndicatorSection() == sorts:
            unit = QFontMetrics(self.font()).height() * 3 // 4
            name = "chevron-up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "chevron-down"
            place = QRect(rect.right() - unit - 2, rect.bottom() - unit - 2, unit, unit)
            icon(name, theme.accent).paint(painter, place)
        painter.drawText(inner, int(_FLAGS), cell.text)

    def _cells(self) -> Iterator[tuple[QRect, ExportCell, int, bool]]:
        """Give every caption with its place, its column, and whether the lowest row ends in it."""
        tops = [sum(self._heights[:row]) for row in range(len(self._heights) + 1)]
        for row, cells in enumerate(self._rows[: len(self._heights)]):
            for col, cell in enumerate(cells):
                if cell.kind == "covered" or col >= self.count():
                    continue
                end = min(row + cell.rowspan, len(self._heights))
                left = self.sectionViewportPosition(col)
                yield (
                    QRect(left, tops[row], self._width(col, cell), tops[end] - tops[row]),
                    cell,
                    col,
                    end == len(tops) - 1,
                )

    def _width(self, col: int, cell: ExportCell) -> int:
        return sum(self.sectionSize(at) for at in range(col, min(col + cell.colspan, self.count())))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _measure(self) -> None:
        """Find the height of every row of captions: no word of a caption is cut."""
        heights = [QFontMetrics(self.font()).height() * 3 // 2] * len(self._rows)
        metrics = QFontMetrics(self._bold())
        tall = []
        for row, cells in enumerate(self._rows):
            for col, cell in enumerate(cells):
                if cell.kind == "covered" or col >= self.count():
                    continue
                whole = QRect(0, 0, self._width(col, cell), 10_000)
                inner = text_rect(whole, self.font())
                needs = metrics.boundingRect(inner, int(_FLAGS), cell.text).height() + whole.height() - inner.height()
                if cell.rowspan == 1:
                    heights[row] = max(heights[row], needs)
                else:
                    tall.append((row, min(cell.rowspan, len(self._rows) - row), needs))
        for row, span, needs in tall:
            heights[row + span - 1] += max(0, needs - sum(heights[row : row + span]))
        self._heights = heights
        self.updateGeometry()
        self.geometriesChanged.emit()
        self.viewport().update()
