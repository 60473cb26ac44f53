"""Choosing figures of one or two reports' texts, for the table an office would build of them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.export.clerk import default_figures
from db.model import Content, Figure
from db.vietnamese.folding import fold
from db.vietnamese.writing import with_unit, written
from desktop.icons import icon
from desktop.tables.entries import text_figures
from desktop.widgets.plain_tips import plain_tip

_NUMBER = Qt.ItemDataRole.UserRole
_SOURCE = Qt.ItemDataRole.UserRole + 1
_YEARS = range(1900, 2200)


class FigurePicker(QWidget):
    """A list of figures with boxes; `changed` comes when another choice or another year stands.

    `other_chosen` asks for a second report by its id (0: none); `show_other` answers it.
    """

    changed = Signal()
    other_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: list[Content] = []
        self._title = QLabel()
        self.year, self.other, self.layouts = QComboBox(), QComboBox(), QComboBox()
        self._names = {name: QLabel() for name in ("year", "other", "layout")}
        self.filter = QLineEdit()
        self.figures = QListWidget()
        self._all, self._none = QPushButton(), QPushButton()
        self._place()
        self._connect()
        self._retranslate()

    def show_report(self, content: Content, others: Sequence[tuple[int, str]] = ()) -> None:
        """Offer the figures of a report's text; those a clerk would take are chosen. `others` are ids and names."""
        self._sources = [content]
        year = content.data.year or next(iter(_years(content)), 2000)
        with QSignalBlocker(self.year), QSignalBlocker(self.other):
            self.year.clear()
            for one in sorted({*_years(content), year}, reverse=True):
                self.year.addItem(str(one), one)
            self.year.setCurrentIndex(self.year.findData(year))
            self.other.clear()
            self.other.addItem(self.tr("none"), 0)
            for report_id, name in others:
                self.other.addItem(name, report_id)
        self.other.setEnabled(bool(others))
        with QSignalBlocker(self.figures):
            self.figures.clear()
            self._offer(0, year)
        self._filter(self.filter.text())
        self.changed.emit()

    def show_other(self, content: Content | None) -> None:
        """Offer the figures of a second report below; None takes them away."""
        with QSignalBlocker(self.figures):
            for row in range(self.figures.count() - 1, -1, -1):
                if self.figures.item(row).data(_SOURCE):
                    self.figures.takeItem(row)
            self._sources = [*self._sources[:1], *([content] if content is not None else [])]
            if content is not None:
                self._offer(1, self.chosen_year())
        self._filter(self.filter.text())
        self.changed.emit()

    def numbers(self, source: int = 0) -> tuple[int, ...]:
        """Return the chosen figures' numbers, from 1, in the first report (0) or the second (1)."""
        items = [self.figures.item(row) for row in range(self.figures.count())]
        chosen = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return tuple(item.data(_NUMBER) for item in chosen if item.data(_SOURCE) == source)

    def chosen_year(self) -> int:
        """Return the year the table is made for."""
        return int(self.year.currentData() or 0)

    def layout_kind(self) -> Literal["clerk", "figures"]:
        """Return how the table is set out."""
        return "figures" if self.layouts.currentData() == "figures" else "clerk"

    def _offer(self, source: int, year: int) -> None:
        content = self._sources[source]
        chosen = set(default_figures(content, year))
        period = content.data.period or str(content.data.year or "")
        for number in text_figures(content):
            words = _words(content.figures[number - 1])
            item = QListWidgetItem(f"{period} · {words}" if source else words)
            item.setData(_NUMBER, number)
            item.setData(_SOURCE, source)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in chosen else Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(item.text()))
            self.figures.addItem(item)

    def choose_all(self, on: bool) -> None:
        """Choose every figure in view, or none of them."""
        self.figures.blockSignals(True)
        for row in range(self.figures.count()):
            if not self.figures.isRowHidden(row):
                self.figures.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.figures.blockSignals(False)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _filter(self, typed: str) -> None:
        asked = fold(typed).split()
        for row in range(self.figures.count()):
            words = fold(self.figures.item(row).text())
            self.figures.setRowHidden(row, not all(word in words for word in asked))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.figures.setUniformItemSizes(True)
        self.figures.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.figures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form = QFormLayout()
        form.setVerticalSpacing(unit // 4)
        for kind in ("clerk", "figures"):
            self.layouts.addItem("", kind)
        for name, box in (("year", self.year), ("other", self.other), ("layout", self.layouts)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._names[name].setBuddy(box)
            form.addRow(self._names[name], box)
        foot = QHBoxLayout()
        for button in (self._all, self._none):
            button.setObjectName("link")
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self.filter)
        column.addWidget(self.figures, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.figures.itemChanged.connect(lambda _item: self.changed.emit())
        self.year.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.layouts.activated.connect(lambda _row: self.changed.emit())
        self.other.currentIndexChanged.connect(lambda _row: self.other_chosen.emit(self.other.currentData() or 0))
        self._all.clicked.connect(lambda: self.choose_all(True))
        self._none.clicked.connect(lambda: self.choose_all(False))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Figures in the text"))
        names = {"year": self.tr("Year:"), "other": self.tr("Also of:"), "layout": self.tr("Set out:")}
        for name, words in names.items():
            self._names[name].setText(words)
        self.year.setAccessibleName(self.tr("Year of the table"))
        self.other.setAccessibleName(self.tr("A second report, as the one of the year before"))
        self.other.setToolTip(self.tr("A second report, as the one of the year before"))
        if self.other.count():
            self.other.setItemText(0, self.tr("none"))
        self.layouts.setAccessibleName(self.tr("How the table is set out"))
        for row, (text, tip) in enumerate(
            (
                (self.tr("as offices do"), self.tr("Year before, plan, result, and what they come to in percent")),
                (self.tr("as a list"), self.tr("A row per figure, with its sentence")),
            )
        ):
            self.layouts.setItemText(row, text)
            self.layouts.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
        self.filter.setPlaceholderText(self.tr("Filter figures"))
        self.filter.setAccessibleName(self.tr("Filter figures"))
        self.figures.setAccessibleName(self.tr("Figures in the text"))
        self._all.setText(self.tr("Choose all"))
        self._none.setText(self.tr("Choose none"))


def _words(figure: Figure) -> str:
    name = figure.name or " ".join(figure.quote.split())[:60]
    period = f" ({figure.period})" if figure.period else ""
    return f"{name}: {with_unit(written(figure.value), figure.unit)}{period}"


def _years(content: Content) -> set[int]:
    ends = {figure.period_end[:4] for figure in content.figures}
    return {int(end) for end in ends if end.isdecimal() and int(end) in _YEARS}
