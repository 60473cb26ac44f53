"""The dumbbell chart of a brief: last year's dot and this year's, joined; drawn in ink for paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from db.comparison_out.brief import BriefChange

SCALE = 3
"""Dots of the picture for each of the 96 an inch has on the page."""
WIDTH = 600
"""Width on the page, in 96ths of an inch: the 165 mm between the margins hold 623."""
_ROW, _POINTS, _DOT = 19.0, 13.0, 4.5
_NAME, _VALUE = 0.42, 0.24
_MOST_PERCENT = 100.0
_INK, _SOFT = QColor("#000000"), QColor("#888888")


def brief_chart(changes: Sequence[BriefChange], family: str) -> QImage:
    """Return the picture; the year before is the hollow dot at zero, the change the filled one.

    Changes in per cent and in percentage points have an axis each. One beyond 100% ends
    in an arrow at the edge: its value stands beside it.
    """
    groups = [
        [change for change in changes if change.percent is not None],
        [change for change in changes if change.percent is None],
    ]
    rows = sum(map(len, groups))
    gaps = sum(1 for group in groups if group) - 1
    height = max(1.0, rows * _ROW + max(0, gaps) * _ROW / 2)
    image = QImage(WIDTH * SCALE, round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    font = QFont(family)
    font.setPixelSize(round(_POINTS))
    painter.setFont(font)
    top = 0.0
    for group in groups:
        if group:
            _draw_group(painter, group, top)
            top += len(group) * _ROW + _ROW / 2
    painter.end()
    return image


def as_address(image: QImage) -> str:
    """Return a picture as an address that carries it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes where Qt wants a str
    return "data:image/png;base64," + b64encode(buffer.data().data()).decode("ascii")


def _draw_group(painter: QPainter, group: Sequence[BriefChange], top: float) -> None:
    sizes = [min(max(_size(change), -_MOST_PERCENT), _MOST_PERCENT) for change in group]
    low, high = min(0.0, *sizes), max(0.0, *sizes)
    left, right = WIDTH * _NAME + 2 * _DOT, WIDTH * (1 - _VALUE) - 3 * _DOT
    step = (right - left) / ((high - low) or 1.0)
    zero = left - low * step
    painter.setPen(QPen(_SOFT, 0.8))
    painter.drawLine(QPointF(zero, top + 2), QPointF(zero, top + len(group) * _ROW - 2))
    for number, (change, size) in enumerate(zip(group, sizes, strict=True)):
        middle = top + (number + 0.5) * _ROW
        _draw_words(painter, change, middle)
        _draw_dots(painter, QPointF(zero, middle), QPointF(zero + size * step, middle), abs(_size(change)) > abs(size))


def _size(change: BriefChange) -> float:
    return change.percent if change.percent is not None else change.points or 0.0


def _draw_words(painter: QPainter, change: BriefChange, middle: float) -> None:
    painter.setPen(_INK)
    metrics = QFontMetricsF(painter.font())
    name = change.name[:1].upper() + change.name[1:]
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, WIDTH * _NAME - _DOT)
    across = Qt.AlignmentFlag.AlignVCenter
    box = QRectF(0, middle - _ROW / 2, WIDTH * _NAME, _ROW)
    painter.drawText(box, across | Qt.AlignmentFlag.AlignLeft, shown)
    box = QRectF(WIDTH * (1 - _VALUE), middle - _ROW / 2, WIDTH * _VALUE, _ROW)
    value = metrics.elidedText(change.share, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, across | Qt.AlignmentFlag.AlignRight, value)


def _draw_dots(painter: QPainter, before: QPointF, after: QPointF, beyond: bool) -> None:
    painter.setPen(QPen(_INK, 1.6))
    painter.drawLine(before, after)
    painter.setPen(QPen(_INK, 1.2))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(before, _DOT, _DOT)
    painter.setBrush(_INK)
    if beyond:
        way = _DOT if after.x() >= before.x() else -_DOT
        tip = QPointF(after.x() + 2 * way, after.y())
        painter.drawPolygon([tip, QPointF(after.x(), after.y() - _DOT), QPointF(after.x(), after.y() + _DOT)])
    else:
        painter.drawEllipse(after, _DOT, _DOT)
