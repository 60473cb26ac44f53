"""Pictures of symbol fonts become characters."""

from __future__ import annotations

import pytest

from db.importer.readers.shared.symbols import UNREADABLE, bullet, symbol


@pytest.mark.parametrize(
    ("code", "font", "seen"),
    [
        ("F0B3", "Symbol", "≥"),
        ("F0FC", "Wingdings", "✓"),
        ("F02D", "Symbol", "-"),
        ("2013", "Times New Roman", "–"),
        ("F0FC", "Odd Pictures", UNREADABLE),
        ("zz", "Symbol", UNREADABLE),
        ("D800", "Arial", UNREADABLE),
        ("FFFFFFFFFFFF", "Arial", UNREADABLE),
    ],
)
def test_a_symbol_is_what_is_seen(code, font, seen):
    assert symbol(code, font) == seen


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "", "•"),
        ("·", "Symbol", "•"),
        ("-", "Times New Roman", "-"),
        ("\uf02d", "Symbol", "-"),
        ("+", "", "+"),
        ("o", "Courier New", "◦"),
        ("", "", ""),
    ],
)
def test_a_bullet_is_what_is_seen(text, font, seen):
    assert bullet(text, font) == seen
