"""The list that a badge of the contents opens: as many lines as the badge counts, each a way to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.contents.holdings import Held
from desktop.widgets.plain_tips import plain_tip

_MOST_LINES = 14


class HeldList(QFrame):
    """A list over the window; Esc or a click beside it closes it."""

    chosen = Signal(object)

    def __init__(self, title: str, held: Sequence[Held], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("heldList")
        unit = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        heading = QLabel(title)
        heading.setObjectName("heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(heading)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in held:
            item = QListWidgetItem(one.words)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(plain_tip(one.words))
            self.list.addItem(item)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.setCurrentRow(0)
        column.addWidget(self.list)
        lines = min(max(len(held), 1), _MOST_LINES)
        self.list.setFixedHeight(lines * max(self.list.sizeHintForRow(0), unit) + unit)
        self.setFixedWidth(unit * 34)
        self.adjustSize()

    def open_at(self, point: QPoint) -> None:
        """Show it below a point of the screen, whole."""
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = max(room.top(), min(point.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        one = item.data(Qt.ItemDataRole.UserRole)
        if self.isVisible():
            self.close()
            self.chosen.emit(one)
