"""The page holds every change, escapes every word, fetches nothing, and can be read without colours."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from lxml import html

from db.comparison.rows import Run
from db.comparison_out.page import comparison_page, redlined


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("older", [2021, 2022, 2023])
def test_every_changed_sentence_and_note_stands_in_the_page(older: int, language: str, kit: Any) -> None:
    one = kit.paired(older, older + 1)
    page = html.fromstring(comparison_page(one, language))
    text = " ".join(page.text_content().split())
    for pair in one.comparison.sentences:
        if pair.kind in ("new", "dropped"):
            assert " ".join((pair.left_text or pair.right_text or "").split()) in text
    for row in one.comparison.contradictions:
        assert row.left_quote in text
        assert row.right_quote in text
    assert str(len(one.comparison.sentences)) in text


def test_the_counts_of_the_contents_sum_to_all_changes(kit: Any) -> None:
    one = kit.paired(2022, 2023)
    table = html.fromstring(comparison_page(one)).find(".//table")
    rows = [[int(cell.text_content() or 0) for cell in row.findall("td")[1:]] for row in table.findall("tr")[1:]]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    assert sum(rows[-1]) == len(one.comparison.differences)


def test_nothing_is_fetched_and_nothing_runs(kit: Any) -> None:
    page = comparison_page(kit.paired(2022, 2023))
    assert not re.search(r"<script|<img|https?:|\bon\w+=|url\(", page)
    assert not re.search(r"color: (?!black)", page)


def test_words_of_a_report_are_escaped(kit: Any) -> None:
    one = kit.paired(2022, 2023)
    pair = dataclasses.replace(one.comparison.sentences[0], kind="reworded", redline=(Run("new", "<b>&x"),))
    found = dataclasses.replace(one.comparison, sentences=(pair,))
    page = comparison_page(dataclasses.replace(one, comparison=found))
    assert "&lt;b&gt;&amp;x" in page
    assert redlined((), "a<", None) == "<del>a&lt;</del>"
