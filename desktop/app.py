"""The program with its window: it makes what all windows share, opens libraries and hands the parts to each other."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMainWindow

from db import queries
from db.errors import BrokenPolicy, DamagedLibrary, TuBaoCaoError
from db.first_start import sample_files
from db.library import Library
from db.model import Progress
from db.notebook import DAMAGED as NOTEBOOK_DAMAGED
from db.notebook import Notebook
from db.places import default_store, notebook_path, settings_folder
from db.policy import Policy, policy
from desktop.application import application, has_display
from desktop.fonts import use_interface_font
from desktop.jobs import abandon_below
from desktop.languages import LANGUAGES, Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.messages import notice_of
from desktop.notices import Notice
from desktop.settings import INTERFACE_SCALE, LANGUAGE, LAST_STORE, SAMPLES_KEPT, THEME, Settings, unusable
from desktop.themes import Themes

if TYPE_CHECKING:
    from db.salvage import Mended
    from desktop.explaining import ExplainingWindow
    from desktop.waiting import WaitingWindow

SETTINGS_FILE = "tubaocao.ini"


def run_window(store: Path | None, files: Sequence[Path], language: str | None, open_at: str = "") -> int:
    """Open the window on a library (None: the one opened last, else the default) and offer it `files`.

    `open_at` is a link (`db.links`) whose place is shown at once.

    Returns the exit status. Where there is no display at all, every view is drawn
    into PNG files instead, and said where and why.
    """
    if not has_display():
        return _draw_instead(store, language)
    app = application()
    laid_down = policy()
    program = Program(Settings(settings_folder() / SETTINGS_FILE, laid_down), language)
    window = program.open(store or program.last_store(), files)
    if isinstance(window, MainWindow):
        tell_of_policy(window, laid_down)
        window.furnished.connect(_collect_garbage)
        if open_at:
            window.furnished.connect(lambda: window.outgoing.open_link(open_at))
    else:
        _collect_garbage()
    status = app.exec()
    program.settings.sync()
    return status


def tell_of_policy(window: MainWindow, laid_down: Policy) -> None:
    """Say once in the window that the administrator's file cannot be used, whole or in part."""
    parts = [laid_down.broken] if laid_down.broken else []
    parts += unusable(laid_down)
    if laid_down.file is not None and parts:
        window.notices.tell(notice_of(BrokenPolicy(laid_down.file, ", ".join(parts)), level="warning"))


def _collect_garbage() -> None:
    """Begin with it (`desktop.cli` puts it off), and never look again through what stays to the end."""
    gc.freeze()
    gc.enable()


