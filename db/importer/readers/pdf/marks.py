"""Joins the notes at the bottom of pages to the raised figures and signs that call them, by label and order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from db.importer.readers.pdf.lines import Line, spaced
from db.importer.readers.pdf.notes import FootNote
from db.importer.readers.pdf.page import Run

_MARK = re.compile(r"\s*[(\[]?\s*(\d{1,4}|[*†‡§]{1,5}|[ivxlc]{1,7})\s*[)\]]?\s*")
_EXPONENT = re.compile(r"(?:(?<![^\W\d_])[kcdh]?m|\d\s*)$")
_GLUED_AFTER = r"(?:(?<=%)|(?<=[^\W\d_]{2})|(?<=[)”\"’»]))"
_GLUED_BEFORE = r"(?=[\s,.;:)”\"]|$)"


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A raised run that may be a mark. `exponent`: it may as well be that of m² or 10⁶."""

    run: Run
    label: str
    page: int
    exponent: bool


@dataclass(slots=True)
class Linked:
    """The key of the note each run calls, and the labels of marks that call none."""

    keys: dict[Run, str] = field(default_factory=dict)
    noteless: list[str] = field(default_factory=list)


def link(lines: Sequence[Line], notes: Sequence[FootNote]) -> Linked:
    """Join marks in `lines` (in reading order, `Line.page` set) to `notes`; a mark glued to its word is cut off."""
    free = list(_candidates(lines))
    linked = Linked()
    waiting = [note for note in notes if not _take(note, _of_page(free, note.page), free, linked)]
    lines_by_page: dict[int, list[Line]] = {}
    for line in lines:
        lines_by_page.setdefault(line.page, []).append(line)
    counts = Counter(note.label for note in notes)
    for note in waiting:
        reach = len(lines_by_page) + max(lines_by_page, default=0) if counts[note.label] == 1 else 1
        near = sorted((mark for mark in free if abs(mark.page - note.page) <= reach), key=_nearness(note))
        if not _take(note, near, free, linked):
            _take_glued(note, lines_by_page, linked)
    linked.noteless.extend(mark.label for mark in free if not mark.exponent and not mark.label.isalpha())
    return linked


def _nearness(note: FootNote) -> Callable[[Candidate], tuple[int, bool]]:
    return lambda mark: (abs(mark.page - note.page), mark.page > note.page)


def _candidates(lines: Iterable[Line]) -> Iterable[Candidate]:
    for line in lines:
        before = ""
        for text, run in spaced(line.runs):
            found = _MARK.fullmatch(run.text) if line.shift(run) == "^" else None
            if found:
                yield Candidate(run, found[1], line.page, bool(_EXPONENT.search(before)))
            before = text


def _of_page(marks: Sequence[Candidate], page: int) -> list[Candidate]:
    return [mark for mark in marks if mark.page == page]


def _take(note: FootNote, marks: Sequence[Candidate], free: list[Candidate], linked: Linked) -> bool:
    """Give a note the first mark with its label; one that may be an exponent only if it cannot be one here."""
    same = [mark for mark in marks if mark.label == note.label]
    sure = [mark for mark in same if not mark.exponent] or [mark for mark in same if mark.label not in {"2", "3"}]
    if not sure:
        return False
    linked.keys[sure[0].run] = note.key
    free.remove(sure[0])
    return True


def _take_glued(note: FootNote, lines_by_page: dict[int, list[Line]], linked: Linked) -> bool:
    """Find the label printed in the line's own type behind "%" or a word ("5%1"), and cut it off the word."""
    if not note.label.isdecimal():
        return False
    pattern = re.compile(_GLUED_AFTER + re.escape(note.label) + _GLUED_BEFORE)
    for page in (note.page, note.page - 1):
        for line in lines_by_page.get(page, ()):
            for index, run in enumerate(line.runs):
                found = pattern.search(run.text) if run not in linked.keys else None
                if found:
                    mark = run.part(*found.span())
                    parts = [run.part(0, found.start()), mark, run.part(found.end(), len(run.text))]
                    line.runs[index : index + 1] = [part for part in parts if part.text]
                    linked.keys[mark] = note.key
                    return True
    return False
