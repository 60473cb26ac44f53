"""The find bar: words, n/m, whole word, marks on letters. It knows nothing of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.icons import icon

DEBOUNCE = 150  # ms after the last key


class FindBar(QFrame):
    """Asks for words. `searched` comes 150 ms after the last key; `stepped` with +1 or -1; `closed` by Esc."""

    searched = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.box = QLineEdit(self)
        self.box.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setObjectName("caption")
        self.previous = self._button("chevron-up")
        self.next = self._button("chevron-down")
        self.whole_word = self._choice()
        self.marks = self._choice()
        self.close_button = self._button("x")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE)
        self._wait.timeout.connect(self.searched)
        self._lay_out()
        self._connect()
        self._set_words()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.box.text()

    def show_count(self, number: int, total: int) -> None:
        """Show which hit of how many is the current one; 0 of 0 says that there is none."""
        if not self.words.strip():
            self.count.setText("")
        elif total == 0:
            self.count.setText(self.tr("No match"))
        else:
            self.count.setText(f"{number}/{total}")

    def open(self, words: str = "") -> None:
        """Show the bar, with `words` in it if there are any, ready to type."""
        self.show()
        if words:
            self.box.setText(words)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self.searched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 step on, with Shift back; Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._flush()
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _flush(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self.searched.emit()

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _text: self._wait.start())
        self.previous.clicked.connect(lambda _on: self.stepped.emit(-1))
        self.next.clicked.connect(lambda _on: self.stepped.emit(1))
        self.whole_word.toggled.connect(lambda _on: self.searched.emit())
        self.marks.toggled.connect(lambda _on: self.searched.emit())
        self.close_button.clicked.connect(lambda _on: self._close())

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        size = round(self.fontMetrics().height() * 0.95)
        button.setIconSize(QSize(size, size))
        button.setAutoRaise(True)
        return button

    def _choice(self) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setObjectName("chip")
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        pad = self.fontMetrics().height() // 3
        row.setContentsMargins(2 * pad, pad, pad, pad)
        row.setSpacing(pad)
        self.box.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.count.setMinimumWidth(self.fontMetrics().averageCharWidth() * 7)
        for part in (self.box, self.count, self.previous, self.next, self.whole_word, self.marks):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _set_words(self) -> None:
        self.box.setPlaceholderText(self.tr("Find in this report"))
        self.box.setAccessibleName(self.tr("Find in this report"))
        self.count.setAccessibleName(self.tr("Current match and number of matches"))
        self.whole_word.setText(self.tr("Whole word"))
        self.marks.setText(self.tr("Match diacritics"))
        self.marks.setToolTip(self.tr("When off, “dang vien” also finds “đảng viên”"))
        for button, words in (
            (self.previous, self.tr("Previous match (Shift+F3)")),
            (self.next, self.tr("Next match (F3)")),
            (self.close_button, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
