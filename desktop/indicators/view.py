"""Indicators over the years: a list with small curves, the chart of the chosen ones, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.export.basket import BasketItem
from db.layers import Decision, anchor_of
from db.library import Library
from db.model import Point
from db.schema import ROOM
from desktop.icons import icon
from desktop.indicators.chart_pane import ChartPane
from desktop.indicators.delegate import IndicatorDelegate
from desktop.indicators.drawing import Drawn
from desktop.indicators.filters import Filters
from desktop.indicators.gathering import Gathered, gather
from desktop.indicators.illustrating import item_of
from desktop.indicators.model import Entry, IndicatorModel
from desktop.indicators.picker import Picker
from desktop.indicators.review_page import ReviewPage
from desktop.indicators.shapes import Spot
from desktop.indicators.sources import Sources
from desktop.indicators.watch_page import WatchPage
from desktop.indicators.watch_paper import watch_paper
from desktop.indicators.watching import Watched, key_of, lines_of
from desktop.jobs import Job
from desktop.layering import Layering
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes
from desktop.widgets.flow import FlowLayout
from desktop.widgets.roomy import Roomy
from desktop.widgets.safe_document import PaperPage

ROOM_FOR_SENTENCES, ROOM_FOR_HINT = 56, 26
"""How many lines' heights wide and high the view must be for the sentences, and for the words below the chart."""
EMPTY, CHARTS, WATCH, REVIEW = range(4)


