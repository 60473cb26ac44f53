"""The palette: one field, one list. It finds commands, reports and places of a report by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.widgets.rows import ROW, RowsList

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = ROW
ROWS = 11
"""How many entries are in view at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: its words, what stands behind them in grey, its key, and what it does."""

    text: str
    run: Callable[[], None]
    detail: str = ""
    keys: str = ""
    icon: str = ""


Find = Callable[[str], list[Entry]]
"""Gives the entries for what is typed, the best first."""


class EntryModel(RowsList[Entry]):
    """The entries found."""

    def words(self, row: Entry) -> str:
        return row.text

    def spoken(self, row: Entry) -> str:
        return ", ".join(part for part in (row.text, row.detail, row.keys) if part)


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, words, detail in grey, key at the right.

    The option is Any: the stubs of PySide6 leave out its fields.
    """

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() * 2)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        metrics = QFontMetrics(option.font)
        unit = metrics.height()
        area = option.rect.adjusted(unit * 2 // 3, 0, -unit * 2 // 3, 0)
        painter.save()
        painter.setFont(option.font)
        area = self._draw_keys(painter, option, area, entry)
        if entry.icon:
            box = QRect(area.left(), area.center().y() - unit // 2, unit, unit)
            icon(entry.icon).paint(painter, box)
        area.setLeft(area.left() + unit * 3 // 2)
        _write(painter, area, entry.text, option.palette.color(QPalette.ColorRole.Text))
        used = metrics.horizontalAdvance(entry.text) + unit
        if used < area.width() - unit:
            area.setLeft(area.left() + used)
            _write(painter, area, entry.detail, _soft())
        painter.restore()

    def _draw_keys(self, painter: QPainter, option: Any, area: QRect, entry: Entry) -> QRect:
        """Draw the key and return what room is left of it."""
        width = QFontMetrics(option.font).horizontalAdvance(entry.keys)
        keys = QRect(area.right() - width, area.top(), width + 1, area.height())
        _write(painter, keys, entry.keys, _soft())
        return QRect(area.left(), area.top(), area.width() - width - (20 if width else 0), area.height())


def _soft() -> QColor:
    """Return the ink of secondary words; the style sheet makes that of a view fainter than can be read."""
    return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)


def _write(painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Palette(QFrame):
    """Floats over the window's top; Esc or a click elsewhere closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._find: Find = lambda _typed: []
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._run())
        self.hide()

    def open(self, hint: str, find: Find) -> None:
        """Show the field, empty, with `hint` in it; `find` answers to what is typed."""
        self._find = find
        self._before = self.window().focusWidget()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list.setAccessibleName(hint)
        self.field.clear()
        self._search("")
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def again(self) -> None:
        """Ask once more for what is typed: there is more to be found now."""
        if self.isVisible():
            row = self.list.currentIndex().row()
            self._search(self.field.text())
            self._choose(row)

    def close_palette(self) -> None:
        """Hide, and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def place(self) -> None:
        """Take the middle of the window's upper part, as wide as words need."""
        window = self.window()
        unit = QFontMetrics(self.font()).height()
        width = min(unit * 38, window.width() - unit * 2)
        rows = min(ROWS, max(self.model.rowCount(), 1))
        height = min(
            self.field.sizeHint().height() + 20 + unit // 2 + rows * self._row_height(), window.height() - unit * 5
        )
        self.setGeometry((window.width() - width) // 2, unit * 4, width, height)

    def _row_height(self) -> int:
        return max(self.list.sizeHintForRow(0), QFontMetrics(self.font()).height() * 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self.hide()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        """Answer to the keys that belong to the list; every other one is the field's."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key in steps:
            self._choose(self.list.currentIndex().row() + steps[Qt.Key(key)])
        else:
            return False
        return True

    def _choose(self, row: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), last)))

    def _search(self, typed: str) -> None:
        self.model.show(list(self._find(typed)))
        self._choose(0)
        self.place()

    def _run(self) -> None:
        entry: Entry | None = self.list.currentIndex().data(ENTRY)
        if entry is not None:
            self.close_palette()
            entry.run()
