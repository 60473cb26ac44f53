"""The list of all tables: reports as headings, below each its tables and the figures of its text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import icon
from desktop.tables.entries import FIGURES, NOTES, REPORT, TABLE, Entry, filtered
from desktop.tables.words import detail_of, title_of
from desktop.themes import Themes
from desktop.widgets.painting import line_of

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole
_SIGNS = {FIGURES: "hash", NOTES: "message-square-quote"}


class TableList(QAbstractListModel):
    """Model of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Entry] = []
        self._rows: list[Entry] = []
        self._typed = ""

    def show(self, entries: list[Entry]) -> None:
        """Show these entries."""
        self._all = entries
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Keep the entries that carry all typed words."""
        self._typed = typed
        self.beginResetModel()
        self._rows = filtered(self._all, typed)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, None for a row that is not there."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: tuple[str, int, int]) -> int:
        """Return where an entry stands; -1 where it does not."""
        return next((row for row, entry in enumerate(self._rows) if entry.key == key), -1)

    def of_report(self, report_id: int) -> int:
        """Return the row of a report's first table (its heading where it has nothing); -1 for an unknown report."""
        rows = [row for row, entry in enumerate(self._rows) if entry.report.id == report_id]
        return next((row for row in rows if self._rows[row].kind != REPORT), rows[0] if rows else -1)

    def tables(self) -> int:
        """Return how many tables are in the list."""
        return sum(entry.kind == TABLE for entry in self._rows)

    def tables_of(self, report_id: int) -> list[Entry]:
        """Return the tables of a report, whatever the filter hides."""
        return [entry for entry in self._all if entry.kind == TABLE and entry.report.id == report_id]

    def reports(self) -> list[Entry]:
        """Return the headings of all reports, in the order of the list."""
        return [entry for entry in self._all if entry.kind == REPORT]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title if entry.kind == REPORT else title_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.title if entry.kind == REPORT else f"{title_of(entry)}, {detail_of(entry)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        # A heading is chosen to see that its report has no table at all.
        if entry.kind == REPORT and self._has_more(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _has_more(self, row: int) -> bool:
        after = self.entry(row + 1)
        return after is not None and after.kind != REPORT


class TableRow(QStyledItemDelegate):
    """Two lines per table, a bold line per report."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        unit = QFontMetrics(line_of(option).font).height()
        entry = index.data(ENTRY)
        is_heading = isinstance(entry, Entry) and entry.kind == REPORT
        return QSize(unit * 8, unit * 9 // 5 if is_heading else unit * 14 // 5)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        line, theme = line_of(option), self._themes.current
        unit = QFontMetrics(line.font).height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = line.rect.adjusted(2, 1, -2, -1)
        if line.chosen or (line.over and entry.kind != REPORT):
            painter.setPen(QPen(QColor(theme.focus), 2) if line.chosen and line.focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(place, unit * 0.3, unit * 0.3)
        if entry.kind == REPORT:
            self._heading(painter, entry, line.font, place.adjusted(unit // 3, 0, -unit // 3, 0))
        else:
            self._lines(painter, entry, line.font, place.adjusted(unit // 2, unit // 5, -unit // 3, -unit // 5))
        painter.restore()

    def _heading(self, painter: QPainter, entry: Entry, font: QFont, place: QRect) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self._themes.current.ink_soft))
        text = QFontMetrics(bold).elidedText(entry.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _lines(self, painter: QPainter, entry: Entry, font: QFont, place: QRect) -> None:
        theme = self._themes.current
        metrics = QFontMetrics(font)
        side = metrics.height()
        name = _SIGNS.get(entry.kind, "table-2")
        drawing = QRect(place.left(), place.top() + side // 6, side * 5 // 6, side * 5 // 6)
        icon(name, theme.accent if entry.kind in _SIGNS else theme.ink_soft).paint(painter, drawing)
        left = place.adjusted(side * 13 // 10, 0, 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(left, flags, metrics.elidedText(title_of(entry), Qt.TextElideMode.ElideRight, left.width()))
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(QColor(theme.ink_soft))
        below = QFontMetrics(small).elidedText(detail_of(entry), Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, below)
