"""A layout that sets widgets one after another and breaks into a new row where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """As words on a page. `gap` is the room between widgets, in pixels."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._spring = -1
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() + self._gap for size in sizes) - self._gap if sizes else 0
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def add_spring(self) -> None:
        """Push what is added from here on to the right end of its row."""
        self._spring = len(self._items)

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Set the rows, or only measure them; return their height."""
        y = rect.y()
        for row in self._rows(rect.width()):
            tall = max(size.height() for _place, _item, size in row)
            spare = rect.width() - sum(size.width() for _place, _item, size in row) - self._gap * (len(row) - 1)
            x = rect.x()
            pushed = next((place for place, _item, _size in row if 0 <= self._spring <= place), -1)
            for place, item, size in row:
                if place == pushed:
                    x += max(0, spare)
                if move:
                    wide = min(size.width(), rect.width())
                    item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), QSize(wide, size.height())))
                x += size.width() + self._gap
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _rows(self, width: int) -> list[list[tuple[int, QLayoutItem, QSize]]]:
        """Return the rows of items with their places among all and their sizes."""
        rows: list[list[tuple[int, QLayoutItem, QSize]]] = []
        x = 0
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((place, item, size))
            x += size.width() + self._gap
        return rows


class EvenLayout(FlowLayout):
    """Widgets of one width in rows: `most` beside each other, or fewer where their words have no room."""

    def __init__(self, gap: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._most = most

    def _arrange(self, rect: QRect, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        sizes = [item.sizeHint() for item in shown]
        widest, tall = max(size.width() for size in sizes), max(size.height() for size in sizes)
        across = max(1, min(self._most, (rect.width() + self._gap) // (widest + self._gap)))
        wide = (rect.width() - self._gap * (across - 1)) // across
        for at, item in enumerate(shown if move else ()):
            row, column = divmod(at, across)
            place = QPoint(rect.x() + column * (wide + self._gap), rect.y() + row * (tall + self._gap))
            item.setGeometry(QRect(place, QSize(wide, tall)))
        return -(-len(shown) // across) * (tall + self._gap) - self._gap
