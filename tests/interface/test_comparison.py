"""A comparison as JSON meets the schema, as text and HTML it says everything and runs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from db.comparison import compare
from db.interface.comparison import Compared, comparison_document
from db.interface.comparison_text import comparison_text, printed
from db.interface.documents import dumps
from db.model import Block, Content, Finding, Report


@pytest.fixture
def one(report: Report, content: Content) -> Compared:
    """The small report against itself with a number changed and a sentence that is markup more."""
    blocks = tuple(replace(block, text=block.text.replace("112,5", "118,7")) for block in content.blocks)
    last = max(block.id for block in blocks) + 1
    extra = Block(last, content.sections[0].id, "paragraph", "Một câu <script>alert(1)</script> mới hoàn toàn.")
    data = replace(content.data, year=2024)
    later = replace(content, data=data, blocks=(*blocks, extra), findings=(Finding("TBC-402", count=2),))
    work = compare(content, later)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return Compared(report, replace(report, id=2, slug="thu-2024"), content, later, end.value)


def test_the_document_meets_the_schema(one: Compared, validate: Callable[[str, dict[str, Any]], None]) -> None:
    document = json.loads(dumps(comparison_document(one)))
    validate("compare", document)
    assert document["counts"]["new"] == 1
    assert {row["class"] for row in document["sentences"]} >= {"new"}
    assert any(row["code"] == "TBC-402" for row in document["skipped"])
    for row in document["sentences"]:
        for name in ("left", "right"):
            assert (row[name] is None) == (row[f"{name}_places"] == [])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_text_says_what_changed(one: Compared, language: str) -> None:
    text = comparison_text(one, language)
    assert "Một câu <script>alert(1)</script> mới hoàn toàn." in text
    assert "{+118,7" in text


def test_numbers_are_printed_as_offices_do() -> None:
    assert [printed(1234.5), printed(-0.25), printed(3.0, signed=True), printed(0.0, signed=True)] == [
        "1.234,5",
        "−0,25",
        "+3",
        "0",
    ]
