"""The text of the guide: it shows the pictures of the guide and opens nothing else."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

import resources
from desktop.guide.finding import places
from desktop.themes import Theme

PICTURES = "guide/pictures"
_AFTER_RESIZE = 120
"""Milliseconds without a further resize before pictures are fitted anew."""


class GuideText(QTextBrowser):
    """One page. `followed` carries the address of a link that was clicked: a page, page#anchor or #anchor."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._kind = "vi-light"
        self._typed = ""
        self._frame = QColor()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(_AFTER_RESIZE)
        self._fitting.timeout.connect(self._fit)

    def dress(self, theme: Theme, language: str) -> None:
        """Take colours, and the pictures that have them, in a language."""
        self._kind = f"{language}-{'dark' if theme.dark else 'light'}"
        self._frame = QColor(theme.line_strong)
        unit = QFontMetrics(self.font()).height()
        self.document().setDocumentMargin(unit)
        self.document().setDefaultStyleSheet(
            f"a {{ color: {theme.accent}; text-decoration: none; }}"
            f"h1 {{ font-size: x-large; margin-bottom: {unit // 2}px; }}"
            f"h2 {{ font-size: large; margin-top: {unit}px; margin-bottom: {unit // 3}px; }}"
            f"h3 {{ font-size: medium; color: {theme.accent}; margin-top: {unit * 2 // 3}px; margin-bottom: 2px; }}"
            f"p, li {{ line-height: 135%; margin-top: {unit // 4}px; margin-bottom: {unit // 4}px; }}"
            f"table {{ border-color: {theme.line}; }} code {{ background-color: {theme.accent_soft}; }}"
        )

    def put(self, html: str, anchor: str = "") -> None:
        """Show a page at one of its headings."""
        self._html = html
        self.setHtml(html)
        if anchor:
            self.scrollToAnchor(anchor)

    def mark(self, typed: str) -> None:
        """Colour the words of a search; none where nothing was typed."""
        self._typed = typed
        self.setExtraSelections([self._coloured(at, end) for at, end in places(self.toPlainText(), typed)])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture of the guide and nothing else (None would make Qt open the name itself)."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        named = name.toString() if isinstance(name, QUrl) else name
        return self._picture(named)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _picture(self, view: str) -> QImage:
        file = f"{PICTURES}/{self._kind}-{view}.png"
        if file not in resources.names(PICTURES, ".png"):
            return QImage()
        image = QImage(str(resources.path(file)))
        room = self.viewport().width() - 3 * QFontMetrics(self.font()).height()
        if 0 < room < image.width():
            ratio = self.devicePixelRatioF()
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return self._framed(image.convertToFormat(QImage.Format.Format_RGB32))

    def _framed(self, image: QImage) -> QImage:
        """Draw a line around a picture: it is of the colours of the page it stands on."""
        painter = QPainter(image)
        painter.setPen(self._frame)
        painter.drawRect(QRectF(QPointF(0, 0), image.deviceIndependentSize()).adjusted(0, 0, -1, -1))
        painter.end()
        return image

    def _fit(self) -> None:
        """Lay the page out anew for another width, at the same place."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.document().clear()  # and with it the pictures it keeps
        self.setHtml(self._html)
        self.mark(self._typed)
        bar.setValue(round(share * bar.maximum()))

    def _coloured(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        chosen = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        looks = QTextCharFormat()
        looks.setBackground(self.palette().accent())
        looks.setForeground(self.palette().highlightedText())
        chosen.cursor, chosen.format = cursor, looks  # type: ignore[attr-defined]  # PySide's stubs lack the fields
        return chosen
