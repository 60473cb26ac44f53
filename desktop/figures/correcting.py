"""The form that corrects a figure: a layer over it, never a change of the report."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.indicators.catalogue import load
from db.layers import Anchor, Correction
from db.model import Figure
from db.vietnamese.numbers import read_number
from desktop.amounts import number
from desktop.languages import current_language

FIELDS = ("value", "unit", "period", "name", "indicator", "why", "who")


class CorrectionForm(QWidget):
    """What is left as it stands is not part of the correction. `kept` carries the Correction."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._figure: Figure | None = None
        self._anchor: Anchor | None = None
        self.value, self.unit, self.period, self.name, self.why, self.who = (QLineEdit() for _ in range(6))
        self.indicator = QComboBox()
        self.keep, self.cancel = QPushButton(), QPushButton()
        self.keep.setObjectName("primary")
        self.trouble = QLabel()
        self.trouble.setObjectName("caption")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._labels = {name: QLabel() for name in FIELDS}
        self._place()
        self.keep.clicked.connect(lambda _on: self._keep())
        self.cancel.clicked.connect(lambda _on: self.cancelled.emit())
        self._set_words()

    def show_figure(self, figure: Figure, anchor: Anchor, who: str) -> None:
        """Begin with what the figure says at present."""
        self._figure, self._anchor = figure, anchor
        self.value.setText(number(figure.value))
        self.unit.setText(figure.unit)
        self.period.setText(figure.period)
        self.name.setText(figure.name)
        if not self.indicator.count():
            self._list_indicators()
        self.indicator.setCurrentIndex(max(0, self.indicator.findData(figure.indicator)))
        self.why.clear()
        self.who.setText(who)
        self.trouble.hide()
        self.value.setFocus()
        self.value.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _keep(self) -> None:
        made = self.correction()
        if made is not None:
            self.kept.emit(made)

    def correction(self) -> Correction | None:
        """Return what was changed; None, with the reason on screen, where that cannot be kept."""
        figure, anchor = self._figure, self._anchor
        if figure is None or anchor is None:
            return None
        value = read_number(self.value.text().replace("−", "-"))
        if value is None:
            self._refuse(self.tr("“{text}” is no number. Write 112.500 or 8,25.").format(text=self.value.text()))
            return None
        made = Correction(
            anchor,
            None if value == figure.value else value,
            unit=_new(self.unit, figure.unit),
            period=_new(self.period, figure.period),
            indicator=self._new_indicator(figure),
            name=_new(self.name, figure.name),
            why=self.why.text().strip(),
            who=self.who.text().strip(),
        )
        if made.value is None and not (made.unit or made.period or made.indicator or made.name):
            self._refuse(self.tr("Nothing was changed."))
            return None
        return made

    def _new_indicator(self, figure: Figure) -> str:
        chosen = str(self.indicator.currentData() or "")
        return chosen if chosen != figure.indicator else ""

    def _refuse(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    def _place(self) -> None:
        unit = self.fontMetrics().height()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(unit // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in FIELDS:
            widget: QWidget = getattr(self, name)
            self._labels[name].setBuddy(widget)
            form.addRow(self._labels[name], widget)
        self.indicator.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.indicator.setMinimumContentsLength(12)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 2)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def _set_words(self) -> None:
        names = {
            "value": self.tr("&Value"),
            "unit": self.tr("&Unit"),
            "period": self.tr("&Period"),
            "name": self.tr("&Name"),
            "indicator": self.tr("&Indicator"),
            "why": self.tr("&Reason"),
            "who": self.tr("&By"),
        }
        for name, label in self._labels.items():
            label.setText(names[name])
            getattr(self, name).setAccessibleName(names[name].replace("&", ""))
        self.keep.setText(self.tr("Keep"))
        self.cancel.setText(self.tr("Cancel"))
        if self.indicator.count():
            self._list_indicators()

    def _list_indicators(self) -> None:
        """Name the indicators of the catalogue, which takes a moment to read: when a form is first needed."""
        now = self.indicator.currentData()
        vietnamese = current_language() == "vi"
        self.indicator.clear()
        self.indicator.addItem(self.tr("as it is"), "")
        for one in sorted(load().indicators, key=lambda one: one.name if vietnamese else one.name_en):
            self.indicator.addItem(one.name if vietnamese else one.name_en, one.id)
        self.indicator.setCurrentIndex(max(0, self.indicator.findData(now)))


def _new(field: QLineEdit, before: str) -> str:
    text = field.text().strip()
    return text if text != before else ""
