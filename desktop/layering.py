"""Corrections and decisions of the open library, and the news that one was made or taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from db.errors import TuBaoCaoError
from db.layers import Correction, Decision, Layers
from db.notebook_layers import LayerBook

Told = TypeVar("Told")


class Layering(QObject):
    """What the user lays over the figures. Without a notebook nothing can be laid on.

    `changed` comes after every step, also one taken back; `failed` where the notebook could
    not do what was asked, and `trouble` is then the last such error.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, book: LayerBook | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.trouble: TuBaoCaoError | None = None
        self._now = self._asked(lambda kept: kept.layers(), Layers())
        self.undone = False

    @property
    def writable(self) -> bool:
        """Whether corrections can be kept."""
        return self._book is not None

    @property
    def now(self) -> Layers:
        """All that lies over the library at present."""
        return self._now

    def correct(self, correction: Correction) -> None:
        """Lay a correction on."""
        if self._asked(lambda book: book.correct(correction), None) is not None:
            self._tell(undone=False)

    def decide(self, decision: Decision) -> None:
        """Settle a doubtful link."""
        if self._asked(lambda book: book.decide(decision), None) is not None:
            self._tell(undone=False)

    def undo(self) -> bool:
        """Take back the last step; False where there is none."""
        taken = self._asked(lambda book: book.undo(), None) is not None
        if taken:
            self._tell(undone=True)
        return taken

    def redo(self) -> bool:
        """Lay on again what was taken back last; False where there is nothing."""
        laid = self._asked(lambda book: book.redo(), None) is not None
        if laid:
            self._tell(undone=True)
        return laid

    def _asked(self, ask: Callable[[LayerBook], Told], otherwise: Told) -> Told:
        """Ask the book; where there is none, or it fails, give `otherwise`."""
        if self._book is None:
            return otherwise
        try:
            return ask(self._book)
        except TuBaoCaoError as error:
            self.trouble = error
            self.failed.emit(error)
            return otherwise

    def _tell(self, undone: bool) -> None:
        self.undone = undone
        self._now = self._asked(lambda book: book.layers(), self._now)
        self.changed.emit()
