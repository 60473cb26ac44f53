"""What changed against last year below each section of the report in front, for the badges of its contents.

Usual reports are compared in the background when they are read for a moment; long ones when the user compares them.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db import queries
from db.library import Library
from db.model import Progress, Report
from desktop.comparing import Comparing, two_years, year_before
from desktop.contents.holdings import Held
from desktop.contents.panel import ContentsPanel
from desktop.desk import OpenReport
from desktop.following import Following
from desktop.jobs import Job
from desktop.languages import translate
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.comparison.working import Compared

WAIT = 1_500
"""Milliseconds a report stands in front before it is compared."""
LONGEST = 1_500
"""Paragraphs of a report that is compared unasked: some 100 pages."""


class YearBadges(QObject):
    """Keeps for each report what changed in it, as long as the library does not."""

    def __init__(
        self, library: Library, settings: Settings, following: Following, contents: ContentsPanel, comparing: Comparing
    ) -> None:
        super().__init__(following)
        self._library, self._settings = library, settings
        self._contents = contents
        self._known: dict[int, list[Held]] = {}
        self._front: OpenReport | None = None
        self._job: Job | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self.compare_now)
        following.changed.connect(self._turned)
        comparing.compared.connect(self._compared)

    def compare_now(self) -> None:
        """Compare the report in front with the one of the year before, off the GUI thread."""
        opened = self._front
        if opened is None or opened.report.id in self._known or self._job is not None:
            return
        newer = opened.report
        job = self._job = Job(_last_year(self._library, self._settings, newer), self)
        job.succeeded.connect(lambda found: self._found(newer, found))
        job.failed.connect(lambda _error: self._found(newer, None))
        job.start()

    def forget(self) -> None:
        """The library changed: another report may be the one of the year before."""
        self._known.clear()
        self._turned(self._front)

    def _turned(self, opened: OpenReport | None) -> None:
        self._front = opened
        self._wait.stop()
        if opened is None:
            return
        if opened.report.id in self._known:
            self._contents.show_changes(opened.report.id, self._known[opened.report.id])
        elif len(opened.content.blocks) <= LONGEST:
            self._wait.start()

    def _found(self, newer: Report, found: Compared | None) -> None:
        """Keep what was found; nothing where there is no earlier year, or where the comparison fails."""
        self._job = None
        if found is not None:
            self._keep(found)
        else:
            self._known[newer.id] = []
        self._turned(self._front)

    def _compared(self, found: Compared) -> None:
        """Take what the user compared, with the sections paired by hand."""
        older = year_before(queries.reports(self._library.reader()), found.reports[1])
        if older is not None and older.id == found.reports[0].id and found.comparison.masked:
            self._keep(found)

    def _keep(self, found: Compared) -> None:
        newer = found.reports[1].id
        self._known[newer] = changes_of(found)
        self._contents.show_changes(newer, self._known[newer])


def changes_of(found: Compared) -> list[Held]:
    """Return every difference at the section of the newer report it is told under; 0 where it has none there."""
    from desktop.comparison.words import FILTER_WORDS  # noqa: PLC0415 - with rapidfuzz, see rooms.py

    newer = {pair.id: pair.right for pair in found.comparison.sections}
    changes = []
    for line in found.lines:
        text = " ".join((line.text(False) or line.text(True)).split())
        for kind in line.changes:
            words = f"{translate('Comparison', FILTER_WORDS[kind])}: {text[:140]}"
            changes.append(Held(words, newer.get(line.section or 0) or 0, line.right))
    return changes


def _last_year(library: Library, settings: Settings, newer: Report) -> Generator[Progress, None, Compared | None]:
    older = year_before(queries.reports(library.reader()), newer)
    return None if older is None else (yield from two_years(library, settings, older, newer))
