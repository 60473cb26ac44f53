"""Paints a note of the user's in the list: its pen, the words marked, the note, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from db.annotated import Noted
from desktop.annotations.model import NOTED, place_words
from desktop.pens import LINES, pen_colour, pen_name
from desktop.themes import Themes
from desktop.widgets.painting import line_of
from desktop.widgets.rows import Index

_LINES = 2
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class NotedRow(QStyledItemDelegate):
    """Every row is as high as two lines of words, two of the note and one of the place."""

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        one = index.data(NOTED)
        lines = _LINES + 1 + (_LINES if isinstance(one, Noted) and one.annotation.words else 0)
        spacing = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(100, lines * spacing + spacing)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(NOTED)
        if not isinstance(one, Noted):
            return
        line, theme = line_of(option), self._themes.current
        unit = QFontMetrics(line.font).lineSpacing()
        painter.save()
        if line.chosen or line.over:
            painter.fillRect(line.rect, QColor(theme.accent_soft if line.chosen else theme.ground))
        painter.fillRect(QRect(line.rect.left(), line.rect.bottom(), line.rect.width(), 1), QColor(theme.line))
        inner = line.rect.adjusted(unit, unit // 3, -unit // 2, -unit // 3)
        self._paint_pen(painter, QRect(line.rect.left() + unit // 3, inner.top(), unit // 3, inner.height()), one)
        top = self._words(painter, inner, line.font, f"«{one.annotation.quote}»", theme.ink_soft)
        if one.annotation.words:
            strong = QFont(line.font)
            strong.setWeight(QFont.Weight.DemiBold)
            top = self._words(painter, inner.adjusted(0, top, 0, 0), strong, one.annotation.words, theme.ink) + top
        small = QFont(line.font)
        small.setPointSizeF(small.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(QColor(theme.warning if one.lost else theme.ink_soft))
        where = f"{pen_name(one.annotation.colour)} · {place_words(one)}"
        place = inner.adjusted(0, top, 0, 0)
        painter.drawText(place, QFontMetrics(small).elidedText(where, Qt.TextElideMode.ElideRight, place.width()))
        painter.restore()

    def _paint_pen(self, painter: QPainter, area: QRect, one: Noted) -> None:
        theme = self._themes.current
        painter.fillRect(area, QColor(pen_colour(one.annotation.colour, theme)))
        painter.setPen(QPen(QColor(theme.ink_soft), 1.6, LINES[one.annotation.colour][1]))
        painter.drawLine(area.right(), area.top(), area.right(), area.bottom())

    @staticmethod
    def _words(painter: QPainter, area: QRect, font: QFont, words: str, colour: str) -> int:
        """Write at most two lines and return how high they are."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = " ".join(words.split())
        room = QRect(area.left(), area.top(), area.width(), metrics.lineSpacing() * _LINES)
        while shown and metrics.boundingRect(room, int(_FLAGS), shown).height() > room.height():
            shown = shown[: len(shown) * 9 // 10].rstrip(" …") + "…" if len(shown) > 4 else ""
        painter.drawText(room, int(_FLAGS), shown)
        return room.height()
