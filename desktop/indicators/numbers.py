"""How figures are written on charts and in lists: 112.500 and 8,25 and −21,7, never 1e+06."""

from __future__ import annotations

import math

from desktop.languages import REPORT_NUMBERS

MINUS = "\u2212"


def written(value: float, decimals: int | None = None) -> str:
    """Return a value in the reports' form, with `decimals` places or as many as it needs (at most 6)."""
    text = _shortest(value) if decimals is None else REPORT_NUMBERS.toString(value, ord("f"), decimals)
    return text.replace("-", MINUS)


def _shortest(value: float) -> str:
    for decimals in range(7):
        if math.isclose(round(value, decimals), value, rel_tol=1e-9, abs_tol=1e-9):
            return REPORT_NUMBERS.toString(value, ord("f"), decimals)
    return REPORT_NUMBERS.toString(value, ord("f"), 6)


def decimals_of_step(step: float) -> int:
    """Return how many places an axis with ticks `step` apart needs so that no tick is rounded to another value."""
    for decimals in range(7):
        if math.isclose(round(step, decimals), step, rel_tol=1e-9, abs_tol=1e-12):
            return decimals
    return 6
