"""Opens the palette with what is asked for: commands, places, bookmarks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from db import queries
from db.library import Library
from desktop.commands import Commands
from desktop.finding import command_offers, everything, target_entries
from desktop.palette import Palette
from desktop.session import Session
from desktop.targets import Target, report_targets


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

    def commands(self, commands: Commands) -> None:
        """Ask for a command; places and reports answer as well."""
        offers = command_offers(commands)
        targets = [*self._places(), *self._reports()]
        hint = self.tr("A command, a section, a report…")
        self._palette.open(hint, lambda typed: everything(typed, offers, targets, self._session.visit))

    def places(self) -> None:
        """Ask where to go: in the report in front, or to a report of the library."""
        targets = [*self._places(), *self._reports()]
        hint = self.tr("Go to… 2.3, du lịch, note 12, table 4")
        self._palette.open(hint, lambda typed: target_entries(typed, targets, self._session.visit))

    def bookmarks(self, bookmarks: list[Target]) -> None:
        """Ask for one of the bookmarks."""
        hint = self.tr("Bookmarks") if bookmarks else self.tr("There are no bookmarks yet (Ctrl+D makes one)")
        self._palette.open(hint, lambda typed: target_entries(typed, bookmarks, self._session.visit))

    def close(self) -> None:
        """Take the palette away."""
        self._palette.close_palette()

    def _reports(self) -> list[Target]:
        return report_targets(queries.reports(self._library.reader()))
