"""The window: it connects the rooms; what they do is their own affair.

What is seen first is made in `furnishing.py`; the rest, in `rooms.py`, is made right after the first paint, or when
it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db import queries
from db.first_start import sample_files
from db.library import Library
from desktop import dialogs, layout
from desktop.command_states import allow, show_choices
from desktop.desk import OpenReport, long_name, report_of
from desktop.furnishing import INDICATORS, SHELF, FurnishedWindow, Shared
from desktop.handlers import Parts, part_handlers, zoom_to
from desktop.in_turns import InTurns
from desktop.memory import Memory
from desktop.messages import notice_of, repair_choices
from desktop.notices import Notice
from desktop.session import Destination
from desktop.settings import HIDDEN_DOCKS, LANGUAGE, SAMPLES_KEPT, ZOOM
from desktop.widgets import panes

__all__ = ["INDICATORS", "SHELF", "MainWindow", "Shared"]

if TYPE_CHECKING:
    from desktop.dropping import Dropped
    from desktop.preferences.dialog import PreferencesDialog
    from desktop.rooms import Rooms

SAVE_EVERY = 30_000


class MainWindow(FurnishedWindow):
    """One library, open. `store_requested` asks for another one by its path, `restore_requested` for a backup of it,

    `repair_requested` for the library to be mended. `left` is emitted at closing, `furnished` when all rooms are there.
    """

    store_requested = Signal(object, bool)
    restore_requested = Signal(object)
    repair_requested = Signal()
    left = Signal()
    furnished = Signal()

    def __init__(self, library: Library, memory: Memory, shared: Shared) -> None:
        super().__init__(library, memory, shared)
        self._rooms: Rooms | None = None
        self._turns = InTurns("desktop.rooms", self._furnishing(), self)
        self._preferences: PreferencesDialog | None = None
        self._slugs, self._first_tab = layout.saved_tabs(self._settings, library.uuid)
        self.commands.needed.connect(self.furnish)
        self._name_shell()
        self._show_choices()
        self._allow()
        layout.restore_size(self, self._settings)
        # What was in front last time comes with the rooms; until then no other page takes its place.
        self.shelf.setHidden(self._first_tab > 0)
        self._autosave = QTimer(self)
        self._autosave.setInterval(SAVE_EVERY)
        self._autosave.timeout.connect(self.save)

    def furnish(self) -> None:
        """Make at once what is missing of the rooms."""
        if self._rooms is None:
            self._turns.finish()

    def _furnishing(self) -> Iterator[None]:
        """Make the rooms the window was first seen without, part by part, and bring back what was open."""
        from desktop.rooms import Rooms  # noqa: PLC0415 - all views take longer to load than the first paint

        rooms = Rooms()
        yield from rooms.made(self)
        self._rooms = rooms
        self.desk, self.docks, self.following, self.finder = rooms.desk, rooms.docks, rooms.following, rooms.finder
        self.contents, self.notes, self.search, self.imports = rooms.contents, rooms.notes, rooms.search, rooms.imports
        self.figures, self.indicators, self.layering = rooms.figures, rooms.indicators, rooms.layering
        self.tasks, self.comparing, self.sourcing = rooms.tasks, rooms.comparing, rooms.sourcing
        self.outgoing, self.drops, self.annotating = rooms.outgoing, rooms.drops, rooms.annotating
        self.reloading, self.helping, self.exchange = rooms.reloading, rooms.helping, rooms.exchange
        self.beside = rooms.beside
        self.commands.obey(self._handlers())
        self._connect()
        self._name_rooms()
        self._restore()
        self._autosave.start()
        self.setUpdatesEnabled(True)
        self.furnished.emit()

    if not TYPE_CHECKING:  # what is there after `furnish`, mypy knows without it

        def __getattr__(self, name: str) -> Any:
            """Make the rooms when one of them is asked for before its time."""
            if name.startswith("_") or self._rooms is not None:
                raise AttributeError(name)
            self.furnish()
            return getattr(self, name)

    def _connect(self) -> None:
        tasks, session = self.tasks, self.session
        self.following.use_docks(self.docks)
        self.following.changed.connect(self._front_changed)
        self.following.bookmark_requested.connect(self.bookmark)
        self.tabs.closed.connect(lambda _key: self._allow())
        session.history_changed.connect(self._allow)
        parts = (self.desk, self.imports, self.notes, self.comparing, self.indicators, self.sourcing, self.outgoing)
        for room in (*parts, self.layering, self.annotating):
            room.failed.connect(self.tell)
        self.sourcing.repair_requested.connect(self.repair_requested)
        self.memory.troubled = self.tell
        self.reloading.reopen_requested.connect(lambda: self.store_requested.emit(self.store, False))
        self.shelf.report_requested.connect(self.open_report)
        self.shelf.import_requested.connect(tasks.import_paths)
        self.shelf.samples_requested.connect(self._take_samples)
        self.shelf.remove_requested.connect(tasks.remove)
        self.shelf.original_requested.connect(tasks.open_original)
        self.search.destination_requested.connect(session.visit)
        self.indicators.destination_requested.connect(session.visit)
        self.imports.destination_requested.connect(session.visit)
        self.imports.report_requested.connect(self.open_report)
        self.imports.compare_requested.connect(self.comparing.compare)
        self.shelf.compare_requested.connect(self.comparing.compare)
        self.outgoing.counted.connect(lambda number: self.commands.count("export", number))
        for source in (tasks, self.reloading):
            source.changed.connect(self.refresh)
            source.removed.connect(self._forget)
        tasks.importing.connect(lambda: self.docks.want(self.docks.imports, True))
        tasks.samples_in.connect(lambda: self.docks.want(self.docks.imports, False))
        self.drops.dropped.connect(self._dropped)
        self.tools.search_requested.connect(self.open_search)
        self.status.zoom_requested.connect(lambda percent: zoom_to(self._settings, percent))
        self.status.language_requested.connect(self.switch_language)
        # Bound methods, no lambdas: what is told lives longer than the window.
        self._settings.changed.connect(self._choice_changed)
        for dock in self.docks.all:
            dock.visibilityChanged.connect(self._choice_changed)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does; those that concern several parts are the window's own."""
        parts = Parts(self.tabs, self.desk, self.docks, self.contents, self.finder, self.session, self._settings)
        return {
            **part_handlers(parts),
            **self.outgoing.handlers(),
            **self.beside.handlers(),
            **self.annotating.handlers(),
            "open-store": lambda: self._ask_for_store(create=False),
            "new-store": lambda: self._ask_for_store(create=True),
            "import": self.shelf.ask_for_files,
            "import-folder": self.shelf.ask_for_folder,
            "original": lambda: self.tasks.open_original(self.session.report_id),
            "reopen-tab": self._reopen,
            "quit": self.close,
            "refresh": self.refresh,
            "next-pane": lambda: panes.step(self._panes(), 1),
            "previous-pane": lambda: panes.step(self._panes(), -1),
            "full-screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "bookmark": self._bookmark_here,
            "bookmarks": lambda: self.finder.bookmarks(self.memory.bookmarks),
            "search": self.open_search,
            **self.sourcing.handlers(),
            "undo": self._undo,
            "undo-import": self.tasks.undo_last,
            "restore": self.open_backups,
            "compare": self.comparing.with_year_before,
            "next-change": lambda: self.comparing.step(1),
            "previous-change": lambda: self.comparing.step(-1),
            "palette": lambda: self.finder.commands(self.commands),
            "preferences": self.open_preferences,
            **self.helping.handlers(),
            **self.exchange.handlers(),
        }

    @property
    def store(self) -> Path:
        """The file of the library."""
        return self.library.path

    def tell(self, error: Exception) -> None:
        """Say what went wrong, and offer the repair where the library is damaged."""
        self.notices.tell(notice_of(error, *repair_choices(error, self.repair_requested.emit)))

    # What the user asks for

    def open_report(self, report_id: int) -> None:
        """Open a report where it was left."""
        self.furnish()
        self.session.visit(Destination(report_id))

    def open_search(self) -> None:
        """Show the search over the library and put the cursor into it."""
        self.docks.want(self.docks.search, True)
        self.search.focus_box()

    def open_preferences(self) -> None:
        """Show the preferences beside the window."""
        if self._preferences is None:
            self._preferences = dialogs.preferences(self, self.shared)
        self._preferences.refresh()
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def open_backups(self) -> None:
        """Show the backups of the library, to go back to one."""
        dialogs.show_backups(self, self.library.path, self.restore_requested.emit)

    def close_preferences(self) -> None:
        """Take the preferences away."""
        if self._preferences is not None:
            self._preferences.close()

    def switch_language(self) -> None:
        """Change between Vietnamese and English."""
        self._settings.put(LANGUAGE, "en" if self._settings.get(LANGUAGE) == "vi" else "vi")

    def _take_samples(self) -> None:
        self.tasks.import_samples(sample_files(), lambda: self._settings.put(SAMPLES_KEPT, True))

    def _undo(self) -> None:
        """On the shelf the last import or removal is taken back, elsewhere the last correction or decision."""
        if self.tabs.current_key() == SHELF and not self.annotating.has_keys():
            self.tasks.undo_last()
        else:
            self.sourcing.undo()

    def _bookmark_here(self) -> None:
        if (opened := self.desk.current()) is not None:
            self.bookmark(opened.pane.here())

    def bookmark(self, here: Destination) -> None:
        """Set a bookmark, or take the one that is there away, and say so."""
        opened = self.desk.current()
        if opened is not None:
            kept = self.memory.toggle_bookmark(opened.report, opened.content, here)
            self.notices.tell(Notice("good", self.tr("Bookmarked.") if kept else self.tr("The bookmark was removed.")))

    def refresh(self) -> None:
        """Read the library anew: reports came or went."""
        self.shelf.refresh()
        self.indicators.refresh()
        self.search.refresh()
        self.comparing.refresh()
        self.sourcing.refresh()
        self.outgoing.refresh()
        self.annotating.refresh()
        self._allow()

    def save(self) -> None:
        """Remember everything that a restart brings back; what has not been brought back yet stays remembered."""
        if self._rooms is None:
            return
        layout.save_window(self, self._settings)
        self._settings.put(HIDDEN_DOCKS, self.docks.hidden())
        self.following.keep_tree()
        slugs = [report.slug for report in self.desk.reports()]
        layout.save_tabs(self._settings, self.library.uuid, slugs, self.tabs.currentIndex())
        self.desk.keep_places()
        self._settings.sync()
        self.status.show_saved(QTime.currentTime())

    # Qt's own events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self._name_shell()
            if self._rooms is not None:
                self._name_rooms()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_first()
        if self._rooms is None and self._first_tab == 0:
            panes.enter(self.shelf)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rooms is None:
            # When the event is over, the first frame is on the screen.
            QTimer.singleShot(0, self, self._turns.begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rooms is not None:
            self.docks.fit(self.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        way = {Qt.MouseButton.BackButton: self.session.back, Qt.MouseButton.ForwardButton: self.session.forward}
        step = way.get(event.button())
        step() if step else super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._autosave.stop()
        if self._rooms is not None:
            self.save()
            self.annotating.commit()
            self.imports.cancel()
            self.outgoing.close()
        super().closeEvent(event)
        self.left.emit()

    # Keeping the parts in step

    def _front_changed(self, opened: OpenReport | None) -> None:
        self._name_window(opened)
        self._allow()

    def _name_window(self, opened: OpenReport | None) -> None:
        name = [long_name(opened.report)] if opened is not None else []
        title = " – ".join([*name, "Tủ Báo Cáo"])
        read_only = self.tr("Read-only")
        self.setWindowTitle(f"{title} [{read_only}]" if self.library.read_only else title)

    def _allow(self) -> None:
        """Tell the commands what can be done now."""
        report = self._rooms is not None and self.desk.current() is not None
        allow(self.commands, self.tabs, self.session, report=report, writable=not self.library.read_only)

    def _show_choices(self) -> None:
        settings = self._settings
        hidden = (settings.get(HIDDEN_DOCKS) if self._rooms is None else self.docks.hidden()).split()
        show_choices(self.commands, settings, hidden)
        self.status.show_zoom(settings.get(ZOOM))
        self.status.show_language(settings.get(LANGUAGE))

    def _choice_changed(self, _what: object) -> None:
        self._show_choices()

    def _panes(self) -> list[QWidget]:
        docks = self.docks
        right = (docks.notes, docks.sources, docks.annotations)
        return [self.tools, docks.contents, docks.search, self.tabs, *right, docks.imports]

    def _reopen(self) -> None:
        report_id = report_of(self.tabs.reopened())
        if report_id:
            self.open_report(report_id)

    def _forget(self, report_id: int) -> None:
        self.session.forget_report(report_id)
        self.desk.close_report(report_id)

    def _dropped(self, what: Dropped) -> None:
        if what.stores:
            self.store_requested.emit(what.stores[0], False)
        else:
            self.tasks.import_paths(what.importable)

    def _ask_for_store(self, create: bool) -> None:
        folder = self.library.path.parent
        dialogs.ask_for_store(self, folder, create, lambda path: self.store_requested.emit(path, create))

    def _restore(self) -> None:
        layout.restore_docks(self, self._settings, self.docks.place)
        self.docks.hide(self._settings.get(HIDDEN_DOCKS))
        for report in queries.reports_named(self.library.reader(), self._slugs):
            self.desk.add(report)
        if self._first_tab >= self.tabs.count():
            self._first_tab = 0
        self._show_choices()
        self._allow()
        self.shelf.show()
        if self.isVisible():
            self._bring_first()

    def _bring_first(self) -> None:
        """Bring the tab to the front that was there last time, when it is there and the window has its size."""
        # Only now is the width known that the report in front is to be set for.
        self.layout().activate()  # type: ignore[union-attr]  # a QMainWindow has one
        if self._rooms is not None and self._first_tab >= 0:
            first, self._first_tab = self._first_tab, -1
            self.tabs.setCurrentIndex(first)
            panes.enter(self.tabs.widget(first))

    def _name_shell(self) -> None:
        self.tabs.name(SHELF, self.tr("Shelf"))
        self._name_window(self.desk.current() if self._rooms is not None else None)

    def _name_rooms(self) -> None:
        self.following.retranslate()
        self.tabs.name(INDICATORS, self.tr("Indicators"))
        self.docks.retranslate()
        self.sourcing.retranslate()
        self.desk.retranslate()
        self.outgoing.retranslate()
