"""The status bar: where one reads, what may be written, the zoom, the language and the library's name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSlider, QStatusBar, QToolButton, QWidget

from desktop.standing import Standing

SMALLEST, LARGEST, STEP = 70, 300, 10
"""Zoom of the text in percent."""


class StatusBar(QStatusBar):
    """Shows and asks; it knows no room."""

    zoom_requested = Signal(int)
    language_requested = Signal()

    def __init__(self, store: str, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._saved: QTime | None = None
        self._place = _label("place")
        self._read_only = _label("readOnly")
        self._read_only.setVisible(read_only)
        self._saved_at = _label("saved")
        self._store = _label("store")
        self._store.setText(store)
        self._percent = QToolButton()
        self._percent.setAutoRaise(True)
        self._percent.clicked.connect(lambda: self.zoom_requested.emit(100))
        self._zoom = QSlider(Qt.Orientation.Horizontal)
        self._zoom.setRange(SMALLEST, LARGEST)
        self._zoom.setSingleStep(STEP)
        self._zoom.setPageStep(STEP)
        self._zoom.setFixedWidth(QFontMetrics(self.font()).height() * 8)
        self._zoom.valueChanged.connect(self.zoom_requested)
        self._language = QToolButton()
        self._language.setAutoRaise(True)
        self._language.clicked.connect(self.language_requested)
        self.setSizeGripEnabled(False)
        self.addWidget(self._place)
        self.addWidget(self._read_only)
        for widget in (self._saved_at, self._language, self._percent, self._zoom, self._store):
            self.addPermanentWidget(widget)
        self.show_zoom(100)
        self._retranslate()

    def show_place(self, standing: Standing | None) -> None:
        """Tell where one stands; None where no report is in front."""
        self._standing = standing
        self._place.setText(self._place_text())

    def show_zoom(self, percent: int) -> None:
        """Tell the zoom, without asking for it."""
        with QSignalBlocker(self._zoom):
            self._zoom.setValue(percent)
        self._percent.setText(f"{percent}%")

    def show_saved(self, at: QTime) -> None:
        """Tell when the user's places were last written."""
        self._saved = at
        self._saved_at.setText(self.tr("Saved {time}").format(time=at.toString("HH:mm")))

    def show_language(self, code: str) -> None:
        """Tell the language of the interface."""
        self._language.setText(code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place_text(self) -> str:
        now = self._standing
        if now is None:
            return ""
        if not now.path:
            return self.tr("Beginning of the report")
        if " " in now.path:  # "Phụ lục 1" is a name already
            return now.path
        if not now.paragraph:
            return self.tr("Section {path}").format(path=now.path)
        text = self.tr("Section {path}, paragraph {n}/{all}")
        return text.format(path=now.path, n=now.paragraph, all=now.paragraphs)

    def _retranslate(self) -> None:
        self._place.setText(self._place_text())
        self._read_only.setText(self.tr("Read-only"))
        self._percent.setToolTip(self.tr("Back to 100% (Ctrl+0)"))
        self._percent.setAccessibleName(self.tr("Zoom in percent"))
        self._zoom.setToolTip(self.tr("Size of the text"))
        self._zoom.setAccessibleName(self.tr("Size of the text"))
        self._language.setToolTip(self.tr("Switch the language"))
        self._language.setAccessibleName(self.tr("Switch the language"))
        self._store.setToolTip(self.tr("The library that is open"))
        if self._saved is not None:
            self.show_saved(self._saved)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
