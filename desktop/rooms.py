"""The rooms of a window that are made after its first paint, and what carries words between several of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.library import Library
from desktop.annotating import AnnotatedRooms, AnnotatedShell, Annotating
from desktop.annotations.panel import AnnotationsPanel
from desktop.comparing import COMPARISON, Comparing
from desktop.contents.panel import ContentsPanel
from desktop.desk import Desk
from desktop.docks import Docks
from desktop.dropping import DropZone
from desktop.errands import Errands
from desktop.exchange import Exchange
from desktop.figures.panel import FiguresPanel
from desktop.finder import Finder
from desktop.following import Following
from desktop.fonts import load_reading_fonts
from desktop.footnotes.panel import FootnotesPanel
from desktop.furnishing import INDICATORS, FurnishedWindow
from desktop.helping import Helping
from desktop.icons import icon
from desktop.importing.panel import ImportPanel
from desktop.indicators.view import IndicatorsView
from desktop.layering import Layering
from desktop.library_tasks import LibraryTasks
from desktop.messages import notice_of
from desktop.outgoing import Outgoing
from desktop.palette import Palette
from desktop.reading.pane import ReadingPane
from desktop.reading_beside import ReadingBeside
from desktop.reloading import Reloading
from desktop.renewing import Renewing
from desktop.search.panel import SearchPanel
from desktop.settings import Settings
from desktop.sourcing import SourceParts, SourceRooms, SourceShell, Sourcing
from desktop.themes import Themes
from desktop.year_badges import YearBadges

if TYPE_CHECKING:
    from desktop.comparison.view import CompareView


class Rooms:
    """Makes the rooms of a window and puts them in their places; how they speak is `main_window.py`'s affair.

    `made` makes them one by one, so that the window can answer in between; they are there when all are.
    """

    def made(self, window: FurnishedWindow) -> Iterator[None]:
        """Make the rooms, a part in each step."""
        load_reading_fonts()
        yield
        yield from self._make_rooms(window)
        yield
        self._make_helpers(window)

    def _make_rooms(self, window: FurnishedWindow) -> Iterator[None]:
        library, settings, themes = window.library, window.shared.settings, window.shared.themes
        self.layering = Layering(window.memory.layer_book(), window)
        if self.layering.trouble is not None:
            window.notices.tell(notice_of(self.layering.trouble))
        yield
        self.indicators = IndicatorsView(library, themes, settings, self.layering)
        window.tabs.add(INDICATORS, self.indicators, "", icon("chart-line"), closable=False)
        yield
        self.contents = ContentsPanel(window.session, themes)
        self.notes = FootnotesPanel(themes)
        yield
        self.search = SearchPanel(library, settings, themes)
        yield
        self.figures = FiguresPanel(self.layering, settings, themes)
        yield
        self.imports = ImportPanel(library, themes)
        self.annotations = AnnotationsPanel(themes)
        sides = (self.contents, self.search, self.notes, self.figures, self.imports, self.annotations)
        yield
        # Where they stand is restored when all is there: until then nothing is drawn anew.
        window.setUpdatesEnabled(False)
        self.docks = Docks(window, *sides)
        self.desk = Desk(library, window.tabs, window.session, window.memory, lambda: ReadingPane(settings, themes))

    def _make_helpers(self, window: FurnishedWindow) -> None:
        library, settings, themes = window.library, window.shared.settings, window.shared.themes
        tabs, session, notices, desk = window.tabs, window.session, window.notices, self.desk
        self.following = Following(desk, session, settings, (self.contents, self.notes, window.status))
        self.tasks = LibraryTasks(library, self.imports, notices)
        self.comparing = Comparing(library, tabs, session, notices, lambda: _compare_view(library, settings, themes))
        rooms = SourceRooms(self.indicators, self.figures, self.notes)
        shell = SourceShell(library, tabs, desk, self.docks, session, self.following, notices)
        self.sourcing = Sourcing(SourceParts(rooms, shell, self.layering, themes))
        self.outgoing = Outgoing(library, desk, tabs, session, notices)
        self.outgoing.use(settings, themes)
        self.outgoing.attach(self.indicators, self.layering)
        self.outgoing.offer(COMPARISON, self.comparing.print_current)
        self.comparing.print_requested.connect(self.outgoing.print_page)
        marked = AnnotatedRooms(self.annotations, self.notes, self.comparing, self.outgoing)
        around = AnnotatedShell(library, tabs, desk, self.docks, session, notices, settings)
        self.annotating = Annotating(marked, around, self.layering)
        self.search.annotations = lambda: self.layering.annotations
        self.beside = ReadingBeside(library, tabs, desk, session, settings, lambda: ReadingPane(settings, themes))
        self.beside.failed.connect(desk.failed)
        self.beside.told.connect(window.notices.tell)
        self.tasks.changed.connect(self.beside.refresh)
        self.errands = Errands(self.contents, desk, session, self.comparing, self.outgoing)
        self.year_badges = YearBadges(library, settings, self.following, self.contents, self.comparing)
        self.tasks.changed.connect(self.year_badges.forget)
        self.finder = Finder(Palette(window), library, session, self.following.targets)
        self.drops = DropZone(window, library.read_only)
        self.reloading = Reloading(library, notices, window, desk.reports)
        self.reloading.begin()
        self.renewing = Renewing(library, notices)
        self.renewing.changed.connect(self.tasks.changed)
        self.renewing.begin()
        self.exchange = Exchange(window)
        self.imports.finished.connect(self.exchange.imported)
        self.helping = Helping(window)
        self.helping.begin()


def _compare_view(library: Library, settings: Settings, themes: Themes) -> CompareView:
    # The comparison brings rapidfuzz and, with it, numpy (0.1 s): the first comparison pays for them, not the start.
    from desktop.comparison.view import CompareView  # noqa: PLC0415

    return CompareView(library, settings, themes)
