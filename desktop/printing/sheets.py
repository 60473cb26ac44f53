"""The pages as they will be printed, below each other; only those in view are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.printing.drawing import Printout, draw_page
from desktop.themes import Themes

LARGEST = 1.6
"""Pixels of the screen for a point of the page at most."""


class _Paper(QWidget):
    """Paints the pages at a scale."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.printout: Printout | None = None
        self.scale = 0.1

    def places(self) -> list[QRectF]:
        """Return where every page stands."""
        gap = float(QFontMetrics(self.font()).height())
        found, y = [], gap
        for page in self.printout.pages if self.printout is not None else ():
            width, height = (side * self.scale for side in page.paper.size)
            found.append(QRectF((self.width() - width) / 2, y, width, height))
            y += height + gap
        return found

    def sizeHint(self) -> QSize:
        """Return the size all pages take."""
        places = self.places()
        gap = QFontMetrics(self.font()).height()
        width = max((place.width() for place in places), default=0.0)
        return QSize(round(width) + 2 * gap, round(places[-1].bottom()) + gap if places else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.printout is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for at, place in enumerate(self.places()):
            if place.intersects(QRectF(event.rect())):
                painter.setPen(QPen(QColor(self._themes.current.line_strong), 1))
                painter.setBrush(QColor(Qt.GlobalColor.white))
                painter.drawRect(place)
                painter.save()
                painter.translate(place.topLeft())
                painter.scale(self.scale, self.scale)
                draw_page(painter, self.printout, at)
                painter.restore()
        painter.end()


class Sheets(QScrollArea):
    """Shows a Printout as wide as there is room. `page_in_view` tells the page (from 0) in the middle."""

    page_in_view = Signal(int)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper(themes)
        self.setWidget(self._paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())

    def show_printout(self, printout: Printout) -> None:
        """Show pages, at the place where the ones before stood."""
        self._paper.printout = printout
        self._fit()
        self._tell()

    def go_to(self, at: int) -> None:
        """Bring a page (from 0) to the top."""
        places = self._paper.places()
        if 0 <= at < len(places):
            self.verticalScrollBar().setValue(round(places[at].top()) - QFontMetrics(self.font()).height() // 2)

    def page(self) -> int:
        """Return the page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = [place.top() for place in self._paper.places()]
        return max(0, sum(top <= middle for top in tops) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        printout = self._paper.printout
        if printout is None or not printout.pages:
            return
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        gap = QFontMetrics(self.font()).height()
        widest = max(page.paper.size[0] for page in printout.pages)
        self._paper.scale = min((self.viewport().width() - 2 * gap) / widest, LARGEST / 10)
        hint = self._paper.sizeHint()
        self._paper.resize(max(hint.width(), self.viewport().width()), hint.height())
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
        self._paper.update()

    def _tell(self) -> None:
        self.page_in_view.emit(self.page())

    def place_of(self, at: int) -> QPoint:
        """Return the middle of a page in the coordinates of the view."""
        return self._paper.mapTo(self.viewport(), self._paper.places()[at].center().toPoint())
