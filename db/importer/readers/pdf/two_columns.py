"""Pages set in two columns of prose: their lines are put in the order one reads them."""

from __future__ import annotations

from collections.abc import Sequence

from db.importer.readers.pdf.lines import Line, lines_of, segments

_FROM, _TO, _STEP = 0.35, 0.65, 4.0  # of the page's width; points
_FEWEST = 8  # lines on either side
_PROSE = 20  # letters of a line, on average
_CROSSING = 0.3


def in_columns(lines: Sequence[Line], width: float) -> list[list[Line]]:
    """Return the lines of a page in groups: all of them, or those of each column in the order one reads them.

    A line over both columns ends what stands above it. `Line.column` is 1 or 2 within columns.
    """
    middle = _gutter(lines, width)
    if middle is None:
        return [list(lines)]
    groups: list[list[Line]] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        if _crosses(line, middle):
            groups.extend([[*sides[0]], [*sides[1]], [line]])
            sides = ([], [])
            continue
        for number, side in enumerate(sides):
            runs = [run for run in line.runs if (run.left > middle) == bool(number)]
            for part in lines_of(runs, line.page):
                part.column = number + 1
                side.append(part)
    return [group for group in (*groups, *sides) if group]


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where the fewest lines cross, if prose stands on both sides of it."""
    if len(lines) < 2 * _FEWEST or width <= 0:
        return None
    spanning = sum(
        line.left < width * _FROM and line.right > width * _TO and _crosses(line, width / 2) for line in lines
    )
    if spanning > 0.5 * len(lines):  # a page of one column, as nearly every one is
        return None
    places = [width * _FROM + _STEP * step for step in range(int(width * (_TO - _FROM) / _STEP))]
    middle = min(places, key=lambda place: (sum(_crosses(line, place) for line in lines), abs(place - width / 2)))
    crossing = sum(_crosses(line, middle) for line in lines)
    counts = []
    for side in (False, True):
        runs = [
            [run for run in line.runs if (run.left > middle) == side] for line in lines if not _crosses(line, middle)
        ]
        held = [sum(len(run.text) for run in part) for part in runs if part]
        if len(held) < _FEWEST or sum(held) < _PROSE * len(held):
            return None
        counts.append(len(held))
    return middle if crossing <= _CROSSING * min(counts) else None


def _crosses(line: Line, place: float) -> bool:
    return any(piece[0].left < place < piece[-1].right for piece in segments(line, 1.0))
