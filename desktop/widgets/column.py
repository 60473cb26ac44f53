"""A column of cards that scrolls: as wide as it is given, as tall as its wrapped words need."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.roomy import Roomy


class CardColumn(Roomy):
    """Cards from top to bottom, added by `add` and taken away by `clear`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self.cards: list[QWidget] = []
        self._column = QVBoxLayout(inside)
        unit = QFontMetrics(self.font()).height()
        self._column.setContentsMargins(0, 0, unit // 2, 0)
        self._column.setSpacing(unit // 2)
        self._column.addStretch(1)

    def add(self, card: QWidget) -> None:
        """Put a card below the others."""
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        self.settle()

    def clear(self) -> None:
        """Take every card away."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.settle()
