"""Going back: the list of backups told by content, one of them put in place, Ctrl+Z on the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QPushButton

from db import backups, queries
from db.digest import digest, store_digest
from db.library import Library
from db.model import Content, Source
from db.notebook import Notebook
from db.writer import add_report
from desktop.app import Program
from desktop.explaining import ExplainingWindow
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.restoring import RestoreDialog
from desktop.settings import Settings
from desktop.themes import Themes


def add(library: Library, content: Content, year: int, name: str) -> None:
    whole = replace(content, data=replace(content.data, year=year, period=str(year)))
    source = Source(name, name, f"{sum(name.encode()):064x}", "docx", 10)
    with library.writing() as conn:
        add_report(conn, whole, source, "2024-01-01T00:00:00Z", digest(whole))


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    add(opened, content, 2022, "a.docx")
    assert backups.back_up(opened.reader(), opened.path, backups.BEFORE_IMPORT)
    add(opened, content, 2023, "b.docx")
    yield opened
    opened.close()


@pytest.fixture
def program(qapp, qtbot, library, tmp_path, monkeypatch) -> Iterator[Program]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    library.close()
    font = qapp.font()
    program = Program(Settings(), "en")
    yield program
    for window in list(program.windows):
        window.close()
    program.shared.themes.use("light")
    qapp.setFont(font)


def choose_the_newest(qtbot, window) -> None:
    dialog = window.findChild(RestoreDialog)
    lines = dialog.findChild(QListWidget)
    restore = next(
        one
        for one in dialog.findChildren(QPushButton)
        if one.parent().buttonRole(one) == QDialogButtonBox.ButtonRole.AcceptRole
    )
    qtbot.waitUntil(restore.isEnabled)
    assert lines.count() == 1
    assert "2022" in lines.item(0).text()
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)


def test_a_backup_is_put_in_the_place_of_an_open_library(qtbot, program, library):
    window = program.open(library.path)
    assert isinstance(window, MainWindow)
    window.open_backups()
    choose_the_newest(qtbot, window)
    (opened,) = program.windows
    assert isinstance(opened, MainWindow)
    assert [report.data.year for report in queries.reports(opened.library.reader())] == [2022]
    assert ".hong-" in opened.notices.notices()[-1].why
    assert len(list(library.path.parent.glob("*.hong-*"))) == 1


def test_a_library_that_cannot_be_opened_offers_its_backups(qtbot, program, library):
    library.path.write_bytes(b"ruined" * 1000)
    window = program.open(library.path)
    assert isinstance(window, ExplainingWindow)
    button = next(one for one in window.findChildren(QPushButton) if one.text().startswith("Restore"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    choose_the_newest(qtbot, window)
    (opened,) = program.windows
    assert isinstance(opened, MainWindow)
    assert len(queries.reports(opened.library.reader())) == 1


@pytest.fixture
def window(qtbot, library, tmp_path) -> Iterator[MainWindow]:
    memory = Memory(library, Notebook.open(tmp_path / "n.notebook"))
    made = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    memory.close()


def test_control_z_on_the_shelf_brings_a_removed_report_back(qtbot, window, library):
    before = store_digest(library.reader())
    window.tasks.remove(1)
    window.notices.notices()[0].choices[0].run()
    assert len(queries.reports(library.reader())) == 1
    with qtbot.waitSignal(window.tasks.changed):
        window.commands["undo"].trigger()
    assert store_digest(library.reader()) == before
    window.notices.clear()
    window.commands["undo"].trigger()
    assert window.notices.notices()[0].level == "info"


def test_another_version_of_a_card_can_be_chosen_and_compared(qtbot, window, library, content):
    add(library, content, 2023, "c.docx")
    window.refresh()
    window.shelf.choose(3)
    assert window.shelf.chosen() == 3
    grid = window.shelf.findChild(type(window.shelf._grid), "shelfGrid")
    rect = grid.visualRect(grid.currentIndex())
    grid.viewport().repaint()
    box = grid.itemDelegate()._more[grid.currentIndex().row(), grid.currentIndex().column()]
    assert rect.contains(box.center().toPoint())
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    menu = next(one for one in window.shelf.children() if one.objectName() == "versions")
    texts = [action.text() for action in menu.actions() if action.text()]
    assert [text.split(" ")[0] for text in texts] == ["b.docx", "c.docx", "Compare"]
    menu.actions()[0].trigger()
    assert window.shelf.chosen() == 2
    with qtbot.waitSignal(window.shelf.compare_requested) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [2, 3]
    menu.close()
