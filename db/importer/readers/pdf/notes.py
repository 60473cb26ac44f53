"""The notes at the bottom of pages: which lines belong to which, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from db.importer.readers.pdf.lines import Line, lines_of, segments, spaced
from db.importer.readers.pdf.page import Run
from db.importer.readers.pdf.words import Words, fits_behind

_LABEL = re.compile(r"[(\[]?\s*(\d{1,4}|[*†‡§]{1,5}|[ivxlc]{1,7})\s*[)\]]?[.:]?")
_PLAIN_LABEL = re.compile(r"(?:[(\[]\s*(\d{1,3})\s*[)\]]|(\d{1,3})[.):]?|([*†‡§]{1,5}))[ \t\u00a0]*(?=\S)")
_SAME_EDGE = 6.0
_FEW = 5


@dataclass(slots=True, eq=False)
class FootNote:
    """A note while its lines are gathered. `page` and `left` are where it begins."""

    label: str
    page: int
    key: str
    left: float
    lines: list[Line] = field(default_factory=list)
    kind: str = "footnote"
    last_page: int = field(default=0)

    def __post_init__(self) -> None:
        self.last_page = self.page

    @property
    def is_open(self) -> bool:
        """Whether the last line breaks off within a sentence."""
        return not self.lines or not self.lines[-1].text.endswith((".", ";", "!", "?", "…", "”", ")"))

    def words(self, right: float) -> str:
        """The text of the note; a line that ended before the margin at `right` of its own will stays one."""
        words = Words({})
        above: Line | None = None
        for line in self.lines:
            words.add(line, "\n" if above is not None and fits_behind(above, line, right) else " ")
            above = line
        return words.text.strip()


def right_margin(notes: Iterable[FootNote]) -> float:
    """Return where the lines of notes end that go on below; 0 where there are too few to tell."""
    rights = sorted(line.right for note in notes for line in note.lines[:-1])
    return rights[int(len(rights) * 0.8)] if len(rights) >= _FEW else 0.0


def gather(lines: Sequence[Line], page: int, notes: list[FootNote]) -> list[Line]:
    """Add the notes these lines hold to `notes`; returns the lines before the first that belong to none.

    A line without a label goes on with the note before; the first lines of a page go on
    with the last note of the page before, where they stand as its lines do.
    """
    stray: list[Line] = []
    inside = False
    for line in _one_column(list(lines)):
        label = label_of(line) if _starts_note(line, notes, page) else None
        if label:
            name, rest = label
            notes.append(FootNote(name, page, f"p{page}.{len(notes) + 1}", line.left, [rest] if rest else []))
            inside = True
        elif inside or (notes and _goes_on(notes[-1], line, page)):
            notes[-1].lines.append(line)
            notes[-1].last_page = page
            inside = True
        else:
            stray.append(line)
    return stray


def _goes_on(note: FootNote, line: Line, page: int) -> bool:
    """Whether a line at the foot of a page goes on with a note of the page before."""
    return note.last_page == page - 1 and (note.is_open or abs(note.left - line.left) <= _SAME_EDGE)


def _starts_note(line: Line, notes: Sequence[FootNote], page: int) -> bool:
    """A raised label begins a note; a plain number only where it counts on."""
    label = label_of(line)
    if label is None:
        return False
    if has_raised_label(line) or not label[0].isdecimal() or not notes:
        return True
    before = notes[-1].label
    return not before.isdecimal() or int(label[0]) == int(before) + 1 or (int(label[0]) == 1 and notes[-1].page != page)


def _one_column(lines: list[Line]) -> list[Line]:
    """Put notes that stand beside each other below each other."""
    if not lines:
        return lines
    pieces = [segments(line) for line in lines]
    seconds = [piece[1][0].left for piece in pieces if len(piece) == 2]
    labelled = [
        piece for piece in pieces if len(piece) == 2 and label_of(Line(piece[1], piece[1][0].base, lines[0].size))
    ]
    if not labelled or len(seconds) < 1:
        return lines
    gutter = min(seconds) - 1
    if any(run.left < gutter < run.right - 2 for line in lines for run in line.runs):
        return lines
    sides = ([], [])  # type: tuple[list[Run], list[Run]]
    for line in lines:
        for run in line.runs:
            sides[run.left > gutter].append(run)
    return [line for side in sides for line in lines_of(side, lines[0].page)]


def has_raised_label(line: Line) -> bool:
    """Whether a line begins with a raised number or sign."""
    first = line.runs[0]
    return bool(line.shift(first) == "^" and _LABEL.fullmatch(first.text.strip()))


def label_of(line: Line) -> tuple[str, Line | None] | None:
    """Return the label a line begins with and the rest of it, None without one."""
    first = line.runs[0]
    if has_raised_label(line):
        found = _LABEL.fullmatch(first.text.strip())
        assert found is not None
        return found[1], _rest(line, line.runs[1:])
    text = "".join(text for text, _ in spaced(line.runs))
    found = _PLAIN_LABEL.match(text)
    if found is None or found.end() == len(text) or not _parts_words(found, text):
        return None
    label = found[1] or found[2] or found[3]
    return label, _rest(line, _after(line.runs, found.end()))


def _parts_words(found: re.Match[str], text: str) -> bool:
    """Whether the label stands apart from the first word, as in "1 Gồm", "(1) Gồm", "1Gồm" and not in "12,5%"."""
    follows = text[found.end()]
    return bool(found[1] or found[3]) or ((found[0][-1:].isspace() or follows.isalpha()) and follows not in ",./%-–")


def _after(runs: Sequence[Run], end: int) -> list[Run]:
    """The runs behind the first `end` letters of their joined text."""
    rest: list[Run] = []
    at = 0
    for text, run in spaced(runs):
        added = len(text) - len(run.text) if len(text) > len(run.text) else 0
        start = at + added
        at += len(text)
        if at > end:
            rest.append(run if start >= end else run.part(end - start, len(run.text)))
    return rest


def _rest(line: Line, runs: Sequence[Run]) -> Line | None:
    kept = [run for run in runs if run.text]
    return Line(list(kept), line.base, line.size, line.page) if kept else None
