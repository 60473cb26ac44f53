"""Choosing figures of a report's text, for the table an office would build of them by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.model import Content, Figure
from db.vietnamese.folding import fold
from db.vietnamese.writing import with_unit, written
from desktop.icons import icon
from desktop.tables.entries import text_figures
from desktop.tables.shown import default_figures

_NUMBER = Qt.ItemDataRole.UserRole
_YEARS = range(1900, 2200)


class FigurePicker(QWidget):
    """A list of figures with boxes; `changed` comes when another choice or another year stands."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self.year = QComboBox()
        self._year_name = QLabel()
        self.filter = QLineEdit()
        self.figures = QListWidget()
        self._all, self._none = QPushButton(), QPushButton()
        self._place()
        self._connect()
        self._retranslate()

    def show_report(self, content: Content) -> None:
        """Offer the figures of a report's text; those a clerk would take are chosen."""
        year = content.data.year or next(iter(_years(content)), 2000)
        chosen = set(default_figures(content, year))
        self.figures.blockSignals(True)
        self.figures.clear()
        for number in text_figures(content):
            figure = content.figures[number - 1]
            item = QListWidgetItem(_words(figure))
            item.setData(_NUMBER, number)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in chosen else Qt.CheckState.Unchecked)
            self.figures.addItem(item)
        self.figures.blockSignals(False)
        self.year.blockSignals(True)
        self.year.clear()
        for one in sorted({*_years(content), year}, reverse=True):
            self.year.addItem(str(one), one)
        self.year.setCurrentIndex(self.year.findData(year))
        self.year.blockSignals(False)
        self._filter(self.filter.text())
        self.changed.emit()

    def numbers(self) -> tuple[int, ...]:
        """Return the chosen figures' numbers in the report, from 1."""
        items = [self.figures.item(row) for row in range(self.figures.count())]
        return tuple(item.data(_NUMBER) for item in items if item.checkState() == Qt.CheckState.Checked)

    def chosen_year(self) -> int:
        """Return the year the table is made for."""
        return int(self.year.currentData() or 0)

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
        self._year_name.setBuddy(self.year)
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.figures.setUniformItemSizes(True)
        self.figures.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.figures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._year_name)
        head.addWidget(self.year)
        foot = QHBoxLayout()
        for button in (self._all, self._none):
            button.setObjectName("link")
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.figures, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.figures.itemChanged.connect(lambda _item: self.changed.emit())
        self.year.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self._all.clicked.connect(lambda: self.choose_all(True))
        self._none.clicked.connect(lambda: self.choose_all(False))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Figures in the text"))
        self._year_name.setText(self.tr("Year:"))
        self.year.setAccessibleName(self.tr("Year of the table"))
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
