"""Fonts: the bundled ones, the size of the interface, and which families can write Vietnamese."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

import resources

INTERFACE_FAMILY = "Be Vietnam Pro"
READING_FAMILY = "Noto Serif"
OFFICIAL_FAMILY = "Times New Roman"
INTERFACE_POINTS = 10.0
_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _letters() -> Iterator[str]:
    for case in (str.lower, str.upper):
        yield from (case(letter) for letter in "ăâđêôơư")
        yield from (normalize("NFC", case(vowel) + tone) for vowel in _VOWELS for tone in _TONES)


VIETNAMESE_LETTERS = tuple(_letters())
"""The 134 letters Vietnamese adds to the Latin alphabet, composed."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; the program needs none of the system's."""
    load_interface_fonts()
    load_reading_fonts()


def load_interface_fonts() -> None:
    """Make the fonts of the interface known to Qt, which the first paint needs."""
    _load("BeVietnamPro")


@lru_cache(maxsize=1)
def load_reading_fonts() -> None:
    """Make the fonts of the page known to Qt, once: two megabytes no window waits for."""
    _load("NotoSerif")
    if official_family() != OFFICIAL_FAMILY:
        # Pages that name it (a comparison) would else be set in whatever the system takes for it.
        QFont.insertSubstitution(OFFICIAL_FAMILY, READING_FAMILY)


def _load(family: str) -> None:
    for name in resources.names("fonts", ".ttf"):
        if name.startswith(f"fonts/{family}-"):
            QFontDatabase.addApplicationFont(str(resources.path(name)))


def interface_font(percent: int = 100) -> QFont:
    """Return the font of the interface: the system's own on Windows and macOS, the bundled one elsewhere."""
    if sys.platform in ("win32", "darwin"):
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    else:
        font = QFont(INTERFACE_FAMILY)
        font.setPointSizeF(INTERFACE_POINTS)
    font.setPointSizeF(max(font.pointSizeF(), 8.0) * percent / 100)
    return font


def use_interface_font(percent: int) -> None:
    """Put the interface into its font at `percent` of the usual size."""
    QApplication.setFont(interface_font(percent))


def official_family(fallback: str = READING_FAMILY) -> str:
    """Return Times New Roman where this computer has it, else `fallback`."""
    return OFFICIAL_FAMILY if OFFICIAL_FAMILY in QFontDatabase.families() else fallback


@lru_cache(maxsize=1)
def reading_families() -> list[str]:
    """Return the families that have every Vietnamese letter, in alphabetical order."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese)
    return sorted(name for name in families if not QFontDatabase.isPrivateFamily(name) and writes_vietnamese(name))


def writes_vietnamese(family: str) -> bool:
    """Whether a family draws all Vietnamese letters itself, without borrowing from another font."""
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    metrics = QFontMetrics(font)
    return all(metrics.inFontUcs4(ord(letter)) for letter in VIETNAMESE_LETTERS)
