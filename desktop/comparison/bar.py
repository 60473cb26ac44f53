"""The controls above a comparison: which two reports, how they are laid out, which changes are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from db.comparison import Comparison
from db.comparison.rows import CHANGE_KINDS
from db.model import Report
from desktop.comparison.exporting import ExportButton
from desktop.comparison.words import FILTER_WORDS, reuse_words
from desktop.icons import icon
from desktop.languages import translate
from desktop.widgets.flow import FlowLayout
from desktop.widgets.plain_tips import plain_tip

MANNERS = ("two", "one", "matrix", "tables")
OF_YEARS = MANNERS[2:]


class CompareBar(QWidget):
    """Emits `years_chosen` when other reports (or masking) are asked for, `filtered` when other lines of them are."""

    years_chosen = Signal()
    filtered = Signal()
    stepped = Signal(int)
    unpaired = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QComboBox(), QComboBox()
        self.swap = QToolButton()
        self.manner = QComboBox()
        self.masked = QCheckBox()
        self.only_new = QCheckBox()
        self.chips = {kind: QPushButton() for kind in CHANGE_KINDS}
        self.undo = QToolButton()
        self.export = ExportButton()
        self._reuse = QLabel()
        self._count = QLabel()
        self._previous, self._next = QToolButton(), QToolButton()
        self._comparison: Comparison | None = None
        self._place()
        self._connect()
        self._retranslate()

    def show_reports(self, reports: list[Report]) -> None:
        """Offer these reports, keeping what is chosen."""
        for box in (self.left, self.right):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            for report in reports:
                data = report.data
                parts = (data.period or str(data.year or "?"), data.issuer, report.source.name)
                box.addItem(" · ".join(part for part in parts[:2] if part), report.id)
                box.setItemData(box.count() - 1, plain_tip(parts[2]), Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(box.findData(kept))
            box.blockSignals(False)

    def choose(self, left: int, right: int) -> None:
        """Choose two reports, without a word to anyone."""
        for box, report_id in ((self.left, left), (self.right, right)):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(report_id))
            box.blockSignals(False)

    def go_back(self, masked: bool) -> None:
        """Show two texts, masked or not, without a word to anyone."""
        self.masked.blockSignals(True)
        self.masked.setChecked(masked)
        self.masked.blockSignals(False)
        self.show_texts()

    def show_texts(self) -> None:
        """Ask for two texts rather than several years."""
        if self.of_years():
            self.manner.setCurrentIndex(0)

    def of_years(self) -> bool:
        """Whether several years are asked for rather than two texts."""
        return self.manner.currentData() in OF_YEARS

    def show_manner(self, of_years: bool) -> None:
        """Show what filters and walks changes for two texts only: a matrix has none of it."""
        for part in (*self.chips.values(), self.only_new, self._count, self._previous, self._next, self._reuse):
            part.setVisible(not of_years)

    def chosen(self) -> tuple[int, int]:
        """Return the ids of the two reports, 0 where none is chosen."""
        return self.left.currentData() or 0, self.right.currentData() or 0

    def kinds(self) -> set[str]:
        """Return the kinds of change that are to be shown."""
        return {kind for kind, chip in self.chips.items() if chip.isChecked()}

    def show_comparison(self, comparison: Comparison) -> None:
        """Say what was found in all."""
        self._comparison = comparison
        self._retranslate()

    def show_count(self, now: int, total: int) -> None:
        """Say which change one stands at."""
        self._count.setText(self.tr("Change {n}/{total}").format(n=now, total=total))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        head = FlowLayout(unit // 2)
        for box in (self.left, self.right, self.manner):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for part in (self.left, self.swap, self.right, self.manner):
            head.addWidget(part)
        head.add_spring()
        for tool in (self.undo, self._count, self._previous, self._next, self.export):
            head.addWidget(tool)
        second = FlowLayout(unit // 3)
        for chip in self.chips.values():
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setChecked(True)
            second.addWidget(chip)
        second.add_spring()
        second.addWidget(self.only_new)
        second.addWidget(self.masked)
        self.masked.setChecked(True)
        self._reuse.setObjectName("caption")
        self._reuse.setWordWrap(True)
        for label in (self._reuse, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit // 2)
        layout.addLayout(head)
        layout.addLayout(second)
        layout.addWidget(self._reuse)

    def _connect(self) -> None:
        self.swap.setIcon(icon("arrow-left-right"))
        self.undo.setIcon(icon("corner-up-left"))
        self.undo.setVisible(False)
        self._previous.setIcon(icon("chevron-up"))
        self._next.setIcon(icon("chevron-down"))
        for box in (self.left, self.right):
            box.activated.connect(lambda _row: self.years_chosen.emit())
        self.swap.clicked.connect(lambda _on: self._turn())
        self.masked.toggled.connect(lambda _on: self.years_chosen.emit())
        self.only_new.toggled.connect(lambda _on: self.filtered.emit())
        self.manner.activated.connect(lambda _row: self.filtered.emit())
        for chip in self.chips.values():
            chip.toggled.connect(lambda _on: self.filtered.emit())
        self._previous.clicked.connect(lambda _on: self.stepped.emit(-1))
        self._next.clicked.connect(lambda _on: self.stepped.emit(1))
        self.undo.clicked.connect(lambda _on: self.unpaired.emit())

    def _turn(self) -> None:
        left, right = self.chosen()
        if left and right:
            self.choose(right, left)
            self.years_chosen.emit()

    def _retranslate(self) -> None:
        chosen = max(self.manner.currentIndex(), 0)
        self.manner.blockSignals(True)
        self.manner.clear()
        words = (
            self.tr("Two columns"),
            self.tr("One column"),
            self.tr("Matrix of the years"),
            self.tr("Tables of the years"),
        )
        for manner, text in zip(MANNERS, words, strict=True):
            self.manner.addItem(text, manner)
        self.manner.setCurrentIndex(chosen)
        self.manner.blockSignals(False)
        self.masked.setText(self.tr("Pass over years, dates, document numbers"))
        self.only_new.setText(self.tr("Only what is new"))
        for button, text in (
            (self.swap, self.tr("Swap the two sides")),
            (self.undo, self.tr("Take back the last pairing by hand")),
            (self._previous, self.tr("Previous change (Shift+F8)")),
            (self._next, self.tr("Next change (F8)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.left.setAccessibleName(self.tr("The older report"))
        self.right.setAccessibleName(self.tr("The newer report"))
        self.manner.setAccessibleName(self.tr("Arrangement"))
        counts = self._comparison.counts if self._comparison else {}
        for kind, chip in self.chips.items():
            chip.setText(f"{translate('Comparison', FILTER_WORDS[kind])} {counts.get(kind, '')}".strip())
        self._reuse.setText(reuse_words(self._comparison) if self._comparison else "")
