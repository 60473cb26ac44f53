"""The combining marks of Vietnamese letters by their names."""

from __future__ import annotations

import unicodedata

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
TONES = (GRAVE, HOOK, TILDE, ACUTE, DOT)


def composed(*parts: str) -> str:
    """Return a letter and its marks as one character."""
    return unicodedata.normalize("NFC", "".join(parts))
