"""Corrections, decisions and annotations of the open library, and the news that one was made or taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from db.errors import TuBaoCaoError
from db.layers import Annotation, Correction, Decision, Layers
from db.notebook_layers import Layer, LayerBook

Told = TypeVar("Told")


class Layering(QObject):
    """What the user lays over figures and words. Without a notebook nothing can be laid on.

    `changed` comes after every step about figures, also one taken back, `annotated` after every
    step about highlights and notes; `failed` where the notebook could not do what was asked,
    and `trouble` is then the last such error. `last` is what was taken back or done again last.
    """

    changed = Signal()
    annotated = Signal()
    failed = Signal(object)

    def __init__(self, book: LayerBook | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.trouble: TuBaoCaoError | None = None
        self._now = self._asked(lambda kept: kept.layers(), Layers())
        self._annotations: tuple[Annotation, ...] | None = None
        self.last: Layer | None = None
        self.undone = False

    @property
    def writable(self) -> bool:
        """Whether corrections can be kept."""
        return self._book is not None

    @property
    def now(self) -> Layers:
        """All that lies over the library at present."""
        return self._now

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The highlights and notes that stand at present, in the order they were made."""
        if self._annotations is None:
            none: tuple[Annotation, ...] = ()
            self._annotations = self._asked(lambda book: book.annotations(), none)
        return self._annotations

    def annotate(self, annotation: Annotation) -> Annotation | None:
        """Keep a highlight or note, its edit or its deletion; None where it could not be kept."""
        kept = self._asked(lambda book: book.annotate(annotation), None)
        if kept is not None:
            self._tell_of(kept, undone=False)
        return kept

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
        taken = self._asked(lambda book: book.undo(), None)
        if taken is not None:
            self._tell_of(taken, undone=True)
        return taken is not None

    def redo(self) -> bool:
        """Lay on again what was taken back last; False where there is nothing."""
        laid = self._asked(lambda book: book.redo(), None)
        if laid is not None:
            self._tell_of(laid, undone=True)
        return laid is not None

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

    def _tell_of(self, step: Layer, undone: bool) -> None:
        self.last = step
        if isinstance(step, Annotation):
            self._annotations = None
            self.annotated.emit()
        else:
            self._tell(undone)

    def _tell(self, undone: bool) -> None:
        self.undone = undone
        self._now = self._asked(lambda book: book.layers(), self._now)
        self.changed.emit()
