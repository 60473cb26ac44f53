"""The value axis: round ticks that are written as they are, and whether it begins at zero. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from db.vietnamese.writing import MINUS, decimals_of, written

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_AIR = 0.12
_TAKES_ZERO_IN = 0.45
"""Where the least value is below this part of the greatest, the axis begins at zero by itself."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with its ticks; `broken` says that it does not begin at zero."""

    low: float
    high: float
    ticks: tuple[float, ...]
    broken: bool

    def words(self) -> tuple[str, ...]:
        """Return the ticks as reports write numbers; never rounded to another value."""
        step = self.ticks[1] - self.ticks[0] if len(self.ticks) > 1 else self.ticks[0]
        places = decimals_of(float(f"{step:.9g}"))
        return tuple(written(tick, places, MINUS) for tick in self.ticks)

    def share(self, value: float) -> float:
        """Return where a value lies between `low` (0) and `high` (1)."""
        return (value - self.low) / (self.high - self.low)


def scale_for(low: float, high: float, most: int, from_zero: bool = False) -> Scale:
    """Return the axis for values between `low` and `high` with about `most` ticks; columns begin at zero always."""
    if from_zero or (0 < low < _TAKES_ZERO_IN * high) or (0 > high > _TAKES_ZERO_IN * low):
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        air = abs(high) * 0.1 or 1.0
        low, high = (low - air if low else 0.0), high + air
    step = _step((high - low) / max(1, most))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if first > 0 and low - first * step < _AIR * step:
        first -= 1  # a point on a broken axis would read as zero
    ticks = tuple(float(f"{number * step:.14g}") for number in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, not ticks[0] <= 0 <= ticks[-1])


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)
