"""A window as it is seen first: menus, tools, the shelf. The other rooms (`rooms.py`) come after the first paint."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from db.library import Library
from desktop.commands import Commands
from desktop.icons import icon
from desktop.languages import Languages
from desktop.memory import Memory
from desktop.notices import NoticeBar
from desktop.session import Session
from desktop.settings import Settings
from desktop.shelf.view import ShelfView
from desktop.status import StatusBar
from desktop.tabs import Tabs
from desktop.themes import Themes
from desktop.tips import TipLine
from desktop.tools import ToolBar

SHELF, INDICATORS = "shelf", "indicators"


@dataclass(frozen=True, slots=True)
class Shared:
    """What all windows of one run of the program have in common."""

    settings: Settings
    themes: Themes
    languages: Languages


class FurnishedWindow(QMainWindow):
    """What stands in a window from the beginning, each part in its place."""

    def __init__(self, library: Library, memory: Memory, shared: Shared) -> None:
        super().__init__()
        self.library = library
        self.memory = memory
        self.shared = shared
        self._settings = shared.settings
        self.session = Session(self)
        self.tabs = Tabs()
        self.shelf = ShelfView(library, shared.settings, shared.themes)
        self.notices = NoticeBar()
        self.tips = TipLine(shared.settings)
        self.status = StatusBar(library.path.name, library.read_only)
        self.commands = Commands(self)
        self.tools = ToolBar(self.commands)
        self._place()

    def _place(self) -> None:
        self.setMinimumSize(640, 420)
        self.tabs.add(SHELF, self.shelf, "", icon("library"), closable=False)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.tips)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.commands.fill_menus(self.menuBar())
        self.addToolBar(self.tools)
