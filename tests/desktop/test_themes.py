"""Themes: words and graphic parts stand out enough, computed over every pair that is used."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from db.layers import COLOURS
from desktop.stylesheet import derived, mixed
from desktop.themes import NAMES, Themes, load, palette, style_sheet

WORDS = [
    ("ink", "ground"), ("ink", "surface"), ("ink", "paper"), ("ink", "accent_soft"), ("ink", "hover"),
    ("ink_soft", "ground"), ("ink_soft", "surface"), ("ink_soft", "paper"), ("ink_soft", "hover"),
    ("accent", "surface"), ("accent", "accent_soft"), ("accent", "paper"), ("on_accent", "accent"),
    ("on_accent", "accent_strong"), ("mark", "paper"), ("mark", "mark_soft"), ("ink", "mark_soft"),
    ("ink", "warning_soft"), ("warning", "warning_soft"), ("warning", "ground"), ("ink", "danger_soft"),
    ("danger", "danger_soft"), ("danger", "surface"), ("ink", "good_soft"), ("good", "good_soft"),
    ("good", "surface"), ("ink", "hit"), ("ink", "hit_now"), ("added", "added_soft"), ("removed", "removed_soft"),
    ("number", "number_soft"), ("moved", "paper"),
]  # fmt: skip
PARTS = [
    ("line_strong", "surface"), ("line_strong", "ground"), ("focus", "surface"), ("focus", "ground"),
    ("focus", "accent_soft"), ("live", "paper"), ("accent", "ground"),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_can_be_read(name, front, back):
    assert contrast(name, front, back) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("front", "back"), PARTS)
def test_graphic_parts_can_be_seen(name, front, back):
    assert contrast(name, front, back) >= 3.0


@pytest.mark.parametrize("name", NAMES)
def test_series_of_a_chart_stand_out_from_the_ground(name):
    theme = load(name)
    assert all(ratio(colour, theme.surface) >= 3.0 for colour in theme.series)
    assert len(set(theme.series)) == len(theme.series) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_under_every_pen_and_pens_are_told_from_the_page_and_each_other(name):
    theme = load(name)
    assert len(set(theme.pens)) == len(theme.pens) == len(COLOURS)
    for pen in theme.pens:
        assert min(ratio(ink, pen) for ink in (theme.ink, theme.mark)) >= 4.5
        assert ratio(pen, theme.paper) >= 1.12


@pytest.mark.parametrize("name", NAMES)
def test_no_hole_of_the_style_sheet_stays_open(name):
    sheet = style_sheet(load(name), 10.0)
    assert "{drawing" not in sheet
    assert "{ink" not in sheet
    assert load(name).accent in sheet


def test_a_theme_in_force_reaches_palette_and_listeners(qapp, qtbot):
    themes = Themes()
    with qtbot.waitSignal(themes.changed):
        themes.use("dark")
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == load("dark").surface
    themes.use("light")
    assert not themes.current.dark


def test_the_palette_follows_the_theme():
    for name in NAMES:
        theme = load(name)
        assert palette(theme).color(QPalette.ColorRole.Text).name().upper() == theme.ink.upper()


def test_mixing_ends_at_both_colours():
    assert mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 1) == "#FFFFFF"


def contrast(name: str, front: str, back: str) -> float:
    theme = load(name)
    colours = derived(theme)
    return ratio(colours.get(front) or getattr(theme, front), colours.get(back) or getattr(theme, back))


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 computes it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
