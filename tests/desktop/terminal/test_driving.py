"""A generator driven to its end hands on every step and returns its outcome."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from desktop.terminal.driving import drive


def test_steps_are_seen_and_the_outcome_returned() -> None:
    def work() -> Generator[int, None, str]:
        yield 1
        yield 2
        return "end"

    seen: list[int] = []
    assert drive(work(), seen.append) == "end"
    assert seen == [1, 2]


def test_a_failure_comes_through() -> None:
    def work() -> Generator[int, None, None]:
        yield 1
        raise KeyError("x")

    with pytest.raises(KeyError):
        drive(work(), lambda _step: None)
