"""The shelf as Qt models: a list with sortable columns, and a grid of issuers by years."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from db.model import Report
from desktop.languages import QT_TRANSLATE_NOOP, REPORT_NUMBERS, translate
from desktop.shelf.volumes import SORT_KEYS, Row, Volume, rows_of, years_of

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
VOLUMES = Qt.ItemDataRole.UserRole

HEADINGS = {
    "year": QT_TRANSLATE_NOOP("Shelf", "Year"),
    "issuer": QT_TRANSLATE_NOOP("Shelf", "Issuer"),
    "title": QT_TRANSLATE_NOOP("Shelf", "Title"),
    "number": QT_TRANSLATE_NOOP("Shelf", "Number"),
    "date": QT_TRANSLATE_NOOP("Shelf", "Date"),
    "sections": QT_TRANSLATE_NOOP("Shelf", "Sections"),
    "notes": QT_TRANSLATE_NOOP("Shelf", "Notes"),
    "tables": QT_TRANSLATE_NOOP("Shelf", "Tables"),
    "figures": QT_TRANSLATE_NOOP("Shelf", "Figures"),
    "imported": QT_TRANSLATE_NOOP("Shelf", "Imported"),
}
COLUMNS = tuple(HEADINGS)
COUNTED = ("sections", "notes", "tables", "figures")
NUMBERS = ("year", *COUNTED)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def words(text: str) -> str:
    """Return the interface's words for `text` in the language in force."""
    return QCoreApplication.translate("Shelf", text)


def vietnamese_date(iso: str) -> str:
    """Return an ISO date (or moment) as dd/mm/yyyy; other text unchanged."""
    year, month, day = iso[:4], iso[5:7], iso[8:10]
    return f"{day}/{month}/{year}" if len(iso) >= 10 and iso[4] == iso[7] == "-" else iso


class ListModel(QAbstractTableModel):
    """One row per report. Sorting happens here, over plain rows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Volume] = []
        self._order: tuple[str, bool] = ("year", True)

    def show(self, volumes: list[Volume]) -> None:
        """Show these volumes, in the order in force."""
        self._arrange(volumes)

    def volume(self, index: Index) -> Volume | None:
        """Return the volume of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def row_of(self, report_id: int) -> int:
        """Return the row of a report; -1 if it is not shown."""
        return next((row for row, volume in enumerate(self._shown) if volume.id == report_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS):
            self._order = (COLUMNS[column], order == Qt.SortOrder.DescendingOrder)
            self._arrange(sorted(self._shown, key=lambda volume: volume.id))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        volume = self.volume(index)
        if volume is None:
            return None
        name = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(volume, name)
        if role == Qt.ItemDataRole.TextAlignmentRole and name in NUMBERS:
            return RIGHT
        if role == VOLUMES:
            return (volume,)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section < len(COLUMNS):
            return words(HEADINGS[COLUMNS[section]])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if COLUMNS[section] in NUMBERS else LEFT
        return None

    def _arrange(self, volumes: list[Volume]) -> None:
        name, falling = self._order
        key = SORT_KEYS[name]
        self.beginResetModel()
        self._shown = sorted(volumes, key=key, reverse=falling)  # type: ignore[arg-type]  # each key compares with itself
        self.endResetModel()


class GridModel(QAbstractTableModel):
    """Issuers down, years across; a year without a report is an empty cell that says so."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._years: list[int | None] = []
        self._picked: set[int] = set()

    def pick(self, index: Index, report_id: int) -> None:
        """Let one of the versions in a cell stand for it."""
        self._picked -= {volume.id for volume in self.volumes(index)}
        self._picked.add(report_id)
        self.dataChanged.emit(index, index)

    def show(self, volumes: list[Volume]) -> None:
        """Show these volumes."""
        self.beginResetModel()
        self._rows = rows_of(volumes)
        self._years = years_of(volumes)
        self.endResetModel()

    def volumes(self, index: Index) -> tuple[Volume, ...]:
        """Return the reports of a cell, oldest import first, the picked one last; () for an empty one."""
        if not index.isValid():
            return ()
        found = self._rows[index.row()].years.get(self._years[index.column()], ())
        return tuple(sorted(found, key=lambda volume: volume.id in self._picked))

    def index_of(self, report_id: int) -> QModelIndex:
        """Return the cell in which a report stands, or an invalid index."""
        for row, line in enumerate(self._rows):
            for year, found in line.years.items():
                if report_id in [volume.id for volume in found]:
                    return self.index(row, self._years.index(year))
        return QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._years)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.volumes(index)
        if role == VOLUMES:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            year = self._years[index.column()]
            return (
                title_of(found[-1].report) if found else translate("Shelf", "{year}: none yet").format(year=year or "?")
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.volumes(index):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            year = self._years[section] if section < len(self._years) else None
            return str(year) if year else translate("Shelf", "Year unknown")
        row = self._rows[section] if section < len(self._rows) else None
        return (row.issuer or translate("Shelf", "Issuer unknown")) if row else None


def title_of(report: Report) -> str:
    """Return a report's name for people: kind, year and issuer."""
    data = report.data
    return " ".join(
        part
        for part in (data.kind or translate("Shelf", "Report"), data.period or str(data.year or ""), "–", data.issuer)
        if part
    )


def _cell(volume: Volume, name: str) -> str:
    data = volume.report.data
    if name in COUNTED:
        return REPORT_NUMBERS.toString(getattr(volume.counts, name))
    if name == "year":
        return data.period or str(data.year or "")
    if name == "imported":
        return vietnamese_date(volume.report.imported_at)
    if name == "date":
        return vietnamese_date(data.date)
    return str(getattr(data, name))
