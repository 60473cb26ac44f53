"""From the coordinates of a PDF page, which grow upwards and may be turned, to those of a page as it is read."""

from __future__ import annotations

from dataclasses import dataclass

_ASLANT = 0.05


@dataclass(frozen=True, slots=True)
class Turning:
    """A page of `width` by `height` points before it is turned clockwise by `quarters` of a full turn.

    `x0`, `y0` is the lower left corner of its visible part.
    """

    x0: float
    y0: float
    width: float
    height: float
    quarters: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as distances from the left and the upper edge."""
        x, y = x - self.x0, y - self.y0
        if self.quarters == 0:
            return x, self.height - y
        if self.quarters == 1:
            return y, x
        if self.quarters == 2:
            return self.width - x, y
        return self.height - y, self.width - x

    def across(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
        """Return the left and right edge of a box."""
        a, b = self.point(left, bottom)[0], self.point(right, top)[0]
        return (a, b) if a <= b else (b, a)

    def base(self, x: float, y: float) -> float:
        """Return how far down a point stands."""
        return self.point(x, y)[1]

    def is_upright(self, a: float, b: float) -> bool:
        """Whether text that advances by (a, b) runs from left to right on the page as it is read."""
        along, aside = ((a, b), (b, a), (-a, b), (-b, a))[self.quarters]
        return along > 0 and abs(aside) <= _ASLANT * along
