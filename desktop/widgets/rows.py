"""Qt models of rows that are shown whole: a list, and a table whose columns have a head and a side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.languages import translate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives the row itself."""
T = TypeVar("T")

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsList(QAbstractListModel, Generic[T]):
    """Lines under one another. `words` says what a line reads, `spoken` and `tip` what is told of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[T] = ()

    def show(self, rows: Sequence[T]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def words(self, row: T) -> str:
        """Return what is read of a row."""
        raise NotImplementedError

    def spoken(self, row: T) -> str:
        """Return what a screen reader says of a row."""
        return self.words(row)

    def tip(self, row: T) -> str:
        """Return the tool-tip of a row, "" for none."""
        del row
        return ""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row) or None
        return row if role == ROW else None


class RowsTable(QAbstractTableModel, Generic[T]):
    """Rows of words under heads; `cells` says what stands in the columns of a row.

    `heads` are the English words of the heads in the translations' `context`; the columns of `numbers` stand right.
    """

    def __init__(self, context: str, heads: Sequence[str], numbers: Collection[int] = ()) -> None:
        super().__init__()
        self.rows: Sequence[T] = ()
        self._context = context
        self._heads = heads
        self._numbers = numbers

    def show(self, rows: Sequence[T]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def cells(self, row: T) -> tuple[str, ...]:
        """Return the words of a row, one for each head."""
        raise NotImplementedError

    def heads(self) -> list[str]:
        """Return the heads in the language in force."""
        return [translate(self._context, head) for head in self._heads]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate(self._context, self._heads[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return self.cells(row)[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if column in self._numbers else _LEFT
