"""What every test can ask for."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from db.vietnamese.legacy_rules import TCVN3_LETTERS, VISCII_LETTERS, VNI_LETTERS

# What decides whether a change lands looks at the same examples each time; elsewhere new ones are tried.
hypothesis_settings.register_profile("landing", derandomize=True, deadline=None)
hypothesis_settings.register_profile("searching", deadline=None)
hypothesis_settings.load_profile("landing" if os.environ.get("CI") else "searching")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this checkout")
    return SHARED


_VIQR_SIGNS = {
    "\u0302": "^", "\u0306": "(", "\u031b": "+",
    "\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": ".",
}  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"


class OldLetters:
    """Writes Vietnamese as programs did before Unicode: the way back of what the program reads."""

    def tcvn3(self, text: str) -> str:
        """A capital with a tone is written small, for a font that draws capitals."""
        codes = {letter: chr(code) for code, letter in TCVN3_LETTERS.items()}
        small = {letter: code for letter, code in codes.items() if letter.islower()}
        kept = {letter: codes[letter] for letter in "ĂÂÊÔƠƯĐ"}
        return "".join(char if char.isascii() else kept.get(char) or small.get(char.lower(), char) for char in text)

    def vni(self, text: str) -> str:
        codes = {letter: old for old, letter in VNI_LETTERS.items() if old in (old.lower(), old.upper())}
        return "".join(codes.get(char, char) for char in text)

    def viscii(self, text: str) -> bytes:
        codes = {letter: chr(code) for code, letter in VISCII_LETTERS.items()}
        return "".join(codes.get(char, char) for char in text).encode("latin-1")

    def viqr(self, text: str) -> str:
        return "".join(_viqr(char) for char in text)

    def cp1258(self, text: str) -> bytes:
        return b"".join(_cp1258(char) for char in text)


def _viqr(char: str) -> str:
    if char in "đĐ":
        return "dd" if char == "đ" else "DD"
    base, *marks = unicodedata.normalize("NFD", char)
    return base + "".join(_VIQR_SIGNS[mark] for mark in sorted(marks, key=lambda mark: mark in _TONES))


def _cp1258(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in parts if mark in _TONES)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        return (base + tones).encode("cp1258")


@pytest.fixture(scope="session")
def old() -> OldLetters:
    """The ways into the old encodings."""
    return OldLetters()


@pytest.fixture(scope="session")
def letters() -> str:
    """The 134 letters with marks, small and capital, and the 12 plain vowels."""
    vowels = [vowel for group in ("aăâ", "eê", "i", "oôơ", "uư", "y") for vowel in group]
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in ("", *_TONES)]
    marked = "".join(letter for letter in [*toned, "đ"] if not letter.isascii())
    assert len(marked) * 2 == 134
    return marked + marked.upper() + "aeiouyAEIOUY"
