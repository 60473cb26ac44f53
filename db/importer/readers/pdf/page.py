"""What stands on a printed page: runs of letters, drawn rules. Points, from the upper left corner of the page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Letters printed side by side in one setting. `lefts` and `rights` are the edges of each letter.

    `base` is the line they stand on, `size` the height of the type, `style` some of
    the letters b, i. A run is itself only: two alike are two.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    base: float
    size: float
    style: str = ""

    @property
    def left(self) -> float:
        """Where the first letter begins."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where the last letter ends."""
        return self.rights[-1]

    def part(self, start: int, end: int) -> Run:
        """Return the letters from `start` up to `end` as a run of their own."""
        lefts, rights = self.lefts[start:end], self.rights[start:end]
        return Run(self.text[start:end], lefts, rights, self.base, self.size, self.style)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, upright or level: at `at` across, from `start` to `end` along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page: `level` ones are at a height, `upright` ones at a distance from the left edge."""

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What a page holds besides words that stand upright."""

    images: int = 0
    turned: int = 0
    unreadable: int = 0
    unmeasured: bool = False
    comments: int = 0
    fields: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as printed, turned the way it is read."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: Rules = field(default_factory=Rules)
    tally: Tally = field(default_factory=Tally)

    @property
    def letters(self) -> int:
        """How many letters the page prints, spaces not counted."""
        return sum(len(run.text) - run.text.count(" ") for run in self.runs)


def edges(values: Sequence[float]) -> array[float]:
    """Return edges in a form that thousands of pages can hold."""
    return array("f", values)
