"""The list of indicators: a click shows one, a click on the box (or Ctrl, or Space) adds it to the chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.indicators.delegate import BOX
from desktop.indicators.model import ENTRY, Entry


class Picker(QListView):
    """Several rows can be chosen without a key held down."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen(self) -> list[Entry]:
        """Return the chosen entries, from top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        entries = [index.data(ENTRY) for index in rows]
        return [entry for entry in entries if isinstance(entry, Entry) and entry.shown is not None]

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Add or take away instead of choosing anew where the box is meant."""
        toggle = QItemSelectionModel.SelectionFlag.Toggle
        if isinstance(event, QMouseEvent) and index.isValid():
            in_box = event.position().x() < BOX * self.fontMetrics().height()
            pressed = event.type() == QEvent.Type.MouseButtonPress
            if in_box and event.button() == Qt.MouseButton.LeftButton:
                return toggle if pressed else QItemSelectionModel.SelectionFlag.NoUpdate
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return toggle
        return super().selectionCommand(index, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the selection as it is where the menu is asked for on a chosen row."""
        event.ignore()
