"""The note that opens beside its mark: late to come, slow to go, never over the mark's line."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.model import Note
from desktop.themes import Theme
from desktop.widgets.floating import Floating
from desktop.widgets.safe_text import SafeText

OPEN_AFTER = 250  # ms
CLOSE_AFTER = 300  # ms; time enough to move the mouse into it
MOST_LINES = 14


class NotePreview(Floating):
    """Floats over the page view. `want` opens it after a moment, `unwant` closes it after a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, OPEN_AFTER, CLOSE_AFTER)
        self.setObjectName("notePreview")
        self._theme: Theme | None = None
        self._note: Note | None = None
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
        if self.open_soon(line, same=self.note_id == note.id):
            self._note = note

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

    def open_now(self) -> None:
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
        parent = self.over.rect()
        margins = self._row.contentsMargins()
        width = min(self._text.fontMetrics().averageCharWidth() * 62, parent.width() - 20)
        inner = width - margins.left() - margins.right() - self._label.sizeHint().width() - self._row.spacing()
        most = self._text.fontMetrics().lineSpacing() * MOST_LINES
        needed = self._text.height_for(max(60, inner)) + 2
        height = needed if needed <= most else self._text.whole_lines(most)
        height += margins.top() + margins.bottom()
        gap = 6
        below = parent.height() - self.line.bottom() - gap
        above = self.line.top() - gap
        if height <= below or below >= above:
            height = min(height, below - gap)
            top = self.line.bottom() + gap
        else:
            height = min(height, above - gap)
            top = self.line.top() - gap - height
        left = min(max(10, self.line.left() - width // 3), parent.width() - width - 10)
        self.setGeometry(left, top, width, max(height, 40))
