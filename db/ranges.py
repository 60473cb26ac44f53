"""Ranges as they are printed: "7,5 - 8%" is one figure, its value the near end, its bounds both ends."""

from __future__ import annotations

import re
from typing import Protocol

from db.vietnamese.writing import written

# Words after which the far bound is how far the word reaches ("hơn 7,5" up to 7,6), not the far end of a range.
_ONE_SIDED = re.compile(r"(?<!\w)(?:hơn|trên|không dưới|tối thiểu|ít nhất|gần|dưới|không quá|tối đa)(?!\w)")


class Bounded(Protocol):
    """What is needed of a figure, a point or a record: its value and what the print allows."""

    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def qualifier(self) -> str: ...


def far_end(figure: Bounded) -> float | None:
    """Return the far end of a printed range; None where a figure is one number.

    A rounded number has its bounds on both sides of its value, a range begins with it.
    """
    low, high = figure.low, figure.high
    if low is None or high is None or low != figure.value or high <= low:
        return None
    return None if _ONE_SIDED.search(figure.qualifier.lower()) else high


def range_written(value: float, far: float, decimals: int | None = None, minus: str = "-") -> str:
    """Return "7,5–8", both ends; where one of them has a sign, with room: "−2 – 3"."""
    near, end = written(value, decimals, minus), written(far, decimals, minus)
    return f"{near} – {end}" if value < 0 or far < 0 else f"{near}–{end}"
