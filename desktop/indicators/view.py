"""Indicators over the years: a list with small curves, the chart of the chosen ones, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.indicators.catalogue import load
from db.library import Library
from db.model import Point, Report, Series
from db.vietnamese.writing import written
from desktop.icons import icon
from desktop.indicators.delegate import IndicatorDelegate
from desktop.indicators.drawing import Drawn, described, drawn
from desktop.indicators.model import ENTRY, Entry, IndicatorModel
from desktop.indicators.sources import STATES, Sources, value_line, words
from desktop.languages import QT_TRANSLATE_NOOP, current_language, translate
from desktop.session import Destination
from desktop.themes import Themes

if TYPE_CHECKING:
    from desktop.indicators.chart import Chart, Spot

MOST = 6  # series in one chart
GROUPS = {
    "economy": QT_TRANSLATE_NOOP("Indicators", "Economy"),
    "budget": QT_TRANSLATE_NOOP("Indicators", "Budget"),
    "trade": QT_TRANSLATE_NOOP("Indicators", "Trade"),
    "tourism": QT_TRANSLATE_NOOP("Indicators", "Tourism"),
    "industry": QT_TRANSLATE_NOOP("Indicators", "Industry and business"),
    "agriculture": QT_TRANSLATE_NOOP("Indicators", "Agriculture"),
    "rural": QT_TRANSLATE_NOOP("Indicators", "New countryside"),
    "health": QT_TRANSLATE_NOOP("Indicators", "Health"),
    "education": QT_TRANSLATE_NOOP("Indicators", "Education"),
    "welfare": QT_TRANSLATE_NOOP("Indicators", "Poverty and welfare"),
    "party": QT_TRANSLATE_NOOP("Indicators", "Party building"),
    "government": QT_TRANSLATE_NOOP("Indicators", "Government and reform"),
    "security": QT_TRANSLATE_NOOP("Indicators", "Security and order"),
    "environment": QT_TRANSLATE_NOOP("Indicators", "Environment"),
}
"""The catalogue's groups, in words."""


