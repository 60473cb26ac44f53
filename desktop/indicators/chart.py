"""The chart on the screen, a pyqtgraph scene: it shows a sheet, follows the mouse, and is walked by the arrow keys.

pyqtgraph (and numpy behind it) takes a quarter of a second to import. Whoever needs this module before the first
chart is drawn imports it off the GUI thread, as `gathering.gather` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject
from pyqtgraph.graphicsItems.ScatterPlotItem import ScatterPlotItem
from pyqtgraph.widgets.GraphicsView import GraphicsView
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from desktop.indicators.composing import compose
from desktop.indicators.drawing import Drawn
from desktop.indicators.frame import Room
from desktop.indicators.shapes import Letters, Sheet, Spot, Zone, paint
from desktop.themes import Themes

NEAR = 14.0  # pixels within which a point is meant
HOVER = 150  # ms before the card of a point opens


class Chart(GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Series over the years. `spot_chosen`: the point under mouse or cursor; `spot_opened`: a click or Enter on it.

    The scene holds three items from back to front: the halo of the chosen point, the sheet, and the points' unseen
    discs that the mouse reaches. Mouse events are taken here: pyqtgraph's scene swallows what a handler raises.
    """

    spot_chosen = Signal(object)
    spot_opened = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        self._sheet: Sheet | None = None  # Qt asks for sizes before __init__ ends
        self._now: Spot | None = None
        self._zone: Zone | None = None
        super().__init__(parent, useOpenGL=False, background=None)
        self._themes = themes
        self._chosen: list[Drawn] = []
        self._kind = "line"
        self._halo = ScatterPlotItem(pen=None)
        self._drawing = _Drawing()
        self._points = ScatterPlotItem(pen=None, brush=None, size=2 * NEAR)
        for item in (self._halo, self._drawing, self._points):
            self.addItem(item)
        self.tell: Callable[[Spot], str] = lambda spot: spot.point.quote
        self.tip = _Tip(self)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(HOVER)
        self._opening.timeout.connect(self._show_tip)
        self.viewport().setAutoFillBackground(False)
        themes.changed.connect(self.redraw)

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 36, em * 22)

    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 12, em * 9)

    def show_series(self, chosen: Sequence[Drawn], kind: str = "line") -> None:
        """Draw these series in one of the kinds of `composing.KINDS`."""
        self._chosen, self._kind = list(chosen), kind
        self._now = None
        self.redraw()

    def spots(self) -> list[Spot]:
        """Return all points that can be reached, by year."""
        return self.sheet().spots

    def sheet(self) -> Sheet:
        """Return the chart as laid out for the widget's size."""
        if self._sheet is None:
            room = Room(2.0, 2.0 + self.fontMetrics().height() * 0.5, self.width() - 4.0, self.height() - 4.0)
            room = Room(room.x, room.y, room.width, room.height - self.fontMetrics().height() * 0.5)
            self._sheet = compose(self._chosen, self._kind, room, self._letters(), self._themes.current)
        return self._sheet

    def redraw(self) -> None:
        """Lay out and draw again."""
        self._sheet = None
        self.tip.hide()
        sheet = self.sheet()
        self._drawing.show_sheet(sheet, self._letters())
        self._points.setData([spot.x for spot in sheet.spots], [spot.y for spot in sheet.spots], data=sheet.spots)
        self._light()

    def choose(self, figure_id: int) -> None:
        """Choose the point of a figure, as if one had walked there."""
        spots = [one for one in self.spots() if one.point.figure_id == figure_id]
        if spots:
            # What a figure states, before what was derived from it: an implied year, a target.
            self._choose(min(spots, key=lambda one: bool(one.point.rule)))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Frame the whole chart while the keys go to it."""
        del rect
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._themes.current.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is None:  # pyqtgraph calls it so while it is being made
            return
        self.redraw()
        if self._now is not None:
            self.choose(self._now.point.figure_id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.redraw()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def close(self) -> bool:
        """Close as every widget does: pyqtgraph's own way takes the viewport away first, which ends the program."""
        return QWidget.close(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = self.spots()
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -len(spots), Qt.Key.Key_End: len(spots)}
        if event.key() in moves and spots:
            self._step(moves[Qt.Key(event.key())], spots)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._now is not None:
            self.spot_opened.emit(self._now)
        elif event.key() == Qt.Key.Key_Escape and self._now is not None:
            self._choose(None)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        zone = self._zone_at(event.position()) if spot is None else None
        if spot is not self._now:
            self._choose(spot, at_once=False)
        if zone is not self._zone:
            self._zone = zone
            self.tip.say(zone.text, zone.x + zone.width, zone.y + 20) if zone else self.tip.hide()

    def leaveEvent(self, event: QEvent) -> None:
        self._zone = None
        self._opening.stop()
        self.tip.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(spot)
            self.spot_opened.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def _step(self, by: int, spots: list[Spot]) -> None:
        """Walk to the neighbouring point; at the ends one stays."""
        here = spots.index(self._now) if self._now in spots else -1 if by > 0 else len(spots)
        place = min(max(here + by, 0), len(spots) - 1)
        self._choose(spots[place])

    def _choose(self, spot: Spot | None, at_once: bool = True) -> None:
        self._now = spot
        self.tip.hide()
        self._opening.stop()
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        if spot is not None:
            self._show_tip() if at_once else self._opening.start()
        self._light()
        self.spot_chosen.emit(spot)

    def _light(self) -> None:
        """Put the halo around the chosen point."""
        glow = QColor(self._themes.current.focus)
        glow.setAlphaF(0.25)
        lit = [self._now] if self._now is not None else []
        size = self.fontMetrics().height() * 1.24
        self._halo.setData([spot.x for spot in lit], [spot.y for spot in lit], brush=glow, size=size)

    def _show_tip(self) -> None:
        if self._now is not None and self.isVisible():
            self.tip.say(self.tell(self._now), self._now.x, self._now.y)

    def _spot_at(self, position: QPointF) -> Spot | None:
        spots: list[Spot] = [point.data() for point in self._points.pointsAt(position)]
        return min(spots, key=lambda spot: abs(spot.x - position.x()) + abs(spot.y - position.y()), default=None)

    def _zone_at(self, position: QPointF) -> Zone | None:
        for zone in self.sheet().zones:
            if 0 <= position.x() - zone.x <= zone.width and 0 <= position.y() - zone.y <= zone.height:
                return zone
        return None

    def _letters(self) -> Letters:
        return Letters(self.font())


