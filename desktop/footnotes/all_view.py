"""The tab of all notes: filter, list, and the chosen note whole below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.footnotes.all_notes import ENTRY, NoteList, NoteRow
from desktop.footnotes.book import Book
from desktop.footnotes.inks import chosen, marked
from desktop.footnotes.look import Look
from desktop.footnotes.note_sheet import sheet_of
from desktop.icons import icon
from desktop.pens import Drawn
from desktop.saving import ask_where, save
from desktop.widgets.safe_text import SafeText


class AllNotes(QWidget):
    """Lists every note of a report, those without a mark too. Enter or a double click goes to the mark."""

    mark_asked = Signal(int)
    failed = Signal(object)
    menu_asked = Signal(int, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = NoteList(self)
        self.box = QLineEdit(self)
        self.list = QListView(self)
        self.whole = SafeText(self)
        self._empty = QLabel(self)
        self._book = Book()
        self._drawn: Mapping[int, Sequence[Drawn]] = {}
        self.save = QToolButton(self)
        self.whole.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._row = NoteRow(look, self)
        self._lay_out()
        self._connect()
        self.set_look(look)
        self._set_words()

    def show_book(self, book: Book) -> None:
        """Show another report's notes."""
        self.box.clear()
        self._book, self._drawn = book, {}
        self.model.show_book(book)
        self.whole.clear()
        self._show_emptiness()

    def set_look(self, look: Look) -> None:
        """Take theme, font and zoom."""
        self._look = self._row.look = look
        theme = look.theme
        pad = look.em
        self.whole.setStyleSheet(
            f"QTextBrowser {{ background: {theme.surface}; color: {theme.ink}; border: none; padding: {pad}px;"
            f" selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}"
        )
        self.list.doItemsLayout()
        self._show_whole()

    def choose(self, note_id: int) -> None:
        """Choose a note, taking away a filter that hides it."""
        if self.model.row_of(note_id) < 0:
            self.box.clear()
        row = self.model.row_of(note_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def show_pens(self, drawn: Mapping[int, Sequence[Drawn]]) -> None:
        """Draw what the user has marked in the chosen note."""
        self._drawn = drawn
        self._ink()

    def selection(self) -> tuple[int, int]:
        """Return the selected stretch of the chosen note in code points; (0, 0) where nothing is."""
        entry = self._book.entries.get(self.chosen())
        return chosen(self.whole.textCursor(), entry.note.text) if entry is not None else (0, 0)

    def chosen(self) -> int:
        """Return the chosen note, or 0."""
        entry = self.list.currentIndex().data(ENTRY) if self.list.currentIndex().isValid() else None
        return int(entry.note.id) if entry is not None else 0

    def save_to(self, target: Path) -> None:
        """Write the notes the filter leaves to `target` (.xlsx or .docx); `failed` tells where that cannot be."""
        error = save(sheet_of(self._book, self.model.shown()), target)
        if error is not None:
            self.failed.emit(error)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the filter, the down arrow goes into the list, Enter in the list goes to the mark."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.box and key == Qt.Key.Key_Escape and self.box.text():
            self.box.clear()
            return True
        if watched is self.box and key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if watched is self.list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.mark_asked.emit(self.chosen())
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda index: self.mark_asked.emit(index.data(ENTRY).note.id))
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_whole())
        self.model.modelReset.connect(self._show_whole)
        self.list.customContextMenuRequested.connect(self._open_list_menu)
        self.whole.customContextMenuRequested.connect(self._open_menu)
        self.save.clicked.connect(lambda _on: self._ask_where_to_save())

    def _ask_where_to_save(self) -> None:
        name = f"{self._book.data.year or ''}_chu-thich.xlsx".strip("_")
        ask_where(self, self.tr("Export the notes"), name, self.save_to)

    def _open_list_menu(self, point: QPoint) -> None:
        if self.chosen():
            self.menu_asked.emit(self.chosen(), self.list.viewport().mapToGlobal(point))

    def _open_menu(self, point: QPoint) -> None:
        if self.chosen():
            self.menu_asked.emit(self.chosen(), self.whole.mapToGlobal(point))

    def _filter(self, words: str) -> None:
        chosen = self.chosen()
        self.model.filter(words)
        if self.model.row_of(chosen) >= 0:
            self.list.setCurrentIndex(self.model.index(self.model.row_of(chosen)))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.save.setEnabled(self.model.rowCount() > 0)
        self._set_empty_words()

    def _show_whole(self) -> None:
        entry = self.list.currentIndex().data(ENTRY) if self.list.currentIndex().isValid() else None
        self.whole.setVisible(entry is not None)
        if entry is not None:
            self._look.fill(self.whole.document(), entry)
        self._ink()

    def _ink(self) -> None:
        entry = self._book.entries.get(self.chosen())
        drawn = self._drawn.get(self.chosen(), ()) if entry is not None else ()
        text = entry.note.text if entry is not None else ""
        self.whole.setExtraSelections(marked(self.whole.document(), text, drawn, self._look.theme))

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self.box.setClearButtonEnabled(True)
        self.box.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setItemDelegate(self._row)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.list, self.whole):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(self.whole)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._empty.setMargin(2 * pad)
        self._empty.setObjectName("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.save.setIcon(icon("download"))
        self.save.setAutoRaise(True)
        top = QHBoxLayout()
        top.setContentsMargins(pad, pad, pad, pad)
        top.addWidget(self.box, 1)
        top.addWidget(self.save)
        self._stack = QStackedLayout()
        self._stack.addWidget(split)
        self._stack.addWidget(self._empty)
        column.addLayout(top)
        column.addLayout(self._stack, 1)

    def _set_empty_words(self) -> None:
        words = self.box.text().strip()
        if words:
            self._empty.setText(self.tr("No note has “{words}”. Esc shows all.").format(words=words))
        else:
            self._empty.setText(self.tr("This report has no notes."))

    def _set_words(self) -> None:
        self.box.setPlaceholderText(self.tr("Filter notes…"))
        self.box.setAccessibleName(self.tr("Filter notes"))
        self.save.setToolTip(self.tr("Export these notes to Excel or Word…"))
        self.save.setAccessibleName(self.tr("Export these notes to Excel or Word…"))
        self.list.setAccessibleName(self.tr("All notes"))
        self.whole.setAccessibleName(self.tr("The chosen note"))
        self._set_empty_words()
