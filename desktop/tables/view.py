"""All tables of the library: at the left what there is, in the middle one of them as printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.errors import TuBaoCaoError
from db.export.basket import BasketItem, part_of
from db.layers import Correction
from db.library import Library
from db.model import Content, Report
from desktop.icons import icon
from desktop.jobs import Job
from desktop.notices import plain_label
from desktop.tables.entries import FIGURES, NOTES, REPORT, TABLE, Entry, gathered
from desktop.tables.list import ENTRY, TableList, TableRow
from desktop.tables.pane import TablePane
from desktop.tables.picker import FigurePicker
from desktop.tables.shown import FigurePart, FigureTable, NoteTable, ReportTable
from desktop.tables.words import title_in_basket, title_of_figures
from desktop.themes import Themes
from desktop.widgets.roomy import Roomy

_NOTHING, _TABLE = 0, 1
_KEPT = 4
"""As many reports are kept read while one goes from table to table."""


class TablesView(QWidget):
    """`basket_requested`, `export_requested` and `print_requested` carry a BasketItem, `all_requested` many of them."""

    destination_requested = Signal(object)
    basket_requested = Signal(object)
    export_requested = Signal(object)
    print_requested = Signal(object)
    all_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._content = lru_cache(maxsize=_KEPT)(self._read)
        self._job: Job | None = None
        self._wanted: tuple[str, int, int] | None = None
        self._now: Entry | None = None
        self.corrections: Callable[[], tuple[Correction, ...]] = lambda: ()
        """Gives the user's corrections, which tables of figures show."""
        self.filter = QLineEdit()
        self.entries = TableList()
        self.list = QListView()
        self._row = TableRow(themes)
        self.found = plain_label("smallCaption")
        self.all_button = QPushButton()
        self.picker = FigurePicker()
        self.pane = TablePane(themes)
        self.empty = plain_label("emptyTitle")
        self.empty_why = plain_label("caption")
        self.make_button = QPushButton()
        self._pages = QStackedWidget()
        self._place()
        self._connect()
        self._retranslate()
        QTimer.singleShot(0, self, self.refresh)

    @property
    def busy(self) -> bool:
        """Whether the list is still being read."""
        return self._job is not None

    def refresh(self) -> None:
        """Read anew what the library holds."""
        self._content.cache_clear()
        if self._job is not None:
            self._job.abandon()
        job = self._job = Job(gathered(self._library), self)
        job.succeeded.connect(lambda entries: self._take(job, entries))
        job.failed.connect(lambda error: self._fail(job, error))
        job.start()

    def show_table(self, report_id: int, number: int) -> None:
        """Show a table of a report by its number from 1; 0 shows the first, or that the report has none."""
        self._wanted = (TABLE if number else REPORT, report_id, number)
        if self._job is None:
            self._show_wanted()

    def show_figures(self, report_id: int) -> None:
        """Show the table that is made of a report's figures."""
        self._wanted = (FIGURES, report_id, 0)
        if self._job is None:
            self._show_wanted()

    def show_notes(self, report_id: int) -> None:
        """Show the notes of a report as a table."""
        self._wanted = (NOTES, report_id, 0)
        if self._job is None:
            self._show_wanted()

    def item(self) -> BasketItem | None:
        """Return what is in front as an entry of the basket; None where nothing is."""
        return self.pane.item() if self._pages.currentIndex() == _TABLE else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.list.viewport().update()
            if self._now is not None:
                self._show(self._now)
        super().changeEvent(event)

    def _take(self, job: Job, entries: Any) -> None:
        if job is not self._job:
            return
        self._job = None
        kept = self._now.key if self._now is not None else None
        self._now = None
        self.entries.show(entries)
        self._count()
        self._wanted = self._wanted or kept
        self._show_wanted()

    def _fail(self, job: Job, error: Any) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)

    def _show_wanted(self) -> None:
        """Choose what is asked for, else the first table there is."""
        wanted, self._wanted = self._wanted, None
        row = self.entries.row_of(wanted) if wanted is not None else -1
        if wanted is not None and (row < 0 or wanted[0] == REPORT):
            if self.filter.text() and row < 0:
                self.filter.clear()
                row = self.entries.row_of(wanted)
            first = self.entries.of_report(wanted[1])
            entry = self.entries.entry(first)
            row = first if row < 0 or (entry is not None and entry.kind == TABLE) else row
            if wanted[0] == REPORT and entry is not None and entry.kind != TABLE:
                self.list.selectionModel().clear()
                self._show_none(self.entries.entry(self.entries.row_of(wanted)) or entry)
                return
        if row < 0:
            rows = range(self.entries.rowCount())
            kinds = [getattr(self.entries.entry(at), "kind", "") for at in rows]
            row = next((at for kind in (TABLE, FIGURES) for at in rows if kinds[at] == kind), -1)
        self._choose(row)

    def _choose(self, row: int) -> None:
        entry = self.entries.entry(row)
        if entry is None:
            self._show_none(None)
            return
        index = self.entries.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        if entry is not self._now:
            self._show(entry)

    def _show(self, entry: Entry) -> None:
        content = self._content(entry.report.id) if entry.kind != REPORT else None
        if content is None or (entry.kind == TABLE and entry.number > len(content.tables)):
            self._show_none(entry)
            return
        fresh, self._now = entry is not self._now, entry
        self.picker.setVisible(entry.kind == FIGURES)
        self._pages.setCurrentIndex(_TABLE)
        self._name_all()
        if entry.kind == TABLE:
            shown = ReportTable(entry.report, content, entry.number, self.corrections())
            self.pane.show_table(shown, title_in_basket(entry))
        elif entry.kind == NOTES:
            self.pane.show_table(NoteTable(entry.report, content), title_in_basket(entry))
        elif fresh:
            self.picker.show_report(content, self._others(entry.report))
        else:
            self._make()

    def correct(self) -> None:
        """The user corrected a figure, or took that back: a table of figures shows it."""
        if self._now is not None and self._now.kind == TABLE:
            self._show(self._now)
        self._make()

    def _make(self) -> None:
        """Make the table of the chosen figures anew."""
        entry = self._now
        if entry is None or entry.kind != FIGURES:
            return
        content, other = self._content(entry.report.id), self._headed(self.picker.other.currentData())
        if content is None:
            return
        laid = self.corrections()
        parts = [FigurePart(entry.report, content, self.picker.numbers(0), laid)]
        second = self._content(other.report.id) if other is not None else None
        if other is not None and second is not None:
            parts.append(FigurePart(other.report, second, self.picker.numbers(1), laid))
        kind = self.picker.layout_kind()
        title = title_of_figures(kind, [part.report for part in parts])
        self.pane.show_table(FigureTable(tuple(parts), self.picker.chosen_year(), kind), title)

    def _others(self, report: Report) -> list[tuple[int, str]]:
        """Return the reports whose figures may stand beside those of one, the nearest year first."""
        year = report.data.year or 0
        others = [entry for entry in self.entries.reports() if entry.report.id != report.id]
        others.sort(key=lambda entry: (abs((entry.report.data.year or 0) + 1 - year), -entry.report.id))
        return [(entry.report.id, entry.title) for entry in others]

    def _headed(self, report_id: int | None) -> Entry | None:
        return next((entry for entry in self.entries.reports() if entry.report.id == report_id), None)

    def _take_other(self, report_id: int) -> None:
        self.picker.show_other(self._content(report_id) if report_id else None)

    def _take_all(self) -> None:
        """Ask for all tables of the report in view."""
        entries = self.entries.tables_of(self._now.report.id) if self._now is not None else []
        parts = [(part_of(entry.report, (entry.number,)), title_in_basket(entry)) for entry in entries]
        self.all_requested.emit([BasketItem("table", title, (part,)) for part, title in parts])

    def _name_all(self) -> None:
        count = len(self.entries.tables_of(self._now.report.id)) if self._now is not None else 0
        self.all_button.setVisible(count > 1)
        self.all_button.setText(self.tr("Take all {n} tables").format(n=count))
        self.all_button.setToolTip(self.tr("Put all tables of the report into the basket"))

    def _show_none(self, entry: Entry | None) -> None:
        """Say that there is no table, and what there is instead."""
        self._now = entry
        self._pages.setCurrentIndex(_NOTHING)
        self.picker.hide()
        figures = self.entries.entry(self.entries.row_of((FIGURES, entry.report.id, 0))) if entry is not None else None
        if entry is None:
            self.empty.setText(self.tr("No table yet."))
            self.empty_why.setText(self.tr("The tables of imported reports are listed here."))
        else:
            self.empty.setText(self.tr("This report has no table."))
            count = figures.size[0] if figures is not None else 0
            text = self.tr("{n} figures stand in the text.") if count else self.tr("No figure was found in its text.")
            self.empty_why.setText(text.format(n=count))
        self.make_button.setVisible(figures is not None)

    def _make_from_text(self) -> None:
        if self._now is not None:
            self.show_figures(self._now.report.id)

    def _read(self, report_id: int) -> Content | None:
        try:
            return queries.content(self._library.reader(), report_id, verify=False)
        except TuBaoCaoError as error:
            self.failed.emit(error)
            return None

    def _count(self) -> None:
        self.found.setText(self.tr("{n} tables").format(n=self.entries.tables()))

    def _filtered(self, typed: str) -> None:
        self.entries.filter(typed)
        self._count()
        row = self.entries.row_of(self._now.key) if self._now is not None else -1
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.entries.index(row), flags)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.list.setModel(self.entries)
        self.list.setItemDelegate(self._row)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        self.all_button.setObjectName("link")
        self.all_button.setIcon(icon("shopping-basket"))
        self.all_button.hide()
        for part in (self.filter, self.list, self.all_button, self.found):
            column.addWidget(part)
        self._pages.addWidget(self._nothing(unit))
        self._pages.addWidget(Roomy(self.pane))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("airy")
        split.setHandleWidth(unit)
        split.setChildrenCollapsible(False)
        for pane, least in ((left, 9), (self.picker, 13), (self._pages, 14)):
            pane.setMinimumWidth(unit * least)
            split.addWidget(pane)
        split.setSizes([unit * 18, unit * 20, unit * 60])
        split.setStretchFactor(2, 1)
        self.picker.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit * 2 // 3, unit, unit // 2)
        layout.addWidget(split)

    def _nothing(self, unit: int) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(unit // 2)
        layout.addStretch(2)
        for label in (self.empty, self.empty_why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self.make_button.setObjectName("primary")
        self.make_button.hide()
        layout.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filtered)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._picked(index.data(ENTRY)))
        self.picker.changed.connect(self._make)
        self.picker.other_chosen.connect(self._take_other)
        self.all_button.clicked.connect(lambda _on: self._take_all())
        self.make_button.clicked.connect(lambda _on: self._make_from_text())
        pane = self.pane
        pane.destination_requested.connect(self.destination_requested)
        pane.basket_requested.connect(self.basket_requested)
        pane.export_requested.connect(self.export_requested)
        pane.print_requested.connect(self.print_requested)

    def _picked(self, entry: Any) -> None:
        if isinstance(entry, Entry) and (self._now is None or entry.key != self._now.key):
            self.picker.setVisible(entry.kind == FIGURES)
            self._show(entry)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter tables"))
        self.filter.setAccessibleName(self.tr("Filter tables"))
        self.list.setAccessibleName(self.tr("Tables of all reports"))
        self.make_button.setText(self.tr("Make a table of the text"))
        self._count()
        self._name_all()
        if self._pages.currentIndex() == _NOTHING:
            self._show_none(self._now)
