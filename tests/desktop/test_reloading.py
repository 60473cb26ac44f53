"""The file of the open library changes, is replaced or goes away: the window says so and offers what helps."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db import undo
from db.digest import digest
from db.library import Library
from db.model import Source
from db.writer import add_report
from desktop.app import Program
from desktop.notices import NoticeBar
from desktop.reloading import Reloading
from desktop.settings import Settings


def add(library, content, year):
    whole = replace(content, data=replace(content.data, year=year, period=str(year)))
    with library.writing() as conn:
        add_report(conn, whole, Source(f"{year}", "", f"{year:064x}", "docx", 1), "2024-01-01T00:00:00Z", digest(whole))


@pytest.fixture
def library(tmp_path, content):
    opened = Library.open(tmp_path / "tu.tubaocao")
    add(opened, content, 2022)
    yield opened
    opened.close()


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reloading(qtbot, library, bar):
    window = QWidget()
    qtbot.addWidget(window)
    made = Reloading(library, bar, window)
    made.begin()
    yield made
    made.stop()


def look(qtbot, reloading):
    reloading.look()
    qtbot.waitUntil(lambda: reloading._job is None)


def test_nothing_is_said_while_all_is_as_it_was(qtbot, reloading, bar, library, content):
    look(qtbot, reloading)
    add(library, content, 2023)
    look(qtbot, reloading)
    assert bar.notices() == []


def test_a_change_by_another_program_is_told_once_and_reloaded(qtbot, reloading, bar, library, content):
    with closing(Library.open(library.path)) as other:
        add(other, content, 2023)
    for _ in range(3):
        look(qtbot, reloading)
    (notice,) = bar.notices()
    with qtbot.waitSignal(reloading.changed):
        notice.choices[0].run()
    bar.clear()
    look(qtbot, reloading)
    assert bar.notices() == []


def test_a_replaced_file_is_told_and_can_be_opened_anew(qtbot, reloading, bar, library, tmp_path):
    Library.open(tmp_path / "other").close()
    os.replace(tmp_path / "other", library.path)
    look(qtbot, reloading)
    (notice,) = bar.notices()
    assert notice.level == "warning"
    with qtbot.waitSignal(reloading.reopen_requested):
        notice.choices[0].run()


def test_a_file_that_goes_away_is_told_and_the_word_taken_back_when_it_returns(qtbot, reloading, bar, library):
    away = library.path.with_name("away")
    os.rename(library.path, away)
    look(qtbot, reloading)
    (notice,) = bar.notices()
    assert "not there" in notice.what
    os.rename(away, library.path)
    notice.choices[0].run()
    qtbot.waitUntil(lambda: bar.notices() == [])


def test_coming_back_to_the_window_is_a_look(qtbot, reloading, bar, library):
    os.rename(library.path, library.path.with_name("away"))
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: len(bar.notices()) == 1)


@pytest.fixture
def program(qapp, qtbot, library, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    library.close()
    font = qapp.font()
    made = Program(Settings(), "en")
    yield made
    for window in list(made.windows):
        window.close()
    made.shared.themes.use("light")
    qapp.setFont(font)


def test_the_window_shows_what_another_program_did(qtbot, program, library, content):
    window = program.open(library.path)
    window.open_report(1)
    qtbot.waitUntil(lambda: bool(window.desk.reports()))
    with closing(Library.open(library.path)) as other:
        add(other, content, 2023)
        undo.remove_reports(other, [1])
    window.reloading.look()
    qtbot.waitUntil(lambda: any("changed" in one.what for one in window.notices.notices()))
    next(one for one in window.notices.notices() if "changed" in one.what).choices[0].run()
    assert window.desk.reports() == []
    assert [volume.report.id for volume in window.shelf._volumes] == [2]


def test_a_replaced_library_is_opened_in_a_new_window(qtbot, program, library, content, tmp_path):
    window = program.open(library.path)
    with closing(Library.open(tmp_path / "other")) as other:
        for year in (2001, 2002, 2003):
            add(other, content, year)
    os.replace(tmp_path / "other", library.path)
    window.tasks.remove_samples()
    window.reloading.look()
    assert any("TBC-208" in one.details for one in window.notices.notices())
    qtbot.waitUntil(lambda: any(one.choices for one in window.notices.notices()))
    next(one for one in window.notices.notices() if one.choices).choices[0].run()
    (opened,) = program.windows
    assert opened is not window
    assert opened.shelf.chosen() == 3
