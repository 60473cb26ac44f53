"""Tells that the figures of a library were linked by another catalogue, and links them anew when asked."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, Signal

from db import relinking
from db.library import Library
from db.model import Progress
from desktop.jobs import Job
from desktop.messages import notice_of
from desktop.notices import Choice, Notice, NoticeBar


class Renewing(QObject):
    """`changed` tells that figures may stand in other series than before."""

    changed = Signal()

    def __init__(self, library: Library, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._library = library
        self._notices = notices
        self._job: Job | None = None

    def begin(self) -> None:
        """Look, off the GUI thread: the catalogue has to be read for it."""
        self._start(_needed(self._library), self._tell)

    def renew(self) -> None:
        """Link all figures by this program's catalogue, in one transaction."""
        self._start(relinking.relink(self._library), self._renewed)

    def _start(self, work: Generator[Progress, None, Any], done: Callable[[Any], None]) -> None:
        self._job = Job(work, self)
        self._job.succeeded.connect(done)
        self._job.failed.connect(lambda error: self._notices.tell(notice_of(error)))
        self._job.start()

    def _tell(self, needed: bool) -> None:
        if not needed:
            return
        read_only = self._library.read_only
        self._notices.tell(
            Notice(
                "info",
                self.tr("The series of this library were made by another catalogue of indicators."),
                self.tr("Figures may stand in other series than they would here; the reports are whole."),
                self.tr("Open it where it can be written to link them anew.") if read_only else "",
                choices=() if read_only else (Choice(self.tr("Link anew"), self.renew),),
            )
        )

    def _renewed(self, reports: int) -> None:
        self._notices.tell(
            Notice("good", self.tr("Figures were linked anew; reports with other links now: {n}.").format(n=reports))
        )
        self.changed.emit()


def _needed(library: Library) -> Generator[Progress, None, bool]:
    yield Progress(0, 0, "links")
    return not relinking.is_current(library.reader())
