"""A column of cards that scrolls: as wide as it is given, as tall as its wrapped words need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class CardColumn(QScrollArea):
    """Cards from top to bottom, added by `add` and taken away by `clear`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.cards: list[QWidget] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        unit = QFontMetrics(self.font()).height()
        self._column.setContentsMargins(0, 0, unit // 2, 0)
        self._column.setSpacing(unit // 2)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)

    def add(self, card: QWidget) -> None:
        """Put a card below the others."""
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        self._settling.start()

    def clear(self) -> None:
        """Take every card away."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the height anew whenever something inside became taller or shorter."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._settling.start()
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject

    def _settle(self) -> None:
        # Words that wrap know their height only for a width; Qt asks them too early where the column was hidden.
        self._inside.setMinimumHeight(max(0, self._column.heightForWidth(self.viewport().width())))
