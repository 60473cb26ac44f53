"""The open reports: one tab each, read from the library when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from db import queries
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Content, Report
from desktop.icons import icon
from desktop.session import Destination, Session
from desktop.tabs import Tabs

if TYPE_CHECKING:
    # The pane is handed in: whoever only names reports need not load it.
    from desktop.reading.pane import ReadingPane

PREFIX = "report/"


class Places(Protocol):
    """Remembers where each report was left."""

    def place_of(self, report: Report, content: Content) -> Destination | None: ...

    def leave(self, report: Report, content: Content, here: Destination) -> None: ...


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report in front, whole, and the pane it is read in."""

    report: Report
    content: Content
    pane: ReadingPane


class ReportPage(QWidget):
    """A tab of a report; empty until it is shown for the first time."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report
        self.open: OpenReport | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def fill(self, opened: OpenReport) -> None:
        """Put the pane in, at the size it will have: the page is set for its width."""
        self.open = opened
        self._layout.addWidget(opened.pane)
        self._layout.activate()
        opened.pane.show()  # its first resize comes now, not after a place was gone to
        self.setFocusProxy(opened.pane)


class Desk(QObject):
    """Opens reports in tabs, brings them to the front and goes to places in them.

    `shown` carries the OpenReport in front, or None where another view is; `turning` comes before it and
    tells whether it will be a report, so that the page has its final width before a place is gone to.
    """

    turning = Signal(bool)
    shown = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library: Library, tabs: Tabs, session: Session, places: Places, make_pane: Callable[[], ReadingPane]
    ) -> None:
        super().__init__(tabs)
        self._library = library
        self._tabs = tabs
        self._session = session
        self._make_pane = make_pane
        self._places = places
        tabs.shown.connect(self._tab_shown)
        session.destination_changed.connect(self.go)
        session.whereabouts = self._here

    def current(self) -> OpenReport | None:
        """Return the report in front."""
        page = self._tabs.currentWidget()
        return page.open if isinstance(page, ReportPage) else None

    def all(self) -> list[OpenReport]:
        """Return every report that has been shown and is open."""
        return [page.open for page in self._pages() if page.open is not None]

    def reports(self) -> list[Report]:
        """Return the reports that have a tab, in the order of the tabs."""
        return [page.report for page in self._pages()]

    def add(self, report: Report) -> None:
        """Give a report a tab at the end, without showing it."""
        if self._tabs.index_of(key_of(report.id)) < 0:
            self._tabs.add(key_of(report.id), ReportPage(report), "", icon("file-text"))
            self.retranslate()

    def go(self, destination: Destination) -> None:
        """Show a report and go to the place in it."""
        report = queries.report(self._library.reader(), destination.report_id)
        if report is None:
            return
        self.add(report)
        self._tabs.bring(key_of(report.id))
        opened = self.current()
        names_a_place = destination.place is not None or destination.section_id is not None or destination.query
        if opened is not None and names_a_place:
            opened.pane.go_to(destination)
        if opened is not None and self._may_take_focus():
            opened.pane.setFocus()

    def retranslate(self) -> None:
        """Name the tabs anew."""
        for report in self.reports():
            self._tabs.name(key_of(report.id), short_name(report), long_name(report))

    def close_report(self, report_id: int) -> None:
        """Close the tab of a report that is gone from the library."""
        self._tabs.close_key(key_of(report_id), remember=False)
        self._tabs.forget(key_of(report_id))

    def keep_places(self) -> None:
        """Remember where every open report is being read."""
        for opened in self.all():
            self._places.leave(opened.report, opened.content, opened.pane.here())

    def _here(self) -> Destination | None:
        opened = self.current()
        return opened.pane.here() if opened is not None else None

    def _may_take_focus(self) -> bool:
        """Whether the focus stands in the centre or nowhere: lists one walks through beside it keep it."""
        focused = QApplication.focusWidget()
        return focused is None or not focused.isVisible() or self._tabs.isAncestorOf(focused)

    def _pages(self) -> list[ReportPage]:
        pages = (self._tabs.widget(index) for index in range(self._tabs.count()))
        return [page for page in pages if isinstance(page, ReportPage)]

    def _tab_shown(self, _key: str) -> None:
        page = self._tabs.currentWidget()
        self.turning.emit(isinstance(page, ReportPage))
        if not isinstance(page, ReportPage):
            self.shown.emit(None)
            return
        if page.open is None:
            self._open(page)
        if page.open is not None:
            self.shown.emit(page.open)
            self._session.stand_at(page.open.pane.here())

    def _open(self, page: ReportPage) -> None:
        """Read a report; a damaged one is shown as far as it can be read, and the damage told."""
        conn = self._library.reader()
        try:
            content = queries.content(conn, page.report.id)
        except TuBaoCaoError as error:
            self.failed.emit(error)
            try:
                content = queries.content(conn, page.report.id, verify=False)
            except TuBaoCaoError:
                return
        pane = self._make_pane()
        opened = OpenReport(page.report, content, pane)
        page.fill(opened)
        self.made.emit(opened)
        pane.show_report(page.report, content)
        left = self._places.place_of(page.report, content)
        if left is not None:
            pane.go_to(left)


def key_of(report_id: int) -> str:
    """Return the key of a report's tab."""
    return f"{PREFIX}{report_id}"


def report_of(key: str) -> int:
    """Return the report of a tab's key; 0 for another view."""
    return int(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else 0


def short_name(report: Report) -> str:
    """Return what stands on a report's tab: its period, else its title or file."""
    data = report.data
    return data.period or (str(data.year) if data.year else "") or data.title or report.source.name


def long_name(report: Report) -> str:
    """Return a report's name for the title bar: its period, then who issued it."""
    data = report.data
    period = data.period or str(data.year or "")
    first = (
        QCoreApplication.translate("Desk", "Report {period}").format(period=period) if period else short_name(report)
    )
    return " – ".join(part for part in (first, data.issuer) if part)
