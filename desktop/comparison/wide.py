"""One table through the years: a line for each of its rows, a column for each report's; a cell opens its source."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QTableView, QVBoxLayout, QWidget

from db.comparison.merging import MergedCell, TableOverYears
from db.model import Report
from desktop.languages import translate
from desktop.session import Destination
from desktop.widgets.plain_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class WideTables:
    """The tables found with the reports they are of, oldest first."""

    reports: tuple[Report, ...]
    tables: list[TableOverYears]


class WideModel(QAbstractTableModel):
    """One merged table, read-only."""

    def __init__(self) -> None:
        super().__init__()
        self._found: WideTables | None = None
        self._shown: TableOverYears | None = None

    def show(self, found: WideTables, table: TableOverYears | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._found, self._shown = found, table
        self.endResetModel()

    def report(self, number: int) -> Report | None:
        """Return the report that the table's own report `number` is."""
        if self._found is None or self._shown is None:
            return None
        return self._found.reports[self._shown.reports[number]]

    def cell(self, index: Index) -> MergedCell | None:
        """Return what stands in a cell; None where the report says nothing."""
        if self._shown is None or not index.isValid():
            return None
        return self._shown.table.rows[index.row()].cells[index.column()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._shown is None else len(self._shown.table.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._shown is None else len(self._shown.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text if cell else "—"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell and cell.value is not None else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._shown is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            column = self._shown.table.columns[section]
            source = translate("Comparison", "Report {year}").format(year=_name(self.report(column.report)))
            return plain_tip("\n".join((*column.header.split(" / "), source)))
        row = self._shown.table.rows[section]
        label = f"{row.label} ({row.unit})" if row.unit else row.label
        if row.unmatched and role == Qt.ItemDataRole.ToolTipRole:
            label += "\n" + translate("Comparison", "Only one report has this line.")
        return plain_tip(label)


class WideView(QWidget):
    """Lets one choose a table and shows it. `destination_requested` is where a cell stands in its report."""

    destination_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found: WideTables | None = None
        self.model = WideModel()
        self.choice = QComboBox()
        self.nothing = QLabel()
        self.nothing.setObjectName("emptyTitle")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = _Grid()
        self.table.setObjectName("matrix")
        self.table.setModel(self.model)
        unit = QFontMetrics(self.font()).lineSpacing()
        self.table.verticalHeader().setFixedWidth(unit * 22)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setDefaultSectionSize(unit * 10)
        self.table.opened.connect(self._open)
        self.choice.currentIndexChanged.connect(lambda _row: self._show())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nothing, 1)
        self._retranslate()

    def show_tables(self, found: WideTables) -> None:
        """Show the tables of several years, the first one at once."""
        self._found = found
        self.choice.blockSignals(True)
        self.choice.clear()
        for number, one in enumerate(found.tables, start=1):
            years = ", ".join(_name(found.reports[report]) for report in one.reports)
            self.choice.addItem(f"{one.caption or number} · {years}")
        self.choice.blockSignals(False)
        for part, there in ((self.choice, True), (self.table, True), (self.nothing, False)):
            part.setVisible(there == bool(found.tables))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._found is not None:
            row = self.choice.currentIndex()
            self.model.show(self._found, self._found.tables[row] if row >= 0 else None)

    def _open(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        report = self.model.report(cell.report) if cell else None
        if cell is not None and report is not None:
            self.destination_requested.emit(Destination(report.id, place=cell.place))

    def _retranslate(self) -> None:
        self.nothing.setText(self.tr("No table stands in two of these reports."))
        self.choice.setAccessibleName(self.tr("Table"))
        self.table.setAccessibleName(self.tr("The table through the years"))


class _Grid(QTableView):
    """A table whose cells are opened by a double click or Enter."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _name(report: Report | None) -> str:
    return (report.data.period or str(report.data.year or "?")) if report else "?"