class IndicatorsView(QWidget):
    """What the reports state, as curves; every point leads to its sentence."""

    destination_requested = Signal(object)

    def __init__(self, library: Library, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._themes = themes
        self._reports: dict[int, Report] = {}
        self._chart: Chart | None = None
        self._stale = True
        self._model = IndicatorModel()
        self._list = QListView()
        self._filter = QLineEdit()
        self._name = QLabel()
        self._name.setObjectName("viewTitle")
        self._unit = QLabel()
        self._unit.setObjectName("caption")
        self._legend = QLabel()
        self._legend.setObjectName("caption")
        self._hint = QLabel()
        self._hint.setObjectName("caption")
        self._sources_title = QLabel()
        self._sources_title.setObjectName("heading")
        self._sources = Sources()
        self._frame = QFrame()
        self._pages = QStackedWidget()
        self._empty = QLabel()
        self._empty.setObjectName("emptyTitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._place()
        self._connect()
        self._retranslate()

    def refresh(self) -> None:
        """The library changed: read it again, now or when the view is next seen."""
        self._stale = True
        if self.isVisible():
            self._load()

    def choose(self, indicator: str) -> None:
        """Show the chart of one indicator, by its id."""
        self._load()
        row = self._model.row_of(indicator)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._stale = True
            self._retranslate()
            if self.isVisible():
                self._load()
        super().changeEvent(event)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self._filter.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.setClearButtonEnabled(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(IndicatorDelegate(self._themes))
        self._list.setMouseTracking(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for label in (self._name, self._unit, self._legend, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        left = _column(self._filter, self._list, spacing=unit // 2)
        middle = _column(self._name, self._unit, self._frame, self._legend, self._hint, spacing=unit // 4)
        middle.layout().setStretchFactor(self._frame, 1)  # type: ignore[union-attr]  # _column gave it a box layout
        right = _column(self._sources_title, self._sources, spacing=unit // 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        for part, width in ((left, 17), (middle, 36), (right, 19)):
            split.addWidget(part)
            part.setMinimumWidth(unit * min(width, 14))
        split.setSizes([unit * 17, unit * 36, unit * 19])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(unit)
        split.setObjectName("airy")
        self._pages.addWidget(self._empty)
        self._pages.addWidget(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.addWidget(self._pages)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(0, unit // 2, 0, 0)

    def _connect(self) -> None:
        typing = QTimer(self)
        typing.setSingleShot(True)
        typing.setInterval(150)
        typing.timeout.connect(lambda: self._filtered(self._filter.text()))
        self._filter.textChanged.connect(lambda _text: typing.start())
        self._list.selectionModel().selectionChanged.connect(lambda _now, _before: self._draw())
        self._sources.figure_requested.connect(self._open)

    def _load(self) -> None:
        if not self._stale:
            return
        self._stale = False
        chosen = self._chosen()
        connection = self._library.reader()
        self._reports = {report.id: report for report in queries.reports(connection)}
        self._model.show(self._entries(queries.series(connection)))
        row = self._model.row_of(chosen[0].series.indicator) if chosen else -1
        self._pages.setCurrentIndex(1 if self._model.first() >= 0 else 0)
        self._select(row if row >= 0 else self._longest())

    def _entries(self, found: list[Series]) -> list[Entry]:
        """Return the entries in the catalogue's order of groups, named in the language in force."""
        vietnamese = current_language() == "vi"
        years = {report.id: report.data.year or 0 for report in self._reports.values()}
        entries = []
        for indicator in load().indicators:
            for series in _joined(one for one in found if one.indicator == indicator.id and one.points):
                name = indicator.name if vietnamese else indicator.name_en
                named = Series(series.indicator, name, series.unit, series.points)
                entries.append(Entry(name, translate("Indicators", GROUPS[indicator.group]), drawn(named, years)))
        return entries

    def _longest(self) -> int:
        """Return the row of the first indicator with the most years: the best one to begin with."""
        rows = range(self._model.rowCount())
        entries = [(row, self._model.entry(self._model.index(row))) for row in rows]
        counted = [(len(entry.shown.line), -row) for row, entry in entries if entry is not None and entry.shown]
        return -max(counted)[1] if counted else -1

    def _select(self, row: int) -> None:
        if row >= 0:
            index = self._model.index(row)
            self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)
        self._draw()

    def _filtered(self, typed: str) -> None:
        self._model.filter(typed)
        self._select(self._model.first())

    def _chosen(self) -> list[Drawn]:
        entries = [
            index.data(ENTRY) for index in sorted(self._list.selectionModel().selectedIndexes(), key=lambda i: i.row())
        ]
        return [entry.shown for entry in entries if isinstance(entry, Entry) and entry.shown is not None]

    def _draw(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        first = chosen[0]
        drawable = [shown for shown in chosen if shown.series.unit == first.series.unit][:MOST]
        chart = self._the_chart()
        chart.show_series(drawable)
        self._name.setText(" · ".join(shown.series.name for shown in drawable))
        left_out = len(chosen) - len(drawable)
        more = " · " + self.tr("{n} with another unit are left out").format(n=left_out) if left_out else ""
        self._unit.setText(first.series.unit + more)
        self._legend.setText(self._legend_text(drawable))
        self._sources.show_series(first, self._reports)
        facts = described(first, written)
        chart.setAccessibleName(self.tr("Chart of {name}").format(name=first.series.name))
        chart.setAccessibleDescription(facts)
        self._say(None)

    def _legend_text(self, drawable: list[Drawn]) -> str:
        states = {"stated", *(point.state for shown in drawable for point in shown.series.points)}
        signs = {"stated": "●", "estimate": "◐", "implied": "○", "corrected": "◇", "plan": "─"}
        text = "   ".join(f"{sign} {words(STATES[state])}" for state, sign in signs.items() if state in states)
        if any(shown.older for shown in drawable):
            text += "   ○ " + self.tr("value of an earlier report")
        if any(shown.gaps for shown in drawable):
            text += "   ┄ " + self.tr("no figures in between")
        return text

    def _say(self, spot: Spot | None) -> None:
        """Say under the chart what the chosen point is; without one, how to reach it."""
        if spot is None:
            self._hint.setText(self.tr("← → walk along the points, Enter opens the sentence."))
            self._sources.point_at(None)
            return
        report = self._reports.get(spot.point.report_id)
        year = report.data.year if report else ""
        text = self.tr("{name} · {year}: {value} · report of {report}")
        value = value_line(spot.point, spot.shown.series.unit)
        self._hint.setText(text.format(name=spot.shown.series.name, year=spot.point.year, value=value, report=year))
        self._sources.point_at(spot.point)

    def _the_chart(self) -> Chart:
        if self._chart is None:
            # pyqtgraph takes 0.3 to 0.45 s to import (numpy): only the first chart pays for it, never the start.
            from desktop.indicators.chart import Chart  # noqa: PLC0415

            self._chart = Chart(self._themes)
            self._frame.layout().addWidget(self._chart)  # type: ignore[union-attr]  # _place gave it a layout
            self._chart.spot_chosen.connect(self._say)
            self._chart.spot_opened.connect(lambda spot: self._open(spot.point))
        return self._chart

    def _open(self, point: Point) -> None:
        figure = queries.figure(self._library.reader(), point.figure_id)
        if figure is not None:
            place = Destination(point.report_id, place=figure.place, start=figure.start, end=figure.end)
            self.destination_requested.emit(place)

    def _retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter indicators…"))
        self._filter.setAccessibleName(self.tr("Filter indicators"))
        self._list.setAccessibleName(self.tr("Indicators"))
        self._sources_title.setText(self.tr("Sentences behind the figures"))
        self._empty.setText(
            self.tr("No indicators yet.")
            + "\n"
            + self.tr("They appear once a report with figures stands on the shelf.")
        )


def _joined(found: Iterable[Series]) -> list[Series]:
    """Join the series of one indicator that share a unit: a target belongs into the picture of what it aims at."""
    by_unit: dict[str, Series] = {}
    for series in found:
        before = by_unit.get(series.unit)
        points = (*before.points, *series.points) if before else series.points
        by_unit[series.unit] = Series(series.indicator, series.name, series.unit, points)
    return list(by_unit.values())


def _column(*widgets: QWidget, spacing: int) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return column
