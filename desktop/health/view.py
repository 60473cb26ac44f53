"""How the library is: what it covers and what is open in it. Every count opens its list, every line its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QListView,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.library import Library
from desktop.health.count_card import CountCard
from desktop.health.counting import LISTS, Health, Item, ReportHealth, check, examine
from desktop.health.models import ItemsModel, ReportsModel
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import tr_noop, translate
from desktop.layering import Layering
from desktop.session import Destination
from desktop.themes import Themes
from desktop.widgets.flow import EvenLayout
from desktop.widgets.painting import line_of
from desktop.widgets.roomy import Roomy

NAMES = {
    "notes": tr_noop("Health", "Notes without their mark"),
    "tables": tr_noop("Health", "Tables without a number"),
    "unused": tr_noop("Health", "Doubtful numbers"),
    "sums": tr_noop("Health", "Sums that do not meet"),
    "conflicts": tr_noop("Health", "Reports that do not agree"),
    "doubts": tr_noop("Health", "Links to review"),
    "findings": tr_noop("Health", "Remarks of the import"),
    "damage": tr_noop("Health", "Damaged parts"),
}
ACROSS = 4


class HealthView(QWidget):
    """Reads the library when it is first seen, and again after `refresh`.

    `repair_requested` asks for the library to be mended; it is offered where something is damaged.
    """

    destination_requested = Signal(object)
    note_requested = Signal(int, int)
    series_requested = Signal(str, int)
    review_requested = Signal()
    repair_requested = Signal()
    loaded = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, layering: Layering, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._layering = layering
        self._job: Job | None = None
        self._stale = True
        self.health = Health()
        self.reports = ReportsModel()
        self.items = ItemsModel()
        self.table = QTableView()
        self.list = QListView()
        self.counts = {name: CountCard() for name in LISTS}
        self.check = QPushButton(icon("circle-check"), "")
        self.repair = QPushButton(icon("refresh-cw"), "")
        self._checked: bool | None = None
        self._title, self._state, self._heading, self._none = (
            _plain(name) for name in ("viewTitle", "caption", "heading", "caption")
        )
        self._place(themes)
        self._connect()
        self._retranslate()

    def refresh(self) -> None:
        """The library or its layers changed: read again, now or when the page is next seen."""
        self._stale = True
        self._checked = None
        if self.isVisible():
            self._load()

    def open_list(self, name: str) -> None:
        """Show one of LISTS."""
        self.counts[name].setChecked(True)
        rows = self.health.lists[name]
        self.items.show(rows)
        self._heading.setText(f"{translate('Health', NAMES[name])} ({len(rows)})")
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def run_check(self) -> None:
        """Look for damage in every part of the file; the list of damaged parts shows what is found."""
        self.check.setEnabled(False)
        self._state.setText(self.tr("Checking the library…"))
        job = Job(check(self._library), self)
        job.succeeded.connect(self._take_damage)
        job.failed.connect(self._not_checked)
        job.start()

    def _take_damage(self, found: list[Item]) -> None:
        self.check.setEnabled(True)
        self._checked = not found
        self.health.lists["damage"] = found
        self._retranslate()
        self.open_list("damage")

    def _not_checked(self, error: object) -> None:
        self.check.setEnabled(True)
        self._retranslate()
        self.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter opens a line."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            if watched is self.list:
                self._open(self.list.currentIndex())
            else:
                self._open_report(self.table.currentIndex())
            return True
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject

    def _load(self) -> None:
        if not self._stale:
            return
        self._stale = False
        if self._job is not None:
            self._job.abandon()
        self._state.setText(self.tr("Reading the library…"))
        self._job = job = Job(examine(self._library, self._layering.now), self)
        job.succeeded.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda error: self._broke(job, error))
        job.start()

    def _broke(self, job: Job, error: object) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)

    def _take(self, job: Job, found: Health) -> None:
        if job is not self._job:
            return
        self._job = None
        self.health = found
        self.reports.show_all(found.reports, found.missing)
        self._retranslate()
        shown = next((name for name, button in self.counts.items() if button.isChecked()), "")
        filled = next((name for name in ("damage", *LISTS) if found.lists[name]), LISTS[0])
        self.open_list(shown or filled)
        self.loaded.emit()

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item: Item = self.items.rows[index.row()]
        place = item.destination.place if item.destination else None
        if item.review:
            self.review_requested.emit()
        elif item.indicator:
            self.series_requested.emit(item.indicator, item.figure_id)
        elif (
            item.destination is not None
            and place is not None
            and place.note_id is not None
            and not item.destination.end
        ):
            self.note_requested.emit(item.destination.report_id, place.note_id)
        elif item.destination is not None:
            self.destination_requested.emit(item.destination)

    def _open_report(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(row, ReportHealth):
            self.destination_requested.emit(Destination(row.report.id))

    def _connect(self) -> None:
        for name, button in self.counts.items():
            button.clicked.connect(lambda _on, one=name: self.open_list(one))
        self.check.clicked.connect(self.run_check)
        self.repair.clicked.connect(self.repair_requested)
        self.list.clicked.connect(self._open)
        self.table.doubleClicked.connect(self._open_report)
        self._layering.changed.connect(self.refresh)

    def _place(self, themes: Themes) -> None:
        unit = QFontMetrics(self.font()).height()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.repair)
        head.addWidget(self.check)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(unit, unit, unit, unit * 2 // 3)
        layout.setSpacing(unit // 2)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addLayout(self._counts_placed(unit))
        layout.addWidget(self._lists_placed(unit, themes), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(page))

    def _counts_placed(self, unit: int) -> QLayout:
        counts = EvenLayout(unit // 2, ACROSS)
        group = QButtonGroup(self)
        for button in self.counts.values():
            group.addButton(button)
            counts.addWidget(button)
        return counts

    def _lists_placed(self, unit: int, themes: Themes) -> QWidget:
        """Return the reports, and beside them what is open of the kind chosen."""
        self.table.setModel(self.reports)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(unit * 2)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.setModel(self.items)
        self.list.setItemDelegate(_Lines(themes, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        for one in (self.table, self.list):
            one.installEventFilter(self)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("airy")
        split.setHandleWidth(unit)
        split.addWidget(self.table)
        split.addWidget(right)
        split.setSizes([unit * 52, unit * 26])
        split.setMinimumHeight(unit * 12)
        return split

    def _retranslate(self) -> None:
        self._title.setText(self.tr("State of the library"))
        for name, button in self.counts.items():
            n = len(self.health.lists[name])
            words = translate("Health", NAMES[name])
            button.show_count(n, words)
        years = sorted({one.report.data.year for one in self.health.reports if one.report.data.year})
        text = self.tr("{n} reports").format(n=len(self.health.reports))
        if years:
            text += " · " + self.tr("years {first} to {last}").format(first=years[0], last=years[-1])
        if self.health.missing:
            text += " · " + self.tr("without a report: {years}").format(years=", ".join(map(str, self.health.missing)))
        if self._checked:
            text += " · " + self.tr("checked: nothing is damaged")
        self._state.setText(text)
        self.check.setText(self.tr("Check the file"))
        self.repair.setText(self.tr("Repair the library…"))
        self.repair.setVisible(bool(self.health.lists["damage"]))
        self._none.setText(self.tr("Nothing is open here."))
        self.table.setAccessibleName(self.tr("Reports"))
        self.list.setAccessibleName(self.tr("What is open"))
        self.reports.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.reports.columnCount() - 1)


class _Lines(QStyledItemDelegate):
    """Paints an item: its words, and below where it stands."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        line = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(line * 12, line * 5 // 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item, line, theme = index.data(Qt.ItemDataRole.UserRole), line_of(option), self._themes.current
        metrics = QFontMetrics(line.font)
        unit, area = metrics.lineSpacing(), QRectF(line.rect)
        painter.save()
        if line.chosen or line.over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 5, 5)
        painter.setFont(line.font)
        for place, text, colour in ((0.15, item.text, theme.ink), (1.2, item.detail, theme.ink_soft)):
            painter.setPen(QColor(colour))
            where = QRectF(area.left() + unit * 0.5, area.top() + unit * place, area.width() - unit, unit)
            words = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(where.width()))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
