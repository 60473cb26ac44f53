"""How the chosen series are drawn: the kind of chart, an index, the state of knowledge of a year, chart or table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from desktop.icons import icon
from desktop.indicators.composing import KINDS
from desktop.languages import tr_noop, translate
from desktop.widgets.flow import FlowLayout

NAMES = {
    "line": tr_noop("ChartOptions", "Line"),
    "column": tr_noop("ChartOptions", "Columns"),
    "slope": tr_noop("ChartOptions", "Slope"),
    "dumbbell": tr_noop("ChartOptions", "Two ends"),
    "multiples": tr_noop("ChartOptions", "Small charts"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is set. `base` is the year whose value is 100, `known` the year as of which reports count; 0 for neither."""

    kind: str = "line"
    base: int = 0
    known: int = 0
    table: bool = False


class ChartOptions(QWidget):
    """Below the chart, in as many rows as it takes.

    `save_requested` and `copy_requested` are for the picture, `basket_requested` for all that is shown.
    """

    changed = Signal()
    copy_requested = Signal()
    save_requested = Signal()
    basket_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {kind: QPushButton() for kind in KINDS}
        self.base = QComboBox()
        self.known = QComboBox()
        self.table = QPushButton(icon("table-2"), "")
        self.copy = QPushButton(icon("copy"), "")
        self.save = QPushButton(icon("download"), "")
        self.basket = QPushButton(icon("shopping-basket"), "")
        self._place()
        self._connect()
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """What is set at present."""
        kind = next(kind for kind, button in self.kinds.items() if button.isChecked())
        return Choice(kind, self.base.currentData() or 0, self.known.currentData() or 0, self.table.isChecked())

    def offer(self, years: Sequence[int], report_years: Sequence[int]) -> None:
        """Offer these years as base of an index and as years of knowledge; a choice that is still there stays."""
        for box, offered, text in (
            (self.base, years, self.tr("= 100 in {year}")),
            (self.known, report_years, self.tr("as known in {year}")),
        ):
            now = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("no index") if box is self.base else self.tr("all reports"), 0)
            for year in offered:
                box.addItem(text.format(year=year), year)
            box.setCurrentIndex(max(0, box.findData(now)))
            box.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        for kind, button in self.kinds.items():
            button.setText(translate("ChartOptions", NAMES[kind]))
        self.table.setText(self.tr("Table"))
        self.copy.setText(self.tr("Copy picture"))
        self.save.setText(self.tr("Save…"))
        self.basket.setText(self.tr("Basket"))
        self.basket.setToolTip(self.tr("Put these series and their chart into the basket (Ctrl+B)"))
        self.base.setAccessibleName(self.tr("Index"))
        self.base.setToolTip(self.tr("Show every series as an index"))
        self.known.setAccessibleName(self.tr("State of knowledge"))
        self.known.setToolTip(self.tr("Show only what the reports up to a year said"))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        group = QButtonGroup(self)
        flow = FlowLayout(unit // 3, self)
        for kind, button in self.kinds.items():
            button.setCheckable(True)
            button.setObjectName("chip")
            group.addButton(button)
            flow.addWidget(button)
            button.setChecked(kind == "line")
        self.table.setCheckable(True)
        for box in (self.base, self.known):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            flow.addWidget(box)
        for button in (self.table, self.copy, self.save, self.basket):
            flow.addWidget(button)

    def _connect(self) -> None:
        for button in (*self.kinds.values(), self.table):
            button.clicked.connect(lambda _on: self.changed.emit())
        for box in (self.base, self.known):
            box.activated.connect(lambda _row: self.changed.emit())
        self.copy.clicked.connect(lambda _on: self.copy_requested.emit())
        self.save.clicked.connect(lambda _on: self.save_requested.emit())
        self.basket.clicked.connect(lambda _on: self.basket_requested.emit())
