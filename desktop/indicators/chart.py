"""The chart of one or more series over the years, on pyqtgraph, with axes and marks of our own."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainterPath
from PySide6.QtWidgets import QWidget

from db.model import Point
from db.vietnamese.writing import MINUS, decimals_of, written
from desktop.indicators.drawing import Drawn, is_whole_year
from desktop.themes import Theme, Themes

DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
MARK = 11  # pixels across a point's mark
NEAR = 14  # pixels within which a point is meant


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the chart that can be reached by mouse or keyboard."""

    point: Point
    shown: Drawn
    kind: str


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """The value axis: 112.500 and 8,25, never 1e+06 and never rounded to another value."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        decimals = decimals_of(spacing * scale)
        return [written(value * scale, decimals, MINUS) for value in values]


class YearAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """The year axis: whole years only, thinned out where they would touch."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        years = range(int(-(-low // 1)), int(high // 1) + 1)
        step = max(1, -(-len(years) * 60 // max(int(size), 1)))
        return [(float(step), [float(year) for year in years if not (year - years[-1]) % step])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        del scale, spacing
        return [str(int(value)) for value in values]


class Chart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Lines over the years. `spot_chosen`: the point under mouse or cursor; `spot_opened`: a click or Enter on it."""

    spot_chosen = Signal(object)
    spot_opened = Signal(object)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        axes: dict[str, pg.AxisItem] = {"left": ValueAxis("left"), "bottom": YearAxis("bottom")}
        super().__init__(parent, axisItems=axes, background=None)
        self._themes = themes
        self._all: list[Drawn] = []
        self._spots: list[Spot] = []
        self._now: Spot | None = None
        self._halo = pg.ScatterPlotItem(size=MARK + 8, pen=None)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for axis in axes.values():
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, tickTextOffset=8)
        themes.changed.connect(self.redraw)

    def show_series(self, series: list[Drawn]) -> None:
        """Draw these series; they must share a unit."""
        self._all = series
        self._now = None
        self.redraw()

    def spots(self) -> list[Spot]:
        """Return all points that can be reached, by year."""
        return self._spots

    def redraw(self) -> None:
        """Draw again, in the colours of the theme."""
        theme = self._themes.current
        plot = self.getPlotItem()
        plot.clear()
        self._spots = []
        self._axes(theme)
        for number, shown in enumerate(self._all):
            self._draw(shown, number, theme)
        plot.addItem(self._halo)
        self._halo.setBrush(pg.mkBrush(QColor(theme.focus).lighter(150) if not theme.dark else QColor(theme.focus)))
        self._halo.setOpacity(0.35)
        self._halo.setZValue(5)
        self._spots.sort(key=lambda spot: (spot.point.year, spot.point.value))
        self._frame_values()
        self._zero_line(theme)
        self._choose(self._now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._spots:
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._now is not None:
            self.spot_opened.emit(self._now)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Walk to the neighbouring point; at the ends one stays."""
        last = len(self._spots) - 1
        if self._now in self._spots:
            place = min(max(self._spots.index(self._now) + by, 0), last)
        else:
            place = 0 if by > 0 else last
        self._choose(self._spots[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._spot_at(event.position()))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(spot)
            self.spot_opened.emit(spot)
        super().mouseReleaseEvent(event)

    def _axes(self, theme: Theme) -> None:
        font = QFont(self.font())
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(theme.line_strong))
            axis.setTextPen(pg.mkPen(theme.ink_soft))
            axis.setTickFont(font)
        self.getAxis("left").setPen(pg.mkPen(None))
        self.showGrid(y=True, alpha=0.18)

    def _draw(self, shown: Drawn, number: int, theme: Theme) -> None:
        colour = theme.series[number % len(theme.series)]
        pen = pg.mkPen(colour, width=2.2, style=DASHES[number % len(DASHES)])
        for run in shown.runs:
            self.plot([point.year for point in run], [point.value for point in run], pen=pen, antialias=True)
        for before, after in shown.gaps:
            dotted = pg.mkPen(theme.line_strong, width=1.2, style=Qt.PenStyle.DotLine)
            self.plot([before.year, after.year], [before.value, after.value], pen=dotted)
        self._marks(shown, shown.line, colour, theme, "")
        self._marks(shown, shown.older, colour, theme, "older")
        self._marks(shown, shown.targets, colour, theme, "target")
        if shown.line:
            self._label(shown, colour, number)

    def _marks(self, shown: Drawn, points: tuple[Point, ...], colour: str, theme: Theme, kind: str) -> None:
        for point in points:
            what = kind or mark_kind(point)
            hollow = what in ("older", "implied")
            item = pg.ScatterPlotItem(
                [point.year],
                [point.value],
                size=MARK if what != "older" else MARK - 2,
                symbol=_SYMBOLS.get(what, "o"),
                pen=pg.mkPen(colour, width=1.8),
                brush=pg.mkBrush(theme.surface if hollow or what == "estimate" else colour),
            )
            item.setZValue(10)
            self.addItem(item)
            if what == "estimate":
                self._half(point, colour)
            self._spots.append(Spot(point, shown, what))

    def _half(self, point: Point, colour: str) -> None:
        """Fill the lower half of an estimate's ring: ◐ says that the year was not over."""
        half = pg.ScatterPlotItem(
            [point.year], [point.value], size=MARK, symbol=_HALF, pen=None, brush=pg.mkBrush(colour)
        )
        half.setZValue(11)
        self.addItem(half)

    def _label(self, shown: Drawn, colour: str, number: int) -> None:
        """Write the value beside the last point, and the name where several series are drawn."""
        last = shown.line[-1]
        text = (
            written(last.value, minus=MINUS)
            if len(self._all) == 1
            else f"{shown.series.name}  {written(last.value, minus=MINUS)}"
        )
        label = pg.TextItem(text, color=colour, anchor=(0, 0.5))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        label.setPos(last.year + 0.08, last.value)
        label.setZValue(12 + number)
        self.addItem(label)

    def _frame_values(self) -> None:
        """Leave air around the values; take zero in where the values are not far from it."""
        if not self._spots:
            return
        years = [spot.point.year for spot in self._spots]
        values = [spot.point.value for spot in self._spots]
        low, high = min(values), max(values)
        if low > 0 and low < 0.45 * high:
            low = 0.0
        air = (high - low or abs(high) or 1.0) * 0.14
        bottom = low if low == 0 else low - air
        right = 0.9 if len(self._all) == 1 else 1.8
        self.setXRange(min(years) - 0.4, max(years) + right, padding=0)
        self.setYRange(bottom, high + air, padding=0)

    def _zero_line(self, theme: Theme) -> None:
        """Draw the line of zero where values lie on both sides of it."""
        values = [spot.point.value for spot in self._spots]
        if values and min(values) < 0 < max(values):
            self.addItem(pg.InfiniteLine(0, 0, pen=pg.mkPen(theme.line_strong, width=1)))

    def _spot_at(self, position: QPointF) -> Spot | None:
        best, near = None, float(NEAR)
        for spot in self._spots:
            far = (self._pixels(spot) - position).manhattanLength()
            if far < near:
                best, near = spot, far
        return best

    def _pixels(self, spot: Spot) -> QPointF:
        scene = self.getPlotItem().getViewBox().mapViewToScene(QPointF(spot.point.year, spot.point.value))
        return QPointF(self.mapFromScene(scene))

    def _choose(self, spot: Spot | None) -> None:
        self._now = spot
        self._halo.setData([spot.point.year] if spot else [], [spot.point.value] if spot else [])
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.spot_chosen.emit(spot)


def mark_kind(point: Point) -> str:
    """Return how a point of the line is marked: stated, estimate (also a part of a year), implied or corrected."""
    return "estimate" if point.state == "stated" and not is_whole_year(point) else point.state


def _half_disc() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(-0.5, 0)
    path.arcTo(QRectF(-0.5, -0.5, 1, 1), 180, 180)
    path.closeSubpath()
    return path


def _dash() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.8, -0.09, 1.6, 0.18))
    return path


_HALF = _half_disc()
_SYMBOLS = {"corrected": "d", "target": _dash()}
