"""Long work driven to its end in the calling thread, for callers without a window."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

Seen = TypeVar("Seen")
Outcome = TypeVar("Outcome")


def drive(work: Generator[Seen, None, Outcome], seen: Callable[[Seen], None]) -> Outcome:
    """Run `work` to its end, hand each step to `seen`, and return the outcome."""
    while True:
        try:
            seen(next(work))
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
