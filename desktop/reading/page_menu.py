"""The menu of the page, with our words: ways to copy, the note or the table under the mouse, find, bookmark, link."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from db.model import Note, Place
from desktop.icons import icon
from desktop.pens import add_pens
from desktop.reading.copying import selected_words, with_citation, with_notes
from desktop.reading.page_view import PageView
from desktop.themes import Theme

COPIES = {"words": selected_words, "notes": with_notes, "citation": with_citation}


def copy(view: PageView, manner: str) -> bool:
    """Put the selected words on the clipboard in one of COPIES; False where nothing is selected."""
    ends = view.selected()
    if view.page is None or ends is None:
        return False
    QApplication.clipboard().setText(COPIES[manner](view.page, *ends))
    return True


@dataclass(frozen=True, slots=True)
class Under:
    """What lies under the mouse: the place, and the user's highlight there by its key."""

    place: Place | None = None
    key: str = ""


class PageMenu(QMenu):
    """Built for one click."""

    find_asked = Signal(str)
    bookmark_asked = Signal()
    note_asked = Signal(int)
    link_asked = Signal(object, int, int)
    table_asked = Signal(str, int)
    annotation_asked = Signal(str, str)

    def __init__(self, view: PageView, note: Note | None, theme: Theme, under: Under) -> None:
        super().__init__(view)
        place = under.place
        ends = view.selected()
        words = selected_words(view.page, *ends) if view.page is not None and ends is not None else ""
        if note is not None:
            name = self.tr("Show note {number}").format(number=note.label)
            self.addAction(icon("message-square-quote"), name, lambda: self.note_asked.emit(note.id))
            self.addSeparator()
        for manner, sign, text, keys in (
            ("words", "copy", self.tr("Copy"), QKeySequence("Ctrl+C")),
            ("notes", "notebook-text", self.tr("Copy with notes"), QKeySequence()),
            ("citation", "quote", self.tr("Copy with citation"), QKeySequence("Ctrl+Alt+C")),
        ):
            action = self.addAction(icon(sign), text, lambda m=manner: copy(view, m))
            action.setShortcut(keys)
            action.setEnabled(bool(words))
            action.setObjectName(f"copy-{manner}")
        self.addAction(self.tr("Select all"), view.selectAll).setShortcut(QKeySequence("Ctrl+A"))
        self.addSeparator()
        add_pens(self, self.annotation_asked.emit, theme, under.key, bool(words.strip()) or place is not None)
        self.addSeparator()
        short = " ".join(words.split())
        if short and len(short) <= 60:
            shown = short if len(short) <= 28 else short[:27] + "…"
            text = self.tr("Find “{words}”").format(words=shown.replace("&", "&&"))
            self.addAction(icon("text-search"), text, lambda: self.find_asked.emit(short))
        self.addAction(icon("bookmark-plus"), self.tr("Bookmark this place"), self.bookmark_asked.emit)
        named = _stretch(view) or ((place, 0, 0) if place is not None else None)
        if named is not None:
            link = self.addAction(icon("link"), self.tr("Copy the link to this place"))
            link.triggered.connect(lambda _on: self.link_asked.emit(*named))
            link.setObjectName("copy-link")
        if place is not None and place.table_id is not None:
            self._add_table(place.table_id)

    def _add_table(self, table_id: int) -> None:
        """Offer what can be done with the table under the mouse."""
        self.addSeparator()
        for what, sign, name in (
            ("open", "table-2", self.tr("Open in the view of tables")),
            ("basket", "shopping-basket", self.tr("Put the table into the basket")),
            ("copy", "copy", self.tr("Copy the whole table")),
        ):
            action = self.addAction(icon(sign), name)
            action.triggered.connect(lambda _on, what=what: self.table_asked.emit(what, table_id))
            action.setObjectName(f"table-{what}")

    def open_at(self, point: QPoint) -> None:
        """Show it; it is gone after the choice."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(point)


def _stretch(view: PageView) -> tuple[Place, int, int] | None:
    """Return place, start and end of the selected words; None where nothing, or more than one place, is selected."""
    ends = view.selected()
    if view.page is None or ends is None:
        return None
    first, last = ends
    if (first.line, first.passage) != (last.line, last.passage):
        return None
    passage = view.page.lines[first.line].passages()[first.passage]
    return passage.place, passage.offset(first.column), passage.offset(last.column)
