"""What narrows the list of indicators: the area of the reports, words, and a group of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from db.schema import ROOM
from desktop.icons import icon
from desktop.indicators.gathering import Gathered
from desktop.widgets.plain_tips import plain_tip

TYPING = 150
"""Milliseconds after the last key before the list is filtered."""


class Filters(QWidget):
    """`changed` asks for another part of the list, `area_chosen` for the series of another area."""

    changed = Signal()
    area_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.areas, self.words, self.groups = QComboBox(), QLineEdit(), QComboBox()
        self._reports: frozenset[int] = frozenset()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._place()
        self._connect()
        self._retranslate()

    @property
    def area(self) -> str | None:
        """The area chosen; None before anything was read."""
        return self.areas.currentData() if self.areas.count() else None

    @property
    def group(self) -> str:
        """The group chosen, "" for all."""
        return self.groups.currentData() or ""

    def show_choices(self, gathered: Gathered) -> None:
        """Offer the areas and groups of what was read; with one area alone there is nothing to choose."""
        self.areas.clear()
        for area in gathered.areas:
            self.areas.addItem(area or self.tr("no place told"), area)
        self.areas.setCurrentIndex(self.areas.findData(gathered.area))
        self.areas.setToolTip(plain_tip(self.areas.currentText()))
        self.areas.setVisible(self.areas.count() > 1)
        shown = (entry.shown for entry in (*gathered.entries, *gathered.single))
        self._reports = frozenset(point.report_id for one in shown if one is not None for point in one.points)
        now = self.groups.currentData()
        self.groups.clear()
        self.groups.addItem(self.tr("All groups"), "")
        for group in dict.fromkeys(entry.group for entry in gathered.entries):
            self.groups.addItem(group, group)
        self.groups.setCurrentIndex(max(0, self.groups.findData(now)))

    def is_elsewhere(self, figure_id: int) -> bool:
        """Whether a figure may be of another area than the one in view."""
        return bool(figure_id) and self.areas.count() > 1 and figure_id // ROOM not in self._reports

    def clear(self) -> None:
        """Take words and group away, without a word to anyone."""
        with QSignalBlocker(self.words), QSignalBlocker(self.groups):
            self.words.clear()
            self.groups.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place(self) -> None:
        self.words.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.setClearButtonEnabled(True)
        self.areas.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.areas.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(QFontMetrics(self.font()).height() // 2)
        for box in (self.areas, self.words, self.groups):
            column.addWidget(box)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _text: self._typing.start())
        self.groups.activated.connect(lambda _row: self.changed.emit())
        self.areas.activated.connect(lambda _row: self.area_chosen.emit())

    def _retranslate(self) -> None:
        self.areas.setAccessibleName(self.tr("Area the reports speak of"))
        self.words.setPlaceholderText(self.tr("Filter indicators…"))
        self.words.setAccessibleName(self.tr("Filter indicators"))
        self.groups.setAccessibleName(self.tr("Group"))
