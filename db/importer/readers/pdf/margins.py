"""How pages are set: where lines begin and end, how far first lines stand in, how far lines are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from db.importer.readers.pdf.lines import Line

_LONG = 25
_SHARE = 0.1
_FEW = 8
_LEADING = 1.35


@dataclass(frozen=True, slots=True)
class Margins:
    """Points from the left edge; `indent` is where first lines begin (`left` where they stand in by nothing)."""

    left: float
    right: float
    indent: float
    leading: float

    @property
    def width(self) -> float:
        """The room of a full line."""
        return self.right - self.left


def margins_of(pages: Sequence[Sequence[Line]], width: float) -> Margins:
    """Return what most lines of these pages keep to, the lines of each page from top to bottom.

    Where there are too few to tell, the right margin is taken to be as wide as the left one.
    """
    lefts: Counter[int] = Counter()
    rights: list[float] = []
    steps: list[float] = []
    for lines in pages:
        for index, line in enumerate(lines):
            if sum(len(run.text) for run in line.runs) >= _LONG:
                lefts[round(line.left)] += 1
                rights.append(line.right)
            if index and 0 < line.base - lines[index - 1].base < 2.5 * line.size:
                steps.append((line.base - lines[index - 1].base) / line.size)
    if not rights:
        left = min((line.left for lines in pages for line in lines), default=0.0)
        right = max((line.right for lines in pages for line in lines), default=width)
        return Margins(left, max(right, width), left, _LEADING)
    total = sum(lefts.values())
    near = {place: lefts.get(place - 1, 0) + count + lefts.get(place + 1, 0) for place, count in lefts.items()}
    left = min((place for place, count in near.items() if count >= _SHARE * total), default=min(lefts))
    right = sorted(rights)[int(len(rights) * 0.95)]
    if len(rights) < _FEW:
        right = max(right, width - left)
    indents = {place: count for place, count in lefts.items() if left + 8 <= place <= left + 90}
    indent = max(indents, key=lambda place: indents[place]) if indents else left
    if indents.get(indent, 0) < max(2, 0.03 * total):
        indent = left
    return Margins(float(left), right, float(indent), median(steps) if steps else _LEADING)
