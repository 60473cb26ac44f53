"""Lines that stand at the same place of page after page, repeated or counting: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from db.importer.readers.pdf.lines import Line
from db.importer.readers.pdf.page import Page

_EDGE_LINES = 3  # as many lines from the top and the bottom may be heads or feet
_EDGE = 0.13  # of the page's height
_SAME_PLACE = 6.0
_DIGITS = re.compile(r"\d+")
# A page's number with what may dress it: "- 2 -", "Trang 2/15", "Page 2 of 15".
_NUMBER = re.compile(
    r"(?:[-–—|\[(]\s*)?(?:trang|tr\.|page|p\.)?\s*(\d{1,4})\s*(?:(?:/|of|trên)\s*\d{1,4})?\s*[-–—|\])]?$", re.IGNORECASE
)
_SHARE = 0.4
_MOST_FIGURES = 6


def running_heads(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[Line]:
    """Return the lines that are heads, feet or numbers of their pages; `lines` are those of each page, downwards."""
    edges = [_edge_lines(page, page_lines) for page, page_lines in zip(pages, lines, strict=True)]
    return _numbers(pages, edges) | _repeated(pages, edges)


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    top = [line for line in lines[:_EDGE_LINES] if line.base <= _EDGE * page.height]
    bottom = [line for line in lines[-_EDGE_LINES:] if line.base >= (1 - _EDGE) * page.height]
    return [*top, *(line for line in bottom if line not in top)]


def _numbers(pages: Sequence[Page], edges: Sequence[list[Line]]) -> set[Line]:
    """The lines that hold nothing but a number which counts with the pages."""
    numbered: dict[int, list[Line]] = defaultdict(list)
    for page, lines in zip(pages, edges, strict=True):
        for line in lines:
            match = _NUMBER.match(line.text)
            if match:
                numbered[int(match[1]) - page.number].append(line)
    found: set[Line] = set()
    for offset, lines in numbered.items():
        count = len({line.page for line in lines})
        if offset == 0 or count >= 3 or (count == 2 and len(pages) <= 4):
            found.update(lines)
    return found


def _repeated(pages: Sequence[Page], edges: Sequence[list[Line]]) -> set[Line]:
    """The lines whose words, figures aside, stand at the same height of many pages."""
    heights = {page.number: page.height for page in pages}
    groups: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for lines in edges:
        for line in lines:
            upper = line.base < heights[line.page] / 2
            groups[_DIGITS.sub("#", line.text.lower()), upper].append(line)
    needed = max(2, min(3, len(pages) - 1))
    found: set[Line] = set()
    for lines in groups.values():
        for place in (same for near in _places(lines, heights) for same in _alike(near)):
            count = len({line.page for line in place})
            if count >= needed and (count >= _SHARE * len(pages) or _in_a_row(place)):
                found.update(place)
    return found


def _places(lines: list[Line], heights: dict[int, float]) -> list[list[Line]]:
    """Group lines by their distance from the nearer edge of the page."""
    groups: list[list[Line]] = []

    def distance(line: Line) -> float:
        return min(line.base, heights[line.page] - line.base)

    for line in sorted(lines, key=distance):
        if groups and distance(line) - distance(groups[-1][0]) <= _SAME_PLACE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _alike(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines of the same words by their figures: those that stay the same, or count with the pages."""
    groups: dict[tuple[tuple[int, ...], ...], list[Line]] = defaultdict(list)
    for line in lines:
        figures = [int(digits) for digits in _DIGITS.findall(line.text)[:_MOST_FIGURES]]
        groups[tuple(figures), ()].append(line)
        if figures:
            for turning in range(len(figures)):
                kept = tuple(figure for index, figure in enumerate(figures) if index != turning)
                groups[kept, (turning, figures[turning] - line.page)].append(line)
    return list(groups.values())


def _in_a_row(lines: Sequence[Line]) -> bool:
    """Whether the lines stand on each page, or on each second one, of some stretch of the file."""
    numbers = sorted({line.page for line in lines})
    steps = Counter(after - before for before, after in pairwise(numbers))
    return len(numbers) >= 3 and steps[1] + steps[2] >= 0.8 * (len(numbers) - 1)
