"""The contents as one uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.model import Content
from desktop.contents.panel import ContentsPanel
from desktop.languages import Languages
from desktop.session import Session
from desktop.themes import Themes, load


@pytest.fixture
def panel(qtbot: QtBot, content: Content) -> ContentsPanel:
    made = ContentsPanel(Session(), Themes())
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    made.show_report(1, content)
    return made


def test_a_click_on_a_section_asks_for_it(panel: ContentsPanel, qtbot: QtBot) -> None:
    index = panel.model.index_of(4)
    with qtbot.waitSignal(panel.section_requested) as asked:
        middle = panel.tree.visualRect(index).center()
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert asked.args == [4]


def test_a_click_on_the_arrow_only_opens(panel: ContentsPanel, qtbot: QtBot) -> None:
    index = panel.model.index_of(2)
    assert not panel.tree.isExpanded(index)
    left = panel.tree.visualRect(index).topLeft()
    left.setX(left.x() - panel.tree.indentation() // 2)
    left.setY(left.y() + 8)
    with qtbot.assertNotEmitted(panel.section_requested):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert panel.tree.isExpanded(index)


def test_esc_brings_back_what_was_open(panel: ContentsPanel, qtbot: QtBot) -> None:
    panel.expand_to(1)
    before = panel.tree.open_ids()
    qtbot.keyClicks(panel.box, "tu tuong")
    assert panel.tree.open_ids() == [1, 2]
    qtbot.keyClick(panel.box, Qt.Key.Key_Escape)
    assert panel.box.text() == ""
    assert panel.tree.open_ids() == before


def test_nothing_found_is_said(panel: ContentsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.box, "zzz")
    assert panel._empty.isVisible()
    assert "zzz" in panel._empty.text()


@pytest.mark.parametrize(("level", "open_ids"), [(1, []), (2, [1, 5]), (3, [1, 2, 5, 6]), (4, [1, 2, 5, 6])])
def test_it_opens_to_a_level(panel: ContentsPanel, qtbot: QtBot, level: int, open_ids: list[int]) -> None:
    qtbot.mouseClick(panel._levels[level - 1], Qt.MouseButton.LeftButton)
    assert sorted(panel.tree.open_ids()) == open_ids


def test_asterisk_opens_all_below_and_enter_goes_there(panel: ContentsPanel, qtbot: QtBot) -> None:
    panel.expand_to(1)
    panel.tree.setCurrentIndex(panel.model.index_of(1))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Asterisk)
    assert panel.tree.isExpanded(panel.model.index_of(2))
    assert not panel.tree.isExpanded(panel.model.index_of(5))
    with qtbot.waitSignal(panel.section_requested) as asked:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert asked.args == [1]


def test_the_section_being_read_is_opened_and_in_view(panel: ContentsPanel) -> None:
    panel.expand_to(1)
    panel.follow(7)
    rect = panel.tree.visualRect(panel.model.index_of(7))
    assert panel.tree.viewport().rect().contains(rect.center())
    assert panel.tree.row.reading == 7


def test_each_report_keeps_what_was_open(panel: ContentsPanel, content: Content) -> None:
    panel.expand_to(1)
    panel.show_report(2, content)
    panel.expand_to(3)
    panel.show_report(1, content)
    assert panel.tree.open_ids() == []
    kept = panel.state()
    other = ContentsPanel(Session(), Themes())
    other.restore(kept | {"x": [1], "3": "no"})  # type: ignore[dict-item]  # what an old file may hold
    other.show_report(2, content)
    assert {1, 2} <= set(other.tree.open_ids())
    other.deleteLater()


def test_ten_thousand_sections_are_shown_and_followed(
    panel: ContentsPanel, long_content: Callable[..., Content]
) -> None:
    big = long_content(10_000, 1)
    panel.show_report(9, big)
    panel.grab()
    panel.follow(9_000)
    assert len(list(panel.model.ids())) == len(big.sections)


def test_words_follow_the_language(panel: ContentsPanel, qtbot: QtBot) -> None:
    languages = Languages()
    languages.use("vi")
    qtbot.waitUntil(lambda: panel._level_label.text() == "Mở đến cấp:")
    languages.use("en")
    qtbot.waitUntil(lambda: panel._level_label.text() == "Open to level:")
    assert panel.tree.accessibleName() == "Contents"


def test_every_theme_paints(panel: ContentsPanel) -> None:
    panel.follow(4)
    pictures = []
    for name in ("light", "dark"):
        panel.tree._themes.current = load(name)
        pictures.append(panel.tree.grab().toImage())
    assert pictures[0] != pictures[1]
