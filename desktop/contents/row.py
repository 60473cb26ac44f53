"""How a row of the contents is painted: number, title, badges; the filter's words on a coloured ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.model import Section
from desktop.citations import label
from desktop.contents.badges import Badges
from desktop.contents.model import BADGES, MATCHES, SECTION, WIDEST
from desktop.themes import Themes

SMALL = 0.82
LEADS = {"changes": "Δ", "numbers": "#"}
"""What stands before the number of a badge."""
LEAST_TITLE = 20  # letters of a title that badges must leave; else they give way


def inner(rect: QRect, font: QFont) -> QRect:
    """Return the part of a row that words and badges share."""
    pad = QFontMetrics(font).height() // 4
    return rect.adjusted(pad, 0, -pad * 2, 0)


def badge_places(font: QFont, rect: QRect, badges: Badges) -> list[tuple[str, str, QRect]]:
    """Return each badge that has room in `rect`: what it counts, its number, where it is painted."""
    metrics = QFontMetrics(_small(font))
    gap = metrics.averageCharWidth()
    parts = [
        (kind, str(count), metrics.horizontalAdvance(str(count)) + extra)
        for kind, count, extra in (
            ("changes", badges.changes, metrics.horizontalAdvance(LEADS["changes"])),
            ("notes", badges.notes, 0),
            ("tables", badges.tables, round(metrics.xHeight() * 1.25) + 2),
            ("numbers", badges.numbers, metrics.horizontalAdvance(LEADS["numbers"])),
        )
        if count
    ]
    room = rect.width() - LEAST_TITLE * metrics.averageCharWidth()
    while parts and sum(width + gap for _, _, width in parts) > room:
        parts.pop()
    left = rect.right() + 1 - sum(width + gap for _, _, width in parts) + gap
    places = []
    for kind, text, width in parts:
        places.append((kind, text, QRect(left, rect.top(), width, rect.height())))
        left += width + gap
    return places


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setWeight(QFont.Weight.Normal)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small


class SectionRow(QStyledItemDelegate):
    """Paints a section. `reading` is the section being read: it is set in bold with an edge in the accent."""

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.reading = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row of one line with air above and below."""
        del index
        height = option.fontMetrics.height()  # type: ignore[attr-defined]  # the stubs leave the fields out
        return QSize(height * 8, round(height * 1.72))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        section = index.data(SECTION)
        if not isinstance(section, Section):
            return
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        self._paint_ground(painter, option, rect, section.id == self.reading)
        if section.id == self.reading:
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
        within = inner(rect, font)
        taken = self._paint_badges(painter, font, within, index.data(BADGES))
        self._paint_words(painter, font, within.adjusted(0, 0, -taken, 0), index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, is_reading: bool) -> None:
        theme = self._themes.current
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected or is_reading:
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, -2, -1), 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            hover = QColor(theme.accent_soft)
            hover.setAlpha(110)
            painter.setBrush(hover)
            painter.drawRoundedRect(rect.adjusted(0, 1, -2, -1), 5, 5)
        if is_reading:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 5, 3, rect.height() - 10), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(rect.adjusted(1, 2, -3, -2), 5, 5)

    def _paint_words(
        self, painter: QPainter, font: QFont, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        section: Section = index.data(SECTION)
        theme = self._themes.current
        metrics = QFontMetrics(font)
        gap = metrics.averageCharWidth() * 3 // 4
        painter.setFont(font)
        marker = max(section.marker, index.data(WIDEST) or "", key=metrics.horizontalAdvance)
        column = metrics.horizontalAdvance(marker) + gap if section.marker else 0
        words = metrics.elidedText(label(section), Qt.TextElideMode.ElideRight, rect.width() - column)
        self._paint_matches(painter, metrics, rect, section, words, column, index.data(MATCHES))
        painter.setPen(QColor(theme.ink if section.title else theme.ink_soft))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, right, section.marker)
        painter.drawText(rect.adjusted(column, 0, 0, 0), right, words)

    def _paint_matches(  # noqa: PLR0917 - all of them say where
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        rect: QRect,
        section: Section,
        words: str,
        column: int,
        spans: list[tuple[int, int]],
    ) -> None:
        if not spans:
            return
        before = len(section.marker) + 1 if section.marker else 0
        colour = QColor(self._themes.current.hit)
        height = metrics.height() + 2
        top = rect.center().y() - height // 2
        for start, end in spans:
            if end <= before:
                left = metrics.horizontalAdvance(section.marker[:start])
                width = metrics.horizontalAdvance(section.marker[start:end])
                painter.fillRect(QRect(rect.left() + left, top, width, height), colour)
                continue
            first, last = max(0, start - before), min(end - before, len(words))
            if first < last:
                left = column + metrics.horizontalAdvance(words[:first])
                width = metrics.horizontalAdvance(words[first:last])
                painter.fillRect(QRect(rect.left() + left, top, width, height), colour)

    def _paint_badges(self, painter: QPainter, font: QFont, rect: QRect, badges: Badges) -> int:
        """Paint Δ7 ¹⁴ ▦2 #45 at the right end; return the width they take (0 where there is no room)."""
        painter.setFont(_small(font))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._themes.current.ink_soft))
        places = badge_places(font, rect, badges)
        for kind, text, place in places:
            self._paint_badge(painter, kind, text, place)
        gap = painter.fontMetrics().averageCharWidth()
        return rect.right() + 1 - places[0][2].left() + gap if places else 0

    def _paint_badge(self, painter: QPainter, kind: str, text: str, rect: QRect) -> None:
        metrics = painter.fontMetrics()
        base = rect.center().y() + metrics.capHeight() // 2 + 1
        if kind == "notes":
            painter.drawText(QPointF(rect.left(), base - metrics.xHeight() * 0.5), text)
        elif kind in LEADS:
            painter.drawText(QPointF(rect.left(), base), LEADS[kind] + text)
        else:
            size = round(metrics.xHeight() * 1.25)
            box = QRectF(rect.left() + 0.5, base - size + 0.5, size - 1, size - 1)
            painter.drawRect(box)
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
            painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()))
            painter.drawText(QPointF(rect.left() + size + 2, base), text)
