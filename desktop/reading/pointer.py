"""The mouse and the keys on the page: the preview of notes, the menu, Esc and F3."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from db.model import Note
from desktop.pens import telling
from desktop.reading.finding import Finding
from desktop.reading.note_preview import NotePreview
from desktop.reading.page_menu import PageMenu, Under
from desktop.reading.page_view import PageView
from desktop.reading.passage import Passage
from desktop.reading.pens import Pens
from desktop.reading.standing import Standing
from desktop.settings import NOTE_PREVIEW, Settings
from desktop.themes import Theme
from desktop.widgets.plain_tips import plain_tip


class Pointer(QObject):
    """Watches a page view. `dismissed` comes when Esc is pressed and no preview is open."""

    note_asked = Signal(int)
    note_hovered = Signal(int)
    find_asked = Signal(str)
    bookmark_asked = Signal()
    link_asked = Signal(object, int, int)
    table_asked = Signal(str, int)
    annotation_asked = Signal(str, str)
    dismissed = Signal()

    def __init__(self, view: PageView, standing: Standing, finding: Finding, settings: Settings, pens: Pens) -> None:
        super().__init__(view)
        self._view = view
        self._standing = standing
        self._finding = finding
        self._settings = settings
        self._pens = pens
        self._theme: Theme | None = None
        self.preview = NotePreview(view.viewport())
        view.note_hovered.connect(self.hover)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.preview.close_now())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Take a theme and the reading font."""
        self._theme = theme
        self.preview.set_look(theme, font)

    def hover(self, note_id: int) -> None:
        """The mouse came to a note's mark, or (0) left it."""
        self.note_hovered.emit(note_id)
        note = self._note(note_id)
        line = self._standing.mark_rect(note_id) if note is not None else None
        if note is None or line is None or not self._settings.get(NOTE_PREVIEW):
            self.preview.unwant()
        else:
            self.preview.want(note, line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events that are ours; the rest is the view's."""
        if isinstance(event, QHelpEvent):
            self._tell_note(event)
            return True  # live numbers show a card of their own
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event.pos(), event.globalPos())
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.preview.close_now()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            if self.preview.isVisible():
                self.preview.close_now()
                return True
            self.dismissed.emit()
            return False  # Esc may mean something to the window, too
        if event.key() == Qt.Key.Key_F3 and self._finding.hits:
            self._finding.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return False

    def _mark(self, under: Under, what: str, about: str) -> None:
        """Ask for a highlight or note; without a selection it is of the paragraph the menu was opened at."""
        self._pens.pointed = under.place
        self.annotation_asked.emit(what, about)

    def _tell_note(self, event: QHelpEvent) -> None:
        """Show the user's own note under the mouse."""
        passage, column = self._under(event.pos())
        drawn = self._pens.at(passage.place, passage.offset(column)) if passage is not None else None
        if drawn is not None:
            QToolTip.showText(event.globalPos(), plain_tip(telling(drawn)), self._view)
        else:
            QToolTip.hideText()

    def _open_menu(self, point: QPoint, screen: QPoint) -> None:
        passage, column = self._under(point)
        note = self._note(passage.mark_at(column)) if passage is not None else None
        drawn = self._pens.at(passage.place, passage.offset(column)) if passage is not None else None
        under = Under(passage.place if passage is not None else None, drawn.key if drawn is not None else "")
        if self._theme is None:
            return
        menu = PageMenu(self._view, note, self._theme, under)
        menu.annotation_asked.connect(lambda what, about: self._mark(under, what, about))
        menu.link_asked.connect(self.link_asked)
        menu.table_asked.connect(self.table_asked)
        menu.note_asked.connect(self.note_asked)
        menu.find_asked.connect(self.find_asked)
        menu.bookmark_asked.connect(self.bookmark_asked)
        menu.open_at(screen)

    def _under(self, point: QPoint) -> tuple[Passage | None, int]:
        """Return the words under a point of the viewport and the column there."""
        spot = self._view.spot_under(point)
        passage = self._view.map.passage(spot) if spot is not None and self._view.map is not None else None
        return passage, spot.column if spot is not None else 0

    def _note(self, note_id: int) -> Note | None:
        return self._view.page.notes.get(note_id) if self._view.page is not None else None
