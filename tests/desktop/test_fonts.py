"""The bundled fonts write Vietnamese, in every style, and what is drawn is no row of boxes."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGlyphRun, QImage, QPainter, QRawFont, QTextLayout

import resources
from desktop.fonts import (
    INTERFACE_FAMILY,
    READING_FAMILY,
    VIETNAMESE_LETTERS,
    interface_font,
    reading_families,
    writes_vietnamese,
)

STYLES = [(bold, italic) for bold in (False, True) for italic in (False, True)]
TONES = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"


def test_there_are_134_letters():
    assert len(set(VIETNAMESE_LETTERS)) == len(VIETNAMESE_LETTERS) == 134
    assert {"ẵ", "Ỡ", "đ", "Ỵ"} <= set(VIETNAMESE_LETTERS)


@pytest.mark.parametrize("name", resources.names("fonts", ".ttf"))
def test_every_font_file_has_every_letter(name):
    raw = QRawFont(str(resources.path(name)), 16)
    assert raw.isValid()
    assert [letter for letter in VIETNAMESE_LETTERS if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("name", [n for n in resources.names("fonts", ".ttf") if "NotoSerif" in n])
def test_the_reading_font_has_the_combining_marks_too(name):
    raw = QRawFont(str(resources.path(name)), 16)
    assert [hex(ord(mark)) for mark in TONES if not raw.supportsCharacter(ord(mark))] == []


@pytest.mark.parametrize(("bold", "italic"), STYLES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_reading_font_borrows_from_no_other(bold, italic, form):
    font = QFont(READING_FAMILY)
    font.setBold(bold)
    font.setItalic(italic)
    layout = QTextLayout(normalize(form, "".join(VIETNAMESE_LETTERS)), font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs: list[QGlyphRun] = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {READING_FAMILY}
    assert all(glyph != 0 for run in runs for glyph in run.glyphIndexes())


def test_letters_drawn_are_not_all_the_same_box():
    assert len({_drawn(letter) for letter in "ạảãàáâă"}) == 7


def test_the_reading_fonts_on_offer_write_vietnamese():
    families = reading_families()
    assert READING_FAMILY in families
    assert all(writes_vietnamese(family) for family in families)


def test_the_interface_grows_by_the_percentage():
    assert interface_font(150).pointSizeF() == pytest.approx(interface_font(100).pointSizeF() * 1.5)
    assert QFontMetrics(QFont(INTERFACE_FAMILY)).height() > 0


def _drawn(letter: str) -> bytes:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(QFont(READING_FAMILY, 16))
    painter.drawText(4, 30, letter)
    painter.end()
    return bytes(image.constBits())
