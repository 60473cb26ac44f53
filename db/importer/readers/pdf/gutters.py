"""Finds stretches of a page through which an empty gutter runs: lines that stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.importer.readers.pdf.lines import COLUMN, Line, segments
from db.importer.readers.pdf.page import Run

HEAD_LINES = 8
"""A report's head begins within as many lines of its first page."""
HEAD_GAP = 0.7
"""Of the type's size: what parts the columns of a head, whose words stand close."""
EDGE = 3.0
"""Points: edges nearer than this are in line."""
RECIPIENTS = re.compile(r"\s*Nơi nhận\b", re.IGNORECASE)

_GUTTER = 6.0  # points that stay free between two columns
_NEXT_ROW = 2.6  # of the type's size, from one line of a table to the next
_NEXT_LINE = 1.7
_TITLE = re.compile(r"(?:BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|ĐỀ ÁN|QUYẾT ĐỊNH)\b")

Gap = tuple[float, float]


@dataclass(slots=True)
class Region:
    """Lines `start` to `end` of a page that leave the gutters free."""

    start: int
    end: int
    gutters: list[Gap]


def region_at(lines: Sequence[Line], start: int, first_page: bool) -> Region | None:
    """The longest stretch from `start` on through which some gutter runs."""
    narrow = HEAD_GAP if first_page and start < HEAD_LINES else COLUMN
    pieces = segments(lines[start], narrow)
    if len(pieces) < 2:
        return None
    gutters = [(left[-1].right, right[0].left) for left, right in pairwise(pieces)]
    spread = RECIPIENTS.match(lines[start].text) is not None
    reach = _NEXT_ROW * (1.5 if first_page and start < HEAD_LINES else 1)
    end = last = start + 1
    while end < len(lines):
        line = lines[end]
        if not spread and line.base - lines[end - 1].base > reach * line.size:
            break
        narrowed = [gap for gutter in gutters for gap in _free(gutter, line)]
        if not narrowed:
            break
        if len(segments(line, narrow)) > 1:
            if not any(parts(gap, line) for gap in narrowed):
                break
            last = end + 1
        gutters = narrowed
        end += 1
    if not spread:
        gutters, end = _up_to(lines, start, last, narrow)
    return Region(start, end, gutters) if gutters else None


def _up_to(lines: Sequence[Line], start: int, last: int, narrow: float) -> tuple[list[Gap], int]:
    """The gutters through the lines up to the last one in pieces, and where what hangs below its columns ends."""
    pieces = segments(lines[start], narrow)
    gutters = [(left[-1].right, right[0].left) for left, right in pairwise(pieces)]
    for line in lines[start + 1 : last]:
        gutters = [gap for gutter in gutters for gap in _free(gutter, line)]
    extents = extents_of(lines[start:last], gutters)
    end = last
    while end < len(lines) and lines[end].base - lines[end - 1].base <= _NEXT_LINE * lines[end].size:
        line = lines[end]
        holder = next(
            (
                index
                for index, (left, right) in enumerate(extents)
                if left - EDGE <= line.left and line.right <= right + EDGE
            ),
            None,
        )
        if holder is None or _TITLE.match(line.text):
            break
        end += 1
    return gutters, end


def _free(gutter: Gap, line: Line) -> list[Gap]:
    """What a line leaves free of a gutter, where it is wide enough."""
    free: list[Gap] = []
    left, right = gutter
    for piece in segments(line, HEAD_GAP):
        if piece[-1].right <= left or piece[0].left >= right:
            continue
        if piece[0].left - left >= _GUTTER:
            free.append((left, piece[0].left))
        left = max(left, piece[-1].right)
    if right - left >= _GUTTER:
        free.append((left, right))
    return free


def parts(gap: Gap, line: Line) -> bool:
    """Whether a line stands on both sides of a gap."""
    return line.left < gap[0] + 1 and line.right > gap[1] - 1


def extents_of(lines: Sequence[Line], gutters: Sequence[Gap]) -> list[Gap]:
    """The room each column takes."""
    columns: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for run in line.runs:
            columns[column_of(run, gutters)].append(run)
    return [(min(run.left for run in runs), max(run.right for run in runs)) if runs else (0.0, 0.0) for runs in columns]


def column_of(run: Run, gutters: Sequence[Gap]) -> int:
    """The number of the column a run stands in, from 0."""
    middle = (run.left + run.right) / 2
    return sum(middle > (left + right) / 2 for left, right in gutters)
