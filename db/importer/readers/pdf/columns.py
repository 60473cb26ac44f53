"""Lines that stand beside each other: the head and the end of a report, unruled tables, pages set in two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.importer.readers.pdf.elements import Element, TableCell, Tabular
from db.importer.readers.pdf.lines import COLUMN, Line, lines_of, segments
from db.importer.readers.pdf.page import Run

_GUTTER = 6.0  # points that stay free between two columns
_HEAD_LINES = 8
_HEAD_GAP = 0.7
_NEXT_ROW = 2.6  # of the type's size, from one line of a table to the next
_NEXT_LINE = 1.7
_EDGE = 3.0
_WIDE = 2.0
_SHORT = 60
_RECIPIENTS = re.compile(r"\s*Nơi nhận\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:BÁO CÁO|NGHỊ QUYẾT|KẾ HOẠCH|CHƯƠNG TRÌNH|TỜ TRÌNH|THÔNG BÁO|KẾT LUẬN|ĐỀ ÁN|QUYẾT ĐỊNH)\b")
_PROSE = 22  # letters a line of a column of prose has at least, on average
_PROSE_LINES = 6
_Gap = tuple[float, float]


@dataclass(slots=True)
class _Region:
    """Lines `start` to `end` of a page that leave the gutters free."""

    start: int
    end: int
    gutters: list[_Gap]


def arranged(lines: Sequence[Line], first_page: bool) -> list[Element]:
    """Return the lines with those that stand beside each other made one, or put in the order of their columns."""
    elements: list[Element] = []
    index = 0
    while index < len(lines):
        region = _region(lines, index, first_page)
        made = _made(lines, region, first_page) if region else None
        if region is None or made is None:
            elements.append(lines[index])
            index += 1
            continue
        elements.extend(made)
        index = region.end
    return elements


def _region(lines: Sequence[Line], start: int, first_page: bool) -> _Region | None:
    """The longest stretch from `start` on through which some gutter runs."""
    narrow = _HEAD_GAP if first_page and start < _HEAD_LINES else COLUMN
    pieces = segments(lines[start], narrow)
    if len(pieces) < 2:
        return None
    gutters = [(left[-1].right, right[0].left) for left, right in pairwise(pieces)]
    spread = _RECIPIENTS.match(lines[start].text) is not None
    reach = _NEXT_ROW * (1.5 if first_page and start < _HEAD_LINES else 1)
    end = last = start + 1
    while end < len(lines):
        line = lines[end]
        if not spread and line.base - lines[end - 1].base > reach * line.size:
            break
        narrowed = [gap for gutter in gutters for gap in _free(gutter, line)]
        if not narrowed:
            break
        if len(segments(line, narrow)) > 1:
            if not any(_parts(gap, line) for gap in narrowed):
                break
            last = end + 1
        gutters = narrowed
        end += 1
    if not spread:
        gutters, end = _up_to(lines, start, last, narrow)
    return _Region(start, end, gutters) if gutters else None


def _up_to(lines: Sequence[Line], start: int, last: int, narrow: float) -> tuple[list[_Gap], int]:
    """The gutters through the lines up to the last one in pieces, and where what hangs below its columns ends."""
    pieces = segments(lines[start], narrow)
    gutters = [(left[-1].right, right[0].left) for left, right in pairwise(pieces)]
    for line in lines[start + 1 : last]:
        gutters = [gap for gutter in gutters for gap in _free(gutter, line)]
    extents = _extents(lines[start:last], gutters)
    end = last
    while end < len(lines) and lines[end].base - lines[end - 1].base <= _NEXT_LINE * lines[end].size:
        line = lines[end]
        holder = next(
            (
                index
                for index, (left, right) in enumerate(extents)
                if left - _EDGE <= line.left and line.right <= right + _EDGE
            ),
            None,
        )
        if holder is None or _TITLE.match(line.text):
            break
        end += 1
    return gutters, end


def _free(gutter: _Gap, line: Line) -> list[_Gap]:
    """What a line leaves free of a gutter, where it is wide enough."""
    free: list[_Gap] = []
    left, right = gutter
    for piece in segments(line, _HEAD_GAP):
        if piece[-1].right <= left or piece[0].left >= right:
            continue
        if piece[0].left - left >= _GUTTER:
            free.append((left, piece[0].left))
        left = max(left, piece[-1].right)
    if right - left >= _GUTTER:
        free.append((left, right))
    return free


def _parts(gap: _Gap, line: Line) -> bool:
    return line.left < gap[0] + 1 and line.right > gap[1] - 1


def _extents(lines: Sequence[Line], gutters: Sequence[_Gap]) -> list[_Gap]:
    """The room each column takes."""
    columns: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for run in line.runs:
            columns[_column(run, gutters)].append(run)
    return [(min(run.left for run in runs), max(run.right for run in runs)) if runs else (0.0, 0.0) for runs in columns]


def _column(run: Run, gutters: Sequence[_Gap]) -> int:
    middle = (run.left + run.right) / 2
    return sum(middle > (left + right) / 2 for left, right in gutters)


def _made(lines: Sequence[Line], region: _Region, first_page: bool) -> list[Element] | None:
    """Make of a region what it is, or nothing where that is not certain."""
    taken = list(lines[region.start : region.end])
    in_head = first_page and len(region.gutters) == 1 and _is_head(lines, region)
    if _RECIPIENTS.match(taken[0].text) or (in_head and len(taken) > 1 and not _is_prose(taken, region.gutters)):
        return [_frame(taken, region.gutters[:1])]
    if _is_prose(taken, region.gutters):
        return _in_order(taken, region.gutters)
    gutters = [gap for gap in region.gutters if sum(_parts(gap, line) for line in taken) >= 2]
    rows = _rows(taken, gutters)
    if len(rows) >= 3 and gutters and _is_aligned(rows, len(gutters) + 1):
        return [_table(taken, rows, gutters)]
    return [_frame(taken, gutters)] if len(gutters) == 1 and _is_short(taken, gutters[0]) else None


def _is_head(lines: Sequence[Line], region: _Region) -> bool:
    """Whether the lines are the head of a report: near the top, no prose above, a name in capitals among them."""
    above, here = lines[: region.start], lines[region.start : region.end]
    if region.start >= _HEAD_LINES or any(len(line.text) > _SHORT for line in above):
        return False
    pieces = ["".join(run.text for run in piece) for line in here for piece in segments(line, _HEAD_GAP)]
    return any(piece.isupper() and len(piece) > 3 for piece in pieces)


def _is_short(lines: Sequence[Line], gutter: _Gap) -> bool:
    """Whether two columns hold short lines at a good distance, as the heads and signatures of forms do."""
    pieces = [piece for line in lines for piece in segments(line)]
    wide = gutter[1] - gutter[0] >= _WIDE * lines[0].size
    return wide and all(sum(len(run.text) for run in piece) <= _SHORT for piece in pieces)


def _frame(lines: list[Line], gutters: Sequence[_Gap]) -> Tabular:
    cells = []
    extents = _extents(lines, gutters)
    for column, (left, right) in enumerate(extents):
        inside = [run for line in lines for run in line.runs if _column(run, gutters) == column]
        cells.append(TableCell(0, column, 1, 1, lines_of(inside, lines[0].page), right - left))
    middle = sum(gutters[0]) / 2
    edges = (extents[0][0], middle, extents[-1][1])
    return Tabular(lines[0].base - lines[0].size, lines[-1].base, 1, edges, cells, lines[0].page, False, frame=True)


def _is_prose(lines: Sequence[Line], gutters: Sequence[_Gap]) -> bool:
    """Whether the columns hold running text."""
    if len(lines) < _PROSE_LINES or len(gutters) > 2:
        return False
    letters = [0] * (len(gutters) + 1)
    counts = [0] * (len(gutters) + 1)
    for line in lines:
        for piece in segments(line):
            column = _column(piece[0], gutters)
            letters[column] += sum(len(run.text) for run in piece)
            counts[column] += 1
    return all(count and number / count >= _PROSE for number, count in zip(letters, counts, strict=True))


def _in_order(lines: list[Line], gutters: Sequence[_Gap]) -> list[Element]:
    ordered: list[Element] = []
    for column in range(len(gutters) + 1):
        inside = [run for line in lines for run in line.runs if _column(run, gutters) == column]
        ordered.extend(lines_of(inside, lines[0].page))
    return ordered


_Row = list[list[list[Run]]]


def _rows(lines: Sequence[Line], gutters: Sequence[_Gap]) -> list[_Row]:
    """The rows of a table, each column of a row with its pieces; a line with words in one column goes on above it."""
    rows: list[_Row] = []
    for line in lines:
        row: _Row = [[] for _ in range(len(gutters) + 1)]
        for run in line.runs:
            column = row[_column(run, gutters)]
            if column:
                column[0].append(run)
            else:
                column.append([run])
        filled = sum(bool(column) for column in row)
        if filled == 1 and rows and not row[0]:
            for above, column in zip(rows[-1], row, strict=True):
                above.extend(column)
        else:
            rows.append(row)
    return rows


def _is_aligned(rows: Sequence[_Row], columns: int) -> bool:
    """Whether in every column the pieces share their left edge, their right edge or their middle."""
    if columns < 2 or sum(sum(bool(column) for column in row) >= 2 for row in rows) < 3:
        return False
    for number in range(columns):
        pieces = [piece for row in rows[1:] for piece in row[number][:1]]
        if len(pieces) < 0.5 * (len(rows) - 1) or not pieces:
            return False
        lefts = [piece[0].left for piece in pieces]
        rights = [piece[-1].right for piece in pieces]
        middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
        if min(_spread(lefts), _spread(rights), _spread(middles)) > _EDGE:
            return False
    return True


def _spread(values: list[float]) -> float:
    """How far apart values lie, one stray in six left out."""
    ordered = sorted(values)
    stray = len(ordered) // 12
    return ordered[len(ordered) - 1 - stray] - ordered[stray]


def _table(lines: list[Line], rows: Sequence[_Row], gutters: Sequence[_Gap]) -> Tabular:
    extents = _extents(lines, gutters)
    edges = (extents[0][0], *(sum(gap) / 2 for gap in gutters), extents[-1][1])
    cells = []
    for number, row in enumerate(rows):
        for column, pieces in enumerate(row):
            runs = [run for piece in pieces for run in piece]
            left, right = extents[column]
            cells.append(TableCell(number, column, 1, 1, lines_of(runs, lines[0].page), right - left))
    return Tabular(lines[0].base - lines[0].size, lines[-1].base, len(rows), edges, cells, lines[0].page, False)
