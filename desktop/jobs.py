"""Long work off the GUI thread: a generator driven in a pool, with progress, cancel and exactly one outcome."""

from __future__ import annotations

import logging
import threading
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

log = logging.getLogger(__name__)


class Job(QObject):
    """Runs a generator to its end. What it yields is emitted by `progressed`; then exactly one of the other three.

    Keep a reference (or give a parent) until the outcome has come.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, work: Generator[Any, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, in `pool` or the program's own."""
        (pool or QThreadPool.globalInstance()).start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop; honoured at its next step."""
        self._stop.set()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self.progressed.emit(next(self._work))
            self._work.close()
            self.cancelled.emit()
        except StopIteration as end:
            self.succeeded.emit(end.value)
        except Exception as error:
            log.warning("Job failed", exc_info=True)
            self.failed.emit(error)
