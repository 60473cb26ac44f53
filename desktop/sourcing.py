"""Ties figures together: from a live number to its series, to why it reads so, and back to its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from db import queries
from db.layers import Annotation
from db.library import Library
from desktop.desk import Desk, OpenReport
from desktop.docks import Docks
from desktop.figure_lookup import FigureLookup
from desktop.figures.panel import FiguresPanel
from desktop.following import Following
from desktop.footnotes.panel import FootnotesPanel
from desktop.health.view import HealthView
from desktop.icons import icon
from desktop.indicators.view import IndicatorsView
from desktop.layering import Layering
from desktop.notices import Choice, Notice, NoticeBar
from desktop.reading.pane import ReadingPane
from desktop.session import Destination, Session
from desktop.tabs import Tabs
from desktop.themes import Themes

INDICATORS, HEALTH = "indicators", "health"


@dataclass(frozen=True, slots=True)
class SourceRooms:
    """The rooms that show figures."""

    indicators: IndicatorsView
    figures: FiguresPanel
    notes: FootnotesPanel


@dataclass(frozen=True, slots=True)
class SourceShell:
    """What of the window leads from one to another."""

    library: Library
    tabs: Tabs
    desk: Desk
    docks: Docks
    session: Session
    following: Following
    notices: NoticeBar


@dataclass(frozen=True, slots=True)
class SourceParts:
    """All that has to do with figures."""

    rooms: SourceRooms
    shell: SourceShell
    layering: Layering
    themes: Themes


class Sourcing(QObject):
    """Connects the parts; its public methods are what commands do. `repair_requested` is the health page's."""

    failed = Signal(object)
    repair_requested = Signal()

    def __init__(self, parts: SourceParts) -> None:
        super().__init__(parts.shell.tabs)
        self._parts = parts
        self.lookup = FigureLookup(parts.shell.library, parts.layering)
        parts.rooms.notes.figure_card.before = self.lookup.year_before
        parts.rooms.notes.figure_requested.connect(self.open_series)
        parts.rooms.notes.why_requested.connect(self.explain)
        parts.shell.desk.made.connect(self._connect_pane)
        parts.shell.following.changed.connect(self._follow)
        parts.rooms.figures.series_requested.connect(self.open_series)
        parts.rooms.figures.destination_requested.connect(parts.shell.session.visit)
        parts.rooms.indicators.why_requested.connect(self._explain_in)
        parts.rooms.indicators.missing.connect(self._no_series)
        parts.layering.changed.connect(self._changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about figures do."""
        pane = self._parts.rooms.indicators.pane
        return {
            "watch-list": self.show_watch_list,
            "review": self.show_review,
            "why": self.explain_here,
            "unused-numbers": self.show_unused,
            "health": self.show_health,
            "undo": self.undo,
            "redo": self.redo,
            "copy-chart": pane.copy_picture,
            "save-chart": pane.ask_where_to_save,
            "chart-table": pane.options.table.click,
        }

    def open_series(self, figure_id: int) -> None:
        """Show the series of a figure with its point chosen; a figure without one is explained instead."""
        figure = queries.figure(self._parts.shell.library.reader(), figure_id)
        if figure is None or not figure.indicator:
            self.explain(figure_id)
            return
        self.show_indicator(figure.indicator, figure_id)

    def show_indicator(self, indicator: str, figure_id: int = 0) -> None:
        """Show the chart of an indicator."""
        self._parts.shell.tabs.bring(INDICATORS)
        self._parts.rooms.indicators.choose(indicator, figure_id)

    def explain(self, figure_id: int) -> None:
        """Show why a figure of the report in front reads as it does."""
        self._parts.shell.docks.want(self._parts.shell.docks.sources, True)
        self._parts.rooms.figures.show_figure(figure_id)

    def explain_here(self) -> None:
        """Explain the number walked to, else the next one."""
        opened = self._parts.shell.desk.current()
        if opened is None:
            return
        if not opened.pane.live.current:
            opened.pane.next_number()
        opened.pane.live.card.close_now()
        if opened.pane.live.current:
            self.explain(opened.pane.live.current)

    def show_unused(self) -> None:
        """Show the numbers of the report in front that became no figure."""
        self._parts.shell.docks.want(self._parts.shell.docks.sources, True)
        self._parts.rooms.figures.show_unused()

    def show_watch_list(self) -> None:
        """Show the watch list."""
        self._parts.shell.tabs.bring(INDICATORS)
        self._parts.rooms.indicators.show_watch_list()

    def show_review(self) -> None:
        """Show the review queue."""
        self._parts.shell.tabs.bring(INDICATORS)
        self._parts.rooms.indicators.show_review()

    def show_health(self) -> None:
        """Show the state of the library in a tab of its own."""
        parts = self._parts
        view = self.health()
        if view is None:
            view = HealthView(parts.shell.library, parts.layering, parts.themes)
            view.destination_requested.connect(parts.shell.session.visit)
            view.note_requested.connect(self._show_note)
            view.series_requested.connect(self.show_indicator)
            view.review_requested.connect(self.show_review)
            view.repair_requested.connect(self.repair_requested)
            view.failed.connect(self.failed)
            parts.shell.tabs.add(HEALTH, view, self.tr("State of the library"), icon("circle-check"))
        parts.shell.tabs.bring(HEALTH)

    def health(self) -> HealthView | None:
        """Return the page of the state of the library, if it is open."""
        page = self._parts.shell.tabs.page(HEALTH)
        return page if isinstance(page, HealthView) else None

    def refresh(self) -> None:
        """The library changed."""
        self.lookup.forget()
        view = self.health()
        if view is not None:
            view.refresh()

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        self._parts.shell.tabs.name(HEALTH, self.tr("State of the library"))

    def undo(self) -> None:
        """Take the last correction, decision, highlight or note back, and say so."""
        if self._parts.layering.undo():
            noted = isinstance(self._parts.layering.last, Annotation)
            figures, own = (
                self.tr("The last correction or decision was taken back."),
                self.tr("The last change of your highlights and notes was taken back."),
            )
            self._parts.shell.notices.tell(Notice("good", own if noted else figures))

    def redo(self) -> None:
        """Lay on again what was taken back."""
        if self._parts.layering.redo():
            self._parts.shell.notices.tell(Notice("good", self.tr("Done again.")))

    def _changed(self) -> None:
        if not self._parts.layering.undone:
            choice = Choice(self.tr("Undo"), self.undo)
            self._parts.shell.notices.tell(
                Notice("good", self.tr("Kept in your notebook; the report stays as it is."), choices=(choice,))
            )

    def _connect_pane(self, opened: OpenReport) -> None:
        pane: ReadingPane = opened.pane
        pane.live.card.before = self.lookup.year_before
        pane.figure_requested.connect(self.open_series)
        pane.why_requested.connect(self.explain)

    def _follow(self, opened: OpenReport | None) -> None:
        if opened is not None:
            self._parts.rooms.figures.show_report(opened.report, opened.content)

    def _explain_in(self, report_id: int, figure_id: int) -> None:
        """Go to a figure of any report and explain it there."""
        figure = queries.figure(self._parts.shell.library.reader(), figure_id)
        if figure is not None:
            place = Destination(report_id, place=figure.place, start=figure.start, end=figure.end)
            self._parts.shell.session.visit(place)
            self.explain(figure_id)

    def _no_series(self, figure_id: int) -> None:
        text = self.tr("This number stands in no series yet.")
        self._parts.shell.notices.tell(Notice("info", text, self.tr("Its report says neither year nor period.")))
        del figure_id

    def _show_note(self, report_id: int, note_id: int) -> None:
        self._parts.shell.session.visit(Destination(report_id))
        self._parts.shell.following.show_note(note_id)
