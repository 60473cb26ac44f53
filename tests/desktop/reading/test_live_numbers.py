"""Live numbers under mouse and keys: card, click, walk, and what happens when they are switched off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from db.model import Point
from desktop.figure_card import YearBefore
from desktop.reading.pane import ReadingPane
from desktop.settings import LIVE_NUMBERS, Settings
from desktop.themes import Themes


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def pane(qtbot, settings, report, content):
    made = ReadingPane(settings, Themes())
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_report(report, content)
    return made


def place_of(pane: ReadingPane, figure_id: int) -> QPoint:
    """Bring a number into view and return where its first letters are."""
    figure = pane.view.page.figures[figure_id]
    pane.live.current = 0
    while pane.live.current != figure.id:
        pane.next_number()
    area = pane.live._area(figure_id)
    pane.live.card.close_now()
    return area.topLeft() + QPoint(6, area.height() // 2)


def test_the_keys_walk_from_number_to_number_and_enter_opens(qtbot, pane):
    walked = []
    for _ in range(4):
        pane.next_number()
        walked.append(pane.live.current)
    assert walked == [1, 2, 3, 3]  # the last one stays; the number of a note is walked in its card
    pane.previous_number()
    assert pane.live.current == 2
    assert pane.live.card.isVisible()
    assert pane.live.card.value.text() == "112,5 nghìn tỷ đồng"
    with qtbot.waitSignal(pane.figure_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [2]


def test_a_click_on_a_number_opens_it_and_one_beside_does_not(qtbot, pane):
    where = place_of(pane, 2)
    with qtbot.waitSignal(pane.figure_requested) as asked:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [2]
    with qtbot.assertNotEmitted(pane.figure_requested):
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=where + QPoint(-60, 0))


def test_selecting_words_over_a_number_opens_nothing(qtbot, pane):
    where, view = place_of(pane, 2), pane.view.viewport()
    with qtbot.assertNotEmitted(pane.figure_requested):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseMove(view, where + QPoint(40, 0))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where + QPoint(40, 0))


def test_the_mouse_brings_the_card_with_the_year_before(qtbot, pane):
    before = Point(2022, "2022", 115.7, 115.6, 115.8, "implied", 1, 9, "…")
    pane.live.card.before = lambda figure: YearBefore(before, figure.unit)
    where = place_of(pane, 2)
    qtbot.mouseMove(pane.view.viewport(), where)
    qtbot.waitUntil(pane.live.card.isVisible)
    assert pane.live.card.past.text().startswith("2022: ○ 115,7 nghìn tỷ đồng")
    with qtbot.waitSignal(pane.why_requested) as asked:
        qtbot.mouseClick(pane.live.card.why, Qt.MouseButton.LeftButton)
    assert asked.args == [2]
    assert not pane.live.card.isVisible()


def test_the_card_copies_what_the_number_says(qtbot, pane):
    place_of(pane, 2)
    pane.live.stand_on(pane.view.page.figures[2])
    qtbot.mouseClick(pane.live.card.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Quy mô kinh tế 2023: 112,5 nghìn tỷ đồng"


def test_scrolling_and_escape_take_the_card_away(qtbot, pane):
    pane.next_number()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.live.card.isVisible()
    pane.next_number()
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().value() + 40)
    assert not pane.live.card.isVisible()


def test_switched_off_numbers_are_plain_words(qtbot, pane, settings):
    where = place_of(pane, 2)
    settings.put(LIVE_NUMBERS, False)
    assert pane.live.figure_at(where) == 0
    with qtbot.assertNotEmitted(pane.figure_requested):
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_text_itself_is_never_changed(pane, content):
    for _ in range(3):
        pane.next_number()
    text = pane.view.toPlainText()
    assert "Quy mô khoảng 112,5 nghìn tỷ đồng" in text
