"""Paints a line of the indicator list: name, unit, newest value, and a small curve over the years."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.amounts import point_line
from desktop.indicators.drawing import Drawn
from desktop.indicators.model import ENTRY, Entry
from desktop.themes import Themes
from desktop.widgets.painting import Line, line_of

BOX = 1.5
"""How wide the box at the left of a row is, in lines."""


class IndicatorDelegate(QStyledItemDelegate):
    """Two lines of words at the left, the sparkline at the right."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        line = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(line * 12, line * 2 + line // 2 if entry.shown else line * 7 // 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        line = line_of(option)
        unit = QFontMetrics(line.font).lineSpacing()
        area = QRectF(line.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.shown is None:
            self._heading(painter, line, area.adjusted(unit * 0.4, unit * 0.4, 0, 0), entry.name)
        else:
            self._ground(painter, line, area)
            curve = QRectF(area.right() - unit * 4.4, area.center().y() + unit * 0.12, unit * 3.9, unit * 0.86)
            self._box(painter, line, area, unit)
            self._words(painter, line, area.adjusted(unit * BOX, 0, -unit * 0.5, 0), entry, entry.shown)
            sparkline(painter, curve, entry.shown, self._themes.current.accent)
        painter.restore()

    def _ground(self, painter: QPainter, line: Line, area: QRectF) -> None:
        theme = self._themes.current
        if line.chosen or line.over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 5, 5)
        if line.chosen and line.focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(area.adjusted(3, 2, -3, -2), 5, 5)

    def _box(self, painter: QPainter, line: Line, area: QRectF, unit: float) -> None:
        """Draw the box that adds a row to the chart."""
        theme, size = self._themes.current, unit * 0.72
        box = QRectF(area.left() + unit * 0.45, area.top() + unit * 0.42, size, size)
        painter.setPen(QPen(QColor(theme.accent if line.chosen else theme.line_strong), 1.2))
        painter.setBrush(QColor(theme.accent) if line.chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if line.chosen:
            painter.setPen(QPen(QColor(theme.on_accent), 1.8))
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * size, box.y() + y * size) for x, y in points]))

    def _heading(self, painter: QPainter, line: Line, area: QRectF, name: str) -> None:
        font = QFont(line.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._themes.current.ink_soft))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _words(self, painter: QPainter, line: Line, area: QRectF, entry: Entry, shown: Drawn) -> None:
        metrics = QFontMetrics(line.font)
        half = area.height() / 2
        upper = QRectF(area.left(), area.top() + half * 0.18, area.width(), half * 0.82)
        lower = QRectF(area.left(), area.top() + half, area.width(), half * 0.82)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(line.font)
        painter.setPen(QColor(self._themes.current.ink))
        painter.drawText(upper, left, metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, int(area.width())))
        painter.setPen(QColor(self._themes.current.ink_soft))
        newest = (shown.line or shown.targets)[-1]
        text = f"{newest.year}: {point_line(newest, shown.series.unit)}"
        room = int(area.width() - metrics.lineSpacing() * 4.4)
        painter.drawText(lower, left, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))


def sparkline(painter: QPainter, area: QRectF, shown: Drawn, colour: str) -> None:
    """Draw a series into `area`: runs as lines, single years as dots, the last point marked."""
    points = shown.line
    if not points:
        return
    years = [point.year for point in points]
    values = [point.value for point in points]
    wide = max(years) - min(years) or 1
    high = max(values) - min(values) or 1

    def at(year: int, value: float) -> QPointF:
        x = area.left() + (year - min(years)) / wide * area.width() if len(points) > 1 else area.center().x()
        y = area.bottom() - (value - min(values)) / high * area.height() if len(set(values)) > 1 else area.center().y()
        return QPointF(x, y)

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 1.6))
    for run in shown.runs:
        painter.drawPolyline(QPolygonF([at(point.year, point.value) for point in run]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for run in shown.runs:
        if len(run) == 1:
            painter.drawEllipse(at(run[0].year, run[0].value), 1.8, 1.8)
    painter.drawEllipse(at(points[-1].year, points[-1].value), 2.6, 2.6)
