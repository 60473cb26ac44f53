"""The note being written: its words, its pen. Nothing written is lost: leaving the field keeps it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from db.layers import COLOURS, Annotation
from desktop.icons import icon
from desktop.notices import plain_label
from desktop.pens import pen_name, swatch
from desktop.themes import Themes

_QUOTED = 160


class NoteEditor(QWidget):
    """Shows one annotation at a time. `kept` carries it as it is to be, `removed` its key, `left` ends writing."""

    kept = Signal(object)
    removed = Signal(str)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._now: Annotation | None = None
        self._fresh = False
        self.quote = plain_label("caption")
        self.words = QPlainTextEdit()
        self.pen = QComboBox()
        self.keep, self.remove = QPushButton(), QPushButton()
        self._place()
        self._connect()
        self._retranslate()
        self.show_note(None)

    @property
    def now(self) -> Annotation | None:
        """What is being edited."""
        return self._now

    def show_note(self, annotation: Annotation | None, fresh: bool = False) -> None:
        """Edit another annotation, keeping what was written of the one before; a `fresh` one is not kept yet."""
        if annotation is not None and self._now is not None and annotation.key == self._now.key:
            self._take_up(annotation)
            return
        self.commit()
        self._now, self._fresh = annotation, fresh
        self.setVisible(annotation is not None)
        if annotation is not None:
            self._fill(annotation)

    def write(self) -> None:
        """Put the cursor into the field."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Keep what was written, if it differs from what is kept."""
        made = self._made()
        if made is None or self._now is None or (made == self._now and not self._fresh):
            return
        if self._fresh and not made.words:
            return
        self._now, self._fresh = made, False
        self.kept.emit(made)

    def discard(self) -> None:
        """Forget what was written and is not kept yet."""
        if self._fresh:
            self._now = None
            self.hide()
        elif self._now is not None:
            self._fill(self._now)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps and ends, Esc ends without keeping, leaving the field keeps."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.discard()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.commit()
        if self._fresh:
            self.discard()
        else:
            self.left.emit()

    def _made(self) -> Annotation | None:
        if self._now is None:
            return None
        words = self.words.toPlainText().strip()
        return replace(self._now, words=words, colour=self.pen.currentData() or COLOURS[0])

    def _take_up(self, annotation: Annotation) -> None:
        """Follow what became of the annotation, by an undo say, unless something was written meanwhile."""
        if self._made() == self._now:
            self._fill(annotation)
        self._now, self._fresh = annotation, False

    def _fill(self, annotation: Annotation) -> None:
        quote = annotation.quote
        self.quote.setText(f"«{quote if len(quote) <= _QUOTED else quote[:_QUOTED] + '…'}»")
        self.words.setPlainText(annotation.words)
        self.pen.setCurrentIndex(max(0, self.pen.findData(annotation.colour)))
        self.remove.setVisible(not self._fresh)

    def _pen_chosen(self) -> None:
        if not self._fresh:
            self.commit()

    def _remove(self) -> None:
        if self._now is not None:
            key, self._now = self._now.key, None
            self.hide()
            self.removed.emit(key)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.quote.setWordWrap(True)
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(unit * 3)
        self.words.setMaximumHeight(unit * 5)
        for colour in COLOURS:
            self.pen.addItem(swatch(colour, self._themes.current), "", colour)
        self.keep.setObjectName("primary")
        self.remove.setObjectName("link")
        self.remove.setIcon(icon("trash-2"))
        row = QHBoxLayout()
        for part in (self.pen, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, unit // 2, 0, 0)
        column.setSpacing(unit // 3)
        column.addWidget(self.quote)
        column.addWidget(self.words)
        column.addLayout(row)

    def _connect(self) -> None:
        self.words.installEventFilter(self)
        self.pen.activated.connect(lambda _row: self._pen_chosen())
        self.keep.clicked.connect(lambda _on: self._end())
        self.remove.clicked.connect(lambda _on: self._remove())
        self._themes.changed.connect(self._draw_pens)

    def _draw_pens(self) -> None:
        for row, colour in enumerate(COLOURS):
            self.pen.setItemIcon(row, swatch(colour, self._themes.current))

    def _retranslate(self) -> None:
        self.words.setPlaceholderText(self.tr("Your note…"))
        self.words.setAccessibleName(self.tr("Your note"))
        self.pen.setAccessibleName(self.tr("Pen"))
        self.keep.setText(self.tr("Keep"))
        self.keep.setToolTip(self.tr("Keep the note (Ctrl+Enter)"))
        self.remove.setText(self.tr("Delete"))
        for row, colour in enumerate(COLOURS):
            self.pen.setItemText(row, pen_name(colour))
