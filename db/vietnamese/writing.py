"""How reports write numbers: 112.500 and 8,25, never 1e+06."""

from __future__ import annotations

import math

MINUS = "\u2212"
MOST_DECIMALS = 6


def written(value: float, decimals: int | None = None, minus: str = "-") -> str:
    """Return `value` with dots between thousands and a decimal comma.

    `decimals` fixes the places; without it as many are written as the value needs, six
    at most. `minus` is the sign of negative values: "-" for files, MINUS for the screen.
    """
    places = decimals_of(value) if decimals is None else decimals
    text = f"{abs(value):,.{places}f}".translate(str.maketrans(",.", ".,"))
    return minus + text if value < 0 and text.strip("0.,") else text


def with_unit(number: str, unit: str) -> str:
    """Return a written number with its unit: "112,5 nghìn tỷ đồng", but "8,25%" as the reports print it."""
    return f"{number}{'' if unit.startswith(('%', '/')) else ' '}{unit}".rstrip()


def decimals_of(value: float) -> int:
    """Return how many decimals `value` needs to be written without another value being read, six at most."""
    for places in range(MOST_DECIMALS):
        if math.isclose(round(value, places), value, rel_tol=1e-9, abs_tol=1e-12):
            return places
    return MOST_DECIMALS
