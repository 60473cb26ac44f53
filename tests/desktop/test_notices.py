"""Notices: repeats merge, errors stay, nothing of a file is read as rich text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop import notices
from desktop.notices import Choice, Notice, NoticeBar, NoticeCard


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def buttons(bar: NoticeBar) -> dict[str, QPushButton]:
    return {button.text(): button for button in bar.findChildren(QPushButton) if not button.isHidden()}


def test_without_notices_it_takes_no_room(bar):
    assert bar.isHidden()


def test_the_same_words_are_counted_not_repeated(bar):
    bar.tell(Notice("error", "Không đọc được tệp."))
    bar.tell(Notice("error", "Không đọc được tệp."))
    assert len(bar.notices()) == 1
    assert "× 2" in [label.text() for label in bar.findChildren(QLabel)]


def test_three_are_in_view_and_the_oldest_give_way(bar):
    for number in range(5):
        bar.tell(Notice("error", str(number)))
    assert [notice.what for notice in bar.notices()] == ["2", "3", "4"]


def test_success_fades_and_an_error_stays(bar, qtbot, monkeypatch):
    monkeypatch.setattr(notices, "FADES_AFTER", 10)
    bar.tell(Notice("error", "stays"))
    bar.tell(Notice("good", "fades"))
    qtbot.waitUntil(lambda: len(bar.notices()) == 1)
    assert bar.notices()[0].what == "stays"


def test_a_choice_runs_and_takes_the_notice_away(bar, qtbot):
    ran = []
    bar.tell(Notice("info", "Mẫu", choices=(Choice("Bỏ mẫu đi", lambda: ran.append("removed")),)))
    qtbot.mouseClick(buttons(bar)["Bỏ mẫu đi"], Qt.MouseButton.LeftButton)
    assert ran == ["removed"]
    assert bar.isHidden()


def test_words_are_plain_text(bar):
    bar.tell(Notice("error", '<img src="//host/x.png">', "<b>why</b>", "todo", "<i>details</i>"))
    assert {label.textFormat() for label in bar.findChildren(QLabel) if label.text()} == {Qt.TextFormat.PlainText}


def test_details_open_and_can_be_copied(bar, qtbot):
    bar.tell(Notice("error", "Chuyện gì", "vì sao", "làm gì", "TBC-114 · BC 2019.doc"))
    card = bar.findChild(NoticeCard)
    qtbot.mouseClick(buttons(bar)["Details"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons(bar)["Copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == card.text()
    assert card.text().splitlines() == ["Chuyện gì", "vì sao", "làm gì", "TBC-114 · BC 2019.doc"]
