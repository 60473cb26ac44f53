"""Help: the guide at the page of the room one stands in, the keys, what is new, what this program is, and tips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop import dialogs
from desktop.commands import COMMANDS, MENUS, short_text
from desktop.furnishing import FurnishedWindow
from desktop.notices import Choice, Notice
from desktop.settings import NEWS_SEEN
from desktop.version import program_version

if TYPE_CHECKING:
    from desktop.guide.window import GuideWindow

NEWS, FIRST = "news", "start"
_KEY = "guideKey"


class Helping(QObject):
    """Owns the guide of one window. F1 is heard in the dialogs of the window too."""

    def __init__(self, window: FurnishedWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide: GuideWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show tips from now on, and say once that a new version has come."""
        window, settings = self._window, self._window.shared.settings
        window.tips.guide_requested.connect(self.open_here)
        window.tabs.shown.connect(window.tips.visit)
        window.tips.visit(window.tabs.current_key())
        before, now = settings.get(NEWS_SEEN), program_version()
        settings.put(NEWS_SEEN, now)
        if before not in ("", now):
            text = self.tr("Tủ Báo Cáo {version} is here.").format(version=now)
            choice = Choice(self.tr("What is new"), lambda: self.open(NEWS))
            window.notices.tell(Notice("info", text, choices=(choice,)))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of the help menu do."""
        window = self._window
        return {
            "guide": self.open_here,
            "news": lambda: self.open(NEWS),
            "keys": lambda: dialogs.show_keys(window, window.commands),
            "about": lambda: dialogs.show_about(window, window.library.path),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)

    def open_here(self) -> None:
        """Open the guide at the page about the room in which the focus stands."""
        guide = self._made()
        focused = QApplication.focusWidget()
        self.open(page_about(focused if focused is not None else self._window, self._window, guide.book.rooms))

    def open(self, address: str) -> None:
        """Open the guide at a page, or page#anchor."""
        guide = self._made()
        guide.open(address)
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def close(self) -> None:
        """Take the guide away with its window."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None

    def _made(self) -> GuideWindow:
        if self.guide is None:
            from desktop.guide.window import GuideWindow  # noqa: PLC0415 - markdown-it: whoever reads the guide pays

            self.guide = GuideWindow(told, self._window.shared.themes)
        return self.guide

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let F1 be heard in a dialog of this window; its own shortcuts are silent while one is open."""
        top = now.window() if now is not None else None
        if not isinstance(top, QDialog) or not _belongs(top, self._window) or top.findChild(QShortcut, _KEY):
            return
        shortcut = QShortcut(QKeySequence("F1"), top, self.open_here)
        shortcut.setObjectName(_KEY)


def _belongs(dialog: QWidget, window: QWidget) -> bool:
    """Whether a dialog stands above a window, or above a dialog that does."""
    above: QWidget | None = dialog
    while above is not None and above is not window:
        above = above.parentWidget()
    return above is window


def page_about(widget: QWidget, window: FurnishedWindow, rooms: Mapping[str, str]) -> str:
    """Return the page about the room a widget belongs to, else about the tab in front."""
    front = window.tabs.currentWidget()
    beside = (front.focusProxy() or front) if front is not None else None
    for start in (widget, beside):
        one: QObject | None = start
        while one is not None:
            house, _, rest = type(one).__module__.partition(".")
            if house == "desktop" and (page := rooms.get(rest.partition(".")[0])):
                return page
            one = one.parent()
    return FIRST


def told(command_id: str) -> str:
    """Return a command as the guide names it: menu, words, first key; KeyError for an unknown one."""
    command = {one.id: one for one in COMMANDS}[command_id]
    menu = QCoreApplication.translate("Commands", dict(MENUS)[command.menu])
    words = QCoreApplication.translate("Commands", command.text)
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    said = f"**{short_text(menu)} ▸ {short_text(words)}**"
    return f"{said} `{keys}`" if keys else said
