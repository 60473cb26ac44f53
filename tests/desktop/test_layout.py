"""Restoring is defensive: another version, a lost screen or nonsense lead to the default layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desktop import layout
from desktop.settings import DOCKS, TABS, TREES, Settings


@pytest.fixture
def settings(qapp):
    return Settings()


def window_of(qtbot) -> QMainWindow:
    made = QMainWindow()
    dock = QDockWidget(made)
    dock.setObjectName("contents")
    made.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    qtbot.addWidget(made)
    return made


def test_what_was_saved_comes_back(qtbot, settings):
    first = window_of(qtbot)
    first.resize(700, 500)
    first.findChild(QDockWidget).setVisible(False)
    layout.save_window(first, settings)
    second = window_of(qtbot)
    calls = []
    layout.restore_size(second, settings)
    layout.restore_docks(second, settings, lambda: calls.append("default"))
    assert calls == []
    assert second.size() == first.size()
    assert second.findChild(QDockWidget).isHidden()


@pytest.mark.parametrize("state", [QByteArray(), QByteArray(b"nonsense")])
def test_nothing_usable_gives_the_default_layout(qtbot, settings, state):
    settings.put(DOCKS, state)
    calls = []
    layout.restore_docks(window_of(qtbot), settings, lambda: calls.append("default"))
    assert calls == ["default"]


def test_a_state_of_another_version_is_not_applied(qtbot, settings):
    first = window_of(qtbot)
    settings.put(DOCKS, first.saveState(layout.VERSION + 1))
    calls = []
    layout.restore_docks(window_of(qtbot), settings, lambda: calls.append("default"))
    assert calls == ["default"]


def test_a_window_on_a_screen_that_is_gone_is_brought_back(qtbot):
    window = window_of(qtbot)
    window.resize(400, 300)
    window.move(4000, -3000)
    layout.move_on_screen(window)
    assert any(screen.geometry().intersects(window.frameGeometry()) for screen in QGuiApplication.screens())


def test_a_window_in_reach_stays(qtbot):
    window = window_of(qtbot)
    window.resize(400, 300)
    window.move(30, 40)
    place = window.pos()
    layout.move_on_screen(window)
    assert window.pos() == place


def test_tabs_are_remembered_per_library(settings):
    layout.save_tabs(settings, "one", ["a", "b"], 2)
    assert layout.saved_tabs(settings, "one") == (["a", "b"], 2)
    assert layout.saved_tabs(settings, "other") == ([], 0)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"store": "one", "reports": 5}'])
def test_nonsense_in_the_settings_is_passed_over(settings, text):
    settings.put(TABS, text)
    settings.put(TREES, text)
    assert layout.saved_tabs(settings, "one") == ([], 0)
    assert layout.saved_tree(settings, "a") == {}


def test_trees_are_remembered_for_the_reports_used_last(settings):
    for number in range(205):
        layout.save_tree(settings, str(number), {"open": [number]})
    assert layout.saved_tree(settings, "0") == {}
    assert layout.saved_tree(settings, "204") == {"open": [204]}
