"""The text of one paragraph while it is being collected: letters, note marks, emphasis, text boxes."""

from __future__ import annotations

import re

from db.importer.document import NoteMark
from db.importer.readers.shared.emphasis import emphasise
from db.importer.readers.shared.fields import Fields
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.model import Emphasis

_HALF = re.compile("[\ud800-\udfff]")


class Line:
    """Grows piece by piece. Pieces set alike are one run, which becomes text as a whole."""

    def __init__(self, old_letters: LegacyRuns) -> None:
        """Begin a line; `old_letters` reads the runs in fonts that are older than Unicode."""
        self._old_letters = old_letters
        self.boxes: list[int] = []
        self.fields = Fields()
        self.in_object = False
        self.was_deleted = False
        self.was_hidden = False
        self.unreadable = 0
        self._run: list[str] = []
        self._setting = ("", "")
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[NoteMark] = []
        self._emphasis: list[Emphasis] = []

    def add(self, letters: str, emphasis: str, font: str) -> None:
        """Append UTF-16 units set in `emphasis` ("" or some of b, i, u, ^, _) and in the font of that name."""
        if (emphasis, font) != self._setting:
            self._end_run()
            self._setting = (emphasis, font)
        self._run.append(letters)

    def add_mark(self, key: str) -> None:
        """Set a note's mark where the text stands now."""
        self._end_run()
        self._marks.append(NoteMark(self._length, key))

    @property
    def text(self) -> str:
        """The text so far, without line breaks at its end."""
        self._end_run()
        return "".join(self._pieces).rstrip("\n")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added that takes a place."""
        return not self._length and not self._run

    def marks(self, end: int) -> tuple[NoteMark, ...]:
        """Return the note marks, none beyond `end`."""
        return tuple(NoteMark(min(mark.offset, end), mark.key) for mark in self._marks)

    def emphasis(self, end: int) -> tuple[Emphasis, ...]:
        """Return the emphasised stretches, none beyond `end`."""
        return tuple(Emphasis(e.start, min(e.end, end), e.style) for e in self._emphasis if e.start < end)

    def _end_run(self) -> None:
        if not self._run:
            return
        style, font = self._setting
        letters, halves = _whole("".join(self._run))
        self.unreadable += halves
        text = self._old_letters.convert(letters, font)
        self._run.clear()
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if style and text:
            emphasise(self._emphasis, start, self._length, style)


def _whole(letters: str) -> tuple[str, int]:
    """Join the halves of UTF-16 pairs; a half alone becomes U+FFFD. Return also how many were alone."""
    if not _HALF.search(letters):
        return letters, 0
    whole = letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole, whole.count("\ufffd") - letters.count("\ufffd")
