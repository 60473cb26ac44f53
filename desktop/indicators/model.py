"""The indicators of the library as a list, grouped by field, each with its small curve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from db.vietnamese.folding import fold
from desktop.indicators.drawing import Drawn

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator with its series; or, with `shown` None, the heading of a group."""

    name: str
    group: str
    shown: Drawn | None = None


class IndicatorModel(QAbstractListModel):
    """Headings of groups and the indicators below them."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Entry] = []
        self._rows: list[Entry] = []
        self._typed = ""
        self._group = ""

    def show(self, entries: Iterable[Entry]) -> None:
        """Show these indicators, in the order given; they must come group by group."""
        self._all = list(entries)
        self._arrange()

    def filter(self, typed: str, group: str = "") -> None:
        """Keep the indicators in whose name every typed word stands, diacritics or not; of one group if it is named."""
        self._typed, self._group = typed, group
        self._arrange()

    def entry(self, index: Index) -> Entry | None:
        """Return the entry of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, indicator: str, unit: str = "") -> int:
        """Return the row of an indicator's id (and unit, where it is given); -1 where it is not shown."""
        for row, entry in enumerate(self._rows):
            series = entry.shown.series if entry.shown is not None else None
            if series is not None and series.indicator == indicator and unit in ("", series.unit):
                return row
        return -1

    def first(self) -> int:
        """Return the row of the first indicator; -1 where there is none."""
        return next((row for row, entry in enumerate(self._rows) if entry.shown is not None), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        if entry.shown is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _arrange(self) -> None:
        words = fold(self._typed).split()
        self.beginResetModel()
        self._rows = []
        group = None
        for entry in self._all:
            if self._group not in ("", entry.group) or not all(word in fold(entry.name) for word in words):
                continue
            if entry.group != group:
                group = entry.group
                self._rows.append(Entry(group, group))
            self._rows.append(entry)
        self.endResetModel()
