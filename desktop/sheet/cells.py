"""Paints the cells of a table as printed: numbers to the right, labels of notes raised, doubtful cells tinted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from db.export.table import ExportCell
from desktop.pens import LINES, Drawn, pen_colour
from desktop.sheet.model import CELL, PEN, PIECES, SIDE
from desktop.themes import Theme, Themes
from desktop.widgets.painting import line_of

Words = Sequence[tuple[str, bool]]


class SheetCells(QStyledItemDelegate):
    """Delegate of a SheetView."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, ExportCell) or cell.kind == "covered":
            return
        line, theme = line_of(option), self._themes.current
        painter.save()
        drawn = index.data(PEN)
        ground = ground_of(cell, line.chosen, theme)
        if isinstance(drawn, Drawn) and not line.chosen:
            ground = pen_colour(drawn.colour, theme)
        if ground:
            painter.fillRect(line.rect, QColor(ground))
        if isinstance(drawn, Drawn):
            _paint_pen(painter, line.rect, drawn, theme)
        layout, height = laid(index.data(PIECES), line.font, line.rect.width(), index.data(SIDE), theme)
        spare = max(0.0, line.rect.height() - height) / 2 if cell.rowspan > 1 else 0.0
        painter.setPen(QColor(theme.ink))
        painter.setClipRect(line.rect)
        layout.draw(painter, QPointF(line.rect.x(), line.rect.y() + spare))
        if line.focus:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(line.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def height(self, words: Words, font: QFont, width: int) -> int:
        """Return how tall a cell is at a width, its padding included."""
        side = Qt.AlignmentFlag.AlignLeft
        return round(laid(words, font, width, side, self._themes.current)[1])


def ground_of(cell: ExportCell, chosen: bool, theme: Theme) -> str:
    """Return the colour behind a cell; empty for the ground of the table."""
    if chosen:
        return theme.accent_soft
    return theme.warning_soft if cell.doubtful else ""


def _paint_pen(painter: QPainter, rect: QRect, drawn: Drawn, theme: Theme) -> None:
    """Draw the line of a pen below the words, and the corner that says there is a note, as spreadsheets do."""
    painter.setPen(QPen(QColor(theme.ink_soft), 1.6, LINES[drawn.colour][1]))
    painter.drawLine(rect.left() + 3, rect.bottom() - 1, rect.right() - 3, rect.bottom() - 1)
    if drawn.words:
        corner = QPointF(rect.right(), rect.top())
        size = rect.height() * 0.28
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.mark))
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))


def padding(font: QFont) -> tuple[float, float]:
    """Return the room left and right, and above and below, the words of a cell."""
    unit = QFontMetricsF(font).height()
    return unit * 0.45, unit * 0.3


def laid(words: Words, font: QFont, width: float, side: Qt.AlignmentFlag, theme: Theme) -> tuple[QTextLayout, float]:
    """Return the words of a cell set for a width, and the height they take with their padding."""
    across, down = padding(font)
    text = "".join(piece for piece, _raised in words)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(words, theme))
    layout.beginLayout()
    y = down
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(8.0, width - 2 * across))
        line.setPosition(QPointF(across, y))
        y += line.height() * 1.08
    layout.endLayout()
    return layout, y + down


def _formats(words: Words, theme: Theme) -> list[QTextLayout.FormatRange]:
    found, at = [], 0
    for piece, raised in words:
        if raised:
            look: Any = QTextLayout.FormatRange()  # PySide's stubs do not know its fields
            look.start, look.length = at, len(piece)
            format_ = QTextCharFormat()
            format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            format_.setForeground(QColor(theme.mark))
            look.format = format_
            found.append(look)
        at += len(piece)
    return found


def text_rect(rect: QRect, font: QFont) -> QRect:
    """Return where the words of a cell may stand."""
    across, down = (round(one) for one in padding(font))
    return rect.adjusted(across, down, -across, -down)
