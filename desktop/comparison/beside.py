"""How the parts of a comparison are set beside each other: contents, both texts, figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_NARROWEST = 11


def beside(*panes: tuple[QWidget, int]) -> QSplitter:
    """Return panes beside each other, each with its usual width in lines' heights; the second takes what is left."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName("airy")
    unit = QFontMetrics(split.font()).height()
    for pane, width in panes:
        split.addWidget(pane)
        pane.setMinimumWidth(unit * min(width, _NARROWEST))
    split.setSizes([unit * width for _, width in panes])
    split.setStretchFactor(1, 1)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(unit // 2)
    return split


def below(title: QWidget, pane: QWidget) -> QWidget:
    """Return a pane under its title."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(title)
    column.addWidget(pane, 1)
    return both
