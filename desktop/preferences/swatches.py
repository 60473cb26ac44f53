"""The choice of a theme as small pictures of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from desktop.themes import NAMES, Theme, Themes, load

CHOICES = ("system", *NAMES)


class Swatches(QWidget):
    """One button per theme; the one in force is pressed in."""

    chosen = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        unit = QFontMetrics(self.font()).height()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(unit // 3)
        for number, name in enumerate(CHOICES):
            button = self._buttons[name] = self._button(name, QSize(unit * 6, unit * 7 // 2))
            grid.addWidget(button, number // 3, number % 3)
        grid.setColumnStretch(3, 1)
        self._retranslate()

    def choose(self, name: str) -> None:
        """Show a theme as the one in force."""
        self._buttons[name].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _button(self, name: str, size: QSize) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(size)
        halves = (load("light"), load("dark")) if name == "system" else (load(name),)
        button.setIcon(QIcon(_picture(halves, size, self.devicePixelRatioF())))
        button.clicked.connect(lambda _checked: self.chosen.emit(name))
        self._group.addButton(button)
        return button

    def _retranslate(self) -> None:
        for name, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("sepia", self.tr("Sepia")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            self._buttons[name].setText(text)
            self._buttons[name].setAccessibleName(text)


def _picture(themes: tuple[Theme, ...], size: QSize, ratio: float) -> QPixmap:
    """Return a page in the colours of a theme, or of two side by side."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    shape = QPainterPath()
    shape.addRoundedRect(outer, 6, 6)
    painter.setClipPath(shape)
    width = outer.width() / len(themes)
    for number, theme in enumerate(themes):
        _page(painter, theme, QRectF(outer.left() + number * width, outer.top(), width, outer.height()))
    painter.setClipping(False)
    painter.setPen(QPen(QColor(themes[0].line_strong), 1))
    painter.drawPath(shape)
    painter.end()
    return pixmap


def _page(painter: QPainter, theme: Theme, area: QRectF) -> None:
    painter.fillRect(area, QColor(theme.ground))
    paper = area.adjusted(area.width() * 0.22, area.height() * 0.14, 0, 0)
    painter.fillRect(paper, QColor(theme.paper))
    left = paper.left() + paper.width() * 0.1
    for number, (share, colour) in enumerate(
        ((0.5, theme.accent), (0.8, theme.ink), (0.7, theme.ink), (0.76, theme.ink_soft), (0.4, theme.mark))
    ):
        top = paper.top() + paper.height() * (0.16 + number * 0.17)
        painter.setPen(QPen(QColor(colour), 2 if number else 3))
        painter.drawLine(QPointF(left, top), QPointF(left + paper.width() * share, top))
