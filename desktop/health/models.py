"""The tables of the health page as Qt models."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from db.vietnamese.writing import written
from desktop.health.counting import Item, ReportHealth
from desktop.languages import tr_noop, translate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEADS = (
    tr_noop("Health", "Report"),
    tr_noop("Health", "Issuer"),
    tr_noop("Health", "Sections"),
    tr_noop("Health", "Notes with their mark"),
    tr_noop("Health", "Tables"),
    tr_noop("Health", "Figures"),
    tr_noop("Health", "Numbers used"),
    tr_noop("Health", "To look at"),
)


class ReportsModel(QAbstractTableModel):
    """One line per report, and one per missing year."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ReportHealth | int] = []

    def show(self, reports: Sequence[ReportHealth], missing: Sequence[int]) -> None:
        """Show these reports, the newest first, and the years without one among them."""
        self.beginResetModel()
        keyed = [(one.report.data.year or 0, one) for one in reports]
        rows: list[tuple[int, ReportHealth | int]] = [*keyed, *((year, year) for year in missing)]
        self.rows = [row for _, row in sorted(rows, key=lambda pair: -pair[0])]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Health", HEADS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        return _cells(row)[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def _cells(row: ReportHealth | int) -> tuple[str, ...]:
    if isinstance(row, int):
        return (str(row), translate("Health", "no report"), "", "", "", "", "", "")
    data = row.report.data
    return (
        data.period or str(data.year or row.report.source.name),
        data.issuer,
        str(row.sections),
        f"{row.linked}/{row.notes}",
        str(row.tables),
        str(row.figures),
        f"{written(row.share * 100, 1)}%",
        str(row.open),
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column > 1 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class ItemsModel(QAbstractListModel):
    """The lines of one list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Item] = ()

    def show(self, rows: Sequence[Item]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.text}\n{row.detail}"
        return row if role == Qt.ItemDataRole.UserRole else None
