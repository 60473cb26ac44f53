"""Lines that stand beside each other: the head and the end of a report, unruled tables, pages set in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from db.importer.readers.pdf.aligned_tables import aligned_table, is_aligned, rows_of
from db.importer.readers.pdf.elements import Element, TableCell, Tabular
from db.importer.readers.pdf.gutters import (
    HEAD_GAP,
    HEAD_LINES,
    RECIPIENTS,
    Gap,
    Region,
    column_of,
    extents_of,
    parts,
    region_at,
)
from db.importer.readers.pdf.lines import Line, lines_of, segments

_PROSE = 22  # letters a line of a column of prose has at least, on average
_PROSE_LINES = 6
_WIDE = 2.0
_SHORT = 60


def arranged(lines: Sequence[Line], first_page: bool) -> list[Element]:
    """Return the lines with those that stand beside each other made one, or put in the order of their columns."""
    elements: list[Element] = []
    index = 0
    while index < len(lines):
        region = region_at(lines, index, first_page)
        made = _made(lines, region, first_page) if region else None
        if region is None or made is None:
            elements.append(lines[index])
            index += 1
            continue
        elements.extend(made)
        index = region.end
    return elements


def _made(lines: Sequence[Line], region: Region, first_page: bool) -> list[Element] | None:
    """Make of a region what it is, or nothing where that is not certain."""
    taken = list(lines[region.start : region.end])
    in_head = first_page and len(region.gutters) == 1 and _is_head(lines, region)
    if RECIPIENTS.match(taken[0].text) or (in_head and len(taken) > 1 and not _is_prose(taken, region.gutters)):
        return [_frame(taken, region.gutters[:1])]
    if _is_prose(taken, region.gutters):
        return _in_order(taken, region.gutters)
    gutters = [gap for gap in region.gutters if sum(parts(gap, line) for line in taken) >= 2]
    rows = rows_of(taken, gutters)
    if len(rows) >= 3 and gutters and is_aligned(rows, len(gutters) + 1):
        return [aligned_table(taken, rows, gutters)]
    return [_frame(taken, gutters)] if len(gutters) == 1 and _is_short(taken, gutters[0]) else None


def _is_head(lines: Sequence[Line], region: Region) -> bool:
    """Whether the lines are the head of a report: near the top, no prose above, a name in capitals among them."""
    above, here = lines[: region.start], lines[region.start : region.end]
    if region.start >= HEAD_LINES or any(len(line.text) > _SHORT for line in above):
        return False
    pieces = ["".join(run.text for run in piece) for line in here for piece in segments(line, HEAD_GAP)]
    return any(piece.isupper() and len(piece) > 3 for piece in pieces)


def _is_short(lines: Sequence[Line], gutter: Gap) -> bool:
    """Whether two columns hold short lines at a good distance, as the heads and signatures of forms do."""
    pieces = [piece for line in lines for piece in segments(line)]
    wide = gutter[1] - gutter[0] >= _WIDE * lines[0].size
    return wide and all(sum(len(run.text) for run in piece) <= _SHORT for piece in pieces)


def _frame(lines: list[Line], gutters: Sequence[Gap]) -> Tabular:
    cells = []
    extents = extents_of(lines, gutters)
    for column, (left, right) in enumerate(extents):
        inside = [run for line in lines for run in line.runs if column_of(run, gutters) == column]
        cells.append(TableCell(0, column, 1, 1, lines_of(inside, lines[0].page), right - left))
    middle = sum(gutters[0]) / 2
    edges = (extents[0][0], middle, extents[-1][1])
    return Tabular(lines[0].base - lines[0].size, lines[-1].base, 1, edges, cells, lines[0].page, False, frame=True)


def _is_prose(lines: Sequence[Line], gutters: Sequence[Gap]) -> bool:
    """Whether the columns hold running text."""
    if len(lines) < _PROSE_LINES or len(gutters) > 2:
        return False
    letters = [0] * (len(gutters) + 1)
    counts = [0] * (len(gutters) + 1)
    for line in lines:
        for piece in segments(line):
            column = column_of(piece[0], gutters)
            letters[column] += sum(len(run.text) for run in piece)
            counts[column] += 1
    return all(count and number / count >= _PROSE for number, count in zip(letters, counts, strict=True))


def _in_order(lines: list[Line], gutters: Sequence[Gap]) -> list[Element]:
    ordered: list[Element] = []
    for column in range(len(gutters) + 1):
        inside = [run for line in lines for run in line.runs if column_of(run, gutters) == column]
        ordered.extend(lines_of(inside, lines[0].page))
    return ordered
