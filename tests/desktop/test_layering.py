"""Layers of the window: every step is told, and can be taken back."""

from __future__ import annotations

import pytest

from db.layers import Anchor, Correction, Decision
from db.model import Place
from db.notebook import Notebook
from db.notebook_layers import LayerBook
from desktop.layering import Layering

ANCHOR = Anchor("0" * 64, Place(block_id=11), 3, 9, "…")


@pytest.fixture
def layering(tmp_path):
    notebook = Notebook.open(tmp_path / "n.notebook")
    yield Layering(LayerBook(notebook, "tủ"))
    notebook.close()


def test_steps_are_told_and_taken_back(qtbot, layering):
    with qtbot.waitSignal(layering.changed):
        layering.correct(Correction(ANCHOR, 1.0))
    with qtbot.waitSignal(layering.changed):
        layering.decide(Decision("keep", "unit:x"))
    assert (len(layering.now.corrections), layering.now.settled) == (1, frozenset({"unit:x"}))
    assert layering.undo()
    assert layering.undone
    assert layering.now.settled == frozenset()
    assert layering.undo()
    assert not layering.undo()
    assert layering.redo()
    assert layering.now.corrections[0].value == 1.0


def test_without_a_notebook_nothing_happens(qtbot):
    layering = Layering(None)
    with qtbot.assertNotEmitted(layering.changed):
        layering.correct(Correction(ANCHOR, 1.0))
    assert not layering.writable
    assert not layering.undo()
    assert not layering.redo()


def test_a_damaged_notebook_is_told_and_breaks_nothing(qtbot, tmp_path):
    notebook = Notebook.open(tmp_path / "n.notebook")
    book = LayerBook(notebook, "tủ")
    book.correct(Correction(ANCHOR, 1.0))
    with notebook.using() as conn:
        conn.execute("UPDATE layer SET body = '{\"anchor\": 3}'")
    layering = Layering(book)
    assert layering.trouble.code == "TBC-221"
    assert layering.now.corrections == ()
    with qtbot.waitSignal(layering.failed), qtbot.assertNotEmitted(layering.changed):
        assert not layering.undo()
    notebook.close()
