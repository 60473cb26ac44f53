"""The note that opens beside its mark: late to come, slow to go, never over the mark's line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.model import Note
from desktop.themes import Theme
from desktop.widgets.safe_text import SafeText

OPEN_AFTER = 250  # ms
CLOSE_AFTER = 300  # ms; time enough to move the mouse into it
MOST_LINES = 14


class NotePreview(QFrame):
    """Floats over the page view. `want` opens it after a moment, `unwant` closes it after a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notePreview")
        self._over = parent
        self.hide()
        self._theme: Theme | None = None
        self._note: Note | None = None
        self._line = QRect()
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._text = SafeText(self)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._row = row = QHBoxLayout(self)
        side = QVBoxLayout()
        side.addWidget(self._label)
        side.addStretch(1)
        row.addLayout(side)
        row.addWidget(self._text, 1)
        self._opening = self._timer(OPEN_AFTER, self._open)
        self._closing = self._timer(CLOSE_AFTER, self.hide)

    @property
    def note_id(self) -> int:
        """The note it shows or is about to show; 0 for none."""
        return self._note.id if self._note else 0

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Take a theme and the reading font."""
        self._theme = theme
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        self._text.setFont(small)
        bold = QFont(small)
        bold.setBold(True)
        self._label.setFont(bold)
        self._label.setStyleSheet(f"color: {theme.mark}; background: transparent;")
        self._text.setStyleSheet(f"background: transparent; color: {theme.ink};")
        pad = round(self._text.fontMetrics().height() * 0.6)
        self._row.setContentsMargins(pad + 4, pad, pad, pad)
        self._row.setSpacing(pad)

    def want(self, note: Note, line: QRect) -> None:
        """Open for `note` soon; `line` is its mark's line in the parent's pixels."""
        self._closing.stop()
        if self.isVisible() and self.note_id == note.id:
            return
        self._note, self._line = note, line
        self._opening.start()

    def unwant(self) -> None:
        """Close soon, unless the mouse comes in."""
        self._opening.stop()
        if self.isVisible():
            self._closing.start()

    def close_now(self) -> None:
        """Close at once (Esc, a scroll)."""
        self._opening.stop()
        self._closing.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is inside."""
        self._closing.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go when it leaves."""
        self._closing.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with the mark's colour at its edge."""
        del event
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line_strong), 1))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.mark))
        painter.drawRoundedRect(QRect(0, 7, 3, self.height() - 14), 1.5, 1.5)

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _open(self) -> None:
        if self._note is None:
            return
        self._label.setText(self._note.label)
        self._text.setPlainText(self._note.text)
        self.setAccessibleName(f"{self._note.label}. {self._note.text}")
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Take the room the words need, below the mark's line or above it."""
        parent = self._over.rect()
        margins = self._row.contentsMargins()
        width = min(self._text.fontMetrics().averageCharWidth() * 62, parent.width() - 20)
        inner = width - margins.left() - margins.right() - self._label.sizeHint().width() - self._row.spacing()
        most = self._text.fontMetrics().lineSpacing() * MOST_LINES
        needed = self._text.height_for(max(60, inner)) + 2
        height = needed if needed <= most else self._text.whole_lines(most)
        height += margins.top() + margins.bottom()
        gap = 6
        below = parent.height() - self._line.bottom() - gap
        above = self._line.top() - gap
        if height <= below or below >= above:
            height = min(height, below - gap)
            top = self._line.bottom() + gap
        else:
            height = min(height, above - gap)
            top = self._line.top() - gap - height
        left = min(max(10, self._line.left() - width // 3), parent.width() - width - 10)
        self.setGeometry(left, top, width, max(height, 40))
