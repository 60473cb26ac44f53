"""The choices of an export: kind of file, what goes along, layout, signs of numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.exporting.choices import KINDS, LAYOUTS, Choices, FileKind, kind_words, layout_words
from desktop.notices import plain_label
from desktop.widgets.flow import EvenLayout


class OptionsPanel(QWidget):
    """`changed` comes with every other choice."""

    changed = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("heading")
        self.kinds = {kind.id: QRadioButton() for kind in KINDS}
        self._group = QButtonGroup(self)
        self.notes, self.sources, self.trace = QCheckBox(), QCheckBox(), QCheckBox()
        self.charts = QCheckBox()
        self.layouts, self.numbers = QComboBox(), QComboBox()
        self._names = {"with": QLabel(), "layout": QLabel(), "numbers": QLabel()}
        self._place()
        self.show_choices(choices)
        self._connect()
        self._retranslate()

    def show_choices(self, choices: Choices) -> None:
        """Show these choices."""
        self.kinds[choices.file_kind().id].setChecked(True)
        chosen = (choices.notes, choices.sources, choices.trace, choices.charts)
        for box, on in zip(self._boxes(), chosen, strict=True):
            box.setChecked(on)
        self.layouts.setCurrentIndex(max(0, self.layouts.findData(choices.layout)))
        self.numbers.setCurrentIndex(max(0, self.numbers.findData(choices.numbers)))
        self._fit()

    def choices(self) -> Choices:
        """Return what is chosen."""
        kind = next(name for name, button in self.kinds.items() if button.isChecked())
        flags = (self.notes.isChecked(), self.sources.isChecked(), self.trace.isChecked())
        return Choices(kind, *flags, self.layouts.currentData(), self.numbers.currentData(), self.charts.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        """A plain csv file has nothing but the rows, and few kinds of files hold charts."""
        kind = self.choices().file_kind()
        for box in (self.notes, self.sources, self.numbers):
            box.setEnabled(not kind.plain)
        self.charts.setEnabled(kind.charts)

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self.notes, self.sources, self.trace, self.charts

    def _changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        kinds = EvenLayout(unit // 4, 2)
        for kind in KINDS:
            self._group.addButton(self.kinds[kind.id])
            kinds.addWidget(self.kinds[kind.id])
        for layout, _text in LAYOUTS:
            self.layouts.addItem("", layout)
        for signs in ("vi", "en"):
            self.numbers.addItem("", signs)
        form = QFormLayout()
        form.setVerticalSpacing(unit // 3)
        form.setHorizontalSpacing(unit)
        boxes = QVBoxLayout()
        boxes.setSpacing(unit // 6)
        for box in self._boxes():
            boxes.addWidget(box)
        form.addRow(self._names["with"], boxes)
        form.addRow(self._names["layout"], self.layouts)
        form.addRow(self._names["numbers"], self.numbers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 2)
        column.addWidget(self._title)
        column.addLayout(kinds)
        column.addSpacing(unit // 3)
        column.addLayout(form)
        column.addStretch(1)

    def _connect(self) -> None:
        for button in self.kinds.values():
            button.toggled.connect(lambda on: self._changed() if on else None)
        for box in self._boxes():
            box.toggled.connect(lambda _on: self._changed())
        for choice in (self.layouts, self.numbers):
            choice.activated.connect(lambda _row: self._changed())

    def _retranslate(self) -> None:
        self._title.setText(self.tr("File format"))
        for kind in KINDS:
            self._name(kind)
        self._names["with"].setText(self.tr("With"))
        self.notes.setText(self.tr("Notes of the table"))
        self.sources.setText(self.tr("Sources (section, paragraph, SHA-256)"))
        self.trace.setText(self.tr("A column of links into the report"))
        self.charts.setText(self.tr("Charts of the series (pictures)"))
        self._names["layout"].setText(self.tr("Layout"))
        for row, (layout, _text) in enumerate(LAYOUTS):
            self.layouts.setItemText(row, layout_words(layout))
        self._names["numbers"].setText(self.tr("Numbers"))
        self.numbers.setItemText(0, self.tr("112.500,5 (Vietnamese)"))
        self.numbers.setItemText(1, self.tr("112,500.5 (English)"))
        self.layouts.setAccessibleName(self.tr("Layout"))
        self.numbers.setAccessibleName(self.tr("Numbers"))

    def _name(self, kind: FileKind) -> None:
        self.kinds[kind.id].setText(kind_words(kind))
