"""From lines to a text with its note marks and emphasis."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from db.importer.document import NoteMark
from db.importer.readers.pdf.lines import Line, spaced
from db.importer.readers.pdf.page import Run
from db.model import Emphasis

Keys = Mapping[Run, str]
_ITEM = re.compile(r"[-–—+*•]\s*\S")
_NUMBER = re.compile(r"[-+(]?[\d.,]*\d[.,]?")
_HYPHENED = re.compile(r"[^\W_][-–/]$")
_DIGITS = re.compile(r"\d{1,3}[)%]?")


class Words:
    """A text while it is put together."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[NoteMark] = []
        self._emphasis: list[Emphasis] = []

    def add(self, line: Line, joint: str = "") -> None:
        """Append a line, `joint` before it where words stand already; "27-" and "NQ/TU" need none."""
        broken = _HYPHENED.search(self.text) and line.text[:1].isalnum()
        if self._length and joint and not self.text[-1:].isspace() and not (joint == " " and broken):
            self._append(joint, "")
        for text, run in spaced(line.runs):
            key = self._keys.get(run)
            if key is None:
                self._append(text, run.style + line.shift(run))
            else:
                self._marks.append(NoteMark(self._length, key))

    @property
    def text(self) -> str:
        """The words so far."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    @property
    def marks(self) -> tuple[NoteMark, ...]:
        """The marks so far."""
        return tuple(self._marks)

    @property
    def emphasis(self) -> tuple[Emphasis, ...]:
        """The stretches set apart."""
        return tuple(self._emphasis)

    @property
    def is_bold(self) -> bool:
        """Whether every letter is set bold."""
        bold = sum(span.end - span.start for span in self._emphasis if "b" in span.style)
        text = self.text
        return bool(text.strip()) and bold >= len(text) - sum(letter.isspace() for letter in text)

    def _append(self, text: str, style: str) -> None:
        if not text:
            return
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if not style:
            return
        last = self._emphasis[-1] if self._emphasis else None
        if last and last.style == style and not self.text[last.end : start].strip():
            self._emphasis[-1] = Emphasis(last.start, self._length, style)
        else:
            self._emphasis.append(Emphasis(start, self._length, style))


def first_word_width(line: Line) -> float:
    """How much room the first word of a line takes, a mark behind it included."""
    start = line.left
    for run in line.runs:
        at = run.text.find(" ")
        if at >= 0:
            return (run.lefts[at] if at else run.left) - start
    return line.right - start


def fits_behind(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` had room behind the line above, which then ended of its own will."""
    return above.right + 0.2 * line.size + first_word_width(line) < right - 1


def cell_words(lines: Sequence[Line], width: float, keys: Keys, frame: bool = False) -> Words:
    """Return the words of a cell; a line that ended of its own will stays one."""
    words = Words(keys)
    above: Line | None = None
    item = False
    for line in lines:
        if above is None:
            words.add(line)
        elif frame:
            words.add(line, _frame_joint(above, line, width, item))
        else:
            words.add(line, _cell_joint(above, line, width))
        item = bool(_ITEM.match(line.text)) or (item and not words.text.endswith("\n" + line.text))
        above = line
    return words


def _cell_joint(above: Line, line: Line, width: float) -> str:
    if _is_cut(above, line, width):
        return ""
    both = _NUMBER.fullmatch(above.text) and _NUMBER.fullmatch(line.text)
    return "\n" if both or _has_room(above, line, width) else " "


def _has_room(above: Line, line: Line, width: float) -> bool:
    return (above.right - above.left) + 0.3 * line.size + first_word_width(line) < width - 1


def _is_cut(above: Line, line: Line, width: float) -> bool:
    """Whether a number or a short word in capitals ("STT") was broken for want of room."""
    letters = above.text + line.text
    if letters.isalpha():
        return letters.isupper() and len(letters) <= 4 and not set(letters) & set("AEIOUYƯƠ")
    first = line.runs[0]
    filled = (above.right - above.left) + (first.rights[0] - first.left) > width - 1
    return filled and bool(_NUMBER.fullmatch(above.text) and _DIGITS.fullmatch(line.text))


def _frame_joint(above: Line, line: Line, width: float, item: bool) -> str:
    """A line of a head or of the recipients stands for itself unless it plainly goes on with the one above."""
    goes_on = line.text[:1].islower() or line.text[:1].isdecimal()
    if item:
        goes_on = goes_on or not (above.text.endswith((",", ";", ".", ":")) or _ITEM.match(line.text))
    return " " if goes_on and not _has_room(above, line, width) else "\n"