class IndicatorsView(QWidget):
    """What the reports state, as curves; every point leads to its sentence.

    `why_requested` carries a report's and a figure's id, `missing` a figure that is in no series,
    `out_requested` where the series in view are to go (one of OUT).
    """

    destination_requested = Signal(object)
    why_requested = Signal(int, int)
    missing = Signal(int)
    failed = Signal(object)
    loaded = Signal()
    out_requested = Signal(str)

    def __init__(self, library: Library, themes: Themes, settings: Settings, layering: Layering) -> None:
        super().__init__()
        self._library = library
        self._layering = layering
        self._watched = Watched(settings)
        self._job: Job | None = None
        self._stale = True
        self._wish: tuple[str, int] = ("", 0)
        self.gathered = Gathered()
        self._model = IndicatorModel()
        self._list = Picker()
        self.filters = Filters()
        self._watch_list = QPushButton(icon("eye"), "")
        self._review = QPushButton(icon("circle-help"), "")
        self._sources_title = QLabel()
        self._sources_title.setObjectName("heading")
        self._sources = Sources()
        self.pane = ChartPane(themes)
        self.watch_page = WatchPage(themes)
        self.review_page = ReviewPage(library)
        self._pages = QStackedWidget()
        self._empty = QLabel()
        self._empty.setObjectName("emptyTitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._place(themes)
        self._connect()
        self._retranslate()

    def refresh(self) -> None:
        """The library or its layers changed: read them again, now or when the view is next seen."""
        self._stale = True
        if self.isVisible():
            self._load()

    def choose(self, indicator: str, figure_id: int = 0) -> None:
        """Show the chart of one indicator, and the point of one of its figures."""
        self._wish = (indicator, figure_id)
        self._pages.setCurrentIndex(CHARTS)
        unsure = self._job is not None and figure_id != 0
        self._stale = self._stale or unsure or self.filters.is_elsewhere(figure_id)
        if self._stale or self._job is not None:
            self._load()
        else:
            self._fulfil()

    def draw_together(self, indicators: Sequence[str]) -> None:
        """Show several indicators of the list in one chart, once everything is read."""
        self._pages.setCurrentIndex(CHARTS)
        self._clear_filters()
        self._select([self._model.row_of(one) for one in indicators])

    def watch(self, indicators: Sequence[str]) -> None:
        """Put indicators of the list on the watch list."""
        for entry in self.gathered.entries:
            if entry.shown and entry.shown.series.indicator in indicators and key_of(entry.shown) not in self._watched:
                self._watched.toggle(entry.shown)

    def show_watch_list(self) -> None:
        """Show the page of the watch list."""
        self.watch_page.show_lines(lines_of((*self.gathered.entries, *self.gathered.single), self._watched.keys()))
        self._pages.setCurrentIndex(WATCH)
        self.watch_page.table.setFocus()

    def show_review(self) -> None:
        """Show the review queue."""
        self._pages.setCurrentIndex(REVIEW)
        self.review_page.setFocus()

    def show_charts(self) -> None:
        """Show the list and the chart."""
        self._pages.setCurrentIndex(CHARTS if self.gathered.entries else EMPTY)
        self._list.setFocus()

    def item(self) -> BasketItem | None:
        """Return the series in view as an entry of the basket; None where none is."""
        choice, chosen = self.pane.options.choice, self._chosen()
        in_view = bool(chosen) and self._pages.currentIndex() == CHARTS
        return item_of(chosen, choice) if in_view else None

    def paper(self) -> PaperPage | None:
        """Return the watch list as a page to print where it is in view, else None."""
        lines = self.watch_page.model.rows
        return watch_paper(lines) if lines and self._pages.currentIndex() == WATCH else None

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the sentences out where large letters take the chart's room; a click on a point still opens them."""
        unit = QFontMetrics(self.font()).height()
        self._right.setVisible(self.width() >= unit * ROOM_FOR_SENTENCES)
        self.pane.show_hint(self.height() >= unit * ROOM_FOR_HINT)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _load(self) -> None:
        """Read the library off this thread; an older reading that is still under way is dropped."""
        if not self._stale:
            return
        self._stale = False
        if self._job is not None:
            self._job.abandon()
        figure_id = self._wish[1]
        self._job = job = Job(gather(self._library, self._layering.now, self.filters.area, figure_id), self)
        job.succeeded.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda error: self._broke(job, error))
        job.start()

    def _broke(self, job: Job, error: object) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)

    def _take(self, job: Job, found: Gathered) -> None:
        if job is not self._job or self._library.closed:
            return
        self._job = None
        chosen = self._chosen()
        self.gathered = found
        self.filters.show_choices(found)
        self._model.show(found.entries)
        self.review_page.show_doubts(found.doubts, found.reports, self._layering.writable)
        self._name_review()
        if self._pages.currentIndex() == WATCH:
            self.show_watch_list()
        elif self._pages.currentIndex() != REVIEW:
            self._pages.setCurrentIndex(CHARTS if self._model.first() >= 0 or found.single else EMPTY)
        if self._wish[0]:
            self._fulfil()
        else:
            rows = [self._model.row_of(shown.series.indicator, shown.series.unit) for shown in chosen]
            self._select([row for row in rows if row >= 0] or [self._longest()])
        self.loaded.emit()

    def _fulfil(self) -> None:
        """Show what was asked for before everything was read."""
        (indicator, figure_id), self._wish = self._wish, ("", 0)
        of_it = [entry for entry in (*self.gathered.entries, *self.gathered.single) if _is_of(entry, indicator)]
        holding = [entry for entry in of_it if entry.shown and _holds(entry.shown, figure_id)]
        entry = next(iter(holding or of_it), None)
        if entry is None or entry.shown is None:
            self.missing.emit(figure_id)
            return
        self._clear_filters()
        if self._model.row_of(*key_of(entry.shown)) < 0:
            self._model.show((*self.gathered.entries, entry))
        self._select([self._model.row_of(*key_of(entry.shown))])
        self.pane.choose(figure_id)

    def _clear_filters(self) -> None:
        self.filters.clear()
        self._model.filter("", "")

    def _longest(self) -> int:
        """Return the row of the first indicator with the most years: the best one to begin with."""
        rows = range(self._model.rowCount())
        entries = [(row, self._model.entry(self._model.index(row))) for row in rows]
        counted = [(len(entry.shown.line), -row) for row, entry in entries if entry is not None and entry.shown]
        return -max(counted)[1] if counted else -1

    def _select(self, rows: list[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for number, row in enumerate(row for row in rows if row >= 0):
            index = self._model.index(row)
            self._list.selectionModel().setCurrentIndex(index, flags.Select if number else flags.ClearAndSelect)
            if not number:
                self._list.scrollTo(index)
        self._draw()

    def _filtered(self) -> None:
        self._model.filter(self.filters.words.text(), self.filters.group)
        self._select([self._model.first()])

    def _chosen(self) -> list[Drawn]:
        return [entry.shown for entry in self._list.chosen() if entry.shown is not None]

    def _draw(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        first = chosen[0]
        self.pane.show_series(chosen, self.gathered.reports, key_of(first) in self._watched)
        self._show_sources(first)

    def _show_sources(self, shown: Drawn) -> None:
        conflicts = [
            one for one in self.gathered.conflicts.get(shown.series.indicator, ()) if one.unit == shown.series.unit
        ]
        self._sources_of = key_of(shown)
        self._sources.show_series(shown, self.gathered.reports, conflicts)

    def _spot(self, spot: Spot | None) -> None:
        """Show the card of the chosen point, of its own series."""
        if spot is None:
            self._sources.point_at(None)
            return
        whole = next((one for one in self._chosen() if one.series.indicator == spot.shown.series.indicator), None)
        if whole is not None and key_of(whole) != self._sources_of:
            self._show_sources(whole)
        self._sources.point_at(spot.point)

    def _open(self, figure_id: int) -> None:
        figure = queries.figure(self._library.reader(), figure_id)
        report = next((p.report_id for s in self._chosen() for p in s.series.points if p.figure_id == figure_id), 0)
        if figure is not None:
            where = report or figure_id // ROOM
            self.destination_requested.emit(Destination(where, place=figure.place, start=figure.start, end=figure.end))

    def _split(self, point: Point) -> None:
        """Take one figure out of its series, into one of its own."""
        figure = queries.figure(self._library.reader(), point.figure_id)
        report = self.gathered.reports.get(point.report_id)
        if figure is not None and report is not None and figure.indicator:
            anchors = (anchor_of(figure, report.source.sha256),)
            self._layering.decide(Decision("split", "", figure.indicator, anchors=anchors))

    def _toggle_watch(self) -> None:
        for shown in self._chosen()[:1]:
            self.pane.watch.setChecked(self._watched.toggle(shown))

    def _unwatch(self, shown: Drawn) -> None:
        self._watched.toggle(shown)
        self.show_watch_list()

    def _name_review(self) -> None:
        self._review.setText(self.tr("Review ({n})").format(n=len(self.gathered.doubts)))

    def _connect(self) -> None:
        self.filters.changed.connect(self._filtered)
        self.filters.area_chosen.connect(self.refresh)
        self._list.selectionModel().selectionChanged.connect(lambda _now, _before: self._draw())
        self._sources.figure_requested.connect(lambda point: self._open(point.figure_id))
        self._sources.why_requested.connect(lambda point: self.why_requested.emit(point.report_id, point.figure_id))
        self._sources.split_requested.connect(self._split)
        self.pane.spot_chosen.connect(self._spot)
        self.pane.opened.connect(lambda point: self._open(point.figure_id))
        self.pane.watch_requested.connect(self._toggle_watch)
        self.pane.failed.connect(self.failed)
        self.pane.out_requested.connect(self.out_requested)
        self._watch_list.clicked.connect(lambda _on: self.show_watch_list())
        self._review.clicked.connect(lambda _on: self.show_review())
        self.watch_page.left.connect(self.show_charts)
        self.watch_page.removed.connect(self._unwatch)
        self.watch_page.print_requested.connect(lambda: self.out_requested.emit("print"))
        self.watch_page.chart_requested.connect(lambda shown: self.choose(shown.series.indicator))
        self.review_page.left.connect(self.show_charts)
        self.review_page.decided.connect(self._layering.decide)
        self.review_page.figure_requested.connect(self._open)
        self._layering.changed.connect(self.refresh)

    def _place(self, themes: Themes) -> None:
        self._sources_of = ("", "")
        unit = QFontMetrics(self.font()).height()
        self._list.setModel(self._model)
        self._list.setItemDelegate(IndicatorDelegate(themes))
        lists = FlowLayout(unit // 3)
        lists.addWidget(self._watch_list)
        lists.addWidget(self._review)
        left = _column(self.filters, self._list, spacing=unit // 2)
        left.layout().addLayout(lists)  # type: ignore[union-attr]  # _column gave it a box layout
        right = self._right = _column(self._sources_title, self._sources, spacing=unit // 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        for part, width in ((left, 17), (Roomy(self.pane), 36), (right, 19)):
            split.addWidget(part)
            part.setMinimumWidth(unit * min(width, 14))
        split.setSizes([unit * 17, unit * 36, unit * 19])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(unit)
        split.setObjectName("airy")
        for page in (self._empty, split, self.watch_page, self.review_page):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit * 2 // 3)
        layout.addWidget(self._pages)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Indicators"))
        self._list.setToolTip(self.tr("Tick up to six to draw them together"))
        self._watch_list.setText(self.tr("Watch list"))
        self._name_review()
        self._sources_title.setText(self.tr("Sentences behind the figures"))
        self._empty.setText(
            self.tr("No indicators yet.")
            + "\n"
            + self.tr("They appear once a report with figures stands on the shelf.")
        )


def _is_of(entry: Entry, indicator: str) -> bool:
    return entry.shown is not None and entry.shown.series.indicator == indicator


def _holds(shown: Drawn, figure_id: int) -> bool:
    return any(point.figure_id == figure_id for point in shown.series.points)


def _column(*widgets: QWidget, spacing: int) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return column
