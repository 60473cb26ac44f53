"""Joins lines to paragraphs, over pages too: Vietnamese parts no words, so a space joins two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.importer.document import Paragraph
from db.importer.readers.pdf.lines import Line
from db.importer.readers.pdf.margins import Margins
from db.importer.readers.pdf.words import Keys, Words, first_word_width, fits_behind

_OPENING = re.compile(
    r"(?:[-–—+*•●▪■◦○\uf0b7\uf0a7\uf02d]\s|\d{1,2}(?:\.\d{1,2}){0,4}[.)/]\s|[IVX]{1,5}[.)/]\s|[a-zđ]\)\s?|\(\d{1,2}\)\s)"
)
_ENDS = (".", ";", ":", "!", "?", "…", "./.", ".”", '."')
_OTHER_SIZE = 0.02
_SPACED = 1.4
_SAME = 3.0


class Paragraphs:
    """Takes lines in reading order and hands out paragraphs."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._lines: list[Line] = []
        self._margins = Margins(0, 0, 0, 1.35)
        self.done: list[Paragraph] = []

    def add(self, line: Line, margins: Margins) -> None:
        """Take the next line of a page set with `margins`."""
        if self._lines and begins(self._lines, line, margins):
            self.end()
        self._lines.append(line)
        self._margins = margins

    def end(self) -> None:
        """Close the paragraph: what follows does not go on with it."""
        if not self._lines:
            return
        words = Words(self._keys)
        for line in self._lines:
            words.add(line, " ")
        align = alignment(self._lines, self._margins)
        origin = f"page {self._lines[0].page}"
        self.done.append(Paragraph(words.text, words.marks, align=align, emphasis=words.emphasis, origin=origin))
        self._lines = []


def begins(above: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Whether a line begins a paragraph, the lines above being those of the one before."""
    last = above[-1]
    if _stands_apart(line, last, margins) or _is_drawn(line) or _is_drawn(last):
        return True
    centred = is_centred(line, margins)
    if centred or is_centred(last, margins):
        return not (centred and _styles(line) == _styles(last) and _may_wrap(last, line, margins))
    return (
        (not _hangs(above, line) and _stands_in(line, last, margins))
        or fits_behind(last, line, margins.right)
        or _counts(line, last, margins)
        or _ends_heading(above, line)
    )


def _stands_apart(line: Line, last: Line, margins: Margins) -> bool:
    """Whether a line is set in another size than the one above, or further below it than lines of one paragraph are."""
    if abs(last.size - line.size) > _OTHER_SIZE * max(last.size, line.size):
        return True
    if (last.page, last.column) != (line.page, line.column):
        return False
    return not 0 < line.base - last.base <= _SPACED * max(margins.leading, 1.1) * line.size


def _may_wrap(last: Line, line: Line, margins: Margins) -> bool:
    """Whether the line above was so full that a centred text had to go on below."""
    return (last.right - last.left) + 0.2 * line.size + first_word_width(line) >= margins.width - line.size


def _stands_in(line: Line, last: Line, margins: Margins) -> bool:
    """Whether a line begins further in than the one above, or where first lines do and not in mid-sentence."""
    if line.left > max(margins.left, last.left) + 0.8 * line.size:
        return True
    in_place = margins.indent - margins.left > _SAME and margins.indent - 2 <= line.left
    return in_place and (last.text.endswith(_ENDS) or not line.text[:1].islower())


def _hangs(above: Sequence[Line], line: Line) -> bool:
    """Whether the lines below the first stand further in, as under a number."""
    first = above[0]
    return bool(_OPENING.match(first.text)) and _SAME < line.left - first.left < 4 * line.size


def _counts(line: Line, last: Line, margins: Margins) -> bool:
    """Whether a number or dash begins the line behind an ended sentence, where first lines begin."""
    stands_in = margins.indent - margins.left > _SAME
    in_place = not stands_in or line.left > margins.left + _SAME
    opens = bool(_OPENING.match(line.text)) or _is_bold(line) != _is_bold(last)
    return in_place and opens and last.text.endswith(_ENDS)


def _ends_heading(above: Sequence[Line], line: Line) -> bool:
    """Whether a heading in bold fills its lines to the end, and below it a number or other type begins."""
    if not all(_is_bold(one) for one in above):
        return False
    other_type = line.text[:1].isupper() and not any("b" in run.style for run in line.runs)
    return other_type or bool(_OPENING.match(line.text))


def _is_bold(line: Line) -> bool:
    return all("b" in run.style for run in line.runs if run.text.strip() and not line.shift(run))


def _styles(line: Line) -> set[str]:
    return {run.style for run in line.runs if run.text.strip() and not line.shift(run)}


def _is_drawn(line: Line) -> bool:
    """Whether a line is a ruler made of signs."""
    text = line.text
    return len(text) >= 3 and not any(letter.isalnum() for letter in text)


def is_centred(line: Line, margins: Margins) -> bool:
    """Whether a line keeps the same distance from both margins; one that begins where first lines do is none."""
    room_left, room_right = line.left - margins.left, margins.right - line.right
    if room_left < 6 or room_right < 6 or abs(line.left - margins.indent) < 1.5:
        return False
    return abs(room_left - room_right) <= max(4.0, 0.3 * line.size)


def alignment(lines: Sequence[Line], margins: Margins) -> str:
    """Return "center", "right", "justify" or "" for the lines of a paragraph."""
    if all(is_centred(line, margins) or _is_full(line, margins) for line in lines) and is_centred(lines[-1], margins):
        return "center"
    if all(
        abs(line.right - margins.right) <= _SAME and line.left > margins.left + 0.35 * margins.width for line in lines
    ):
        return "right"
    if len(lines) > 2 and all(abs(line.right - margins.right) <= _SAME for line in lines[:-1]):
        return "justify"
    return ""


def _is_full(line: Line, margins: Margins) -> bool:
    return line.left <= margins.left + 6 and line.right >= margins.right - 6
