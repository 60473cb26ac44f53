"""Paints a cell of the shelf's grid: a report as a card, a missing year as a dashed outline."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.languages import REPORT_NUMBERS, translate
from desktop.shelf.model import VOLUMES, vietnamese_date
from desktop.shelf.volumes import Volume
from desktop.themes import Themes
from desktop.widgets.painting import Line, line_of

WIDTH = 15  # of a card, in heights of the font
HEIGHT = 8


class CardDelegate(QStyledItemDelegate):
    """One card per cell; the newest report of the year on top, "+1" where there are more: a click asks for them."""

    versions_requested = Signal(object)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._more: dict[tuple[int, int], QRectF] = {}

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Ask for the versions where "+1" is clicked."""
        box = self._more.get((index.row(), index.column()))
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and len(index.data(VOLUMES) or ()) > 1
            and box is not None
            and box.contains(event.position())
        ):
            self.versions_requested.emit(index)
            return True
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetrics(line_of(option).font).height()
        return QSize(WIDTH * height, HEIGHT * height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        volumes: tuple[Volume, ...] = index.data(VOLUMES) or ()
        line = line_of(option)
        unit = QFontMetrics(line.font).height()
        card = line.rect.adjusted(unit // 3, unit // 3, -unit // 3, -unit // 3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(line.font)
        self._more.pop((index.row(), index.column()), None)
        if volumes:
            more = self._report(painter, line, card, volumes, unit)
            if more is not None:
                self._more[index.row(), index.column()] = more
        else:
            self._missing(painter, card, str(index.data() or ""), unit)
        painter.restore()

    def _missing(self, painter: QPainter, card: QRect, text: str, unit: int) -> None:
        theme = self._themes.current
        painter.setPen(QPen(QColor(theme.line_strong), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), unit * 0.4, unit * 0.4)
        painter.setPen(QColor(theme.ink_soft))
        painter.drawText(card, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _report(
        self, painter: QPainter, line: Line, card: QRect, volumes: tuple[Volume, ...], unit: int
    ) -> QRectF | None:
        """Paint a report; return where "+1" stands, if it does."""
        self._frame(painter, line, card, unit)
        volume = volumes[-1]
        data = volume.report.data
        inner = card.adjusted(unit * 3 // 4, unit // 2, -unit * 3 // 4, -unit // 2)
        year = QFont(line.font)
        year.setPointSizeF(line.font.pointSizeF() * 1.55)
        year.setWeight(QFont.Weight.DemiBold)
        painter.setFont(year)
        painter.setPen(QColor(self._themes.current.ink))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, top, data.period or str(data.year or "?"))
        offset = QFontMetrics(year).height() + unit // 5
        painter.setFont(line.font)
        more = self._chips(painter, inner, volumes, unit)
        metrics = QFontMetrics(line.font)
        lines = _gathered([*document_parts(volume), *counts_parts(volume)], metrics, inner.width())
        lines = lines if card.height() > unit * 9 else lines[-1:]
        step = unit * 13 // 10
        self._title(painter, inner.adjusted(0, offset, 0, -step * len(lines) - unit // 3), data.title)
        painter.setPen(QColor(self._themes.current.ink_soft))
        for number, text in enumerate(reversed(lines)):
            row = inner.adjusted(0, 0, 0, -number * step)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, elided)
        return more

    def _frame(self, painter: QPainter, line: Line, card: QRect, unit: int) -> None:
        theme = self._themes.current
        edge = theme.focus if line.focus else theme.accent if line.chosen or line.over else theme.line
        painter.setPen(QPen(QColor(edge), 2 if line.focus or line.chosen else 1))
        painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.surface))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), unit * 0.4, unit * 0.4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _title(self, painter: QPainter, area: QRect, title: str) -> None:
        painter.setPen(QColor(self._themes.current.ink))
        metrics = QFontMetrics(painter.font())
        for number, piece in enumerate(
            _wrapped(title[:1].upper() + title[1:], metrics, area.width(), area.height() // metrics.lineSpacing())
        ):
            painter.drawText(area.left(), area.top() + number * metrics.lineSpacing() + metrics.ascent(), piece)

    def _chips(self, painter: QPainter, inner: QRect, volumes: tuple[Volume, ...], unit: int) -> QRectF | None:
        theme = self._themes.current
        chips, box = [], None
        if volumes[-1].report.data.sample:
            chips.append((translate("Shelf", "sample"), theme.warning, theme.warning_soft))
        if len(volumes) > 1:
            chips.append((f"+{len(volumes) - 1}", theme.accent, theme.accent_soft))
        right = inner.right()
        metrics = QFontMetrics(painter.font())
        for text, ink, ground in chips:
            width = metrics.horizontalAdvance(text) + unit
            box = QRectF(right - width, inner.top() + unit * 0.1, width, unit * 1.25)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, unit * 0.6, unit * 0.6)
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            right -= width + unit // 4
        return box if len(volumes) > 1 else None


def document_parts(volume: Volume) -> list[str]:
    """Return the number and the date of a report, where it has them."""
    data = volume.report.data
    return [part for part in (data.number, vietnamese_date(data.date)) if part]


def counts_parts(volume: Volume) -> list[str]:
    """Return "41 notes", "3 tables", "120 figures" in the interface's language; what there is none of is left out."""
    counts = volume.counts
    parts = (
        (counts.notes, translate("Shelf", "{n} notes")),
        (counts.tables, translate("Shelf", "{n} tables")),
        (counts.figures, translate("Shelf", "{n} figures")),
    )
    return [text.format(n=REPORT_NUMBERS.toString(number)) for number, text in parts if number]


def _gathered(parts: list[str], metrics: QFontMetrics, width: int) -> list[str]:
    """Set parts side by side, with dots between them, in as few lines of `width` pixels as hold them."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break `text` at spaces into at most `most` lines of `width` pixels, the last one elided."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not line:
            line = longer
        else:
            lines.append(line)
            line = word
    lines.append(line)
    if len(lines) > max(most, 1):
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines
