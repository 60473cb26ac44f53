"""Opens the palette with what is asked for: commands, places, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress

from PySide6.QtCore import QObject

from db import queries
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Progress
from db.working import finished
from desktop.commands import Commands
from desktop.finding import command_offers, everything, target_entries
from desktop.jobs import Job
from desktop.palette import Palette
from desktop.session import Session
from desktop.targets import Target, report_targets

_AT_ONCE = 500


class Finder(QObject):
    """The three questions the palette answers. `places` gives the targets of the report in front."""

    def __init__(
        self, palette: Palette, library: Library, session: Session, places: Callable[[], list[Target]]
    ) -> None:
        super().__init__(palette)
        self._palette = palette
        self._library = library
        self._session = session
        self._places = places
        self._found: list[Target] = []
        self._generation = -1
        self._job: Job | None = None

    def commands(self, commands: Commands) -> None:
        """Ask for a command; places and reports answer as well."""
        offers = command_offers(commands)
        places = self._places()
        hint = self.tr("A command, a section, a report…")
        visit = self._session.visit
        self._palette.open(hint, lambda typed: everything(typed, offers, [*places, *self._reports(typed)], visit))
        self._gather()

    def places(self) -> None:
        """Ask where to go: in the report in front, or to a report of the library."""
        places = self._places()
        hint = self.tr("Go to… 2.3, du lịch, note 12, table 4")
        visit = self._session.visit
        self._palette.open(hint, lambda typed: target_entries(typed, [*places, *self._reports(typed)], visit))
        self._gather()

    def bookmarks(self, kept: Callable[[str], list[Target]]) -> None:
        """Ask for one of the bookmarks; `kept` gives them, told how to call one whose paragraph is gone."""
        bookmarks = kept(self.tr("place lost"))
        hint = self.tr("Bookmarks") if bookmarks else self.tr("There are no bookmarks yet (Ctrl+D makes one)")
        self._palette.open(hint, lambda typed: target_entries(typed, bookmarks, self._session.visit))

    def close(self) -> None:
        """Take the palette away."""
        self._palette.close_palette()

    def _gather(self) -> None:
        """Begin to gather the reports of the library as it is now; of ten thousand they come after the palette."""
        try:
            generation = self._library.generation()
        except TuBaoCaoError:
            return  # the commands are there all the same
        if generation != self._generation:
            self._generation = generation
            self._stop()
            self._job = job = Job(_targets(self._library), self)
            job.succeeded.connect(self._take)
            job.start()

    def _take(self, targets: list[Target]) -> None:
        self._job = None
        self._found = targets
        self._palette.again()

    def _reports(self, typed: str) -> list[Target]:
        """Return the reports; where words are typed before they are gathered, at once, for Enter may come next."""
        if typed.strip() and self._job is not None:
            self._stop()
            with suppress(TuBaoCaoError):  # the commands are there all the same
                self._found = finished(_targets(self._library))
        return self._found

    def _stop(self) -> None:
        if self._job is not None:
            self._job.abandon()
            self._job = None


def _targets(library: Library) -> Generator[Progress, None, list[Target]]:
    """Return one target per report; for a Job."""
    yield Progress(0, 0, "report")
    reports, targets = queries.reports(library.reader()), list[Target]()
    for start in range(0, len(reports), _AT_ONCE):
        yield Progress(start, len(reports), "report")
        targets += report_targets(reports[start : start + _AT_ONCE])
    return targets
