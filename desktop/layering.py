"""Corrections and decisions of the open library, and the news that one was made or taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from db.layers import Correction, Decision, Layers
from db.notebook_layers import LayerBook


class Layering(QObject):
    """What the user lays over the figures. Without a notebook nothing can be laid on.

    `changed` comes after every step, also one taken back.
    """

    changed = Signal()

    def __init__(self, book: LayerBook | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._now = book.layers() if book else Layers()
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
        if self._book is not None:
            self._book.correct(correction)
            self._tell(undone=False)

    def decide(self, decision: Decision) -> None:
        """Settle a doubtful link."""
        if self._book is not None:
            self._book.decide(decision)
            self._tell(undone=False)

    def undo(self) -> bool:
        """Take back the last step; False where there is none."""
        taken = self._book.undo() if self._book is not None else None
        if taken is not None:
            self._tell(undone=True)
        return taken is not None

    def redo(self) -> bool:
        """Lay on again what was taken back last; False where there is nothing."""
        laid = self._book.redo() if self._book is not None else None
        if laid is not None:
            self._tell(undone=True)
        return laid is not None

    def _tell(self, undone: bool) -> None:
        self.undone = undone
        self._now = self._book.layers() if self._book else Layers()
        self.changed.emit()
