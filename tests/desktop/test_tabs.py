"""Tabs behave as in a browser: most recent order, middle click, reopening."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from desktop.tabs import Tabs


@pytest.fixture
def tabs(qtbot):
    made = Tabs()
    qtbot.addWidget(made)
    made.add("shelf", QWidget(), "Tủ", QIcon(), closable=False)
    for year in (2021, 2022, 2023):
        made.add(f"report/{year}", QWidget(), str(year), QIcon())
    made.resize(900, 300)
    made.show()
    return made


def test_a_closed_tab_gives_way_to_the_one_used_before(tabs, qtbot):
    tabs.bring("report/2021")
    tabs.bring("report/2023")
    with qtbot.waitSignal(tabs.closed) as gone:
        tabs.close_key("report/2023")
    assert gone.args == ["report/2023"]
    assert tabs.current_key() == "report/2021"


def test_what_was_closed_can_be_reopened_once(tabs):
    tabs.close_key("report/2022")
    assert tabs.can_reopen
    assert tabs.reopened() == "report/2022"
    assert tabs.reopened() == ""


def test_what_is_gone_from_the_library_is_not_reopened(tabs):
    tabs.close_key("report/2022")
    tabs.forget("report/2022")
    assert not tabs.can_reopen


def test_ctrl_tab_walks_in_the_order_of_use(tabs):
    for key in ("report/2022", "shelf", "report/2021"):
        tabs.bring(key)
    tabs.walk()
    assert tabs.current_key() == "shelf"
    tabs.walk()
    assert tabs.current_key() == "report/2022"
    tabs.settle()
    tabs.walk()
    assert tabs.current_key() == "report/2021"


def test_a_middle_click_closes_and_spares_the_shelf(tabs, qtbot):
    bar = tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert tabs.keys() == ["shelf", "report/2022", "report/2023"]
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert tabs.keys()[0] == "shelf"


def test_steps_go_round_the_ends(tabs):
    tabs.bring("shelf")
    tabs.step(-1)
    assert tabs.current_key() == "report/2023"
    tabs.step(1)
    assert tabs.current_key() == "shelf"


def test_an_ampersand_of_a_title_is_shown(tabs):
    tabs.name("report/2021", "A & B")
    assert tabs.tabText(1) == "A && B"
