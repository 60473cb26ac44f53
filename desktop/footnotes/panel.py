"""The notes panel: beside the text those of the words on screen, or all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db.model import Content, Place
from desktop.figure_card import FigureCard
from desktop.footnotes.all_view import AllNotes
from desktop.footnotes.book import Book, book_of
from desktop.footnotes.canvas import NotesCanvas
from desktop.footnotes.look import Look
from desktop.icons import icon
from desktop.pens import Drawn, DrawnOf, add_pens
from desktop.session import Destination, NoteInView
from desktop.themes import Themes


class FootnotesPanel(QWidget):
    """Two tabs. `place` is fed by the reading pane with every scroll; `align_with` says whose heights it tells."""

    mark_requested = Signal(int)
    destination_requested = Signal(object)
    note_hovered = Signal(int)
    next_requested = Signal()
    scroll_requested = Signal(int)
    failed = Signal(object)
    figure_requested = Signal(int)
    why_requested = Signal(int)
    annotation_asked = Signal(str, str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._family, self._zoom, self._live = "Noto Serif", 100, True
        self._book = Book()
        self._notes: list[NoteInView] = []
        self._drawn: dict[int, list[Drawn]] = {}
        self._pointed = 0  # the note the menu was opened at
        self._beside: QWidget | None = None
        self.tabs = QTabBar(self)
        self.canvas = NotesCanvas(self._look(), self)
        self.all = AllNotes(self._look(), self)
        self.figure_card = FigureCard(self)
        self._none = QWidget(self)
        self._none_words = QLabel(self._none)
        self._next = QPushButton(self._none)
        self._lay_out()
        self._connect()
        self._set_words()
        self._set_ground()

    def show_report(self, content: Content | None) -> None:
        """Take another report's notes; None for no report."""
        self._book = book_of(content)
        self._notes = []
        self.canvas.show_book(self._book)
        self.all.show_book(self._book)
        self._set_words()
        self._show_tab()

    def align_with(self, viewport: QWidget) -> None:
        """Take the heights given to `place` as those of `viewport`, wherever the two lie on the screen."""
        self._beside = viewport
        viewport.destroyed.connect(lambda: self._part_from(viewport))

    def place(self, notes: Sequence[NoteInView]) -> None:
        """Show the notes whose marks are on screen, each beside its mark's line."""
        self._notes = list(notes)
        if self.tabs.currentIndex() == 0:
            self._place()

    def focus_note(self, note_id: int) -> None:
        """Show a note as the chosen one: its card where its mark is on screen, else in the list of all."""
        if note_id not in self._book.entries:
            return
        self.all.choose(note_id)
        on_screen = any(note.note_id == note_id for note in self._notes)
        self.tabs.setCurrentIndex(0 if on_screen else 1)
        self._show_tab()
        if on_screen:
            self.canvas.activate(note_id)

    def highlight_note(self, note_id: int) -> None:
        """Show which card belongs to the mark under the mouse; 0 for none."""
        self.canvas.light(note_id)

    def show_hits(self, hits: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        """Colour in the cards what was found in the notes: spans of code points by note."""
        self.canvas.show_hits(hits)

    def selection(self) -> tuple[Destination, ...]:
        """Return the words selected in a note, or the note itself: that of the menu, else the one that has the keys.

        The report is left open (0): it is the one whose notes are shown.
        """
        note_id, self._pointed = self._pointed or self._with_keys(), 0
        if note_id not in self._book.entries:
            return ()
        start, end = self.all.selection() if self.tabs.currentIndex() else (0, 0)
        for card in self.canvas.cards() if self.tabs.currentIndex() == 0 else ():
            if card.note_id == note_id:
                start, end = card.selection()
        return (Destination(0, None, Place(note_id=note_id), start, end),)

    def show_pens(self, drawn: DrawnOf) -> None:
        """Draw what the user has marked in the notes."""
        self._drawn = defaultdict(list)
        for one in drawn(0):
            if one.place.note_id is not None:
                self._drawn[one.place.note_id].append(one)
        self.canvas.show_pens(self._drawn)
        self.all.show_pens(self._drawn)

    def _with_keys(self) -> int:
        if self.tabs.currentIndex():
            return self.all.chosen()
        return next((card.note_id for card in self.canvas.cards() if card.holds_focus()), 0)

    def set_text(self, family: str, zoom: int, live: bool = True) -> None:
        """Follow the reading font, its size in percent, and whether live numbers are shown."""
        self._family, self._zoom, self._live = family, zoom, live
        self._set_look()

    def set_zoom(self, zoom: int) -> None:
        """Follow the size of the text, in percent."""
        self.set_text(self._family, zoom, self._live)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _hover_figure(self, figure_id: int, line: QRect) -> None:
        """Show the card of the live number under the mouse; 0 for none."""
        for entry in self._book.entries.values() if figure_id else ():
            for figure in entry.figures:
                if figure.id == figure_id:
                    here = QRect(self.mapFromGlobal(line.topLeft()), line.size())
                    self.figure_card.want(figure, here, entry.note.label)
                    return
        self.figure_card.unwant()

    def _open_figure(self, figure_id: int) -> None:
        self.figure_card.close_now()
        self.figure_requested.emit(figure_id)

    def _part_from(self, viewport: QWidget) -> None:
        """The page beside is gone: its tab was closed."""
        if self._beside is viewport:
            self._beside = None

    def _place(self) -> None:
        drop = 0.0
        if self._beside is not None and self._beside.isVisible():
            start = self._beside.mapToGlobal(QPoint(0, 0)).y()
            drop = float(start - self.canvas.mapToGlobal(QPoint(0, 0)).y())
        self.canvas.place([NoteInView(note.note_id, note.y + drop) for note in self._notes])
        self._stack.setCurrentWidget(self.canvas if self._notes else self._none)

    def _show_tab(self) -> None:
        if self.tabs.currentIndex() == 0:
            self._place()
        else:
            self._stack.setCurrentWidget(self.all)

    def _copy(self, note_id: int, manner: str = "words") -> None:
        text = self._book.entries[note_id].note.text
        for card in self.canvas.cards():
            if card.note_id == note_id and manner != "whole" and self.tabs.currentIndex() == 0:
                text = card.selected_text()
        if manner == "citation":
            text += "\n" + self._book.citation(note_id)
        QApplication.clipboard().setText(text)

    def _open_menu(self, note_id: int, point: QPoint) -> None:
        menu = self.menu_for(note_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def menu_for(self, note_id: int) -> QMenu:
        """Return the menu of a note."""
        menu = QMenu(self)
        to_mark = menu.addAction(icon("corner-up-left"), self.tr("To the mark"))
        to_mark.triggered.connect(lambda _on: self.mark_requested.emit(note_id))
        to_mark.setEnabled(self._book.entries[note_id].note.linked)
        menu.addSeparator()
        for manner, sign, words in (
            ("words", "copy", self.tr("Copy")),
            ("whole", "notebook-text", self.tr("Copy the whole note")),
            ("citation", "quote", self.tr("Copy with citation")),
        ):
            action = menu.addAction(icon(sign), words)
            action.setObjectName(f"copy-{manner}")
            action.triggered.connect(lambda _on, m=manner: self._copy(note_id, m))
        menu.addSeparator()
        drawn = self._drawn.get(note_id)
        add_pens(menu, partial(self._mark, note_id), self._themes.current, drawn[-1].key if drawn else "")
        return menu

    def _mark(self, note_id: int, what: str, about: str) -> None:
        self._pointed = note_id
        self.annotation_asked.emit(what, about)

    def _look(self) -> Look:
        return Look(self._themes.current, self._family, self._zoom, self._live)

    def _set_look(self) -> None:
        self.canvas.set_look(self._look())
        self.all.set_look(self._look())
        self._set_ground()

    def _set_ground(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(self._themes.current.ground))
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        self._none_words.setStyleSheet(f"color: {self._themes.current.ink_soft};")

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height()
        for _ in range(2):
            self.tabs.addTab("")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        self._stack = QStackedLayout()
        for part in (self.canvas, self._none, self.all):
            self._stack.addWidget(part)
        column.addLayout(self._stack, 1)
        inner = QVBoxLayout(self._none)
        inner.setContentsMargins(pad, 2 * pad, pad, pad)
        self._none_words.setTextFormat(Qt.TextFormat.PlainText)
        self._none_words.setWordWrap(True)
        self._none_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._none_words)
        inner.addWidget(self._next, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        self._stack.setCurrentWidget(self._none)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _index: self._show_tab())
        self.canvas.hovered.connect(self.note_hovered)
        self.canvas.mark_asked.connect(self.mark_requested)
        self.canvas.copy_asked.connect(self._copy)
        self.canvas.menu_asked.connect(self._open_menu)
        self.canvas.scroll_asked.connect(self.scroll_requested)
        self.canvas.figure_hovered.connect(self._hover_figure)
        self.canvas.figure_clicked.connect(self._open_figure)
        self.figure_card.series_requested.connect(self.figure_requested)
        self.figure_card.why_requested.connect(self.why_requested)
        self.all.mark_asked.connect(self.mark_requested)
        self.all.menu_asked.connect(self._open_menu)
        self.all.failed.connect(self.failed)
        self._next.clicked.connect(lambda _on: self.next_requested.emit())
        self._themes.changed.connect(self._set_look)

    def _set_words(self) -> None:
        total = len(self._book.entries)
        self.tabs.setTabText(0, self.tr("On screen"))
        self.tabs.setTabText(1, self.tr("All ({count})").format(count=total))
        unlinked = sum(1 for entry in self._book.entries.values() if not entry.note.linked)
        self.tabs.setTabIcon(1, icon("triangle-alert", self._themes.current.warning) if unlinked else icon("list"))
        tip = self.tr("{count} notes have no known mark in the text").format(count=unlinked) if unlinked else ""
        self.tabs.setTabToolTip(1, tip)
        self.tabs.setAccessibleName(self.tr("Notes"))
        if total:
            words = self.tr("The text on screen has no notes. ({count} notes elsewhere)").format(count=total)
        else:
            words = self.tr("This report has no notes.")
        self._none_words.setText(words)
        self._next.setText(self.tr("Next note (Ctrl+.)"))
        self._next.setVisible(bool(total))
