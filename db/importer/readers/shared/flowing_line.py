"""The text of one paragraph of markup whose white space only parts words, while it is being collected.

OpenDocument (1.3 part 3, 6.1.2) and HTML both read a run of blanks and line ends as one blank, and none at the ends
of a paragraph; what stands for itself (a tab, a hard space, a line break) is added exactly.
"""

from __future__ import annotations

import re

from db.importer.document import NoteMark
from db.importer.readers.shared.emphasis import emphasise
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.model import Emphasis

_BLANKS = re.compile(r"[ \t\r\n\f]+")


class FlowingLine:
    """Grows piece by piece; offsets count code points of the text so far."""

    def __init__(self, runs: LegacyRuns | None = None) -> None:
        """Begin a line; `runs` reads letters in fonts older than Unicode."""
        self._runs = runs
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[NoteMark] = []
        self._emphasis: list[Emphasis] = []
        # True at the start and behind a blank of the flow: a further blank says nothing.
        self._after_blank = True
        self._trailing = 0

    def flow(self, text: str, style: str, font: str = "") -> None:
        """Append words of the markup set in `style` ("" or some of b, i, u, ^, _); blanks among them are joined.

        `font` is the font of the letters if it is older than Unicode, else "".
        """
        text = _BLANKS.sub(" ", text)
        if font and self._runs is not None:
            text = self._runs.convert(text, font)
        if self._after_blank and text.startswith(" "):
            text = text[1:]
        if text:
            self._append(text, style)
            self._after_blank = text.endswith(" ")
            self._trailing = 1 if self._after_blank else 0

    def exact(self, text: str, style: str) -> None:
        """Append text whose blanks are meant."""
        if text:
            self._append(text, style)
            self._after_blank = False
            self._trailing = 0

    def break_line(self) -> None:
        """Append a line break; the blanks of the flow around it say nothing."""
        if self._trailing:
            self._cut(self._length - 1)
        self._append("\n", "")
        self._after_blank = True
        self._trailing = 0

    def add_mark(self, key: str) -> None:
        """Set a note's mark where the text stands now."""
        self._marks.append(NoteMark(self._length, key))

    @property
    def has_marks(self) -> bool:
        """Whether a note's mark was set."""
        return bool(self._marks)

    @property
    def text(self) -> str:
        """The text so far, without the flow's blank and without line breaks at its ends."""
        return self._whole()[self._start() : self._end()]

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The note marks, none outside the text."""
        if not self._marks:
            return ()
        start, end = self._start(), self._end()
        return tuple(NoteMark(max(0, min(mark.offset, end) - start), mark.key) for mark in self._marks)

    @property
    def emphasis(self) -> tuple[Emphasis, ...]:
        """The emphasised stretches, none outside the text."""
        if not self._emphasis:
            return ()
        start, end = self._start(), self._end()
        moved = (Emphasis(max(0, e.start - start), min(e.end, end) - start, e.style) for e in self._emphasis)
        return tuple(stretch for stretch in moved if stretch.start < stretch.end)

    def _whole(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def _start(self) -> int:
        whole = self._whole()
        return min(len(whole) - len(whole.lstrip("\n")), self._end())

    def _end(self) -> int:
        whole = self._whole()
        return len(whole[: len(whole) - self._trailing].rstrip("\n"))

    def _append(self, text: str, style: str) -> None:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if style:
            emphasise(self._emphasis, start, self._length, style)

    def _cut(self, length: int) -> None:
        """Take back what stands beyond `length`: a blank of the flow before a line break."""
        self._pieces = [self._whole()[:length]]
        self._length = length
        self._marks = [NoteMark(min(mark.offset, length), mark.key) for mark in self._marks]
        if self._emphasis and self._emphasis[-1].end > length:
            last = self._emphasis.pop()
            if last.start < length:
                self._emphasis.append(Emphasis(last.start, length, last.style))
