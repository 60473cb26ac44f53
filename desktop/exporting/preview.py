"""What will stand in the file, cell by cell, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.export.layouts import laid_out
from db.export.options import ExportOptions
from db.export.table import ExportTable
from desktop.icons import icon
from desktop.notices import plain_label
from desktop.sheet.view import SheetView
from desktop.themes import Themes


class Preview(QWidget):
    """Shows one of the tables that go out, as the options lay it out."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: list[ExportTable] = []
        self._options = ExportOptions()
        self._title = plain_label("heading")
        self.choice = QComboBox()
        self.sheet = SheetView(themes)
        self.warning = QPushButton()
        self._place()
        self.choice.activated.connect(lambda _row: self._show())
        self.warning.clicked.connect(lambda _on: self.next_doubtful())
        self._retranslate()

    def show_tables(self, tables: Sequence[ExportTable], options: ExportOptions) -> None:
        """Show tables in the layout asked for; the one in view stays in view."""
        now = max(0, self.choice.currentIndex())
        self._tables = [laid_out(table, options) for table in tables]
        self._options = options
        self.choice.clear()
        for at, table in enumerate(self._tables, 1):
            fresh = table.caption and not table.caption.startswith(table.name)
            self.choice.addItem(
                f"{at}. {table.name} – {table.caption}" if fresh else f"{at}. {table.caption or table.name}"
            )
        self.choice.setCurrentIndex(min(now, len(self._tables) - 1))
        self.choice.setEnabled(len(self._tables) > 1)
        self._show()

    def table(self) -> ExportTable | None:
        """Return the table in view, as it goes out."""
        at = self.choice.currentIndex()
        return self._tables[at] if 0 <= at < len(self._tables) else None

    def rows(self) -> int:
        """Return how many rows go out, in all tables."""
        return sum(len(table.rows) for table in self._tables)

    def doubtful(self) -> int:
        """Return how many cells of all tables could not be read as a number."""
        return sum(table.doubtful for table in self._tables)

    def pick(self, at: int) -> None:
        """Bring a table into view."""
        if 0 <= at < len(self._tables) and at != self.choice.currentIndex():
            self.choice.setCurrentIndex(at)
            self._show()

    def next_doubtful(self) -> None:
        """Bring the next cell that could not be read as a number into view, in whatever table."""
        now = self.sheet.currentIndex()
        here = (self.choice.currentIndex(), now.row(), now.column())
        spots = [
            (at, row, col)
            for at, table in enumerate(self._tables)
            for row, cells in enumerate(table.rows)
            for col, cell in enumerate(cells)
            if cell.doubtful
        ]
        if spots:
            at, row, col = next((spot for spot in spots if spot > here), spots[0])
            self.pick(at)
            self.sheet.setCurrentIndex(self.sheet.sheet.index(row, col))
            self.sheet.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        self.sheet.show_table(self.table(), self._options.numbers, self._options.notes)
        count = self.doubtful()
        self.warning.setVisible(count > 0)
        self.warning.setText(self.tr("{n} cells are not read as numbers: they go out as words").format(n=count))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(24)
        self.warning.setObjectName("link")
        self.warning.setIcon(icon("triangle-alert"))
        self.sheet.setMinimumHeight(unit * 6)
        head = QHBoxLayout()
        head.setSpacing(unit // 2)
        head.addWidget(self._title)
        head.addWidget(self.choice, 1)
        head.addWidget(self.warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 3)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Preview"))
        self.choice.setAccessibleName(self.tr("Table in the preview"))
        self.sheet.setAccessibleName(self.tr("Exactly the cells that go out"))
        self.warning.setToolTip(self.tr("Show the next one"))
        self._show()
