"""Where sentences, clauses and their parts begin and end in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from db.vietnamese.units import lowered

_SENTENCE_END = re.compile(r"[.!?…]{1,3}(?=\s)|\n")
_FAR = 1500  # no sentence of a report is longer; what is must not cost more
_CLAUSE_END = re.compile(r";")
_PART_END = re.compile(r",(?=\s)|[():]")
IN_ONE_BREATH = (
    r"\s(?:phường|thị trấn|thị xã|thành phố|bản|tổ dân phố|khu phố|ban|ngành|đảng viên|công chức|viên chức"
    r"|người lao động|hội viên)(?!\w)"
)
"""What stands behind a comma that parts nothing: "xã, phường, thị trấn", "cán bộ, đảng viên"."""
_TOGETHER = re.compile(
    r"(?i)(?<!\w)(?:xã|phường|huyện|thị xã|tỉnh|thôn|bản|sở|cán bộ|công chức|viên chức|đoàn viên),"
    rf"(?={IN_ONE_BREATH})"
)
_LIST_NUMBER = re.compile(r"(?:^|\s)(?:[0-9]{1,2}|[A-Za-zĐđ]|TP|Tp|ThS|TS|PGS|GS)$")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with the ends of its sentences (`.`), clauses (`;`) and parts (`,` and note marks)."""

    text: str
    low: str
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    parts: tuple[int, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around the code point `at` begins and ends, a page away at most."""
        return _around(self.sentences, at, len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """Return where the clause around `at` begins and ends; a semicolon parts clauses."""
        return _around(self.clauses, at, len(self.text))

    def part(self, at: int) -> tuple[int, int]:
        """Return where the comma-bounded part around `at` begins and ends."""
        return _around(self.parts, at, len(self.text))

    def parts_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the ends of parts from `start` on and before `end`."""
        return self.parts[bisect_left(self.parts, start) : bisect_left(self.parts, end)]

    def clause_number(self, at: int) -> int:
        """Return how many clauses end before `at`."""
        return bisect_right(self.clauses, at)

    def sentence_number(self, at: int) -> int:
        """Return how many sentences end before `at`."""
        return bisect_right(self.sentences, at)


def _around(ends: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    after = bisect_right(ends, at)
    start, end = (ends[after - 1] if after else 0), (ends[after] if after < len(ends) else length)
    return max(start, at - _FAR), min(end, at + _FAR)


def prose_of(text: str, marks: tuple[int, ...] = ()) -> Prose:
    """Return `text` cut into sentences, clauses and parts; `marks` are offsets of note marks."""
    sentences = [found.end() for found in _SENTENCE_END.finditer(text) if _ends_sentence(text, found)]
    clauses = sorted({*sentences, *(found.end() for found in _CLAUSE_END.finditer(text))})
    together = {found.end() for found in _TOGETHER.finditer(text)}
    commas = {found.end() for found in _PART_END.finditer(text)} - together
    parts = sorted({*clauses, *marks, *commas})
    return Prose(text, lowered(text), tuple(sentences), tuple(clauses), tuple(parts))


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """A full stop before a small letter, or after a list number or a title, ends nothing."""
    if found[0] == "\n":
        return True
    after = text[found.end() : found.end() + 8].lstrip()[:1]
    return not after.islower() and not _LIST_NUMBER.search(text[max(0, found.start() - 4) : found.start()])
