"""Paints a line of the hits: headings of reports and sections, and snippets with the found words marked."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.model import SearchHit
from desktop.search.model import DEPTH, HIT, SCOPES, words
from desktop.themes import Themes
from desktop.widgets.painting import Line, line_of

LINES = 2  # of a snippet


class HitDelegate(QStyledItemDelegate):
    """Two lines per snippet; the found words stand on the theme's hit colour."""

    def __init__(self, themes: Themes, view: QWidget) -> None:
        super().__init__(view)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font = line_of(option).font
        line = QFontMetrics(font).lineSpacing()
        hit: SearchHit | None = index.data(HIT)
        lines = LINES if hit is not None and self._is_long(hit, font) else 1
        return QSize(0, line * lines + line * 2 // 3)

    def _is_long(self, hit: SearchHit, font: QFont) -> bool:
        """Whether a snippet needs its second line in the view as wide as it is now."""
        view = self.parent()
        width = view.width() if isinstance(view, QWidget) else 0
        indent = QFontMetrics(font).lineSpacing() * 5
        return QFontMetrics(font).horizontalAdvance(hit.snippet) > width - indent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: SearchHit | None = index.data(HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = line_of(option)
        self._ground(painter, line)
        unit = QFontMetrics(line.font).lineSpacing()
        area = QRectF(line.rect).adjusted(unit * 0.3, unit * 0.3, -unit * 0.4, -unit * 0.3)
        if hit is None:
            self._heading(painter, line, area, str(index.data()), index.data(DEPTH) == 0)
        else:
            self._snippet(painter, line, area, hit)
        painter.restore()

    def _ground(self, painter: QPainter, line: Line) -> None:
        theme = self._themes.current
        if line.chosen or line.over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(QRectF(line.rect).adjusted(0, 1, -4, -1), 4, 4)

    def _heading(self, painter: QPainter, line: Line, area: QRectF, text: str, top: bool) -> None:
        font = QFont(line.font)
        font.setWeight(QFont.Weight.DemiBold if top else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._themes.current.ink if top else self._themes.current.ink_soft))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _snippet(self, painter: QPainter, line: Line, area: QRectF, hit: SearchHit) -> None:
        theme = self._themes.current
        prefix = "" if hit.scope == "body" else f"{words(SCOPES[hit.scope])}  "
        layout = QTextLayout(prefix + hit.snippet, line.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(wrap)
        layout.setFormats(
            [_format(0, len(prefix), theme.mark, "", True), *_marks(hit, len(prefix), theme.ink, theme.hit)]
        )
        layout.beginLayout()
        for number in range(LINES):
            piece = layout.createLine()
            if not piece.isValid():
                break
            piece.setLineWidth(area.width())
            piece.setPosition(QPointF(0, number * QFontMetrics(line.font).lineSpacing()))
        layout.endLayout()
        painter.setPen(QColor(theme.ink))
        painter.setClipRect(area)
        layout.draw(painter, area.topLeft())


def _marks(hit: SearchHit, shift: int, ink: str, ground: str) -> list[QTextLayout.FormatRange]:
    return [_format(shift + start, end - start, ink, ground, False) for start, end in hit.marks]


def _format(start: int, length: int, ink: str, ground: str, strong: bool) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # PySide's stubs do not know its fields
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setForeground(QColor(ink))
    if ground:
        style.setBackground(QColor(ground))
    if strong:
        style.setFontWeight(QFont.Weight.DemiBold)
    made.format = style
    return cast("QTextLayout.FormatRange", made)
