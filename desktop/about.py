"""Two small windows of the help menu: the keys, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands import COMMANDS, Commands, short_text


def program_version() -> str:
    """Return the version of the program as it is installed."""
    try:
        return version("tubaocao")
    except PackageNotFoundError:
        return "?"


def show_keys(parent: QWidget, commands: Commands) -> QDialog:
    """Show every command that has a key."""
    dialog = _dialog(parent, QCoreApplication.translate("Help", "Keyboard shortcuts"))
    listed = [commands[command.id] for command in COMMANDS if command.keys]
    table = QTableWidget(len(listed), 2)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAccessibleName(dialog.windowTitle())
    for row, action in enumerate(listed):
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        table.setItem(row, 0, QTableWidgetItem(short_text(action.text())))
        table.setItem(row, 1, QTableWidgetItem(", ".join(keys)))
    unit = QFontMetrics(parent.font()).height()
    table.setColumnWidth(1, unit * 12)
    dialog.layout().insertWidget(0, table)  # type: ignore[union-attr]  # made by _dialog
    dialog.resize(unit * 32, unit * 34)
    dialog.open()
    return dialog


def show_about(parent: QWidget) -> QDialog:
    """Say what the program is, its version, and that it stays offline."""
    dialog = _dialog(parent, QCoreApplication.translate("Help", "About Tủ Báo Cáo"))
    name = QLabel("Tủ Báo Cáo")
    name.setObjectName("viewTitle")
    words = QLabel(
        QCoreApplication.translate(
            "Help",
            "Version {version}, Qt {qt}. Reads Vietnam's yearly office reports, offline: nothing leaves this computer.",
        ).format(version=program_version(), qt=qVersion())
    )
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    for place, label in enumerate((name, words)):
        dialog.layout().insertWidget(place, label)  # type: ignore[union-attr]  # made by _dialog
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    unit = QFontMetrics(parent.font()).height()
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(unit, unit, unit, unit)
    layout.setSpacing(unit)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(QCoreApplication.translate("Help", "Close"))
    buttons.rejected.connect(dialog.close)
    layout.addWidget(buttons)
    dialog.setMinimumWidth(unit * 26)
    return dialog
