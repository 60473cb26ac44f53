"""One line of advice at the first visit to a room: at the foot of the views, dismissed by a click, never in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.icons import icon
from desktop.languages import tr_noop
from desktop.notices import plain_label
from desktop.settings import TIPS, TIPS_SEEN, Settings
from desktop.widgets.roomy import ask_for_height

TEXTS = {
    "shelf": tr_noop("Tips", "Drop report files anywhere on the window; a double click opens a report."),
    "report": tr_noop("Tips", "Dotted numbers explain themselves; notes stand beside the line that has their mark."),
    "indicators": tr_noop("Tips", "Tick up to six indicators; a click on a point opens the sentence behind it."),
    "comparison": tr_noop("Tips", "F8 goes to the next change; the buttons above filter by kind."),
    "tables": tr_noop("Tips", "“Make a table of the text” sets out the figures of a report as offices do."),
    "health": tr_noop("Tips", "Press a count for its list; each line goes to its place in the report."),
}
"""By the key of the tab; all reports are one room."""


LOWEST = 32
"""Lines' heights a window has at least to show tips."""
NARROW = 40
"""Lines' heights below which the way to the guide is left to F1."""


class TipLine(QFrame):
    """Shows a room's tip once, if the user wants tips. `guide_requested` asks for the page about the room."""

    guide_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._room = ""
        self.setObjectName("tip")
        self._words = plain_label("tipWords")
        self._more = QPushButton()
        self._more.setObjectName("link")
        self._close = QToolButton()
        self._close.setIcon(icon("x"))
        self._more.clicked.connect(self.guide_requested)
        self._close.clicked.connect(self.dismiss)
        settings.changed.connect(self._setting_changed)
        self._place()
        self._retranslate()
        self.hide()

    def visit(self, key: str) -> None:
        """A tab came to the front: show its tip at the first visit, and nothing at any other."""
        room = key.partition("/")[0]
        seen = self._settings.get(TIPS_SEEN).split()
        if room == self._room:
            return
        wanted = room in TEXTS and room not in seen and self._settings.get(TIPS) and self._has_room()
        self._room = room if wanted else ""
        if self._room:
            self._settings.put(TIPS_SEEN, " ".join([*seen, room]))
        self._retranslate()
        self.setVisible(bool(self._room))

    def dismiss(self) -> None:
        """Take the line away."""
        self._room = ""
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._more.setVisible(self.width() >= QFontMetrics(self.font()).height() * NARROW)
        ask_for_height(self)

    def _has_room(self) -> bool:
        """Whether the window is high enough for its letters: advice must not take the room of what it is about."""
        return self.window().height() >= QFontMetrics(self.font()).height() * LOWEST

    def _setting_changed(self, key: str) -> None:
        if key == TIPS.key and not self._settings.get(TIPS):
            self.dismiss()

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        drawing = QLabel()
        drawing.setPixmap(icon("info").pixmap(QSize(unit, unit), self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(unit * 3 // 4, 0, unit // 2, 0)
        row.setSpacing(unit // 2)
        row.addWidget(drawing)
        row.addWidget(self._words, 1)
        for button in (self._more, self._close):
            row.addWidget(button)

    def _retranslate(self) -> None:
        self._words.setText(QCoreApplication.translate("Tips", TEXTS[self._room]) if self._room else "")
        self._fit()
        self._more.setText(self.tr("More in the guide (F1)"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss the tip"))
        self.setAccessibleName(self.tr("Tip"))
