"""The rooms of a window, made and placed; how they speak to each other is `main_window.py`'s affair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from db.library import Library
from desktop.commands import Commands
from desktop.comparing import Comparing
from desktop.contents.panel import ContentsPanel
from desktop.desk import Desk
from desktop.docks import Docks
from desktop.dropping import DropZone
from desktop.figures.panel import FiguresPanel
from desktop.finder import Finder
from desktop.following import Following
from desktop.footnotes.panel import FootnotesPanel
from desktop.icons import icon
from desktop.importing.panel import ImportPanel
from desktop.indicators.view import IndicatorsView
from desktop.languages import Languages
from desktop.layering import Layering
from desktop.library_tasks import LibraryTasks
from desktop.memory import Memory
from desktop.notices import NoticeBar
from desktop.outgoing import Outgoing
from desktop.palette import Palette
from desktop.reading.pane import ReadingPane
from desktop.search.panel import SearchPanel
from desktop.session import Session
from desktop.settings import Settings
from desktop.shelf.view import ShelfView
from desktop.sourcing import SourceParts, SourceRooms, SourceShell, Sourcing
from desktop.status import StatusBar
from desktop.tabs import Tabs
from desktop.themes import Themes
from desktop.tools import ToolBar

SHELF, INDICATORS = "shelf", "indicators"

if TYPE_CHECKING:
    from desktop.comparison.view import CompareView


@dataclass(frozen=True, slots=True)
class Shared:
    """What all windows of one run of the program have in common."""

    settings: Settings
    themes: Themes
    languages: Languages


class FurnishedWindow(QMainWindow):
    """One library's rooms, each in its place, and what carries words between several of them."""

    def __init__(self, library: Library, memory: Memory, shared: Shared) -> None:
        super().__init__()
        self.library = library
        self.memory = memory
        self._settings = shared.settings
        self._shared = shared
        self.session = Session(self)
        self._make_rooms()
        self._make_helpers()

    def _make_rooms(self) -> None:
        settings, themes = self._settings, self._shared.themes
        self.tabs = Tabs()
        self.shelf = ShelfView(self.library, settings, themes)
        self.layering = Layering(self.memory.layer_book(), self)
        self.indicators = IndicatorsView(self.library, themes, settings, self.layering)
        self.contents = ContentsPanel(self.session, themes)
        self.notes = FootnotesPanel(themes)
        self.search = SearchPanel(self.library, settings, themes)
        self.figures = FiguresPanel(self.layering, settings, themes)
        self.imports = ImportPanel(self.library, themes)
        self.notices = NoticeBar()
        self.status = StatusBar(self.library.path.name, self.library.read_only)
        self.docks = Docks(self, self.contents, self.search, self.notes, self.figures, self.imports)
        self.desk = Desk(self.library, self.tabs, self.session, self.memory, lambda: ReadingPane(settings, themes))

    def _make_helpers(self) -> None:
        parts = (self.contents, self.notes, self.status)
        self.following = Following(self.desk, self.session, self._settings, parts)
        self.tasks = LibraryTasks(self.library, self.imports, self.notices)
        settings, themes = self._settings, self._shared.themes
        self.comparing = Comparing(
            self.library, self.tabs, self.session, self.notices, lambda: _compare_view(self.library, settings, themes)
        )
        rooms = SourceRooms(self.indicators, self.figures, self.notes)
        shell = SourceShell(self.library, self.tabs, self.desk, self.docks, self.session, self.following, self.notices)
        self.sourcing = Sourcing(SourceParts(rooms, shell, self.layering, themes))
        self.outgoing = Outgoing(self.library, self.desk, self.tabs, self.session, self.notices)
        self.outgoing.use(settings, themes)
        self.outgoing.attach(self.indicators, self.layering)
        self.finder = Finder(Palette(self), self.library, self.session, self.following.targets)
        self.drops = DropZone(self, self.library.read_only)

    def place(self, commands: Commands) -> None:
        """Put the rooms where they belong, below menus and tools made of `commands`."""
        self.setMinimumSize(640, 420)
        self.tabs.add(SHELF, self.shelf, "", icon("library"), closable=False)
        self.tabs.add(INDICATORS, self.indicators, "", icon("chart-line"), closable=False)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        commands.fill_menus(self.menuBar())
        self.tools = ToolBar(commands)
        self.addToolBar(self.tools)


def _compare_view(library: Library, settings: Settings, themes: Themes) -> CompareView:
    # The comparison brings rapidfuzz and, with it, numpy (0.1 s): the first comparison pays for them, not the start.
    from desktop.comparison.view import CompareView  # noqa: PLC0415

    return CompareView(library, settings, themes)
