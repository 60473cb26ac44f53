"""Two small windows of the help menu: the keys, and what this program is."""

from __future__ import annotations

import platform
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

import resources
from db.places import data_folder, settings_folder
from desktop.commands import COMMANDS, Commands, short_text
from desktop.languages import translate
from desktop.notices import plain_label
from desktop.version import program_version

_ROW = re.compile(r"^\| (?P<part>[^|]+) \| (?P<licence>[^|]+) \| (?P<texts>[^|]+) \|$", re.MULTILINE)
_OURS = "Tủ Báo Cáo"


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


def show_about(parent: QWidget, store: Path | None = None) -> QDialog:
    """Say what the program is, that it stays offline, where its data lies, and under which licences it is."""
    dialog = _dialog(parent, QCoreApplication.translate("Help", "About Tủ Báo Cáo"))
    name = plain_label("viewTitle")
    name.setText(f"Tủ Báo Cáo {program_version()}")
    pages = QTabWidget()
    pages.setAccessibleName(dialog.windowTitle())
    pages.addTab(_facts_page(store), translate("Help", "The program"))
    pages.addTab(_licences_page(), translate("Help", "Licences"))
    for place, widget in enumerate((name, pages)):
        dialog.layout().insertWidget(place, widget)  # type: ignore[union-attr]  # made by _dialog
    unit = QFontMetrics(parent.font()).height()
    dialog.resize(unit * 42, unit * 30)
    dialog.open()
    return dialog


def facts(store: Path | None) -> str:
    """Return versions and places as lines, to be copied for whoever looks after the program."""
    lines = (
        (translate("Help", "Version"), program_version()),
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
        (translate("Help", "System"), platform.platform()),
        (translate("Help", "Library"), str(store) if store else "–"),
        (translate("Help", "Your notes"), str(data_folder() / "notebooks")),
        (translate("Help", "Settings"), str(settings_folder())),
    )
    return "\n".join(f"{name}: {value}" for name, value in lines)


def licences() -> list[tuple[str, str, str]]:
    """Return what the program is made of: part, licence, the whole text of the licence."""
    index = resources.text("licences/INDEX.md")
    rows = [row for row in _ROW.finditer(index) if row["part"] != "part"]
    others = [(row["part"], row["licence"], _texts(row["texts"])) for row in rows]
    return [(_OURS, "MIT", resources.text("licences/tubaocao.txt")), *others]


def _texts(names: str) -> str:
    """Return the texts a line of the index names, one after the other."""
    files = (name.removeprefix("../") if name.startswith("../") else f"licences/{name}" for name in names.split(", "))
    return "\n\n".join(resources.text(file) for file in files)


def _facts_page(store: Path | None) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for object_name, words in (
        ("what", translate("Help", "Reads, questions and compares Vietnam's yearly office reports.")),
        (
            "offline",
            translate(
                "Help",
                "No network: nothing is sent and nothing is fetched, there are no updates by itself and no reports of "
                "use. No address or file named in a report is opened. Source files are never changed.",
            ),
        ),
    ):
        label = plain_label(object_name)
        label.setWordWrap(True)
        label.setText(words)
        column.addWidget(label)
    told = QPlainTextEdit(facts(store))
    told.setReadOnly(True)
    told.setAccessibleName(translate("Help", "Versions and places"))
    column.addWidget(told, 1)
    copy = QPushButton(translate("Help", "Copy"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told.toPlainText()))
    column.addWidget(copy, 0, Qt.AlignmentFlag.AlignRight)
    return page


def _licences_page() -> QWidget:
    listed = QListWidget()
    listed.setAccessibleName(translate("Help", "What the program is made of"))
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(translate("Help", "Text of the licence"))
    whole = licences()
    for part, licence, _words in whole:
        listed.addItem(QListWidgetItem(f"{part}\n{licence}"))
    listed.setWordWrap(True)
    listed.currentRowChanged.connect(lambda row: text.setPlainText(whole[row][2]))
    listed.setCurrentRow(0)
    split = QSplitter()
    split.addWidget(listed)
    split.addWidget(text)
    split.setStretchFactor(1, 1)
    split.setChildrenCollapsible(False)
    return split


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
