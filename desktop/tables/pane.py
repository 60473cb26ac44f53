"""One table in the middle: its captions as printed, sorting, filter, sums, copying, and where it goes from here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from db.export.accounts import source_lines
from db.export.basket import BasketItem
from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.export.totals import totals_of
from desktop.icons import icon
from desktop.languages import current_language
from desktop.notices import plain_label
from desktop.pens import Drawn, DrawnOf, add_pens
from desktop.session import Destination
from desktop.sheet.model import PEN
from desktop.sheet.view import SheetView
from desktop.tables.copying import copy_cells
from desktop.tables.shown import Shown, arranged
from desktop.tables.words import totals_words
from desktop.themes import Themes
from desktop.widgets.flow import FlowLayout

COPIES = {"Ctrl+C": (False, False), "Ctrl+Shift+C": (True, False), "Ctrl+Alt+C": (True, True)}
"""The keys that copy the chosen cells, and whether captions and source go along."""


class TablePane(QWidget):
    """Shows one `Shown`. Its buttons ask for what other rooms do."""

    destination_requested = Signal(object)
    basket_requested = Signal(object)
    export_requested = Signal(object)
    print_requested = Signal(object)
    annotation_asked = Signal(str, str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._title_words = ""
        self._whole: ExportTable | None = None
        self._rows: list[int] | None = None
        self._sorted = (-1, False)
        self._themes = themes
        self._drawn_of: DrawnOf = lambda _report: ()
        self.title = plain_label("heading")
        self.source = plain_label("caption")
        self.filter = QLineEdit()
        self.basket_button, self.export_button, self.print_button = QPushButton(), QPushButton(), QPushButton()
        self.sheet = SheetView(themes, self)
        self.notes = plain_label("smallCaption")
        self.count = plain_label("caption")
        self.doubtful = QPushButton()
        self.totals = plain_label("caption")
        self._place()
        self._connect()
        self._retranslate()

    def show_table(self, shown: Shown, title: str) -> None:
        """Show a table as printed, from its beginning."""
        known = self._shown == shown
        self._shown, self._title_words = shown, title
        self._whole = shown.made(None, current_language())
        if not known:
            self._sorted = (-1, False)
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
            self.sheet.scrollToTop()
        self.filter.setVisible(shown.can_arrange)
        self.sheet.head.setSectionsClickable(shown.can_arrange)
        self._arrange()

    def table(self) -> ExportTable | None:
        """Return the table as it is shown, and as it goes out."""
        return self.sheet.sheet.table if self._shown is not None else None

    def item(self) -> BasketItem | None:
        """Return what is shown as an entry of the basket; None where there is nothing."""
        if self._shown is None or not self.sheet.sheet.table.rows:
            return None
        return self._shown.item(self._rows, self._title_words)

    def copy(self, headers: bool = False, cited: bool = False) -> bool:
        """Copy the chosen cells; False where none is chosen."""
        return copy_cells(self.sheet.sheet.table, self.sheet.chosen_cells(), headers, cited)

    def selection(self) -> tuple[Destination, ...]:
        """Return the places of the chosen cells that hold words."""
        found = []
        for row, col in self.sheet.chosen_cells():
            there = self._there(row, col) if self.sheet.sheet.cell(row, col).text.strip() else None
            found += [there] if there is not None and there.place is not None else []
        return tuple(dict.fromkeys(found))

    def show_pens(self, drawn: DrawnOf) -> None:
        """Draw what the user has marked in the table."""
        self._drawn_of = drawn
        self._draw_pens()

    def _draw_pens(self) -> None:
        table = self.sheet.sheet.table if self._shown is not None else None
        found = {}
        for row, cells in enumerate(table.rows if table is not None else ()):
            for col, cell in enumerate(cells):
                there = self._there(row, col) if cell.text.strip() else None
                drawn = self._drawn_of(there.report_id) if there is not None else ()
                over = [one for one in drawn if there is not None and _is_over(one, there)]
                if over:
                    found[row, col] = over[-1]
        self.sheet.sheet.show_pens(found)
        self.sheet.viewport().update()

    def _there(self, row: int, col: int) -> Destination | None:
        """Return the place of a cell as it is shown."""
        printed = row if self._rows is None else self._rows[row]
        return self._shown.destination(printed, col) if self._shown is not None else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._shown is not None:
                self.show_table(self._shown, self._title_words)
        super().changeEvent(event)

    def sort_by(self, col: int) -> None:
        """Sort by a column: upwards, at the second time downwards, at the third as printed."""
        if self._shown is None or not self._shown.can_arrange:
            return
        by, descending = self._sorted
        self._sorted = (col, False) if by != col else (col, True) if not descending else (-1, False)
        self._arrange()

    def _arrange(self) -> None:
        """Show the rows that the filter keeps, in the order asked for."""
        if self._shown is None or self._whole is None:
            return
        by, descending = self._sorted
        self._rows = arranged(self._whole, self.filter.text(), by, descending)
        made = self._whole if self._rows is None else self._shown.made(self._rows, current_language())
        self.sheet.show_table(made)
        self._draw_pens()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sheet.head.setSortIndicator(by, order)
        self.sheet.head.setSortIndicatorShown(by >= 0)
        self._tell(made)

    def _tell(self, made: ExportTable) -> None:
        self.title.setText(made.caption or made.name)
        lines = source_lines(made, ExportOptions(language=current_language()))
        self.source.setText(lines[-1] if lines else "")
        notes = [f"[{note.label}] {note.text}" for note in made.notes[:4]]
        if len(made.notes) > len(notes):
            notes.append("…")
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        total = len(self._whole.rows) if self._whole else 0
        shown = len(made.rows)
        text = self.tr("{n} rows").format(n=shown) if shown == total else self.tr("{n} of {total} rows")
        self.count.setText(text.format(n=shown, total=total))
        self.doubtful.setVisible(made.doubtful > 0)
        self.doubtful.setText(self.tr("{n} cells not read as numbers").format(n=made.doubtful))
        for button in (self.basket_button, self.export_button, self.print_button):
            button.setEnabled(shown > 0)
        self._tell_totals()

    def _tell_totals(self) -> None:
        self.totals.setText(totals_words(totals_of(self.sheet.chosen_values())))

    def _open_cell(self, row: int, col: int) -> None:
        there = self._there(row, col)
        if there is not None:
            self.destination_requested.emit(there)

    def _next_doubtful(self) -> None:
        """Go to the next cell that could not be read."""
        rows = self.sheet.sheet.table.rows
        spots = [(row, col) for row, cells in enumerate(rows) for col, cell in enumerate(cells) if cell.doubtful]
        now = self.sheet.currentIndex()
        here = (now.row(), now.column())
        later = [spot for spot in spots if spot > here] or spots
        if later:
            self.sheet.setCurrentIndex(self.sheet.sheet.index(*later[0]))
            self.sheet.setFocus()

    def _ask(self, signal: str) -> None:
        item = self.item()
        if item is not None:
            getattr(self, signal).emit(item)

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        menu = QMenu(self)
        chosen = bool(self.sheet.chosen_cells())
        names = (self.tr("Copy"), self.tr("Copy with column captions"), self.tr("Copy with captions and source"))
        for (keys, (headers, cited)), name in zip(COPIES.items(), names, strict=True):
            action = menu.addAction(icon("quote" if cited else "copy"), name)
            action.triggered.connect(lambda _on, h=headers, c=cited: self.copy(h, c))
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(chosen)
        menu.addSeparator()
        drawn = self.sheet.currentIndex().data(PEN)
        add_pens(menu, self.annotation_asked.emit, self._themes.current, drawn.key if drawn else "", chosen)
        menu.addSeparator()
        self._add(menu, "file-text", self.tr("Show in the report"), self._open_current)
        self._add(menu, "shopping-basket", self.tr("Into the basket"), lambda: self._ask("basket_requested"))
        self._add(menu, "file-output", self.tr("Export…"), lambda: self._ask("export_requested"))
        self._add(menu, "printer", self.tr("Print…"), lambda: self._ask("print_requested"))
        return menu

    @staticmethod
    def _add(menu: QMenu, sign: str, name: str, run: object) -> QAction:
        action = menu.addAction(icon(sign), name)
        action.triggered.connect(lambda _on: run())  # type: ignore[operator]  # always a function
        return action

    def _open_current(self) -> None:
        index = self.sheet.currentIndex()
        if index.isValid():
            self._open_cell(index.row(), index.column())

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sheet.viewport().mapToGlobal(point))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.title.setWordWrap(True)
        self.source.setWordWrap(True)
        self.filter.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(unit * 12)
        self.doubtful.setObjectName("link")
        self.doubtful.setIcon(icon("triangle-alert"))
        self.basket_button.setIcon(icon("shopping-basket"))
        self.export_button.setIcon(icon("file-output"))
        self.print_button.setIcon(icon("printer"))
        head = QVBoxLayout()
        head.setSpacing(unit // 6)
        head.addWidget(self.title)
        head.addWidget(self.source)
        tools = FlowLayout(unit // 3)
        tools.addWidget(self.filter)
        tools.add_spring()
        for button in (self.basket_button, self.export_button, self.print_button):
            button.setIconSize(QSize(unit, unit))
            tools.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(unit)
        for part in (self.count, self.doubtful):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.totals)
        self.sheet.setMinimumHeight(unit * 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit // 2)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.notes)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _typed: self._arrange())
        self.sheet.head_clicked.connect(self.sort_by)
        self.sheet.cell_opened.connect(self._open_cell)
        self.sheet.chosen.connect(self._tell_totals)
        self.sheet.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sheet.customContextMenuRequested.connect(self._open_menu)
        self.doubtful.clicked.connect(lambda _on: self._next_doubtful())
        self.basket_button.clicked.connect(lambda _on: self._ask("basket_requested"))
        self.export_button.clicked.connect(lambda _on: self._ask("export_requested"))
        self.print_button.clicked.connect(lambda _on: self._ask("print_requested"))
        for keys, (headers, cited) in COPIES.items():
            shortcut = QShortcut(QKeySequence(keys), self.sheet)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda h=headers, c=cited: self.copy(h, c))

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter rows"))
        self.filter.setAccessibleName(self.tr("Filter rows"))
        self.basket_button.setText(self.tr("Into the basket"))
        self.basket_button.setToolTip(self.tr("Into the basket (Ctrl+B)"))
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(self.tr("Export this table, as it is shown"))
        self.print_button.setText(self.tr("Print…"))
        self.print_button.setToolTip(self.tr("Print this table, as it is shown (Ctrl+P)"))
        self.sheet.setAccessibleName(self.tr("Table as printed"))
        self.doubtful.setToolTip(self.tr("Go to the next one"))


def _is_over(drawn: Drawn, there: Destination) -> bool:
    """Whether a highlight lies over the place of a cell, or over the words of the place that a cell is made of."""
    whole = there.start == there.end
    return drawn.place == there.place and (whole or (drawn.start < there.end and there.start < drawn.end))
