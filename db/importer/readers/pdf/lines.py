"""From the runs of a page to its printed lines, in reading order, with what is raised or lowered told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.importer.readers.pdf.page import Run

SPACE = 0.17
"""Of the type's size: a wider gap between runs stands for a space."""
COLUMN = 1.8
"""Of the type's size: a wider gap may part columns."""

_SMALL = 0.82  # a mark of a note is set in type no larger than this part of its line's
_RAISED = 0.12
_WIDE = 3.0
_SPACES = "   "
_WORDS = re.compile(r"\S+(?: {1,2}\S+)*")


@dataclass(slots=True, eq=False)
class Line:
    """Runs on one line, from left to right. `base` and `size` are those of most of its letters."""

    runs: list[Run]
    base: float
    size: float
    page: int = 0
    column: int = 0

    @property
    def left(self) -> float:
        """The left edge of the first run."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """The right edge of the last letter that is no space."""
        return max(_printed_right(run) for run in self.runs)

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(text for text, _ in spaced(self.runs)).strip()

    def shift(self, run: Run) -> str:
        """Whether a run is raised ("^") or lowered ("_") against its line, or neither ("")."""
        if run.size > self.size * _SMALL:
            return ""
        drop = run.base - self.base
        if drop <= -_RAISED * self.size:
            return "^"
        return "_" if drop >= 0.05 * self.size else ""


def _printed_right(run: Run) -> float:
    length = len(run.text.rstrip())
    return run.rights[length - 1] if length else run.left


def spaced(runs: Iterable[Run]) -> Iterable[tuple[str, Run]]:
    """Yield each run with its text and, before it, the space its distance stands for."""
    before: Run | None = None
    for run in runs:
        text = run.text
        if before is not None:
            gap = run.left - before.right
            size = max(run.size, before.size)
            apart = not before.text.endswith(" ") and not text.startswith(" ")
            if gap > _WIDE * size:
                text = "\t" + text.lstrip(" ")
            elif gap > SPACE * size and apart:
                text = " " + text
        yield text, run
        before = run


def lines_of(runs: Iterable[Run], page: int = 0) -> list[Line]:
    """Return the lines of these runs from top to bottom; the largest type says where a line stands."""
    bases: list[float] = []
    groups: list[list[Run]] = []
    for run in sorted(_parted(runs), key=lambda run: (-run.size, run.base)):
        at = _nearest(bases, run, groups)
        if at is None:
            at = bisect_left(bases, run.base)
            bases.insert(at, run.base)
            groups.insert(at, [])
        groups[at].append(run)
    return [line for group in groups if (line := _line(group, page)) is not None]


def _parted(runs: Iterable[Run]) -> Iterable[Run]:
    """Part runs at long rows of spaces, with which offices set words apart."""
    for run in runs:
        if _SPACES not in run.text:
            yield run
            continue
        yield from (run.part(*found.span()) for found in _WORDS.finditer(run.text))


def _nearest(bases: list[float], run: Run, groups: list[list[Run]]) -> int | None:
    """The line this run stands on: near its base, or raised above it if the run is smaller."""
    at = bisect_left(bases, run.base)
    best, distance = None, 0.0
    for index in (at - 1, at, at + 1):
        if 0 <= index < len(bases):
            size = groups[index][0].size
            near = abs(bases[index] - run.base)
            if near <= (0.5 if run.size <= size * _SMALL else 0.35) * size and (best is None or near < distance):
                best, distance = index, near
    return best


def _line(runs: list[Run], page: int) -> Line | None:
    runs.sort(key=lambda run: run.left)
    while runs and not runs[-1].text.strip():
        runs.pop()
    while runs and not runs[0].text.strip():
        runs.pop(0)
    if not runs:
        return None
    sizes: Counter[tuple[float, float]] = Counter()
    for run in runs:
        sizes[run.size, run.base] += len(run.text.strip())
    size, base = max(sizes, key=lambda key: (sizes[key], key[0]))
    largest = max(run.size for run in runs)
    if size < _SMALL * largest and sizes[size, base] <= 4:
        size, base = max(sizes, key=lambda key: key[0])
    return Line(_unspaced(runs), base, size, page)


def _unspaced(runs: list[Run]) -> list[Run]:
    """The runs without the blank letters at the line's ends."""
    first = runs[0]
    lead = len(first.text) - len(first.text.lstrip())
    if lead:
        runs[0] = first.part(lead, len(first.text))
    last = runs[-1]
    end = len(last.text.rstrip())
    if end < len(last.text):
        runs[-1] = last.part(0, end)
    return runs


def segments(line: Line, gap: float = COLUMN) -> list[list[Run]]:
    """Return the runs of a line in the pieces that wide gaps part; `gap` is a part of the type's size."""
    pieces: list[list[Run]] = [[]]
    for run in line.runs:
        if pieces[-1] and run.left - _printed_right(pieces[-1][-1]) > gap * line.size:
            pieces.append([])
        pieces[-1].append(run)
    return pieces


def body_size(lines: Iterable[Line]) -> float:
    """Return the size most letters of a report are set in, 0 if there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += sum(len(run.text) for run in line.runs)
    return sizes.most_common(1)[0][0] if sizes else 0.0
