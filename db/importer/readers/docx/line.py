"""The text of one paragraph while it is being collected: letters, note marks, emphasis, text boxes."""

from __future__ import annotations

from lxml import etree

from db.importer.document import NoteMark
from db.importer.readers.docx.fields import Fields
from db.model import Emphasis

# The emphasis of a run, and whether it is hidden.
Setting = tuple[str, bool]


class Line:
    """Grows piece by piece; offsets count code points of the text so far."""

    def __init__(self, paragraph_style: str | None, ground: Setting) -> None:
        """Begin a line whose runs are set as `ground` says, unless they say otherwise."""
        self.paragraph_style = paragraph_style
        self.ground = ground
        self.boxes: list[etree._Element] = []
        self.fields = Fields()
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[NoteMark] = []
        self._emphasis: list[Emphasis] = []

    def add(self, text: str, style: str) -> None:
        """Append `text` set in `style` ("" or some of b, i, u, ^, _)."""
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if not style or not text:
            return
        last = self._emphasis[-1] if self._emphasis else None
        if last and last.end == start and last.style == style:
            self._emphasis[-1] = Emphasis(last.start, self._length, style)
        else:
            self._emphasis.append(Emphasis(start, self._length, style))

    def add_mark(self, key: str) -> None:
        """Set a note's mark where the text stands now."""
        self._marks.append(NoteMark(self._length, key))

    @property
    def text(self) -> str:
        """The text so far, without line breaks at its end."""
        return "".join(self._pieces).rstrip("\n")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added that takes a place."""
        return self._length == 0

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The note marks, none beyond the end of the text."""
        end = len(self.text) if self._marks else 0
        return tuple(NoteMark(min(mark.offset, end), mark.key) for mark in self._marks)

    @property
    def emphasis(self) -> tuple[Emphasis, ...]:
        """The emphasised stretches, none beyond the end of the text."""
        end = len(self.text) if self._emphasis else 0
        return tuple(Emphasis(e.start, min(e.end, end), e.style) for e in self._emphasis if e.start < end)
