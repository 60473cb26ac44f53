"""Preferences: everything is in force at once, and the window behind stays usable."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.fonts import reading_families
from desktop.languages import LANGUAGES, Languages
from desktop.preferences.swatches import Swatches
from desktop.settings import (
    INTERFACE_SCALE,
    LANGUAGE,
    LIVE_NUMBERS,
    NOTE_PREVIEW,
    READING_FONT,
    THEME,
    TIPS,
    ZOOM,
    Setting,
    Settings,
)
from desktop.themes import Themes

SAMPLE = "Quy mô nền kinh tế năm 2023 khoảng 112,5 nghìn tỷ đồng"


class PreferencesDialog(QDialog):
    """Language, theme, sizes and fonts. Whoever shows the dialog listens to `settings.changed`."""

    def __init__(self, settings: Settings, themes: Themes, languages: Languages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._settings = settings
        self._labels: dict[str, QLabel] = {}
        self._language = QComboBox()
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._themes = Swatches(themes)
        self._family = QComboBox()
        self._sample = QLabel(SAMPLE)
        self._zoom = PercentSlider(70, 300)
        self._scale = PercentSlider(80, 200)
        self._preview = QCheckBox()
        self._live = QCheckBox()
        self._tips = QCheckBox()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.close)
        self._locked = QLabel()
        self._locked.setObjectName("caption")
        self._locked.setWordWrap(True)
        self._form = QFormLayout()
        self._scroll = QScrollArea()
        self._place()
        self._fill(languages)
        self._connect()
        self._retranslate()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Show the values in force: another part of the window may have changed them."""
        settings = self._settings
        for slider, value in ((self._zoom, settings.get(ZOOM)), (self._scale, settings.get(INTERFACE_SCALE))):
            with QSignalBlocker(slider.slider):
                slider.show_percent(value)
        for box, setting in ((self._preview, NOTE_PREVIEW), (self._live, LIVE_NUMBERS), (self._tips, TIPS)):
            with QSignalBlocker(box):
                box.setChecked(settings.get(setting))
        with QSignalBlocker(self._language):
            self._language.setCurrentIndex(self._language.findData(settings.get(LANGUAGE)))
        self._themes.choose(settings.get(THEME))
        self._show_locks()

    def _show_locks(self) -> None:
        """What the administrator laid down is shown, and cannot be chosen."""
        fields: tuple[tuple[QWidget, Setting[Any]], ...] = (
            (self._language, LANGUAGE),
            (self._themes, THEME),
            (self._family, READING_FONT),
            (self._zoom, ZOOM),
            (self._scale, INTERFACE_SCALE),
            (self._preview, NOTE_PREVIEW),
            (self._live, LIVE_NUMBERS),
            (self._tips, TIPS),
        )
        for field, setting in fields:
            locked = self._settings.locked(setting)
            field.setEnabled(not locked)
            if locked:
                field.setToolTip(self.tr("Laid down by the administrator (policy.ini)"))
        self._locked.setVisible(any(self._settings.locked(setting) for _field, setting in fields))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self._form.setHorizontalSpacing(unit)
        self._form.setVerticalSpacing(unit * 2 // 3)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, field in (
            ("language", self._language),
            ("theme", self._themes),
            ("scale", self._scale),
            ("font", self._family),
            ("sample", self._sample),
            ("zoom", self._zoom),
            ("notes", self._preview),
            ("numbers", self._live),
            ("tips", self._tips),
        ):
            label = self._labels[name] = QLabel()
            label.setBuddy(field)
            self._form.addRow(label, field)
        choices = QWidget()
        choices.setLayout(self._form)
        self._form.setContentsMargins(unit * 3 // 2, unit * 3 // 2, unit * 3 // 2, unit)
        self._scroll.setWidget(choices)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._buttons.setContentsMargins(unit, 0, unit, unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._locked.setContentsMargins(unit * 3 // 2, unit, unit, 0)
        layout.addWidget(self._locked)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._buttons)

    def _fit(self) -> None:
        """Be as large as the choices need, and no larger than the screen: the rest can be scrolled to."""
        unit = QFontMetrics(self.font()).height()
        below = self._buttons.sizeHint().height() + (0 if self._locked.isHidden() else unit * 3)
        needed = self._form.sizeHint() + QSize(unit * 2, below + unit)
        room = self.screen().availableSize() * 0.9
        parent = self.parentWidget()
        if parent is not None:
            room = room.expandedTo(parent.window().size() * 0.95)
        self.resize(needed.expandedTo(QSize(unit * 34, 0)).boundedTo(room))

    def _fill(self, languages: Languages) -> None:
        chosen = self._settings.get(READING_FONT)
        families = reading_families()
        self._family.addItems(families)
        self._family.setCurrentText(chosen if chosen in families else "")
        self._sample.setFont(QFont(chosen))
        self._languages = languages
        self.refresh()

    def _connect(self) -> None:
        self._language.currentIndexChanged.connect(lambda _index: self._put(LANGUAGE, self._language.currentData()))
        self._themes.chosen.connect(lambda name: self._put(THEME, name))
        self._family.currentTextChanged.connect(self._use_family)
        self._zoom.slider.valueChanged.connect(lambda percent: self._put(ZOOM, percent))
        # A new size lays the whole window out anew: once at the end of a drag, not at every step of it.
        self._scale.slider.setTracking(False)
        self._scale.slider.valueChanged.connect(lambda percent: self._put(INTERFACE_SCALE, percent))
        self._preview.toggled.connect(lambda on: self._put(NOTE_PREVIEW, on))
        self._live.toggled.connect(lambda on: self._put(LIVE_NUMBERS, on))
        self._tips.toggled.connect(lambda on: self._put(TIPS, on))

    def _put(self, setting: Setting, value: object) -> None:  # type: ignore[type-arg]  # the table above pairs them
        self._settings.put(setting, value)

    def _use_family(self, family: str) -> None:
        self._put(READING_FONT, family)
        self._sample.setFont(QFont(family))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        for name, text in (
            ("language", self.tr("Language")),
            ("theme", self.tr("Theme")),
            ("scale", self.tr("Size of the interface")),
            ("font", self.tr("Reading font")),
            ("sample", ""),
            ("zoom", self.tr("Size of the text")),
            ("notes", self.tr("Notes")),
            ("numbers", self.tr("Numbers")),
            ("tips", self.tr("Tips")),
        ):
            self._labels[name].setText(text)
        self._preview.setText(self.tr("Preview a note when the pointer rests on its mark"))
        self._live.setText(self.tr("Live numbers: underline figures and explain them"))
        self._tips.setText(self.tr("A line of advice at the first visit to a place"))
        self._locked.setText(self.tr("What is grey was laid down by the administrator (policy.ini)."))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self._scroll.setAccessibleName(self.windowTitle())
        self._language.setAccessibleName(self.tr("Language"))
        self._family.setAccessibleName(self.tr("Reading font"))
        self._zoom.slider.setAccessibleName(self.tr("Size of the text"))
        self._scale.slider.setAccessibleName(self.tr("Size of the interface"))


class PercentSlider(QWidget):
    """A slider with its value beside it."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low, high)
        self.slider.setSingleStep(10)
        self.slider.setPageStep(10)
        self._value = QLabel()
        self._value.setMinimumWidth(QFontMetrics(self.font()).horizontalAdvance("300% "))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider.valueChanged.connect(self.show_percent)
        self.slider.sliderMoved.connect(lambda percent: self._value.setText(f"{percent}%"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.setFocusProxy(self.slider)

    def show_percent(self, percent: int) -> None:
        """Show a value."""
        self.slider.setValue(percent)
        self._value.setText(f"{percent}%")
