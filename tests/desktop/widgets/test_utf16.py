"""Letters beyond U+FFFF count twice for Qt."""

from __future__ import annotations

from desktop.widgets.utf16 import code_points, units


def test_units_and_back():
    text = "số 😀 mới"
    assert units(text) == len(text) + 1
    assert [code_points(text, width) for width in (0, 3, 5, 6, units(text))] == [0, 3, 4, 5, len(text)]
    assert units("\ud800") == 1
