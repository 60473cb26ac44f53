"""Docks: the user's wish is kept apart from what is in view."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QWidget

from desktop.docks import Docks
from desktop.widgets import panes


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.setCentralWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def docks(window):
    return Docks(window, QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit(), QLabel(), QLineEdit())


def names(docks: Docks) -> set[str]:
    return {dock.objectName() for dock in docks.all if not dock.isHidden()}


def test_parts_of_a_report_show_only_with_one(docks):
    assert names(docks) == set()
    docks.follow(True)
    assert names(docks) == {"contents", "notes", "sources"}
    docks.follow(False)
    assert names(docks) == set()


def test_a_dock_closed_stays_closed_with_the_next_report(docks):
    docks.follow(True)
    docks.notes.close()
    docks.follow(False)
    docks.follow(True)
    assert names(docks) == {"contents", "sources"}


def test_wishes_are_remembered_by_name(docks):
    docks.follow(True)
    docks.want(docks.contents, False)
    docks.want(docks.search, True)
    remembered = docks.hidden()
    docks.reset()
    docks.hide(remembered)
    assert names(docks) == {"notes", "search", "sources"}


def test_a_tab_beside_others_needs_no_title_bar(docks):
    docks.follow(True)
    assert docks.contents.titleBarWidget().objectName() == "dockTitle"
    docks.want(docks.search, True)
    assert docks.contents.titleBarWidget().objectName() != "dockTitle"
    docks.want(docks.search, False)
    assert docks.contents.titleBarWidget().objectName() == "dockTitle"


def test_titles_are_names_for_screen_readers_too(docks):
    docks.notes.call("Chú thích")
    assert (docks.notes.windowTitle(), docks.notes.accessibleName()) == ("Chú thích", "Chú thích")


def test_f6_goes_through_what_is_in_view_only(docks, window):
    docks.follow(True)
    parts: list[QWidget] = [docks.contents, docks.search, window.centralWidget(), docks.notes]
    window.centralWidget().setFocus()
    assert [panes.step(parts, 1) for _ in range(3)] == [docks.notes, docks.contents, window.centralWidget()]
    assert [panes.step(parts, -1) for _ in range(2)] == [docks.contents, docks.notes]


def test_without_parts_there_is_no_step(window):
    assert panes.step([], 1) is None
