"""The notes of the text on screen: each card beside its mark's line, joined to it, moving in step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.footnotes.book import Book
from desktop.footnotes.card import NoteCard
from desktop.footnotes.look import Look
from desktop.footnotes.placing import place, share_out
from desktop.pens import Drawn
from desktop.session import NoteInView

LONGEST = 0.42  # of the panel, for a card among others that was not asked to show all
MOST_CARDS = 240  # kept for coming back; older ones are made again when they are needed


class NotesCanvas(QWidget):
    """Holds the cards. Heights of marks are of this widget, in pixels."""

    hovered = Signal(int)
    mark_asked = Signal(int)
    copy_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    scroll_asked = Signal(int)
    figure_hovered = Signal(int, QRect)
    figure_clicked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._book = Book()
        self._cards: dict[int, NoteCard] = {}
        self._shown: list[NoteCard] = []
        self._notes: tuple[NoteInView, ...] = ()
        self._active = 0
        self._lit = 0
        self._shift = 0
        self._overflow = 0
        self._hits: Mapping[int, Sequence[tuple[int, int]]] = {}
        self._drawn: Mapping[int, Sequence[Drawn]] = {}

    def show_book(self, book: Book) -> None:
        """Take another report's notes."""
        self._drop_cards()
        self._book, self._notes, self._active = book, (), 0
        self._hits, self._drawn = {}, {}

    def set_look(self, look: Look) -> None:
        """Take theme, font and zoom."""
        self._look = look
        for card in self._cards.values():
            card.set_look(look)
        self._arrange()

    def place(self, notes: Sequence[NoteInView]) -> None:
        """Show the cards of these notes; what is not in the report is left out."""
        known = tuple(note for note in notes if note.note_id in self._book.entries)
        if [note.note_id for note in known] != [note.note_id for note in self._notes]:
            self._shift = 0
        self._notes = known
        self._arrange()

    def activate(self, note_id: int) -> bool:
        """Choose a card; False where its mark is not on screen."""
        self._active = note_id
        self._arrange()
        return any(card.note_id == note_id for card in self._shown)

    def light(self, note_id: int) -> None:
        """Show which card belongs to the mark under the mouse; 0 for none."""
        self._lit = note_id
        for card in self._shown:
            card.set_lit(card.note_id == note_id)
        self.update()

    def show_hits(self, hits: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        """Colour what a search has found in the notes."""
        self._hits = hits
        for note_id, card in self._cards.items():
            card.show_hits(hits.get(note_id, ()))

    def show_pens(self, drawn: Mapping[int, Sequence[Drawn]]) -> None:
        """Draw what the user has marked in the notes."""
        self._drawn = drawn
        for note_id, card in self._cards.items():
            card.show_pens(drawn.get(note_id, ()))

    def cards(self) -> list[NoteCard]:
        """Return the cards on screen, in order."""
        return list(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the cards where they need more room than there is; else the text."""
        step = event.angleDelta().y()
        if self._overflow > 0:
            self._shift = max(-self._overflow, min(0, self._shift + step // 2))
            self._arrange()
        else:
            self.scroll_asked.emit(-step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that joins each card to its mark, from the panel's edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        for note, card in zip(self._notes, self._shown, strict=False):
            strong = note.note_id in (self._active, self._lit)
            painter.setPen(QPen(QColor(theme.mark if strong else theme.line_strong), 1.3 if strong else 0.7))
            start = QPointF(0, note.y + self._line_height() * 0.62)
            end = QPointF(card.x(), card.y() + card.label_line())
            half = card.x() / 2
            path = QPainterPath(start)
            path.cubicTo(QPointF(half, start.y()), QPointF(half, end.y()), end)
            painter.drawPath(path)

    def _line_height(self) -> float:
        return self._look.em * 2.2

    def _arrange(self) -> None:
        if len(self._cards) > MOST_CARDS:
            self._drop_cards()
        self._shown = [self._card(note.note_id) for note in self._notes]
        wanted_ids = {card.note_id for card in self._shown}
        for card in self._cards.values():
            if card.note_id not in wanted_ids and not card.isHidden():
                card.hide()
        gutter, gap = self._look.em, round(self._look.em * 0.5)
        width = max(80, self.width() - gutter - gap)
        tall = self._heights(width, gap)
        lines = [
            note.y + self._line_height() * 0.62 - card.label_line()
            for note, card in zip(self._notes, self._shown, strict=True)
        ]
        tops = place(lines, tall, gap, self.height() - gap)
        self._overflow = round(max(0.0, tops[-1] + tall[-1] + gap - self.height())) if tops else 0
        self._shift = max(-self._overflow, self._shift)
        for card, top, height in zip(self._shown, tops, tall, strict=True):
            card.setGeometry(gutter, round(top) + self._shift, width, round(height))
            if card.isHidden():
                card.show()
        self.update()

    def _heights(self, width: int, gap: int) -> list[float]:
        """Return the cards' heights: whole where there is room, the long ones cut where there is not."""
        for card in self._shown:
            card.set_state(card.note_id == self._active, False)
        wanted = [card.wanted_height(width) for card in self._shown]
        least = max((card.least_height() for card in self._shown), default=0)
        room = self.height() - 2 * gap
        most = max(least, room * (LONGEST if len(self._shown) > 1 else 1.0))
        tall = share_out([min(height, most) for height in wanted], least, room, gap)
        for number, card in enumerate(self._shown):
            if card.is_open or card.note_id == self._active:
                tall[number] = min(wanted[number], max(least, room))
            card.set_state(card.note_id == self._active, tall[number] < wanted[number] - 1)
        return tall

    def _card(self, note_id: int) -> NoteCard:
        card = self._cards.get(note_id)
        if card is None:
            card = NoteCard(self._book.entries[note_id], self._look, self)
            card.hovered.connect(self._hover)
            card.activated.connect(self.activate)
            card.mark_asked.connect(self.mark_asked)
            card.copy_asked.connect(self.copy_asked)
            card.menu_asked.connect(self.menu_asked)
            card.figure_hovered.connect(self.figure_hovered)
            card.figure_clicked.connect(self.figure_clicked)
            card.opened.connect(lambda _id: self._arrange())
            card.show_hits(self._hits.get(note_id, ()))
            card.show_pens(self._drawn.get(note_id, ()))
            self._cards[note_id] = card
        return card

    def _hover(self, note_id: int) -> None:
        self.light(note_id)
        self.hovered.emit(note_id)

    def _drop_cards(self) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards, self._shown = {}, []
