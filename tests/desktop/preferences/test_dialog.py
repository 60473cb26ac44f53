"""Preferences: every choice is in force at once, and the dialog shows what is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QToolButton

from db.policy import Policy
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


def test_what_a_policy_locks_is_grey_and_said_to_be(qtbot):
    settings = Settings(policy=Policy(locked={"theme": "light", "help/tips": "false"}))
    dialog = PreferencesDialog(settings, Themes(), Languages())
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("policy.ini" in text for text in words)
    grey = {box.text() for box in dialog.findChildren(QCheckBox) if not box.isEnabled()}
    assert grey == {"A line of advice at the first visit to a place"}
    assert not next(button for button in dialog.findChildren(QToolButton) if button.text() == "Sepia").isEnabled()


def test_without_a_policy_nothing_is_said_of_one(dialog):
    assert not [one for one in dialog.findChildren(QLabel) if one.isVisible() and "policy.ini" in one.text()]
