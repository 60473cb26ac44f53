"""The truth about the samples is the one their sources give, and it asks something of a comparison."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sample_truth

TRUTH = Path(__file__).parent / "truth.json"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(TRUTH.read_text(encoding="utf-8"))
    return loaded


def test_the_committed_truth_is_that_of_the_sources() -> None:
    assert TRUTH.read_text(encoding="utf-8") == sample_truth.truth()


def test_every_heading_is_paired_new_or_dropped(told: dict[str, Any]) -> None:
    for years, pairs in told["pairs"].items():
        before, after = years.split("-")
        for side, year in (("left", before), ("right", after)):
            with_topics = {i for i, one in enumerate(told["outlines"][year]) if one["topics"]}
            assert {pair[side] for pair in pairs if pair[side] is not None} == with_topics


def test_the_years_differ_in_every_way(told: dict[str, Any]) -> None:
    kinds = {kind for pairs in told["pairs"].values() for pair in pairs for kind in pair["kinds"]}
    assert kinds == {"same", "renumbered", "retitled", "moved", "reordered", "split", "merged", "dropped", "new"}


def test_a_merged_section_names_all_it_took_in(told: dict[str, Any]) -> None:
    left, right = told["outlines"]["2021"], told["outlines"]["2022"]
    merged = next(i for i, one in enumerate(right) if one["title"] == "Tài chính, ngân sách và đầu tư")
    taken = {left[pair["left"]]["title"] for pair in told["pairs"]["2021-2022"] if pair["right"] == merged}
    assert taken == {"Thu, chi ngân sách", "Đầu tư và doanh nghiệp"}