class _Drawing(GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """The sheet in the scene."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet(0.0, 0.0)
        self._letters: Letters | None = None

    def show_sheet(self, sheet: Sheet, letters: Letters) -> None:
        """Draw this sheet from now on."""
        self.prepareGeometryChange()
        self._sheet, self._letters = sheet, letters
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, self._sheet.width, self._sheet.height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        del option, widget
        if self._letters is not None:
            paint(painter, self._sheet.shapes, self._letters)


class _Tip(QFrame):
    """The card beside a point; it never takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("chartTip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QVBoxLayout(self)
        em = self.fontMetrics().height()
        layout.setContentsMargins(em // 2, em // 3, em // 2, em // 3)
        layout.addWidget(self.words)
        self.hide()

    def say(self, text: str, x: float, y: float) -> None:
        """Show words beside a point of the chart, on the side that has room."""
        em = self.fontMetrics().height()
        widest = max(self.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        self.words.setText(text)
        self.words.setFixedWidth(min(widest + 4, em * 22))
        self.adjustSize()
        around = self._over.rect()
        left = x + em if x + em + self.width() < around.width() else x - em - self.width()
        top = min(max(0.0, y - self.height() / 2), around.height() - self.height())
        self.move(round(max(0.0, left)), round(top))
        self.show()
        self.raise_()
