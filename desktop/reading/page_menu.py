"""The menu of the page, with our words: three ways to copy, the note under the mouse, find, bookmark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.model import Note
from desktop.icons import icon
from desktop.reading.copying import selected_words, with_citation, with_notes
from desktop.reading.page_view import PageView

COPIES = {"words": selected_words, "notes": with_notes, "citation": with_citation}


def copy(view: PageView, manner: str) -> bool:
    """Put the selected words on the clipboard in one of COPIES; False where nothing is selected."""
    ends = view.selected()
    if view.page is None or ends is None:
        return False
    QApplication.clipboard().setText(COPIES[manner](view.page, *ends))
    return True


class PageMenu(QMenu):
    """Built for one click."""

    find_asked = Signal(str)
    bookmark_asked = Signal()
    note_asked = Signal(int)

    def __init__(self, view: PageView, note: Note | None, parent: QWidget) -> None:
        super().__init__(parent)
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
        short = " ".join(words.split())
        if short and len(short) <= 60:
            shown = short if len(short) <= 28 else short[:27] + "…"
            text = self.tr("Find “{words}”").format(words=shown.replace("&", "&&"))
            self.addAction(icon("text-search"), text, lambda: self.find_asked.emit(short))
        self.addAction(icon("bookmark-plus"), self.tr("Bookmark this place"), self.bookmark_asked.emit)

    def open_at(self, point: QPoint) -> None:
        """Show it; it is gone after the choice."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(point)