class Program(QObject):
    """Holds what windows share, and the windows themselves; the last one closed ends the program."""

    def __init__(self, settings: Settings, language: str | None = None) -> None:
        super().__init__()
        self.settings = settings
        if language in LANGUAGES:
            settings.put(LANGUAGE, language)
        use_interface_font(settings.get(INTERFACE_SCALE))
        self.shared = Shared(settings, Themes(self), Languages())
        self.shared.languages.use(settings.get(LANGUAGE))
        self.shared.themes.use(settings.get(THEME))
        settings.changed.connect(self._setting_changed)
        self.windows: list[QMainWindow] = []

    def last_store(self) -> Path:
        """Return the library opened last; the default one where that is gone, was none, or the policy says so."""
        named = self.settings.get(LAST_STORE)
        known = named and Path(named).is_file() and not policy().store_locked
        return Path(named) if known else default_store()

    def open(self, store: Path, files: Sequence[Path] = (), create: bool | None = None) -> QMainWindow:
        """Open a window on a library; where that fails, one that explains. The default library is made if need be."""
        store = store.absolute()
        first = not store.exists()
        try:
            window = self._library_window(store, first if create is None else create)
        except (TuBaoCaoError, OSError) as error:
            from desktop.explaining import ExplainingWindow  # noqa: PLC0415 - hardly ever needed

            return self._show(ExplainingWindow(store, error))
        self.settings.put(LAST_STORE, str(store))
        # After the first paint: a reader process and sqlite-utils cost time the window should not wait for.
        window.furnished.connect(lambda: self._begin(window, list(files), first))
        self._show(window)
        return window

    def _library_window(self, store: Path, create: bool) -> MainWindow:
        if create:
            store.parent.mkdir(parents=True, exist_ok=True)
        library = Library.open(store, create=create)
        trouble: TuBaoCaoError | None = None
        notebook: Notebook | None = None
        try:
            notebook = Notebook.open(notebook_path(store))
        except TuBaoCaoError as error:
            trouble = error
        window = MainWindow(library, Memory(library, notebook), self.shared)
        if notebook is not None and notebook.set_aside is not None:
            trouble = DamagedLibrary(notebook.path, notebook.set_aside.name, NOTEBOOK_DAMAGED)
        if trouble is not None:
            window.notices.tell(notice_of(trouble, level="warning"))
        return window

    def _begin(self, window: MainWindow, files: list[Path], first: bool) -> None:
        if first and not files:
            window.tasks.import_samples(sample_files(), self._keep_samples)
        elif files:
            window.tasks.import_paths(files)
        elif not self.settings.get(SAMPLES_KEPT) and queries.only_samples(window.library.reader()):
            window.tasks.tell_of_samples(self._keep_samples)

    def _keep_samples(self) -> None:
        self.settings.put(SAMPLES_KEPT, True)

    def _show(self, window: MainWindow | ExplainingWindow) -> QMainWindow:
        self.windows.append(window)
        window.store_requested.connect(lambda store, create: self._replace(window, store, create))
        window.restore_requested.connect(lambda copy: self._restore(window, copy))
        window.repair_requested.connect(lambda: self._repair(window))
        window.left.connect(lambda: self._left(window))
        window.show()
        return window

    def _replace(self, window: QMainWindow, store: Path, create: bool) -> None:
        """Open another library in the stead of this one; the new window stands before the old one goes."""
        self.open(store, create=create)
        window.close()

    def _restore(self, window: MainWindow | ExplainingWindow, copy: Path) -> None:
        """Put a backup in the place of a window's library; the former file stays beside it."""
        from db import backups  # noqa: PLC0415 - only here
        from desktop.mending import RESTORING  # noqa: PLC0415 - only here

        self._at_rest(window, RESTORING, backups.restore(window.store, copy), self._restored)

    def _repair(self, window: MainWindow | ExplainingWindow) -> None:
        """Mend a window's library; where that takes a new file, the damaged one stays beside it."""
        from db import salvage  # noqa: PLC0415 - only here
        from desktop.mending import REPAIRING  # noqa: PLC0415 - only here

        self._at_rest(window, REPAIRING, salvage.mend(window.store), self._mended)

    def _at_rest(
        self,
        window: MainWindow | ExplainingWindow,
        title: str,
        work: Generator[Progress, None, Any],
        tell: Callable[[MainWindow, Any], None],
    ) -> None:
        """Close a window, work on its library once nobody reads it, open it again and tell what came of it."""
        from desktop.waiting import WaitingWindow  # noqa: PLC0415 - hardly ever needed

        waiting = WaitingWindow(window.store, title, work)
        waiting.succeeded.connect(lambda outcome: self._reopen(waiting, lambda opened: tell(opened, outcome)))
        waiting.failed.connect(lambda error: self._reopen(waiting, lambda opened: opened.tell(error), error))
        waiting.cancelled.connect(lambda: self._reopen(waiting, lambda _opened: None))
        waiting.left.connect(lambda: self._left(waiting))
        self.windows.append(waiting)
        waiting.show()
        pending = abandon_below(window)
        window.close()
        waiting.begin(pending)

    def _reopen(
        self, waiting: WaitingWindow, then: Callable[[MainWindow], None], error: Exception | None = None
    ) -> None:
        opened = self.open(waiting.store, create=False)
        waiting.close()
        if isinstance(opened, MainWindow):
            then(opened)
        elif error is not None:
            cast("ExplainingWindow", opened).tell(error)

    def _restored(self, opened: MainWindow, aside: Path | None) -> None:
        text = QCoreApplication.translate("App", "The library is as it was in the backup.")
        why = QCoreApplication.translate("App", "What it was before lies beside it as “{name}”.")
        opened.notices.tell(Notice("good", text, why.format(name=aside.name) if aside else ""))

    def _mended(self, opened: MainWindow, mended: Mended) -> None:
        from desktop.mending import notice_of_mended  # noqa: PLC0415 - only here

        opened.notices.tell(notice_of_mended(mended, opened.tasks.import_paths))

    def _left(self, window: QMainWindow) -> None:
        if window not in self.windows:
            return
        self.windows.remove(window)
        # Work under way still reads the library: it is stopped, and lets go of the file when it ends.
        abandon_below(window)
        if isinstance(window, MainWindow):
            window.memory.close()
            window.library.close()
        window.deleteLater()

    def _setting_changed(self, key: str) -> None:
        if key == LANGUAGE.key:
            self.shared.languages.use(self.settings.get(LANGUAGE))
        elif key == THEME.key:
            self.shared.themes.use(self.settings.get(THEME))
        elif key == INTERFACE_SCALE.key:
            use_interface_font(self.settings.get(INTERFACE_SCALE))
            self.shared.themes.use(self.settings.get(THEME))


def _draw_instead(store: Path | None, language: str | None) -> int:
    """Draw every view beside the library and say so on stdout."""
    where = (store or default_store()).absolute()
    folder = where.parent / "views"
    from desktop.views import render_all  # noqa: PLC0415 - every dialog there is

    drawn = render_all(where, folder, [language] if language in LANGUAGES else None)
    languages = Languages()
    languages.use(language if language in LANGUAGES else LANGUAGE.default)
    why = QCoreApplication.translate("App", "There is no display (DISPLAY and WAYLAND_DISPLAY are not set): no window.")
    what = QCoreApplication.translate("App", "Every view was drawn instead: {n} pictures in {folder}")
    sys.stdout.write(f"{why}\n{what.format(n=len(drawn), folder=folder)}\n")
    return 0
