"""The table of what is drawn, as a Qt model; Enter on a row opens its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.amounts import point_value, state_of, state_words
from desktop.indicators.changes import Row, delta_words, rate_words
from desktop.languages import tr_noop, translate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEADS = (
    tr_noop("IndicatorTable", "Indicator"),
    tr_noop("IndicatorTable", "Year"),
    tr_noop("IndicatorTable", "Value"),
    tr_noop("IndicatorTable", "Unit"),
    tr_noop("IndicatorTable", "Δ"),
    tr_noop("IndicatorTable", "Δ %"),
    tr_noop("IndicatorTable", "State"),
    tr_noop("IndicatorTable", "Report"),
)
_NUMBERS = (1, 2, 4, 5)


class DrawnTable(QAbstractTableModel):
    """One line per point of the chart."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("IndicatorTable", HEADS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return self.cells(index.row())[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def cells(self, row: int) -> tuple[str, ...]:
        """Return the words of a line."""
        one = self.rows[row]
        point = one.point
        state = translate("IndicatorTable", "earlier report") if one.part == "older" else state_words(state_of(point))
        return (
            one.shown.series.name,
            str(point.year),
            point_value(point),
            one.shown.series.unit,
            delta_words(one),
            rate_words(one),
            state,
            str(point.report_year or ""),
        )

    def text(self) -> str:
        """Return the table with tabs between its columns, heads first, as one copies it."""
        heads = [translate("IndicatorTable", head) for head in HEADS]
        return "\n".join("\t".join(line) for line in (heads, *(self.cells(row) for row in range(len(self.rows)))))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
