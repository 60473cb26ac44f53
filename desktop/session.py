"""What the user is looking at. Views listen; only commands and clicks change it. It holds ids, no rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from db.model import Place

HISTORY = 100


@dataclass(frozen=True, slots=True)
class Destination:
    """A place one can go to. `start` and `end` delimit words to flash in the place's text (equal: none).

    With neither `place` nor `section_id` it is the beginning of the report, or where it was left last.
    `query` is a search whose hits are to be shown in the report.
    """

    report_id: int
    section_id: int | None = None
    place: Place | None = None
    start: int = 0
    end: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class NoteInView:
    """A note whose mark is on screen; `y` is the mark's line in the reading pane's viewport, in pixels."""

    note_id: int
    y: float


class Session(QObject):
    """The open report, the section being read, and the way back."""

    report_changed = Signal(int)
    section_changed = Signal(int)
    destination_changed = Signal(object)
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.report_id = 0
        self.section_id = 0
        self.whereabouts: Callable[[], Destination | None] = lambda: None
        """Gives the place in view at this moment; what `stand_at` was told may lag behind a scroll."""
        self._here: Destination | None = None
        self._back: list[Destination] = []
        self._forward: list[Destination] = []

    def stand_at(self, here: Destination) -> None:
        """Remember the place in view (the reading pane tells it while one scrolls); no jump, no history."""
        self._here = here
        self._tell(here)

    def visit(self, destination: Destination) -> None:
        """Go somewhere; the place left behind can be returned to."""
        here = self.whereabouts() or self._here
        if here is not None:
            self._back = [*self._back, here][-HISTORY:]
        self._forward.clear()
        self._go(destination)

    def back(self) -> None:
        """Return to the place before the last jump; nothing happens where there is none."""
        self._step(self._back, self._forward)

    def forward(self) -> None:
        """Undo `back`."""
        self._step(self._forward, self._back)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to return to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether `back` can be undone."""
        return bool(self._forward)

    def forget_report(self, report_id: int) -> None:
        """Drop a report that is gone from the way back and forward."""
        self._back = [place for place in self._back if place.report_id != report_id]
        self._forward = [place for place in self._forward if place.report_id != report_id]
        self.history_changed.emit()

    def _step(self, source: list[Destination], other: list[Destination]) -> None:
        if not source:
            return
        here = self.whereabouts() or self._here
        if here is not None:
            other.append(here)
        self._go(source.pop())

    def _go(self, destination: Destination) -> None:
        self._here = replace(destination, query="")
        self.destination_changed.emit(destination)
        self._tell(destination)
        self.history_changed.emit()

    def _tell(self, here: Destination) -> None:
        if here.report_id != self.report_id:
            self.report_id = here.report_id
            self.section_id = 0
            self.report_changed.emit(here.report_id)
        if here.section_id and here.section_id != self.section_id:
            self.section_id = here.section_id
            self.section_changed.emit(here.section_id)
