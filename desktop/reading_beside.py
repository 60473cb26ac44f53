"""Opens two reading panes in a tab and finds, off the GUI thread, what in one report answers the other."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from db import queries
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Content, Progress, Report
from desktop.answers import Answers, Side
from desktop.comparing import newest_of, two_years, year_before
from desktop.desk import Desk
from desktop.icons import icon
from desktop.jobs import Job
from desktop.notices import empty_shelf
from desktop.session import Session
from desktop.settings import Settings
from desktop.tabs import Tabs
from desktop.two_panes import TwoPanes

if TYPE_CHECKING:
    from desktop.reading.pane import ReadingPane

BESIDE = "beside"


class ReadingBeside(QObject):
    """The tab of two panes. `failed` carries what could not be read or compared, `told` a Notice."""

    failed = Signal(object)
    told = Signal(object)

    def __init__(  # noqa: PLR0917 - what a tab of panes stands on
        self,
        library: Library,
        tabs: Tabs,
        desk: Desk,
        session: Session,
        settings: Settings,
        make_pane: Callable[[], ReadingPane],
    ) -> None:
        super().__init__(tabs)
        self._library, self._tabs, self._desk = library, tabs, desk
        self._session, self._settings = session, settings
        self._make_pane = make_pane
        self._job: Job | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do that concern two panes."""
        return {"two-panes": self.open, "match-pane": self.match}

    def view(self) -> TwoPanes | None:
        """Return the two panes, if they are open."""
        return cast("TwoPanes | None", self._tabs.page(BESIDE))

    def open(self) -> None:
        """Show the report being read beside the one of the year before, else beside itself."""
        reports = queries.reports(self._library.reader())
        front = next((one for one in reports if one.id == self._session.report_id), None) or newest_of(reports)
        if front is None:
            self.told.emit(empty_shelf())
            return
        view = self.view() or self._made()
        view.offer(reports)
        opened = self._desk.current()
        here = opened.pane.here() if opened is not None and opened.report.id == front.id else None
        self._tabs.bring(BESIDE)
        view.show_reports((year_before(reports, front) or front).id, front.id)
        if here is not None:
            view.begin_at(1, here)

    def match(self) -> None:
        """Bring the other pane to what answers this one."""
        view = self.view()
        if view is not None:
            view.match_other()

    def refresh(self) -> None:
        """The library changed."""
        view = self.view()
        if view is not None:
            view.offer(queries.reports(self._library.reader()))

    def retranslate(self) -> None:
        """Name the tab anew."""
        self._tabs.name(BESIDE, self.tr("Two panes"))

    def _made(self) -> TwoPanes:
        view = TwoPanes(self._make_pane, self._read)
        view.made.connect(self._desk.made)
        view.pair_wanted.connect(self._pair)
        view.renamed.connect(self.retranslate)
        self._tabs.add(BESIDE, view, self.tr("Two panes"), icon("panel-left"))
        return view

    def _read(self, report_id: int) -> tuple[Report, Content] | None:
        conn = self._library.reader()
        report = queries.report(conn, report_id)
        if report is None:
            return None
        try:
            return report, queries.content(conn, report_id)
        except TuBaoCaoError as error:
            self.failed.emit(error)
            return None

    def _pair(self, left: int, right: int) -> None:
        view, conn = self.view(), self._library.reader()
        reports = queries.report(conn, left), queries.report(conn, right)
        if view is None or reports[0] is None or reports[1] is None:
            return
        if self._job is not None:
            self._job.abandon()  # of a pair that is no longer shown
        job = self._job = Job(_answers(self._library, self._settings, (reports[0], reports[1])), view)
        job.succeeded.connect(lambda answers: view.answer_with(left, right, answers))
        job.failed.connect(self._not_compared)
        job.start()

    def _not_compared(self, error: object) -> None:
        view = self.view()
        if view is not None:
            view.no_answers()
        self.failed.emit(error)


def _answers(
    library: Library, settings: Settings, reports: tuple[Report, Report]
) -> Generator[Progress, None, Answers]:
    found = yield from two_years(library, settings, *reports)
    left, right = (Side(report.id, content) for report, content in zip(reports, found.contents, strict=True))
    return Answers((left, right), found.comparison)
