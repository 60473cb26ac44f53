"""Icons: one family of SVG line drawings (resources/icons), drawn in the colour of the words beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """Return the renderer of an icon in one colour."""
    return QSvgRenderer(QByteArray(resources.text(f"icons/{name}.svg").replace("currentColor", colour).encode()))


class _LineIcon(QIconEngine):
    """Paints an icon at any size in the palette's colour at that moment, so a change of theme needs no new icons."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        _drawing(self._name, self._colour or _ink(mode)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        del scale  # `size` is in device pixels already
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def _ink(mode: QIcon.Mode) -> str:
    colours = QApplication.palette()
    if mode == QIcon.Mode.Disabled:
        faint = QColor(colours.color(QPalette.ColorRole.PlaceholderText))
        faint.setAlpha(120)
        return faint.name()
    return colours.color(QPalette.ColorRole.ButtonText).name()


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon `name` of resources/icons, in the ink of the theme or in `colour` ("#RRGGBB")."""
    resources.path(f"icons/{name}.svg")  # a wrong name fails here, not silently at painting
    return QIcon(_LineIcon(name, colour))
