"""Fills the frames of ruled tables with the letters printed inside them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from db.importer.readers.pdf.elements import TableCell, Tabular
from db.importer.readers.pdf.lines import lines_of
from db.importer.readers.pdf.page import Page, Rule, Rules, Run
from db.importer.readers.pdf.ruling import Frame, frames_of

_NEAR = 8.0
PADDING = 4.0
"""Points between the line of a cell and its words, as office programs set it at least."""


@dataclass(slots=True)
class Ruled:
    """The tables of a page, the runs outside them, and how many tables lay inside others."""

    tables: list[Tabular] = field(default_factory=list)
    outside: list[Run] = field(default_factory=list)
    nested: int = 0


def ruled_tables(page: Page) -> Ruled:
    """Return the ruled tables of a page that hold words, and what is printed elsewhere."""
    frames, nested = _outermost(frames_of(_without_underlines(page)))
    result = Ruled(nested=nested)
    inside: list[dict[int, list[Run]]] = [{} for _ in frames]
    owners = [_owners(frame) for frame in frames]
    for run in page.runs:
        holder = next((index for index, frame in enumerate(frames) if _holds(frame, run)), None)
        if holder is None:
            result.outside.append(run)
        else:
            _share_out(run, frames[holder], owners[holder], inside[holder])
    for frame, cells in zip(frames, inside, strict=True):
        if cells:
            result.tables.append(_table(frame, cells, page.number))
    return result


def _without_underlines(page: Page) -> Rules:
    """The rules of a page but for those drawn right under a run and as long as it is."""
    ends: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in page.runs:
        ends[round(run.left), round(run.base / _NEAR)].append(run)
    level = tuple(rule for rule in page.rules.level if not any(_underlines(rule, run) for run in _near(rule, ends)))
    return Rules(level, page.rules.upright)


def _near(rule: Rule, ends: dict[tuple[int, int], list[Run]]) -> Iterator[Run]:
    for left in range(round(rule.start) - 2, round(rule.start) + 3):
        for height in (round(rule.at / _NEAR) - 1, round(rule.at / _NEAR)):
            yield from ends.get((left, height), ())


def _underlines(rule: Rule, run: Run) -> bool:
    return (
        0 < rule.at - run.base <= 0.3 * run.size and abs(rule.start - run.left) <= 2 and abs(rule.end - run.right) <= 3
    )


def _outermost(frames: list[Frame]) -> tuple[list[Frame], int]:
    """Part tables inside a table from those that hold them; returns the outer ones and the count of the inner."""
    outer = [frame for frame in frames if not any(_within(frame, other) for other in frames if other is not frame)]
    return outer, len(frames) - len(outer)


def _within(frame: Frame, other: Frame) -> bool:
    left, top, right, bottom = frame.box
    x0, y0, x1, y1 = other.box
    return x0 < left + 1 and y0 < top + 1 and right < x1 + 1 and bottom < y1 + 1


def _holds(frame: Frame, run: Run) -> bool:
    left, top, right, bottom = frame.box
    middle = run.base - 0.3 * run.size
    across = (run.left + run.right) / 2
    return top - 1 <= middle <= bottom + 1 and left - 1 <= across <= right + 1


def _share_out(run: Run, frame: Frame, at: dict[tuple[int, int], int], cells: dict[int, list[Run]]) -> None:
    """Give each stretch of a run to the cell it is printed in."""
    row = _place(frame.ys, run.base - 0.3 * run.size)
    start, owner = 0, -1
    for index, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
        cell = at[row, _place(frame.xs, (left + right) / 2)]
        if cell != owner:
            if index > start:
                cells.setdefault(owner, []).append(run.part(start, index))
            start, owner = index, cell
    cells.setdefault(owner, []).append(run.part(start, len(run.text)))


def _owners(frame: Frame) -> dict[tuple[int, int], int]:
    """Return for each place of the grid the number of the cell that covers it."""
    return {
        (cell.row + down, cell.col + along): index
        for index, cell in enumerate(frame.cells)
        for down in range(cell.rowspan)
        for along in range(cell.colspan)
    }


def _place(edges: tuple[float, ...], value: float) -> int:
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)


def _table(frame: Frame, runs: dict[int, list[Run]], page: int) -> Tabular:
    cells = [
        TableCell(
            cell.row,
            cell.col,
            cell.rowspan,
            cell.colspan,
            lines_of(runs.get(index, ()), page),
            frame.xs[cell.col + cell.colspan] - frame.xs[cell.col] - 2 * PADDING,
        )
        for index, cell in enumerate(frame.cells)
    ]
    return Tabular(frame.ys[0], frame.ys[-1], len(frame.ys) - 1, frame.xs, cells, page, ruled=True)
