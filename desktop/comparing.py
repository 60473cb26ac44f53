"""Opens the comparison of two reports in its tab, and walks its changes."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from db import queries
from db.library import Library
from db.model import Progress, Report
from desktop.icons import icon
from desktop.notices import Notice, NoticeBar
from desktop.session import Session
from desktop.settings import Settings
from desktop.tabs import Tabs

if TYPE_CHECKING:
    from desktop.comparison.view import CompareView
    from desktop.comparison.working import Compared

COMPARISON = "comparison"


class Comparing(QObject):
    """One tab for comparisons; which two years it compares is chosen in it, or by what is being read."""

    failed = Signal(object)
    print_requested = Signal(object)
    compared = Signal(object)

    def __init__(
        self, library: Library, tabs: Tabs, session: Session, notices: NoticeBar, make: Callable[[], CompareView]
    ) -> None:
        super().__init__(tabs)
        self._library = library
        self._tabs = tabs
        self._session = session
        self._notices = notices
        self._make = make

    def with_year_before(self, section: int = 0) -> None:
        """Compare the report being read (else the newest) with the one of the year before by the same issuer.

        `section` is the one of it to go to.
        """
        reports = queries.reports(self._library.reader())
        newer = next((report for report in reports if report.id == self._session.report_id), None) or newest_of(reports)
        older = year_before(reports, newer) if newer is not None else None
        if newer is None or older is None:
            text = self.tr("It takes reports of two years to compare.")
            why = self.tr("The shelf holds no report of an earlier year by the same issuer.")
            self._notices.tell(Notice("info", text, why))
            return
        self.compare(older.id, newer.id, section)

    def compare(self, left: int, right: int, section: int = 0) -> None:
        """Compare two reports, in the tab that stands for it, and go to a section of the newer one."""
        view = self.view()
        if view is None:
            view = self._make()
            view.destination_requested.connect(self._session.visit)
            view.failed.connect(self.failed)
            view.named.connect(self._name)
            view.compared.connect(self.compared)
            view.print_requested.connect(self.print_requested)
            self._tabs.add(COMPARISON, view, self.tr("Compare"), icon("git-compare"))
        self._tabs.bring(COMPARISON)
        view.compare(left, right, section)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change."""
        view = self.view()
        if view is not None:
            view.step(by)

    def print_current(self) -> None:
        """Print what is compared."""
        view = self.view()
        if view is not None:
            view.bar.export.ask_for_print()

    def view(self) -> CompareView | None:
        """Return the comparison, if there is one."""
        return cast("CompareView | None", self._tabs.page(COMPARISON))

    def refresh(self) -> None:
        """The library changed."""
        view = self.view()
        if view is not None:
            view.refresh()

    def _name(self, years: str) -> None:
        self._tabs.name(COMPARISON, self.tr("Compare {years}").format(years=years))


def two_years(
    library: Library, settings: Settings, older: Report, newer: Report
) -> Generator[Progress, None, Compared]:
    """Compare two reports with the sections paired by hand as the comparison does; for a Job."""
    # rapidfuzz is loaded here, in the background, and not when the window opens.
    from desktop.comparison import working  # noqa: PLC0415
    from desktop.comparison.pairings import PairingsByHand  # noqa: PLC0415

    places = PairingsByHand(settings, (older, newer)).places()
    return (yield from working.two_years(library, older, newer, True, places))


def year_before(reports: list[Report], report: Report) -> Report | None:
    """Return the newest report of an earlier year by the same issuer, else of the same place; None without one."""
    year = report.data.year
    if year is None:
        return None
    earlier = [one for one in reports if one.data.year is not None and one.data.year < year]
    same = [one for one in earlier if one.data.issuer == report.data.issuer] or [
        one for one in earlier if report.data.place and one.data.place == report.data.place
    ]
    return max(same, key=lambda one: (one.data.year or 0, one.id), default=None)


def newest_of(reports: list[Report]) -> Report | None:
    """Return the report of the newest year; None where there is none."""
    return max(reports, key=lambda report: (report.data.year or 0, report.id), default=None)
