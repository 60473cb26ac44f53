"""Live numbers inside the note cards: hover, card, click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.footnotes.panel import FootnotesPanel
from desktop.session import NoteInView
from desktop.themes import Themes


@pytest.fixture
def panel(qtbot, content):
    made = FootnotesPanel(Themes())
    qtbot.addWidget(made)
    made.resize(360, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_report(content)
    made.place([NoteInView(3, 60.0)])
    return made


def where(card) -> QPoint:
    """Return a point of the live number of a card's words."""
    view = card._text
    for x in range(0, view.viewport().width(), 3):
        for y in range(4, view.viewport().height(), 6):
            if card._figure_at(QPointF(x, y)) is not None:
                return QPoint(x + 2, y)
    raise AssertionError("no live number")


def test_a_number_in_a_note_shows_its_card_with_the_note(qtbot, panel):
    card = panel.canvas.cards()[0]
    qtbot.mouseMove(card._text.viewport(), where(card))
    qtbot.waitUntil(panel.figure_card.isVisible)
    assert panel.figure_card.value.text() == "11,2%"
    assert "note 3" in panel.figure_card.state.text()
    with qtbot.waitSignal(panel.why_requested) as asked:
        qtbot.mouseClick(panel.figure_card.why, Qt.MouseButton.LeftButton)
    assert asked.args == [4]


def test_a_click_on_a_number_opens_it_and_one_beside_chooses_the_card(qtbot, panel):
    card = panel.canvas.cards()[0]
    with qtbot.waitSignal(panel.figure_requested) as asked:
        qtbot.mouseClick(card._text.viewport(), Qt.MouseButton.LeftButton, pos=where(card))
    assert asked.args == [4]
    with qtbot.waitSignal(card.activated):
        qtbot.mouseClick(card._text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 6))


def test_switched_off_numbers_of_notes_are_plain_words(panel):
    panel.set_text("Noto Serif", 100, live=False)
    card = panel.canvas.cards()[0]
    with pytest.raises(AssertionError, match="no live number"):
        where(card)
