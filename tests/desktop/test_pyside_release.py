"""PySide6 6.12.0 loses a reference of None with every void call and dies after some thousands: see such a release."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel

CALLS = 1_000
SLACK = 100
"""What other parts of the interpreter may do meanwhile."""


def test_void_calls_keep_the_references_of_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("once")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < SLACK
