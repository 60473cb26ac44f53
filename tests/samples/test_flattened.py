"""The sample of 2023 is flattened the way some offices' exports are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

SAMPLE = "Báo cáo mẫu – biên soạn từ số liệu đã công bố"


@pytest.fixture(scope="module")
def lines(files: dict[int, Path]) -> list[str]:
    return files[2023].read_bytes().decode("utf-8").split("\n")


def test_it_says_first_of_all_that_it_is_a_sample(lines: list[str]) -> None:
    assert lines[0] == SAMPLE


def test_a_mark_is_a_break_before_the_rest_of_the_sentence(lines: list[str]) -> None:
    body = lines[: lines.index("\tNơi nhận:   ")]
    broken = [after for before, after in pairwise(body) if before and after[:1] in tuple(".,;")]
    notes = [line for line in lines if line.startswith("\ufffd ")]
    assert len(broken) == len(notes) == 24


def test_notes_close_the_text_and_keep_no_numbers(lines: list[str]) -> None:
    first = next(place for place, line in enumerate(lines) if line.startswith("\ufffd"))
    rest = [line for line in lines[first:] if line]
    assert all(line.startswith("\ufffd ") for line in rest)
    assert not any("\r" in line for line in lines)


def test_no_table_came_through(lines: list[str]) -> None:
    assert sum("\t" in line for line in lines) == 4  # two lines of the head, two of the tail
