"""What a chart is made of, and how it is painted: the same on the screen, in an SVG, a PDF and a PNG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from db.model import Point
from desktop.indicators.drawing import Drawn

SOLID: tuple[float, ...] = ()
DASHES = (SOLID, (6.0, 3.0), (2.0, 2.5), (8.0, 3.0, 2.0, 3.0), (4.0, 2.0), (1.0, 2.0))
SYMBOLS = ("disc", "square", "triangle", "diamond", "disc", "square", "triangle")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` in widths of the line."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = SOLID


@dataclass(frozen=True, slots=True)
class Words:
    """Words whose middle line is at `y`; `align` is left, right or centre of `x`. `size` is in parts of the font."""

    x: float
    y: float
    text: str
    colour: str
    align: str = "left"
    bold: bool = False
    size: float = 1.0
    background: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a value: `shape` of SYMBOLS (or "dash", "bar"), `fill` is full, half or none."""

    x: float
    y: float
    shape: str
    size: float
    colour: str
    ground: str
    fill: str = "full"


@dataclass(frozen=True, slots=True)
class Box:
    """A column or a ground; `fill` as in `Sign`, "hatched" for an estimate. An empty `edge` draws none."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    fill: str = "full"
    edge: str = ""


Shape = Stroke | Words | Sign | Box


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the chart that can be reached by mouse or keyboard, with its place in pixels."""

    point: Point
    shown: Drawn
    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Zone:
    """A place of the chart that says something when the mouse rests on it."""

    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(slots=True)
class Sheet:
    """A chart laid out for one size: shapes from back to front, spots, zones. `broken`: an axis skips zero."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    broken: bool = False


class Letters:
    """A font and its measures."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self._metrics: dict[tuple[bool, float], QFontMetricsF] = {}
        self.em = QFontMetricsF(self.font).height()

    def styled(self, bold: bool = False, size: float = 1.0) -> QFont:
        """Return the font in another weight or size."""
        font = QFont(self.font)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        if size != 1.0 and font.pixelSize() > 0:
            font.setPixelSize(max(1, round(font.pixelSize() * size)))
        elif size != 1.0:
            font.setPointSizeF(font.pointSizeF() * size)
        return font

    def metrics(self, bold: bool = False, size: float = 1.0) -> QFontMetricsF:
        """Return the measures of that style."""
        if (bold, size) not in self._metrics:
            self._metrics[bold, size] = QFontMetricsF(self.styled(bold, size))
        return self._metrics[bold, size]

    def width(self, text: str, bold: bool = False, size: float = 1.0) -> float:
        """Return how wide words are."""
        return self.metrics(bold, size).horizontalAdvance(text)

    def cut(self, text: str, width: float, bold: bool = False, size: float = 1.0) -> str:
        """Return words cut to a width, with "…" at their end."""
        return self.metrics(bold, size).elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint(painter: QPainter, shapes: Iterable[Shape], letters: Letters) -> None:
    """Paint shapes from back to front."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, Stroke):
            painter.setPen(_pen(shape.colour, shape.width, shape.dash))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        elif isinstance(shape, Words):
            _write(painter, shape, letters)
        elif isinstance(shape, Sign):
            _sign(painter, shape)
        else:
            _box(painter, shape)


def _pen(colour: str, width: float, dash: tuple[float, ...] = SOLID) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def _write(painter: QPainter, shape: Words, letters: Letters) -> None:
    metrics = letters.metrics(shape.bold, shape.size)
    width = metrics.horizontalAdvance(shape.text)
    left = shape.x - {"left": 0.0, "right": width, "centre": width / 2}[shape.align]
    if shape.background:
        painter.fillRect(
            QRectF(left - 2, shape.y - metrics.height() / 2, width + 4, metrics.height()), shape.background
        )
    painter.setPen(QColor(shape.colour))
    painter.setFont(letters.styled(shape.bold, shape.size))
    painter.drawText(QPointF(left, shape.y + (metrics.ascent() - metrics.descent()) / 2), shape.text)


def _sign(painter: QPainter, shape: Sign) -> None:
    path = outline(shape.shape, shape.size).translated(shape.x, shape.y)
    painter.setPen(_pen(shape.colour, 1.6 if shape.shape not in ("dash", "bar") else 0.5))
    painter.setBrush(QColor(shape.colour if shape.fill == "full" else shape.ground))
    painter.drawPath(path)
    if shape.fill == "half":
        lower = QPainterPath()
        lower.addRect(QRectF(shape.x - shape.size, shape.y, 2 * shape.size, shape.size))
        painter.setBrush(QColor(shape.colour))
        painter.drawPath(path.intersected(lower))


def _box(painter: QPainter, shape: Box) -> None:
    painter.setPen(_pen(shape.edge, 1.4) if shape.edge else QPen(Qt.PenStyle.NoPen))
    if shape.fill == "none":
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        brush = QBrush(QColor(shape.colour))
        if shape.fill == "soft":
            soft = QColor(shape.colour)
            soft.setAlphaF(0.38)
            brush.setColor(soft)
        painter.setBrush(brush)
    painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))


def outline(shape: str, size: float) -> QPainterPath:
    """Return the outline of a sign around the origin: a path, so that exports keep it a drawing."""
    half = size / 2
    path = QPainterPath()
    if shape == "square":
        path.addRect(QRectF(-half * 0.9, -half * 0.9, size * 0.9, size * 0.9))
    elif shape == "triangle":
        path.addPolygon(QPolygonF([QPointF(0, -half * 1.1), QPointF(half * 1.1, half), QPointF(-half * 1.1, half)]))
        path.closeSubpath()
    elif shape == "diamond":
        path.addPolygon(
            QPolygonF(
                [QPointF(0, -half * 1.2), QPointF(half * 1.2, 0), QPointF(0, half * 1.2), QPointF(-half * 1.2, 0)]
            )
        )
        path.closeSubpath()
    elif shape == "dash":
        path.addRect(QRectF(-size * 0.8, -1.2, size * 1.6, 2.4))
    elif shape == "bar":
        path.addRect(QRectF(-half, -1.2, size, 2.4))
    else:
        path.addEllipse(QRectF(-half, -half, size, size))
    return path
