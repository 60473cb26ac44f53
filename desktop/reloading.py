"""Notices that the file of an open library was changed by others, replaced or taken away, and offers what helps."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db import queries
from db.errors import LibraryClosed, TuBaoCaoError
from db.library import CHANGED, GONE, REPLACED, SAME, Library
from db.model import Report
from desktop.jobs import Job
from desktop.notices import Choice, Notice, NoticeBar

LOOK_EVERY = 3_000
"""Milliseconds between two looks at the file; coming back to the window is another one."""


class Reloading(QObject):
    """Looks at the file off the GUI thread. `changed` asks for the views to be read anew,

    `removed` tells which report of those open is not there any more. `reopen_requested` asks for the library to be
    opened anew, because another file has its name now.
    """

    changed = Signal()
    removed = Signal(int)
    reopen_requested = Signal()

    def __init__(
        self, library: Library, notices: NoticeBar, window: QWidget, opened: Callable[[], Iterable[Report]] = tuple
    ) -> None:
        super().__init__(window)
        self._library, self._notices, self._opened = library, notices, opened
        self._told: tuple[str, Notice | None] = (SAME, None)
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        # No event filter: one in Python would still be asked while Qt takes the window apart at the end of the program.
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_back)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.abandon()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """Coming back from another program is the moment to look."""
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()

    def look(self) -> None:
        """Look at the file now, unless a look is under way."""
        if self._job is None:
            self._job = Job(_look(self._library), self)
            self._job.succeeded.connect(self._found)
            self._job.start()

    def _found(self, standing: str) -> None:
        self._job = None
        before, notice = self._told
        if standing == before:
            return
        if notice is not None:
            self._notices.withdraw(notice)
        made = self._notice(standing)
        self._told = (standing, made)
        if made is not None:
            self._notices.tell(made)

    def _notice(self, standing: str) -> Notice | None:
        name = self._library.path.name
        if standing == CHANGED:
            return Notice(
                "info",
                self.tr("Another program has changed the library “{name}”.").format(name=name),
                self.tr("What is shown here is from before."),
                choices=(Choice(self.tr("Reload"), self._reload),),
            )
        if standing == REPLACED:
            return Notice(
                "warning",
                self.tr("The file “{name}” was replaced by another one.").format(name=name),
                self.tr("The window still shows the former library; nothing is written until it is reloaded."),
                choices=(Choice(self.tr("Reload"), self.reopen_requested.emit),),
            )
        if standing == GONE:
            return Notice(
                "warning",
                self.tr("The library “{name}” is not there any more.").format(name=name),
                self.tr("It was removed, renamed, or its drive was taken out; nothing can be written."),
                self.tr("Put the drive back in; the window notices by itself."),
                choices=(Choice(self.tr("Look again"), self.look, stays=True),),
            )
        return None

    def _reload(self) -> None:
        try:
            self._library.acknowledge()
            opened = {report.id for report in self._opened()}
            known = queries.reports_of(self._library.reader(), opened)
        except TuBaoCaoError:
            self.look()
            return
        self._told = (SAME, None)
        for report in tuple(self._opened()):
            if report.id not in known:
                self.removed.emit(report.id)
        self.changed.emit()


def _look(library: Library) -> Generator[Any, None, str]:
    """Return how the file stands; GONE as well where it cannot be read, as when a drive has died."""
    yield None
    try:
        return library.standing()
    except LibraryClosed:
        raise
    except TuBaoCaoError:
        return GONE
