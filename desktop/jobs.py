"""Long work off the GUI thread: a generator driven in a pool, with progress, cancel and exactly one outcome."""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from db.errors import LibraryClosed
from db.sqlite_errors import SearchInterrupted

log = logging.getLogger(__name__)

_running: set[Job] = set()
"""Jobs under way: nothing may take a job's object away while its thread still speaks through it."""


class Job(QObject):
    """Runs a generator to its end. What it yields is emitted by `progressed`; then exactly one of the next three.

    With an `owner` the job is cancelled and falls silent when the owner is destroyed. `stop` is set when the job is
    to end, for work that looks at it within a step.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    _told = Signal(str, object)
    _ended = Signal()

    def __init__(
        self, work: Generator[Any, None, Any], owner: QObject | None = None, stop: threading.Event | None = None
    ) -> None:
        super().__init__()
        self._owner = weakref.ref(owner) if owner is not None else None
        self._work = work
        self._stop = stop or threading.Event()
        self._silent = threading.Event()
        self._told.connect(self._deliver)
        self._ended.connect(self._forget)
        if owner is not None:
            owner.destroyed.connect(self.abandon)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, in `pool` or the program's own."""
        _running.add(self)
        (pool or QThreadPool.globalInstance()).start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop; honoured at its next step."""
        self._stop.set()

    def abandon(self) -> None:
        """Cancel, and tell nobody of the outcome."""
        self._silent.set()
        self._stop.set()

    def is_below(self, top: QObject) -> bool:
        """Tell whether the owner is `top` or a part of it."""
        one = self._owner() if self._owner is not None else None
        while one is not None and one is not top:
            one = one.parent()
        return one is top

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self._tell("progressed", next(self._work))
            self._work.close()
            self._tell("cancelled")
        except StopIteration as end:
            self._tell("succeeded", end.value)
        except (LibraryClosed, SearchInterrupted):
            self._tell("cancelled")
        except Exception as error:
            # Whom nobody listens to any more may fail of what was taken away under it.
            log.log(logging.DEBUG if self._silent.is_set() else logging.WARNING, "Job failed", exc_info=True)
            self._tell("failed", error)
        finally:
            self._ended.emit()

    def _tell(self, signal: str, *said: object) -> None:
        if not self._silent.is_set():
            self._told.emit(signal, said)

    def _deliver(self, signal: str, said: tuple[object, ...]) -> None:
        """Speak in the thread of the window, unless the owner went while this was on its way."""
        if not self._silent.is_set():
            getattr(self, signal).emit(*said)

    def _forget(self) -> None:
        _running.discard(self)


def abandon_below(top: QObject) -> tuple[Job, ...]:
    """Abandon every job that `top` or a part of it owns; return those that are still under way."""
    mine = tuple(job for job in _running if job.is_below(top))
    for job in mine:
        job.abandon()
    return mine


def under_way(jobs: tuple[Job, ...]) -> bool:
    """Tell whether one of these jobs has not come to its end yet."""
    return any(job in _running for job in jobs)


def abandon_all(milliseconds: int = 2000) -> bool:
    """Cancel every job and wait for their threads; True if all ended in time. For the end of the program."""
    for job in tuple(_running):
        job.abandon()
    return QThreadPool.globalInstance().waitForDone(milliseconds)
