"""A note as a card: label in the mark's colour, words one can select, an edge that belongs to its mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPushButton, QWidget

from db.model import Figure
from desktop.footnotes.book import Entry
from desktop.footnotes.inks import chosen, hits, marked
from desktop.footnotes.look import Look
from desktop.live_words import live_words
from desktop.pens import Drawn, telling
from desktop.widgets.plain_tips import plain_tip
from desktop.widgets.safe_text import SafeText
from desktop.widgets.utf16 import code_points


class NoteCard(QWidget):
    """Shows one note. What a user does is told; where it lies is the canvas's business."""

    hovered = Signal(int)
    activated = Signal(int)
    mark_asked = Signal(int)
    copy_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    opened = Signal(int)
    figure_hovered = Signal(int, QRect)
    figure_clicked = Signal(int)

    def __init__(self, entry: Entry, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.note_id = entry.note.id
        self.is_open = False
        self._is_active = False
        self._is_cut = False
        self._is_hovered = False
        self._is_lit = False
        self._hits: tuple[tuple[int, int], ...] = ()
        self._drawn: tuple[Drawn, ...] = ()
        self._label = entry.note.label or "*"
        self._text = SafeText(self)
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._text.viewport().installEventFilter(self)
        self._text.viewport().setMouseTracking(True)
        self._buttons: list[QPushButton] = []
        self._heights: dict[int, int] = {}
        self.set_look(look)
        self._set_words()

    def set_look(self, look: Look) -> None:
        """Take theme, font and zoom."""
        self._look = look
        self._heights.clear()
        self._bold = QFont(look.font)
        self._bold.setBold(True)
        look.fill(self._text.document(), self.entry)
        self._ink()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def wanted_height(self, width: int) -> int:
        """Return the height at which the whole note shows at `width`."""
        if width not in self._heights:
            self._heights[width] = self._text.height_for(self._text_width(width))
        return self._heights[width] + self._chrome()

    def least_height(self) -> int:
        """Return the height of a card that shows four lines."""
        return round(self._text.fontMetrics().lineSpacing() * 4.4) + self._chrome()

    def label_line(self) -> int:
        """Return how far the middle of the label's line lies below the card's top."""
        return self._pad() + QFontMetrics(self._bold).height() // 2

    def set_state(self, is_active: bool, is_cut: bool) -> None:
        """Show the buttons of a chosen card, and the way to the whole note of a cut one."""
        if (is_active, is_cut) != (self._is_active, self._is_cut):
            self._is_active, self._is_cut = is_active, is_cut
            self._text.setVerticalScrollBarPolicy(
                Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_cut else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            )
            if not self._buttons and (is_active or is_cut):
                self._buttons = self._make_buttons()
            for button, shown in zip(self._buttons, (is_active, is_active, is_cut), strict=False):
                button.setVisible(shown)
            self._arrange()
        self.update()

    def set_lit(self, is_lit: bool) -> None:
        """Stand out while the mouse is on the mark."""
        if is_lit != self._is_lit:
            self._is_lit = is_lit
            self.update()

    def show_hits(self, spans: Sequence[tuple[int, int]]) -> None:
        """Colour the words a search has found in the note; offsets in code points."""
        self._hits = tuple(spans)
        self._ink()

    def show_pens(self, drawn: Sequence[Drawn]) -> None:
        """Draw what the user has marked in the note."""
        self._drawn = tuple(drawn)
        self._ink()
        own = "\n".join(telling(one) for one in drawn if one.words)
        self._text.setToolTip(plain_tip(own) if own else "")

    def _ink(self) -> None:
        document, text, theme = self._text.document(), self.entry.note.text, self._look.theme
        inks = marked(document, text, self._drawn, theme) + hits(document, text, self._hits, theme)
        self._text.setExtraSelections(inks)

    def selection(self) -> tuple[int, int]:
        """Return the selected stretch of the note in code points; (0, 0) where nothing is."""
        return chosen(self._text.textCursor(), self.entry.note.text)

    def holds_focus(self) -> bool:
        """Whether the keys go to this card."""
        return self._text.hasFocus() or self.hasFocus()

    def selected_text(self) -> str:
        """Return the selected words, or the whole note."""
        return self._text.textCursor().selectedText().replace("\u2028", "\n") or self.entry.note.text

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts."""
        super().resizeEvent(event)
        self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse is here."""
        self._is_hovered = True
        self.hovered.emit(self.note_id)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that it has gone."""
        self._is_hovered = False
        self.hovered.emit(0)
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our menu."""
        self.menu_asked.emit(self.note_id, event.globalPos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the words chooses the card, one on a live number opens that."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover_figure(event.position())
        elif event.type() == QEvent.Type.Leave:
            self.figure_hovered.emit(0, QRect())
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            figure = self._figure_at(event.position())
            if self._text.textCursor().hasSelection():
                pass
            elif figure is not None and event.button() == Qt.MouseButton.LeftButton:
                self.figure_clicked.emit(figure.id)
            else:
                self.activated.emit(self.note_id)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card: paper, a hairline, the edge in the mark's colour."""
        del event
        theme = self._look.theme
        strong = self._is_active or self._is_hovered or self._is_lit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.mark if self._is_active else theme.line), 1))
        painter.setBrush(QColor(theme.mark_soft if strong else theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        edge = QColor(theme.mark)
        edge.setAlphaF(1.0 if strong else 0.6)
        painter.setBrush(edge)
        painter.drawRoundedRect(QRectF(0, 6, 3, self.height() - 12), 1.5, 1.5)
        painter.setPen(QColor(theme.mark))
        painter.setFont(self._bold)
        where = self.rect().adjusted(self._pad() + self._pad() // 2, self._pad(), 0, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._label)

    def _make_buttons(self) -> list[QPushButton]:
        """Make the buttons when they are first needed: most cards never show them."""
        made = [QPushButton(self) for _ in range(3)]
        for button in made:
            button.setFlat(True)
            button.setObjectName("link")
        to_mark, copy, whole = made
        to_mark.clicked.connect(lambda _on: self.mark_asked.emit(self.note_id))
        copy.clicked.connect(lambda _on: self.copy_asked.emit(self.note_id))
        whole.clicked.connect(lambda _on: self._open())
        self._name_buttons(made)
        return made

    def _name_buttons(self, buttons: list[QPushButton]) -> None:
        names = (self.tr("↩ To the mark"), self.tr("Copy"), self.tr("Show all"))
        for button, name in zip(buttons, names, strict=False):
            button.setText(name)

    def _open(self) -> None:
        self.is_open = True
        self.opened.emit(self.note_id)

    def _figure_at(self, position: QPointF) -> Figure | None:
        """Return the live number under a point of the words."""
        bar = self._text.verticalScrollBar().value()
        at = self._text.document().documentLayout().hitTest(position + QPointF(0, bar), Qt.HitTestAccuracy.ExactHit)
        text = self.entry.note.text
        offset = code_points(text, at) if at >= 0 else -1
        live = live_words(text, self.entry.figures) if self._look.live else ()
        return next((words.figure for words in live if words.start <= offset < words.end), None)

    def _hover_figure(self, position: QPointF) -> None:
        figure = self._figure_at(position)
        view = self._text.viewport()
        view.setCursor(Qt.CursorShape.PointingHandCursor if figure else Qt.CursorShape.IBeamCursor)
        line = self._text.fontMetrics().height()
        corner = view.mapToGlobal(position.toPoint()) - QPoint(0, line // 2)
        self.figure_hovered.emit(figure.id if figure else 0, QRect(corner, QSize(1, line)))

    def _pad(self) -> int:
        return round(self._look.em * 0.55)

    def _label_width(self) -> int:
        metrics = QFontMetrics(self._bold)
        return max(metrics.horizontalAdvance(self._label), metrics.horizontalAdvance("88")) + self._look.em // 2

    def _text_width(self, width: int) -> int:
        return width - 2 * self._pad() - self._pad() // 2 - self._label_width()

    def _chrome(self) -> int:
        footer = self._buttons[0].sizeHint().height() if self._buttons and (self._is_active or self._is_cut) else 0
        return 2 * self._pad() + footer

    def _arrange(self) -> None:
        pad, label = self._pad(), self._label_width()
        footer = self._chrome() - 2 * pad
        left = pad + pad // 2 + label
        if not self._is_cut:
            self._text.verticalScrollBar().setValue(0)
        height = max(1, self.height() - 2 * pad - footer)
        self._text.setGeometry(
            left, pad, self.width() - left - pad, self._text.whole_lines(height) if self._is_cut else height
        )
        x = left - self._look.em // 2
        for button in self._buttons:
            if not button.isHidden():
                size = button.sizeHint()
                button.setGeometry(x, self.height() - footer - pad // 2, size.width(), size.height())
                x += size.width()

    def _set_words(self) -> None:
        self._name_buttons(self._buttons)
        self.setAccessibleName(self.tr("Note {number}").format(number=self.entry.note.label))
        self._text.setAccessibleName(
            self.tr("Note {number}: {words}").format(number=self.entry.note.label, words=self.entry.note.text)
        )
