"""Comparing two years: against difflib on the same sentences, and how it grows to 300 pages."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TypeVar

from big_docx import sentence
from measuring import Figure, against, seconds

from db.comparison import compare
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.model import Content

T = TypeVar("T")
USUAL, LONG = 120, 3_600  # paragraphs of 20 and of 300 pages


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    usual = _year(USUAL, 0), _year(USUAL, 1)
    ours, theirs, ratio = against(lambda: _ended(compare(*usual)), lambda: _difflib(*usual))
    yield Figure("two usual reports, whole comparison", ours, "s CPU", 1.0)
    yield Figure(
        "two usual reports / difflib on their sentences", ratio, "x", None, f"difflib {theirs:.2f} s, text only"
    )
    long = _year(LONG, 0), _year(LONG, 1)
    yield Figure("two 300-page reports", seconds(lambda: _ended(compare(*long)), times=3), "s CPU", 10.0)
    yield Figure("difflib on the sentences of 300 pages", seconds(lambda: _difflib(*long), times=3), "s CPU", None)


def _year(paragraphs: int, year: int) -> Content:
    """Return a report of a year: a tenth of its sentences are new, a third only change their numbers."""
    lines = ["BÁO CÁO", f"tình hình thực hiện nhiệm vụ năm {2022 + year}"]
    for number in range(paragraphs):
        if number % 24 == 0:
            lines.append(f"{_roman(number // 24 + 1)}. LĨNH VỰC CÔNG TÁC SỐ {number // 24 + 1}")
        if number % 8 == 0:
            lines.append(f"{number % 24 // 8 + 1}. Nhiệm vụ cụ thể thứ {number}")
        shift = year * (7 if number % 3 == 0 else 0) + (year * 5_000 if number % 10 == 0 else 0)
        lines.append(
            f"{sentence(number + shift)} {sentence(number * 3 + 1)} Nội dung {number} được theo dõi thường xuyên."
        )
    return content_of(Document("txt", tuple(Paragraph(line) for line in lines)), "nam.txt")


def _roman(number: int) -> str:
    text = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += letters * (number // value)
        number %= value
    return text


def _difflib(left: Content, right: Content) -> int:
    sides = [[part for block in content.blocks for part in block.text.split(". ")] for content in (left, right)]
    changed = 0
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        if kind == "replace":
            for one, other in zip(sides[0][a:b], sides[1][c:d], strict=False):
                changed += len(difflib.SequenceMatcher(None, one.split(), other.split()).get_opcodes())
    return changed


def _ended(work: Iterator[object]) -> None:
    for _step in work:
        pass
