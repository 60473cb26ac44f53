"""Sections by years: where each stands, how long it is, how much it changed; a cell opens its pair of years."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from db.comparison.matrix import Elsewhere, Matrix, MatrixCell, MatrixRow
from db.model import Report, Section
from desktop.languages import translate
from desktop.themes import Themes
from desktop.widgets.painting import line_of
from desktop.widgets.plain_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
GAP = int(CELL) + 1
INTO, OUT_OF = "⇇", "⇉"


@dataclass(frozen=True, slots=True)
class Years:
    """A matrix with the reports of its columns, oldest first."""

    reports: tuple[Report, ...]
    matrix: Matrix


class MatrixModel(QAbstractTableModel):
    """Sections down, years across."""

    def __init__(self) -> None:
        super().__init__()
        self._years: Years | None = None
        self.longest = 1

    def show(self, years: Years) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._years = years
        lengths = [cell.letters for row in years.matrix.rows for cell in row.cells if cell is not None]
        self.longest = max(lengths, default=1) or 1
        self.endResetModel()

    def cell(self, index: Index) -> MatrixCell | None:
        """Return what stands in a cell; None where the report has no such section."""
        if self._years is None or not index.isValid():
            return None
        return self._years.matrix.rows[index.row()].cells[index.column()]

    def elsewhere(self, index: Index) -> Elsewhere | None:
        """Return where the words of an empty cell stand; None where they are nowhere."""
        if self._years is None or not index.isValid():
            return None
        gaps = self.row(index).elsewhere
        return gaps[index.column()] if gaps else None

    def row(self, index: Index) -> MatrixRow:
        """Return the row of a valid index."""
        assert self._years is not None
        return self._years.matrix.rows[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._years is None else len(self._years.matrix.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._years is None else len(self._years.reports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return said(cell, self.elsewhere(index)) if index.isValid() else None
        if role == Qt.ItemDataRole.ToolTipRole:
            gap = self.elsewhere(index)
            text = _name(cell.section) if cell is not None else gap_words(gap) if gap is not None else ""
            return plain_tip(text) or None
        if role == GAP:
            return self.elsewhere(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._years is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            data = self._years.reports[section].data
            return data.period or str(data.year or "?")
        row = self._years.matrix.rows[section]
        newest = next(cell for cell in reversed(row.cells) if cell is not None)
        return "   " * (row.level - 1) + f"{newest.section.marker} {row.title or newest.section.opening}".strip()


def said(cell: MatrixCell | None, gap: Elsewhere | None = None) -> str:
    """Return what a cell says: how many sentences, and how many changes since the year before."""
    if cell is None:
        return gap_words(gap) if gap is not None else translate("Comparison", "none")
    text = translate("Comparison", "{n} sentences").format(n=cell.sentences)
    return f"{text} · Δ{cell.differences}" if cell.differences else text


def gap_words(gap: Elsewhere) -> str:
    """Return where the words of a section stand in a year that has no such section."""
    if gap.kind == "merged":
        return translate("Comparison", "merged into {section}").format(section=_name(gap.section))
    return translate("Comparison", "still within {section}").format(section=_name(gap.section))


def _name(section: Section) -> str:
    return f"{section.marker} {section.title or section.opening}".strip()


class MatrixDelegate(QStyledItemDelegate):
    """Paints a bar as long as the section is, and the number of changes behind it."""

    def __init__(self, themes: Themes, model: MatrixModel) -> None:
        super().__init__()
        self._themes = themes
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        unit = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(unit * 8, unit * 7 // 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme = line_of(option), self._themes.current
        cell: MatrixCell | None = index.data(CELL)
        unit = QFontMetrics(line.font).lineSpacing()
        area = QRectF(line.rect).adjusted(unit * 0.4, unit * 0.25, -unit * 0.4, -unit * 0.25)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(line.font)
        if line.chosen:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(area.adjusted(-3, -1, 3, 1), 5, 5)
        if cell is None:
            painter.setPen(QColor(theme.line_strong))
            self._gap(painter, line.font, area, index.data(GAP))
        else:
            self._bar(painter, area, cell, unit)
        painter.restore()

    def _gap(self, painter: QPainter, font: QFont, area: QRectF, gap: Elsewhere | None) -> None:
        """Say what an empty cell is: nowhere, or within another section."""
        words = "—"
        if gap is not None:
            painter.setPen(QColor(self._themes.current.ink_soft))
            words = f"{INTO if gap.kind == 'merged' else OUT_OF} {gap_words(gap)}"
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _bar(self, painter: QPainter, area: QRectF, cell: MatrixCell, unit: int) -> None:
        theme = self._themes.current
        share = (cell.letters / self._model.longest) ** 0.5  # the root keeps short sections visible beside long ones
        room = area.width() - unit * 3.2
        bar = QRectF(area.left(), area.center().y() - unit * 0.28, max(3.0, room * share), unit * 0.56)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.added if cell.kind == "new" else theme.live))
        painter.drawRoundedRect(bar, 3, 3)
        text = "+" if cell.kind == "new" else f"Δ{cell.differences}" if cell.differences else ""
        painter.setPen(QColor(theme.ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


class MatrixView(QTableView):
    """The matrix as a table. `pair_requested` gives the column of the newer year and the id of its section."""

    pair_requested = Signal(int, int)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._model = MatrixModel()
        self.setModel(self._model)
        self.setItemDelegate(MatrixDelegate(themes, self._model))
        self.setObjectName("matrix")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        unit = QFontMetrics(self.font()).lineSpacing()
        self.verticalHeader().setFixedWidth(unit * 24)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(unit * 7 // 4)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._ask)

    def show_years(self, years: Years) -> None:
        """Show a matrix."""
        self._model.show(years)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        cell, gap = self._model.cell(index), self._model.elsewhere(index)
        if cell is None and gap is None:
            return
        column = gap.newer if gap is not None else max(index.column(), 1)
        newer = self._model.cell(index.siblingAtColumn(column))
        there = self._model.elsewhere(index.siblingAtColumn(column))
        right = gap.right if gap is not None else newer.section.id if newer else there.right if there else 0
        self.pair_requested.emit(column, right)
