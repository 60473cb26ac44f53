"""Plain text without notes: lines are paragraphs, hard-wrapped lines are joined where that is certain."""

from __future__ import annotations

import re
from itertools import pairwise

from db.importer.document import Paragraph

_WIDEST = 140  # nobody wraps by hand beyond this
_FEWEST = 3  # as many lines must have been broken in mid-sentence before wrapping is believed
_SENTENCE_END = tuple(".;:!?…")
_OPENING = re.compile(
    r"\s*(?:[-–—+*•]|\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/-]|[IVX]+\s*[./-]|\[[0-9]{1,3}\]|[⁰¹²³⁴-⁹]+|\(?[a-zđ]\)|[A-ZĐ]\.)\s*\S"
)


def read_lines(lines: list[str]) -> list[Paragraph]:
    """Return one paragraph per line, or per group of lines that were one before they were wrapped."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    joins = [_broken(above, below, width) for above, below in pairwise(lines)]
    if width > _WIDEST or sum(_mid_sentence(*pair) for pair in _pairs(lines, joins)) < _FEWEST:
        joins = [False] * len(joins)
    return _paragraphs(lines, joins)


def _pairs(lines: list[str], joins: list[bool]) -> list[tuple[str, str]]:
    return [(lines[i], lines[i + 1]) for i, join in enumerate(joins) if join]


def _mid_sentence(above: str, below: str) -> bool:
    return not above.rstrip().endswith(_SENTENCE_END) and below.lstrip()[:1].islower()


def _broken(above: str, below: str, width: int) -> bool:
    """Whether `below` can only be the rest of `above`: its first word had no room in the line before."""
    words = below.split(maxsplit=1)
    if not above.strip() or not words or _OPENING.match(below):
        return False
    full = len(above.rstrip()) + 1 + len(words[0]) > width
    return full and not above.rstrip().endswith(_SENTENCE_END)


def _paragraphs(lines: list[str], joins: list[bool]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    held: list[str] = []
    start = 0
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        start = start if held else index + 1
        held.append(line.strip() if held else line.rstrip())
        if index < len(joins) and joins[index]:
            continue
        paragraphs.append(Paragraph(" ".join(held), origin=f"line {start}"))
        held = []
    return paragraphs
