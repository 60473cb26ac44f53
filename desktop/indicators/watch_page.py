"""The page of the watch list: one line per indicator with curve, newest value, change and target."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.indicators.delegate import sparkline
from desktop.indicators.watching import Line
from desktop.languages import tr_noop
from desktop.themes import Themes
from desktop.widgets.painting import line_of
from desktop.widgets.rows import Index, RowsTable

HEADS = (
    tr_noop("WatchList", "Indicator"),
    tr_noop("WatchList", "Course"),
    tr_noop("WatchList", "Newest value"),
    tr_noop("WatchList", "Against the year before"),
    tr_noop("WatchList", "Target"),
)
CURVE, TARGET = 1, 4


class WatchModel(RowsTable[Line]):
    """The lines of the watch list."""

    def __init__(self, themes: Themes) -> None:
        super().__init__("WatchList", HEADS)
        self._themes = themes

    def cells(self, row: Line) -> tuple[str, ...]:
        return (row.name, "", row.newest, row.change, row.target)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid() and index.column() == TARGET:
            theme, state = self._themes.current, self.rows[index.row()].state
            return {"good": QColor(theme.good), "bad": QColor(theme.warning)}.get(state)
        return super().data(index, role)


class CurveDelegate(QStyledItemDelegate):
    """Paints the small curve of a line."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        unit = QFontMetrics(line_of(option).font).height()
        return QSize(unit * 8, unit * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Line):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(line_of(option).rect)
            pad = area.height() * 0.22
            sparkline(painter, area.adjusted(pad, pad, -pad * 2, -pad), line.shown, self._themes.current.accent)
            painter.restore()


class WatchPage(QWidget):
    """The watch list. A double click or Enter shows the chart, Delete takes a line off."""

    chart_requested = Signal(object)
    removed = Signal(object)
    print_requested = Signal()
    left = Signal()

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.model = WatchModel(themes)
        self.table = QTableView()
        self.back = QPushButton(icon("arrow-left"), "")
        self.remove = QPushButton(icon("x"), "")
        self.print = QPushButton(icon("printer"), "")
        self._title = QLabel()
        self._title.setObjectName("viewTitle")
        self._empty = QLabel()
        self._empty.setObjectName("caption")
        for label in (self._title, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._place(themes)
        self.back.clicked.connect(lambda _on: self.left.emit())
        self.remove.clicked.connect(lambda _on: self._remove())
        self.print.clicked.connect(lambda _on: self.print_requested.emit())
        self.table.doubleClicked.connect(lambda _index: self._show())
        self.retranslate()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.model.show(lines)
        self._empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        for button in (self.remove, self.print):
            button.setEnabled(bool(lines))

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        self._title.setText(self.tr("Watch list"))
        self.back.setText(self.tr("Back to the charts"))
        self.remove.setText(self.tr("Take off"))
        self.print.setText(self.tr("Print…"))
        self._empty.setText(self.tr("Nothing is watched yet. Choose an indicator and press “Watch”."))
        self.table.setAccessibleName(self.tr("Watch list"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _line(self) -> Line | None:
        line = self.table.currentIndex().data(Qt.ItemDataRole.UserRole) if self.table.currentIndex().isValid() else None
        return line if isinstance(line, Line) else None

    def _show(self) -> None:
        line = self._line()
        if line is not None:
            self.chart_requested.emit(line.shown)

    def _remove(self) -> None:
        line = self._line()
        if line is not None:
            self.removed.emit(line.shown)

    def _place(self, themes: Themes) -> None:
        unit = QFontMetrics(self.font()).height()
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(CURVE, CurveDelegate(themes, self.table))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(unit * 5 // 2)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        self.table.installEventFilter(self)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.print)
        top.addWidget(self.remove)
        top.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit // 2)
        layout.addLayout(top)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take Enter, Delete and Esc from the table."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Escape)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.keyPressEvent(event)
            return True
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject
