"""Pairs in the order of the right report, what stands on the left alone behind what it followed there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Row = TypeVar("Row")
Position = tuple[int, ...]


def ordered(
    rows: Sequence[Row],
    left: Callable[[Row], Position | None],
    right: Callable[[Row], Position | None],
    stays: Callable[[Row], bool] = lambda row: True,
) -> list[Row]:
    """Return `rows` sorted; `left` and `right` give positions, `stays` tells rows that may lead those behind them."""
    lead = sorted(
        (one, two) for row in rows if stays(row) and (one := left(row)) is not None and (two := right(row)) is not None
    )
    before = [one for one, _ in lead]

    def key(row: Row) -> tuple[Any, ...]:
        one, two = left(row), right(row)
        if two is not None:
            return two, 0, one or ()
        at = bisect_left(before, one or ())
        return lead[at - 1][1] if at else (), 1, one

    return sorted(rows, key=key)
