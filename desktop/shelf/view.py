"""The shelf (Tủ): every report of the library, by issuer and year, with one look at the chosen one."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Counts, Report, ReportData, Source, Spine
from desktop.icons import icon
from desktop.languages import REPORT_NUMBERS
from desktop.settings import LAST_FOLDER, SHELF_AS_LIST, Settings
from desktop.shelf.delegate import CardDelegate
from desktop.shelf.details import Details
from desktop.shelf.empty import EmptyShelf
from desktop.shelf.model import COLUMNS, VOLUMES, GridModel, ListModel, vietnamese_date
from desktop.shelf.volumes import Volume, Whole, matching, volumes_of
from desktop.shelf.wording import Wording
from desktop.themes import Themes
from desktop.widgets.roomy import Roomy

log = logging.getLogger(__name__)

SUFFIXES = "*.docx *.doc *.rtf *.odt *.fodt *.pdf *.html *.htm *.mht *.xlsx *.xls *.md *.txt *.goibaocao"
WRAP = Qt.TextFlag.TextWordWrap
NARROWEST, WIDEST = 12, 19  # of a card, in heights of the font
TALL, LOW, FEW = 13, 7, 3  # heights of a card; "few" rows get tall ones


class ShelfView(QWidget):
    """All reports, as a grid of issuers by years or as a list; the chosen one in detail beside it."""

    report_requested = Signal(int)
    import_requested = Signal(list)
    remove_requested = Signal(int)
    original_requested = Signal(int)
    samples_requested = Signal()
    compare_requested = Signal(int, int)

    def __init__(self, library: Library, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._volumes: list[Volume] = []
        self._wording = Wording(library, self)
        self._grid_model = GridModel()
        self._list_model = ListModel()
        self._title = QLabel()
        self._title.setObjectName("viewTitle")
        self._summary = QLabel()
        self._summary.setObjectName("caption")
        self._filter = QLineEdit()
        self._import = QPushButton()
        self._import.setObjectName("primary")
        self._as_grid = _toggle("library")
        self._as_list = _toggle("list")
        self._grid = self._make_grid(themes)
        self._list = self._make_list()
        self._empty = EmptyShelf()
        self._details = Details()
        self._stack = QStackedWidget()
        self._place()
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read the library again, keeping the chosen report."""
        chosen = self.chosen()
        connection = self._library.reader()
        self._volumes = volumes_of(queries.spines(connection), self._whole)
        self._show()
        if self.isVisible():
            self._wording.begin(self._volumes)
        if chosen is not None:
            self.choose(chosen)
        elif self._volumes:
            self.choose(self._volumes[-1].id)

    def chosen(self) -> int | None:
        """Return the id of the chosen report."""
        view = self._grid if self._as_grid.isChecked() else self._list
        index = view.currentIndex()
        volumes: tuple[Volume, ...] = index.data(VOLUMES) if index.isValid() else ()
        return volumes[-1].id if volumes else None

    def choose(self, report_id: int) -> None:
        """Choose a report in both views."""
        found = self._grid_model.index_of(report_id)
        if found.isValid():
            self._grid.setCurrentIndex(found)
        row = self._list_model.row_of(report_id)
        if row >= 0:
            index = self._list_model.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._list.selectionModel().setCurrentIndex(index, flags)

    def show_versions(self, index: QModelIndex) -> None:
        """Let the user choose which version of a report its card shows, or see two side by side."""
        volumes = self._grid_model.volumes(index)
        if len(volumes) < 2:
            return
        menu = QMenu(self)
        menu.setObjectName("versions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = volumes[-1].id
        in_order = sorted(volumes, key=lambda volume: volume.id)
        for volume in in_order:
            report = volume.report
            text = f"{report.source.name} · {vietnamese_date(report.imported_at)}".replace("&", "&&")
            action = menu.addAction(text, partial(self._pick, index.row(), index.column(), report.id))
            action.setCheckable(True)
            action.setChecked(report.id == shown)
        menu.addSeparator()
        last, newest = (volume.id for volume in in_order[-2:])
        text = self.tr("Compare the two newest versions")
        menu.addAction(icon("git-compare"), text, lambda: self.compare_requested.emit(last, newest))
        menu.popup(self._grid.viewport().mapToGlobal(self._grid.visualRect(index).center()))

    def _pick(self, row: int, column: int, report_id: int) -> None:
        self._grid_model.pick(self._grid_model.index(row, column), report_id)
        self.choose(report_id)
        self._show_details()

    def ask_for_files(self) -> None:
        """Let the user choose report files to import."""
        dialog = QFileDialog(self, self.tr("Import reports"), self._settings.get(LAST_FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Reports ({suffixes})").format(suffixes=SUFFIXES), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._files_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_for_folder(self) -> None:
        """Let the user choose a folder of reports to import."""
        dialog = QFileDialog(self, self.tr("Import a folder"), self._settings.get(LAST_FOLDER))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_chosen()
        else:
            super().keyPressEvent(event)

    def _make_grid(self, themes: Themes) -> _Grid:
        grid = _Grid()
        grid.resized.connect(self._size_cells)
        grid.setModel(self._grid_model)
        delegate = CardDelegate(themes)
        delegate.versions_requested.connect(self.show_versions)
        grid.setItemDelegate(delegate)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda _place: self.show_versions(grid.currentIndex()))
        grid.setObjectName("shelfGrid")
        grid.setShowGrid(False)
        grid.setMouseTracking(True)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.horizontalHeader().hide()  # every card and every gap names its year
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grid.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | WRAP)
        grid.verticalHeader().setHighlightSections(False)
        grid.setTabKeyNavigation(False)
        return grid

    def _make_list(self) -> QTableView:
        view = QTableView()
        view.setModel(self._list_model)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        view.setShowGrid(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return view

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self._filter.setMaximumWidth(unit * 18)
        self._filter.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.setClearButtonEnabled(True)
        head = QVBoxLayout()
        head.setSpacing(unit // 6)
        head.addWidget(self._title)
        head.addWidget(self._summary)
        top = QHBoxLayout()
        top.setSpacing(unit // 2)
        top.addLayout(head, 1)
        for widget in (self._filter, self._as_grid, self._as_list, self._import):
            top.addWidget(widget)
        for page in (self._grid, self._list, self._empty):
            self._stack.addWidget(page)
        self._details.setMinimumWidth(unit * 15)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._stack)
        split.addWidget(self._details)
        split.setStretchFactor(0, 1)
        split.setObjectName("airy")
        split.setHandleWidth(unit)
        split.setSizes([unit * 50, unit * 19])
        split.setChildrenCollapsible(False)
        split.setMinimumHeight(unit * 12)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.setSpacing(unit)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(inside))
        group = QButtonGroup(self)
        group.addButton(self._as_grid)
        group.addButton(self._as_list)
        (self._as_list if self._settings.get(SHELF_AS_LIST) else self._as_grid).setChecked(True)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(150)
        self._typing.timeout.connect(self._show)
        self._filter.textChanged.connect(lambda _text: self._typing.start())
        self._import.clicked.connect(self.ask_for_files)
        self._as_list.toggled.connect(self._switch)
        self._empty.import_requested.connect(self.ask_for_files)
        self._empty.samples_requested.connect(self.samples_requested)
        for view in (self._grid, self._list):
            view.doubleClicked.connect(lambda _index: self._open_chosen())
            view.activated.connect(lambda _index: self._open_chosen())
            view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_details())
        self._details.report_requested.connect(self.report_requested)
        self._details.original_requested.connect(self.original_requested)
        self._details.remove_requested.connect(self.remove_requested)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the first paint, so that no key has to wait for it.
        QTimer.singleShot(0, self, lambda: self._wording.begin(self._volumes))

    def _whole(self, spine: Spine) -> Whole:
        """Read a report that somebody looks at; of one that is gone or damaged by now, its spine is all there is."""
        connection = self._library.reader()
        try:
            report = queries.report(connection, spine.id)
            if report is not None:
                return report, queries.counts(connection, spine.id)
        except TuBaoCaoError:
            log.warning("report %d cannot be read", spine.id, exc_info=True)
        data = ReportData(kind=spine.kind, issuer=spine.issuer, year=spine.year, period=spine.period)
        return Report(spine.id, "", data, Source("", "", "", "", 0), "", ""), Counts()

    def _switch(self, as_list: bool) -> None:
        chosen = self.chosen_in(self._grid if as_list else self._list)
        self._settings.put(SHELF_AS_LIST, as_list)
        self._show()
        if chosen is not None:
            self.choose(chosen)

    @staticmethod
    def chosen_in(view: QTableView) -> int | None:
        """Return the id of the report chosen in one of the views."""
        volumes: tuple[Volume, ...] = view.currentIndex().data(VOLUMES) or ()
        return volumes[-1].id if volumes else None

    def _show(self) -> None:
        typed = self._filter.text()
        if typed:
            self._wording.finish(self._volumes)
        shown = matching(self._volumes, typed)
        as_list = self._as_list.isChecked()
        # Only the view in front is worth its order.
        self._list_model.show(shown if as_list else [])
        self._grid_model.show([] if as_list else shown)
        self._size_cells()
        self._empty.explain(bool(self._volumes), typed)
        page = self._empty if not shown else self._list if as_list else self._grid
        self._stack.setCurrentWidget(page)
        self._summary.setText(self._summary_text(shown))
        self._show_details()

    def _size_cells(self) -> None:
        """Let the cards fill the width, within reason; few rows get tall cards with longer titles."""
        unit = QFontMetrics(self._grid.font()).height()
        head = unit * 8
        columns, rows = self._grid_model.columnCount(), self._grid_model.rowCount()
        room = (self._grid.width() - head - 4) // max(columns, 1)
        self._grid.horizontalHeader().setDefaultSectionSize(min(max(room, unit * NARROWEST), unit * WIDEST))
        self._grid.verticalHeader().setDefaultSectionSize(unit * (TALL if rows <= FEW else LOW))
        self._grid.verticalHeader().setFixedWidth(head)
        for column, name in enumerate(COLUMNS):
            width = {"title": 22, "issuer": 12, "number": 8, "date": 8, "imported": 8}.get(name, 6)
            self._list.setColumnWidth(column, unit * width)

    def _summary_text(self, shown: list[Volume]) -> str:
        years = [volume.year for volume in shown if volume.year]
        if not years:
            return self.tr("{n} reports").format(n=REPORT_NUMBERS.toString(len(shown)))
        text = self.tr("{n} reports, {first} – {last}")
        return text.format(n=REPORT_NUMBERS.toString(len(shown)), first=min(years), last=max(years))

    def _show_details(self) -> None:
        report_id = self.chosen_in(self._list if self._as_list.isChecked() else self._grid)
        volume = next((volume for volume in self._volumes if volume.id == report_id), None)
        findings = queries.findings(self._library.reader(), volume.id) if volume else ()
        self._details.show_volume(volume, tuple(findings))

    def _open_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.report_requested.emit(chosen)

    def _files_chosen(self, files: list[str]) -> None:
        if files:
            self._settings.put(LAST_FOLDER, str(Path(files[0]).parent))
            self.import_requested.emit(files)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Report shelf"))
        self._filter.setPlaceholderText(self.tr("Filter reports…"))
        self._filter.setAccessibleName(self.tr("Filter reports"))
        self._import.setText(self.tr("Import reports…"))
        self._as_grid.setToolTip(self.tr("Issuers by years"))
        self._as_list.setToolTip(self.tr("List"))
        for toggle in (self._as_grid, self._as_list):
            toggle.setAccessibleName(toggle.toolTip())
        self._grid.setAccessibleName(self.tr("Reports, issuers by years"))
        self._list.setAccessibleName(self.tr("Reports"))


class _Grid(QTableView):
    """A table that says when its room has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _toggle(name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(18, 18))
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
