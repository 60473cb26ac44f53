"""The windows over the window, each loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.commands import Commands
from desktop.furnishing import Shared
from desktop.languages import translate

if TYPE_CHECKING:
    from desktop.preferences.dialog import PreferencesDialog


def preferences(window: QWidget, shared: Shared) -> PreferencesDialog:
    """Return the preferences, not shown yet."""
    from desktop.preferences.dialog import PreferencesDialog  # noqa: PLC0415 - see above, as all that follow

    return PreferencesDialog(shared.settings, shared.themes, shared.languages, window)


def show_backups(window: QWidget, store: Path, chosen: Callable[[Path], object]) -> None:
    """Show the backups of a library; `chosen` is told which one to go back to."""
    from desktop.restoring import RestoreDialog  # noqa: PLC0415

    dialog = RestoreDialog(store, window)
    dialog.chosen.connect(chosen)
    dialog.open()


def show_keys(window: QWidget, commands: Commands) -> None:
    """Show every command that has a key."""
    from desktop import about  # noqa: PLC0415

    about.show_keys(window, commands)


def show_about(window: QWidget, store: Path) -> None:
    """Say what the program is, and which library is open."""
    from desktop import about  # noqa: PLC0415

    about.show_about(window, store)


def ask_for_store(window: QWidget, folder: Path, create: bool, chosen: Callable[[Path], object]) -> None:
    """Let the user choose a library to open, or a place for a new one."""
    fresh, known = translate("MainWindow", "New library"), translate("MainWindow", "Open library")
    dialog = QFileDialog(window, fresh if create else known, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if create else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setDefaultSuffix("tubaocao")
    dialog.setNameFilter(translate("MainWindow", "Libraries (*.tubaocao)"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
