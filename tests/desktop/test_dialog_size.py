"""A dialog is no larger than the window it stands before, however small: what is in it scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from desktop.widgets.roomy import bounded


@pytest.mark.parametrize(
    ("window", "size"), [((1366, 768), (900, 700)), ((911, 512), (900, 512)), ((600, 400), (600, 400))]
)
def test_a_dialog_keeps_within_its_window(qtbot, window, size):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*window)
    dialog = QDialog(parent)
    bounded(dialog, QSize(900, 700), QSize(640, 420))
    assert (dialog.width(), dialog.height()) == size
