"""Going back: the list of backups told by content, one of them put in place, Ctrl+Z on the shelf."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
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
from desktop.waiting import WaitingWindow


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


def the_new_window(qtbot, program, former) -> MainWindow:
    """Wait for the window that opens once the work on the closed library is done."""
    assert former not in program.windows
    qtbot.waitUntil(lambda: [type(one) for one in program.windows] == [MainWindow], timeout=20_000)
    return program.windows[0]


def test_a_backup_is_put_in_the_place_of_an_open_library(qtbot, program, library):
    window = program.open(library.path)
    assert isinstance(window, MainWindow)
    window.open_backups()
    choose_the_newest(qtbot, window)
    opened = the_new_window(qtbot, program, window)
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
    opened = the_new_window(qtbot, program, window)
    assert len(queries.reports(opened.library.reader())) == 1


def damage(library) -> bytes:
    """Spoil a report of the closed library and return what its file holds now."""
    with closing(sqlite3.connect(library.path, isolation_level=None)) as conn:
        conn.execute("UPDATE note SET text = text || '.' WHERE report_id = 2")
    return library.path.read_bytes()


def click(qtbot, parent, words) -> None:
    button = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_damage_is_shown_by_the_health_page_and_repaired_from_there(qtbot, program, library):
    body = damage(library)
    window = program.open(library.path)
    window.sourcing.show_health()
    page = window.sourcing.health()
    with qtbot.waitSignal(page.loaded):
        pass
    assert [item.detail[:7] for item in page.health.lists["damage"]] == ["TBC-303"]
    with qtbot.waitSignal(page.repair_requested):
        click(qtbot, page, "Repair the library…")
    opened = the_new_window(qtbot, program, window)
    assert [report.data.year for report in queries.reports(opened.library.reader())] == [2022]
    notice = opened.notices.notices()[-1]
    assert notice.level == "warning"
    assert "b.docx" in notice.details
    assert [choice.text for choice in notice.choices] == ["Import the lost ones again"]
    (aside,) = library.path.parent.glob("*.hong-*")
    assert aside.read_bytes() == body


def test_opening_a_damaged_report_offers_the_repair(qtbot, program, library):
    damage(library)
    window = program.open(library.path)
    window.open_report(2)
    qtbot.waitUntil(lambda: any("TBC-301" in one.details for one in window.notices.notices()))
    notice = next(one for one in window.notices.notices() if "TBC-301" in one.details)
    assert [choice.text for choice in notice.choices] == ["Repair the library…"]
    with qtbot.waitSignal(window.repair_requested):
        notice.choices[0].run()
    assert len(queries.reports(the_new_window(qtbot, program, window).library.reader())) == 1


def test_a_library_without_its_head_is_salvaged_from_the_explaining_window(qtbot, program, library):
    body = bytearray(library.path.read_bytes())
    body[:100] = bytes(100)
    library.path.write_bytes(body)
    window = program.open(library.path)
    assert isinstance(window, ExplainingWindow)
    click(qtbot, window, "Repair the library…")
    opened = the_new_window(qtbot, program, window)
    assert len(queries.reports(opened.library.reader())) == 2
    assert opened.notices.notices()[-1].level == "good"


def test_what_is_no_library_offers_no_repair(program, library):
    library.path.write_bytes(b"ruined" * 1000)
    window = program.open(library.path)
    assert not any(one.isVisible() for one in window.findChildren(QPushButton) if one.text() == "Repair the library…")


def test_a_restore_that_fails_opens_the_library_as_it_was_and_says_so(qtbot, program, library):
    copy = backups.backups(library.path)[0].path
    window = program.open(library.path)
    with copy.open("rb+") as file:
        file.truncate(copy.stat().st_size - 4096)
    window.restore_requested.emit(copy)
    opened = the_new_window(qtbot, program, window)
    assert len(queries.reports(opened.library.reader())) == 2
    assert "TBC-301" in opened.notices.notices()[-1].details


def test_a_repair_can_be_cancelled(qtbot, program, library):
    body = damage(library)
    window = program.open(library.path)
    window.repair_requested.emit()
    (waiting,) = program.windows
    assert isinstance(waiting, WaitingWindow)
    click(qtbot, waiting, "Cancel")
    the_new_window(qtbot, program, window)
    assert library.path.read_bytes() == body
    assert not list(library.path.parent.glob("*.hong-*"))


def test_the_window_answers_while_a_backup_is_put_in_place(qtbot, program, library, monkeypatch):
    """The copying itself waits here for the GUI thread to have turned over often."""
    turns: list[int] = []
    seen: list[threading.Thread] = []

    def slow(conn, draft):
        seen.append(threading.current_thread())
        while len(turns) < 20:
            time.sleep(0.001)
        real(conn, draft)

    real = backups._copy
    monkeypatch.setattr(backups, "_copy", slow)
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1) if seen else None)
    timer.start(0)
    window = program.open(library.path)
    window.restore_requested.emit(backups.backups(library.path)[0].path)
    the_new_window(qtbot, program, window)
    timer.stop()
    assert seen[0] is not threading.main_thread()


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
