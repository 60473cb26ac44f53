"""Work that the GUI thread alone can do, in turns with the rest of its work: no block of it makes the window wait."""

from __future__ import annotations

import importlib
from collections.abc import Generator, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from db.model import Progress
from desktop.jobs import Job


class InTurns:
    """Takes one of `steps` per turn of the event loop, as long as `window` is in view.

    What is imported for them, `module`, is loaded before in a thread: that takes longer than all the steps.
    """

    def __init__(self, module: str, steps: Iterator[None], window: QWidget) -> None:
        self._module = module
        self._steps = steps
        self._window = window
        self._job: Job | None = None

    def begin(self) -> None:
        """Begin, unless it has begun."""
        if self._job is None:
            self._job = Job(_loaded(self._module), self._window)
            self._job.succeeded.connect(lambda _none: self._next())
            self._job.failed.connect(lambda _error: self._next())  # what is wrong is told where it is needed
            self._job.start()

    def finish(self) -> None:
        """Take all steps that are left at once."""
        for _ in self._steps:
            pass

    def _next(self) -> None:
        if self._window.isVisible():
            for _ in self._steps:
                QTimer.singleShot(0, self._window, self._next)
                return


def _loaded(module: str) -> Generator[Progress, None, None]:
    yield Progress(0, 0, "load")
    importlib.import_module(module)
