"""Preferences: every choice is in force at once, and the dialog shows what is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QToolButton

from desktop.fonts import reading_families
from desktop.languages import Languages
from desktop.preferences.dialog import PreferencesDialog
from desktop.settings import INTERFACE_SCALE, LANGUAGE, LIVE_NUMBERS, READING_FONT, THEME, ZOOM, Settings
from desktop.themes import Themes


@pytest.fixture
def settings(qapp):
    return Settings()


@pytest.fixture
def dialog(qtbot, settings):
    made = PreferencesDialog(settings, Themes(), Languages())
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_leaves_the_window_behind_usable(dialog):
    assert not dialog.isModal()


def test_a_theme_is_chosen_by_its_picture(dialog, settings, qtbot):
    swatch = next(button for button in dialog.findChildren(QToolButton) if button.text() == "Sepia")
    qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert settings.get(THEME) == "sepia"


def test_the_language_is_chosen_by_its_own_name(dialog, settings):
    box = next(box for box in dialog.findChildren(QComboBox) if box.findText("English") >= 0)
    box.setCurrentText("English")
    assert settings.get(LANGUAGE) == "en"


def test_only_fonts_that_write_vietnamese_are_on_offer(dialog, settings):
    box = next(box for box in dialog.findChildren(QComboBox) if box.findText("Noto Serif") >= 0)
    assert [box.itemText(row) for row in range(box.count())] == reading_families()
    box.setCurrentText("Be Vietnam Pro")
    assert settings.get(READING_FONT) == "Be Vietnam Pro"


def test_live_numbers_can_be_switched_off(dialog, settings, qtbot):
    box = next(box for box in dialog.findChildren(QCheckBox) if box.text().startswith("Live numbers"))
    box.click()
    assert settings.get(LIVE_NUMBERS) is False


def test_sizes_are_put_and_shown(dialog, settings):
    dialog._zoom.slider.setValue(150)
    dialog._scale.slider.setValue(120)
    assert (settings.get(ZOOM), settings.get(INTERFACE_SCALE)) == (150, 120)
    settings.put(ZOOM, 200)
    dialog.refresh()
    assert dialog._zoom.slider.value() == 200
    assert settings.get(INTERFACE_SCALE) == 120


def test_it_speaks_the_language_in_force(dialog, qtbot):
    languages = Languages()
    languages.use("vi")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Tùy chọn")
    languages.use("en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Preferences")
