"""The basket on the screen: boxes, order by drag or arrows, taking out, setting years side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.export.basket import BasketItem
from desktop.exporting.basket import Basket, mergeable
from desktop.icons import icon
from desktop.notices import plain_label
from desktop.widgets.flow import FlowLayout
from desktop.widgets.plain_tips import plain_tip

_ITEM = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """Takes entries out with Del."""

    removal_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
            return
        super().keyPressEvent(event)


class BasketList(QWidget):
    """Shows and changes a Basket. `tables_requested` asks for the view to choose more in; `picked` tells a row."""

    tables_requested = Signal()
    picked = Signal(int)

    def __init__(self, basket: Basket, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._basket = basket
        self._showing = False
        self.title = plain_label("heading")
        self.list = _List()
        self.up, self.down = QToolButton(), QToolButton()
        self.remove_button, self.merge_button, self.more_button = QPushButton(), QPushButton(), QPushButton()
        self._place()
        self._connect()
        self.show_basket()
        self._retranslate()

    def show_basket(self) -> None:
        """Show what the basket holds; the chosen rows stay chosen."""
        now = self.list.currentRow()
        self._showing = True
        self.list.clear()
        for item in self._basket.items():
            row = QListWidgetItem(item.title)
            row.setData(_ITEM, item)
            row.setToolTip(plain_tip(item.title))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            row.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if item.chosen else Qt.CheckState.Unchecked)
            self.list.addItem(row)
        self._showing = False
        self.list.setCurrentRow(min(max(now, 0), self.list.count() - 1))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _rows(self) -> list[int]:
        return sorted(self.list.row(item) for item in self.list.selectedItems())

    def _items(self) -> list[BasketItem]:
        return [self.list.item(row).data(_ITEM) for row in range(self.list.count())]

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0:
            to = self._basket.move(row, by)
            self.list.setCurrentRow(to)

    def _moved(self) -> None:
        """Take the order that a drag made."""
        if not self._showing:
            self._basket.put(self._items())

    def _checked(self, row: QListWidgetItem) -> None:
        if not self._showing:
            self._basket.choose(self.list.row(row), row.checkState() == Qt.CheckState.Checked)

    def _merge(self) -> None:
        rows = self._rows()
        made = mergeable(self._basket.items()[row] for row in rows)
        if made is not None:
            kept = [item for at, item in enumerate(self._basket.items()) if at not in rows]
            kept.insert(rows[0], made)
            self._basket.put(kept)

    def _tell(self) -> None:
        rows = self._rows()
        self.up.setEnabled(self.list.currentRow() > 0)
        self.down.setEnabled(0 <= self.list.currentRow() < self.list.count() - 1)
        self.remove_button.setEnabled(bool(rows))
        items = self._basket.items()
        self.merge_button.setEnabled(mergeable(items[row] for row in rows if row < len(items)) is not None)
        self.title.setText(self._title())

    def _title(self) -> str:
        text = self.tr("Basket ({n})") if self._basket.kept else self.tr("To be exported ({n})")
        return text.format(n=len(self._basket.items()))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up.setIcon(icon("arrow-up"))
        self.down.setIcon(icon("arrow-down"))
        row = FlowLayout(unit // 4)
        for tool in (self.up, self.down):
            tool.setIconSize(QSize(unit, unit))
            row.addWidget(tool)
        for button in (self.remove_button, self.merge_button):
            button.setObjectName("link")
            row.addWidget(button)
        row.add_spring()
        self.more_button.setObjectName("link")
        row.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._basket.changed.connect(self.show_basket)
        self.list.itemChanged.connect(self._checked)
        self.list.model().rowsMoved.connect(lambda *_moved: self._moved())
        self.list.currentRowChanged.connect(self.picked)
        self.list.itemSelectionChanged.connect(self._tell)
        self.list.removal_asked.connect(lambda: self._basket.remove(self._rows()))
        self.up.clicked.connect(lambda _on: self._move(-1))
        self.down.clicked.connect(lambda _on: self._move(1))
        self.remove_button.clicked.connect(lambda _on: self._basket.remove(self._rows()))
        self.merge_button.clicked.connect(lambda _on: self._merge())
        self.more_button.clicked.connect(lambda _on: self.tables_requested.emit())

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("What goes out, in this order"))
        for tool, name in ((self.up, self.tr("Move up")), (self.down, self.tr("Move down"))):
            tool.setToolTip(name)
            tool.setAccessibleName(name)
        self.remove_button.setText(self.tr("Take out"))
        self.merge_button.setText(self.tr("Side by side"))
        self.merge_button.setToolTip(self.tr("Set the chosen tables of several years side by side"))
        self.more_button.setText(self.tr("Choose tables…"))
        self._tell()
