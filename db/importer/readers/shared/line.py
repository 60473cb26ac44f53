"""The text of one paragraph while it is being collected: letters, note marks, emphasis, text boxes."""

from __future__ import annotations

from lxml import etree

from db.importer.document import NoteMark
from db.importer.readers.shared.emphasis import emphasise
from db.importer.readers.shared.fields import Fields
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.model import Emphasis

# The emphasis of a run, whether it is hidden, and its font if that is older than Unicode, else "".
Setting = tuple[str, bool, str]


class Line:
    """Grows piece by piece; offsets count code points of the text so far."""

    # There is one for every paragraph.
    __slots__ = (
        *("boxes", "fields", "ground", "paragraph_style"),
        *("_emphasis", "_length", "_marks", "_pieces", "_run", "_run_setting", "_runs"),
    )

    def __init__(self, paragraph_style: str | None, ground: Setting, runs: LegacyRuns) -> None:
        """Begin a line whose runs are set as `ground` says, unless they say otherwise; `runs` reads old fonts."""
        self.paragraph_style = paragraph_style
        self.ground = ground
        self.boxes: list[etree._Element] = []
        self.fields = Fields()
        self._runs = runs
        self._run: list[str] = []  # of one old font and emphasis; Word may part a letter from its mark
        self._run_setting = ("", "")
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[NoteMark] = []
        self._emphasis: list[Emphasis] = []

    def add(self, text: str, style: str, font: str = "") -> None:
        """Append `text` set in `style` ("" or some of b, i, u, ^, _) and, if it is older than Unicode, in `font`."""
        if self._run and self._run_setting != (style, font):
            self._end_run()
        if font:
            self._run_setting = (style, font)
            self._run.append(text)
        elif style:
            self._append(text, style)
        else:  # most of a report
            self._pieces.append(text)
            self._length += len(text)

    def _end_run(self) -> None:
        style, font = self._run_setting
        text = self._runs.convert("".join(self._run), font)
        self._run.clear()
        self._append(text, style)

    def _append(self, text: str, style: str) -> None:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if style and text:
            emphasise(self._emphasis, start, self._length, style)

    def add_mark(self, key: str) -> None:
        """Set a note's mark where the text stands now."""
        if self._run:
            self._end_run()
        self._marks.append(NoteMark(self._length, key))

    @property
    def text(self) -> str:
        """The text so far, without line breaks at its end."""
        if self._run:
            self._end_run()
        return "".join(self._pieces).rstrip("\n")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added that takes a place."""
        return self._length == 0 and not self._run

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The note marks, none beyond the end of the text."""
        if not self._marks:
            return ()
        end = len(self.text)
        return tuple(NoteMark(min(mark.offset, end), mark.key) for mark in self._marks)

    @property
    def emphasis(self) -> tuple[Emphasis, ...]:
        """The emphasised stretches, none beyond the end of the text."""
        if not self._emphasis:
            return ()
        end = len(self.text)
        return tuple(Emphasis(e.start, min(e.end, end), e.style) for e in self._emphasis if e.start < end)
