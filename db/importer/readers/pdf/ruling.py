"""From drawn rules to the frames of tables: which lines belong together, and which cells they part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.importer.readers.pdf.page import Rule, Rules

TOUCH = 3.5
"""Points: lines nearer than this meet."""
MAX_ROWS, MAX_COLS = 2_000, 200
MAX_CELLS = 60_000
_MAX_RULES = 20_000
_OPEN_SIDE = 12.0


@dataclass(frozen=True, slots=True)
class FrameCell:
    """A cell by its upper left corner in the grid of a frame."""

    row: int
    col: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table: the heights of its lines, their distances from the left, and its cells."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]
    cells: tuple[FrameCell, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def frames_of(rules: Rules) -> list[Frame]:
    """Return the tables these rules draw, from top to bottom; a single box is none."""
    level, upright = _joined(rules.level), _joined(rules.upright)
    if len(level) + len(upright) > _MAX_RULES:
        return []
    frames = [_frame(*group) for group in _groups(level, upright)]
    return sorted((frame for frame in frames if frame is not None), key=lambda frame: (frame.ys[0], frame.xs[0]))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Make one of lines that prolong or cover one another."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at), rule.start)):
        last = joined[-1] if joined else None
        if last and abs(last.at - rule.at) <= 1.0 and rule.start <= last.end + TOUCH:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _groups(level: list[Rule], upright: list[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Part the lines into groups that meet."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = sorted(range(len(level)), key=lambda index: level[index].at)
    ordered = [level[index].at for index in heights]
    for number, rule in enumerate(upright):
        at = bisect_left(ordered, rule.start - TOUCH)
        while at < len(heights) and ordered[at] <= rule.end + TOUCH:
            crossing = level[heights[at]]
            if crossing.start - TOUCH <= rule.at <= crossing.end + TOUCH:
                parent[root(len(level) + number)] = root(heights[at])
            at += 1
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*level, *upright]):
        groups.setdefault(root(index), ([], []))[index >= len(level)].append(rule)
    return groups.values()


def _frame(level: Sequence[Rule], upright: Sequence[Rule]) -> Frame | None:
    if len(level) < 2 or not upright:
        return None
    ys = _places([rule.at for rule in level])
    xs = _places([rule.at for rule in upright])
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    if left < xs[0] - _OPEN_SIDE:
        xs.insert(0, left)
    if right > xs[-1] + _OPEN_SIDE:
        xs.append(right)
    rows, cols = len(ys) - 1, len(xs) - 1
    if rows < 1 or cols < 1 or rows * cols < 2 or rows > MAX_ROWS or cols > MAX_COLS or rows * cols > MAX_CELLS:
        return None
    cells = _cells(_Walls(level, upright, ys, xs), rows, cols)
    return Frame(tuple(ys), tuple(xs), tuple(cells)) if len(cells) > 1 else None


def _places(values: list[float]) -> list[float]:
    """Return the distinct places, lines drawn double counted once."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= TOUCH:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(group) / len(group) for group in places]


class _Walls:
    """Tells between which neighbouring places of a grid a line is drawn."""

    def __init__(self, level: Sequence[Rule], upright: Sequence[Rule], ys: list[float], xs: list[float]) -> None:
        self._below = _drawn(level, ys, xs)
        self._beside = _drawn(upright, xs, ys)

    def below(self, row: int, col: int) -> bool:
        """Whether a line parts a place from the one under it."""
        return (row + 1, col) in self._below

    def beside(self, row: int, col: int) -> bool:
        """Whether a line parts a place from the one to its right."""
        return (col + 1, row) in self._beside


def _drawn(rules: Sequence[Rule], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Return (number of the line, number of the stretch along it) for each stretch that is drawn."""
    drawn: set[tuple[int, int]] = set()
    for rule in rules:
        line = min(range(len(across)), key=lambda index: abs(across[index] - rule.at))
        for stretch in range(len(along) - 1):
            start, end = along[stretch], along[stretch + 1]
            if min(rule.end, end) - max(rule.start, start) > 0.5 * (end - start):
                drawn.add((line, stretch))
    return drawn


def _cells(walls: _Walls, rows: int, cols: int) -> list[FrameCell]:
    """Join places without a line between them to rectangles, from the upper left on."""
    taken: set[tuple[int, int]] = set()
    cells: list[FrameCell] = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) in taken:
                continue
            colspan = 1
            while col + colspan < cols and not _stops(walls, taken, row, col + colspan):
                colspan += 1
            rowspan = 1
            while row + rowspan < rows and not _ends(walls, taken, row + rowspan, col, colspan):
                rowspan += 1
            taken.update((r, c) for r in range(row, row + rowspan) for c in range(col, col + colspan))
            cells.append(FrameCell(row, col, rowspan, colspan))
    return cells


def _stops(walls: _Walls, taken: set[tuple[int, int]], row: int, col: int) -> bool:
    return walls.beside(row, col - 1) or (row, col) in taken


def _ends(walls: _Walls, taken: set[tuple[int, int]], row: int, col: int, colspan: int) -> bool:
    """Whether a cell of this width cannot go down into `row`."""
    places = range(col, col + colspan)
    if any(walls.below(row - 1, place) or (row, place) in taken for place in places):
        return True
    return any(walls.beside(row, place) for place in places[:-1])
