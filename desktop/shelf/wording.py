"""Has the words ready that the filter looks in: folding ten thousand names takes longer than a key may."""

from __future__ import annotations

from PySide6.QtCore import QObject

from db.library import Library
from db.working import finished
from desktop.jobs import Job
from desktop.shelf.volumes import Volume, folded_words, tell_words


class Wording(QObject):
    """Lets volumes know the words that name them: in a thread, or at once where somebody types before it is done."""

    def __init__(self, library: Library, owner: QObject) -> None:
        super().__init__(owner)
        self._library = library
        self._told: list[Volume] | None = None
        self._job: Job | None = None

    def begin(self, volumes: list[Volume]) -> None:
        """Begin with these volumes, unless they know their words."""
        if volumes is self._told:
            return
        self._stop()
        self._job = Job(folded_words(self._library), self)
        self._job.succeeded.connect(lambda folded: self._tell(volumes, folded))
        self._job.start()

    def finish(self, volumes: list[Volume]) -> None:
        """Let these volumes know their words now."""
        if volumes is self._told:
            return
        self._stop()
        self._tell(volumes, finished(folded_words(self._library)))

    def _tell(self, volumes: list[Volume], folded: dict[int, str]) -> None:
        tell_words(volumes, folded)
        self._told = volumes

    def _stop(self) -> None:
        if self._job is not None:
            self._job.abandon()
            self._job = None
