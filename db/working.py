"""Long work is a generator that yields its progress; here it is run to its end at once."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

T = TypeVar("T")


def finished(work: Generator[Any, None, T]) -> T:
    """Run work to its end where nobody can wait for it or stop it; return its outcome."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        outcome: T = end.value
        return outcome
