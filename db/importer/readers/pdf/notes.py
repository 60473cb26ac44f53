"""The notes at the bottom of a page: where they begin, which lines belong to which, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.importer.readers.pdf.lines import Line, lines_of, segments, spaced
from db.importer.readers.pdf.page import Page, Rule, Run

_SMALLER = 0.93
_LABEL = re.compile(r"[(\[]?\s*(\d{1,4}|[*†‡§]{1,5}|[ivxlc]{1,7})\s*[)\]]?[.:]?")
_PLAIN_LABEL = re.compile(r"(?:[(\[]\s*(\d{1,3})\s*[)\]]|(\d{1,3})[.):]?|([*†‡§]{1,5}))[ \t\u00a0]*(?=\S)")
_SAME_EDGE = 6.0
_SEPARATOR = (30.0, 0.92)  # points; part of the page's width


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

    def words(self) -> str:
        """The text of the note, its lines joined."""
        return " ".join(line.text for line in self.lines if line.text).strip()


def foot_of(
    page: Page, lines: Sequence[Line], body: float, used: Sequence[tuple[float, float]], open_note: bool
) -> int:
    """Tell from which line on the lines of a page are notes; `len(lines)` where there are none.

    `used` are the heights of the page's tables, whose rules part no notes; `open_note`
    tells whether the page before ends within a note.
    """
    small = len(lines)
    while small > 0 and lines[small - 1].size <= body * _SMALLER:
        small -= 1
    for rule in sorted(page.rules.level, key=lambda rule: rule.at):
        below = next((i for i, line in enumerate(lines) if line.base - 0.5 * line.size > rule.at), len(lines))
        if not _may_part(rule, page, used) or below == len(lines):
            continue
        if below >= small or (_raised_label(lines[below]) and (below > 0 or used)):
            return below
    for index in range(small, len(lines)):
        if _label(lines[index]) and (index == 0 or lines[index - 1].size > lines[index].size or index > small):
            return index
    if open_note and small < len(lines) and lines[small].text[:1].islower():
        return small
    return len(lines)


def _may_part(rule: Rule, page: Page, used: Sequence[tuple[float, float]]) -> bool:
    least, most = _SEPARATOR
    length = rule.end - rule.start
    if not least <= length <= most * page.width or rule.start > 0.4 * page.width:
        return False
    return not any(top - 2 <= rule.at <= bottom + 2 for top, bottom in used)


def gather(lines: Sequence[Line], page: int, notes: list[FootNote]) -> list[Line]:
    """Add the notes these lines hold to `notes`; returns the lines before the first that belong to none.

    A line without a label goes on with the note before; the first lines of a page go on
    with the last note of the page before, where they stand as its lines do.
    """
    stray: list[Line] = []
    inside = False
    for line in _one_column(list(lines)):
        label = _label(line) if _starts_note(line, notes, page) else None
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
    label = _label(line)
    if label is None:
        return False
    if _raised_label(line) or not label[0].isdecimal() or not notes:
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
        piece for piece in pieces if len(piece) == 2 and _label(Line(piece[1], piece[1][0].base, lines[0].size))
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


def _raised_label(line: Line) -> bool:
    first = line.runs[0]
    return bool(line.shift(first) == "^" and _LABEL.fullmatch(first.text.strip()))


def _label(line: Line) -> tuple[str, Line | None] | None:
    """Return the label a line begins with and the rest of it, None without one."""
    first = line.runs[0]
    if _raised_label(line):
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
