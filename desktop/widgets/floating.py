"""A card that floats over a view: late to come, slow to go, so that the mouse can enter it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class Floating(QFrame):
    """Over `parent`, beside a line of it. A card says how it is filled and put in `open_now`.

    `open_after` and `close_after` are milliseconds.
    """

    def __init__(self, parent: QWidget, open_after: int, close_after: int) -> None:
        super().__init__(parent)
        self.over = parent
        self.line = QRect()
        self._opening = self._timer(open_after, self.open_now)
        self._closing = self._timer(close_after, self.hide)
        self.hide()

    def open_now(self) -> None:
        """Fill it, put it beside `line` and show it."""
        raise NotImplementedError

    def open_soon(self, line: QRect, same: bool) -> bool:
        """Open beside `line`, in the parent's pixels, after a moment; False where the `same` is shown already."""
        self._closing.stop()
        if same and self.isVisible():
            return False
        self.line = line
        self._opening.start()
        return True

    def unwant(self) -> None:
        """Close soon, unless the mouse comes in."""
        self._opening.stop()
        if self.isVisible():
            self._closing.start()

    def stay(self) -> None:
        """Neither open nor close by itself any more."""
        self._opening.stop()
        self._closing.stop()

    def close_now(self) -> None:
        """Close at once (Esc, a scroll)."""
        self.stay()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._closing.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._closing.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            self.over.setFocus()
        else:
            super().keyPressEvent(event)

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer
