"""The notes panel as one uses it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.model import Content
from desktop.footnotes.all_notes import NoteList
from desktop.footnotes.book import book_of
from desktop.footnotes.panel import FootnotesPanel
from desktop.languages import Languages
from desktop.session import NoteInView
from desktop.themes import Themes
from desktop.widgets.safe_text import SafeText


@pytest.fixture
def panel(qtbot: QtBot, content: Content) -> Iterator[FootnotesPanel]:
    made = FootnotesPanel(Themes())
    qtbot.addWidget(made)
    made.resize(340, 600)
    made.show()
    made.show_report(content)
    yield made
    made.close()


def test_a_card_lies_beside_its_marks_line(panel: FootnotesPanel) -> None:
    panel.place([NoteInView(1, 60.0), NoteInView(3, 300.0)])
    first, second = panel.canvas.cards()
    assert [first.note_id, second.note_id] == [1, 3]
    middle = 60.0 + panel.canvas._line_height() * 0.62
    assert abs(first.y() + first.label_line() - middle) <= 1
    assert second.y() > first.geometry().bottom()
    panel.place([NoteInView(1, 40.0), NoteInView(3, 280.0)])
    assert abs(second.y() + second.label_line() - (280.0 + panel.canvas._line_height() * 0.62)) <= 1


def test_heights_are_those_of_the_view_it_is_aligned_with(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.place([NoteInView(1, 100.0)])
    before = panel.canvas.cards()[0].y()
    panel.align_with(panel)  # the canvas begins below the tabs, so the same height lies higher in it
    panel.place([NoteInView(1, 100.0)])
    assert panel.canvas.cards()[0].y() == before - panel.canvas.y()


def test_cards_never_cover_each_other(panel: FootnotesPanel) -> None:
    panel.place([NoteInView(n, 100.0 + n) for n in range(1, 9)])
    cards = panel.canvas.cards()
    for above, below in pairwise(cards):
        assert below.y() >= above.geometry().bottom()


def test_a_long_note_is_cut_and_shows_whole_on_demand(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.resize(340, 330)
    panel.place([NoteInView(4, 20.0), NoteInView(5, 40.0)])
    long = panel.canvas.cards()[1]
    assert long.height() < long.wanted_height(long.width())
    show_all = long._buttons[2]
    assert show_all.isVisible()
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert long.is_open
    assert long._text.toPlainText() == long.entry.note.text


def test_a_note_in_view_is_chosen_as_a_card_another_in_the_list(panel: FootnotesPanel) -> None:
    panel.place([NoteInView(3, 50.0)])
    panel.focus_note(3)
    assert panel.tabs.currentIndex() == 0
    assert panel.canvas._active == 3
    panel.focus_note(9)
    assert panel.tabs.currentIndex() == 1
    assert panel.all.chosen() == 9
    assert panel.all.whole.toPlainText() == "Chú thích này không có dấu trong lời văn."


def test_to_the_mark(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.place([NoteInView(3, 50.0)])
    panel.focus_note(3)
    with qtbot.waitSignal(panel.mark_requested) as asked:
        qtbot.mouseClick(panel.canvas.cards()[0]._buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == [3]


def test_enter_in_the_list_goes_to_the_mark(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.tabs.setCurrentIndex(1)
    qtbot.keyClicks(panel.all.box, "tinh, thanh pho")
    assert panel.all.model.rowCount() == 1
    qtbot.keyClick(panel.all.box, Qt.Key.Key_Down)
    panel.all.list.setCurrentIndex(panel.all.model.index(0))
    with qtbot.waitSignal(panel.mark_requested) as asked:
        qtbot.keyClick(panel.all.list, Qt.Key.Key_Return)
    assert asked.args == [8]
    qtbot.keyClick(panel.all.box, Qt.Key.Key_Escape)
    assert panel.all.model.rowCount() == 9


def test_no_notes_on_screen_is_said_with_a_way_on(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.place([])
    assert panel._none.isVisible()
    assert "9" in panel._none_words.text()
    with qtbot.waitSignal(panel.next_requested):
        qtbot.mouseClick(panel._next, Qt.MouseButton.LeftButton)


def test_a_report_without_notes_says_so(panel: FootnotesPanel) -> None:
    panel.show_report(None)
    assert panel._none_words.text() == "This report has no notes."
    assert panel._next.isHidden()


def test_an_unlinked_note_is_flagged(panel: FootnotesPanel) -> None:
    assert "1" in panel.tabs.tabToolTip(1)
    row = panel.all.model.row_of(9)
    tip = panel.all.model.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "No mark in the text is known for this note"
    menu = panel.menu_for(9)
    assert not menu.actions()[0].isEnabled()


def test_copying_a_note_with_its_source(panel: FootnotesPanel) -> None:
    panel.place([NoteInView(3, 50.0)])
    menu = panel.menu_for(3)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["copy-whole"].trigger()
    assert QApplication.clipboard().text() == "Năm trước tăng 11,2%."
    actions["copy-citation"].trigger()
    assert QApplication.clipboard().text().endswith("section I.2, note 3)")


def test_the_mouse_over_a_card_tells_which_mark_it_belongs_to(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.place([NoteInView(3, 50.0)])
    with qtbot.waitSignal(panel.note_hovered) as told:
        panel.canvas.cards()[0].hovered.emit(3)
    assert told.args == [3]


def test_words_found_in_a_note_are_coloured_in_its_card(panel: FootnotesPanel, content: Content) -> None:
    start = content.notes[3].text.index("Cục")
    panel.show_hits({4: [(start, start + 12)]})
    panel.place([NoteInView(4, 50.0)])
    found = panel.canvas.cards()[0]._text.extraSelections()
    assert [one.cursor.selectedText() for one in found] == ["Cục Thống kê"]
    panel.show_hits({})
    assert panel.canvas.cards()[0]._text.extraSelections() == []


def test_a_card_stands_out_while_the_mouse_is_on_its_mark(panel: FootnotesPanel) -> None:
    panel.place([NoteInView(3, 50.0), NoteInView(4, 120.0)])
    panel.highlight_note(4)
    assert [card._is_lit for card in panel.canvas.cards()] == [False, True]
    panel.highlight_note(0)
    assert not any(card._is_lit for card in panel.canvas.cards())


def test_text_size_theme_and_language_are_followed(panel: FootnotesPanel, qtbot: QtBot) -> None:
    panel.place([NoteInView(2, 50.0)])
    card = panel.canvas.cards()[0]
    before = card.height()
    panel.set_zoom(200)
    assert card.height() > before * 1.5
    panel._themes.changed.emit()
    languages = Languages()
    languages.use("vi")
    qtbot.waitUntil(lambda: panel.tabs.tabText(0) == "Trên màn hình")
    assert panel.tabs.tabText(1) == "Tất cả (9)"
    languages.use("en")
    qtbot.waitUntil(lambda: panel.tabs.tabText(0) == "On screen")


def test_the_list_keeps_the_rules_of_qt(qtmodeltester: Any, content: Content) -> None:
    model = NoteList()
    model.show_book(book_of(content))
    qtmodeltester.check(model)
    entry = book_of(content).entries[6]
    assert (entry.path, entry.section) == ("I.2", "Về phát triển kinh tế")


def test_notes_open_nothing(qtbot: QtBot) -> None:
    text = SafeText()
    qtbot.addWidget(text)
    image = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("//host/share/x.png"))
    assert isinstance(image, QImage)
    assert image.isNull()
