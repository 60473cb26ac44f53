"""A page of few words in the middle of a window: a drawing, lines under one another, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop.icons import icon


def centred(
    owner: QWidget, drawing: str, lines: Sequence[QWidget], buttons: QLayout, below: Sequence[QWidget] = ()
) -> QWidget:
    """Return a widget for the window `owner`, a little above its middle and at most 46 lines' heights wide."""
    unit = QFontMetrics(owner.font()).height()
    sign = QLabel()
    sign.setPixmap(icon(drawing).pixmap(QSize(unit * 3, unit * 3), owner.devicePixelRatioF()))
    page = QWidget()
    page.setMaximumWidth(unit * 46)
    column = QVBoxLayout(page)
    column.setSpacing(unit * 2 // 3)
    column.addStretch(1)
    for widget in (sign, *lines):
        widget.setMinimumWidth(unit * 10)
        column.addWidget(widget)
    column.addSpacing(unit // 2)
    column.addLayout(buttons)
    for widget in below:
        column.addWidget(widget)
    column.addStretch(2)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.addStretch(1)
    row.addWidget(page, 8)
    row.addStretch(1)
    return whole
