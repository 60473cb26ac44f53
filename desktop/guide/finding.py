"""Finding in the guide: words typed without marks find every spelling, words with marks only that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.vietnamese.folding import fold, is_marked, letters, nfc
from desktop.guide.book import Book, Section

MOST = 60
_BEFORE, _AFTER = 30, 90
"""Letters of a passage shown before and after what was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """A heading under which all the words stand, and the passage around the first of them."""

    section: Section
    page_title: str
    passage: str


def find(book: Book, typed: str) -> list[Found]:
    """Return where all words of `typed` stand, those that have them in their heading first; [] for nothing typed."""
    words = _words(typed)
    if not words:
        return []
    found = [
        (not _has_all(section.title, words), Found(section, book.title(page), passage(section.text, typed)))
        for page in book.pages()
        for section in book.sections(page)
        if _has_all(f"{section.title} {section.text}", words)
    ]
    return [one for _rank, one in sorted(found, key=lambda pair: pair[0])][:MOST]


def passage(text: str, typed: str) -> str:
    """Return a line of `text` around the first word of `typed` in it; its beginning where none is."""
    at = min((start for start, _end in places(text, typed)), default=0)
    start = max(0, at - _BEFORE)
    if start:
        start = text.find(" ", start) + 1
    end = start + _BEFORE + _AFTER
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def places(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where the words of `typed` stand in `text`, as start and end, word by word."""
    return [found.span() for word in _words(typed) for found in word.finditer(_line(text, word))]


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word: whole, or the beginning of one where it is the last; `marked` if its marks are binding."""

    pattern: re.Pattern[str]
    marked: bool

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(line)


def _words(typed: str) -> list[_Word]:
    split = nfc(typed).split()
    return [_word(word, whole=number < len(split)) for number, word in enumerate(split, 1)]


def _word(word: str, whole: bool) -> _Word:
    marked = is_marked(word)
    end = r"(?!\w)" if whole else ""
    return _Word(re.compile(rf"(?<!\w){re.escape(letters(word) if marked else fold(word))}{end}"), marked)


def _line(text: str, word: _Word) -> str:
    return letters(text) if word.marked else fold(text)


def _has_all(text: str, words: Iterable[_Word]) -> bool:
    return all(word.pattern.search(_line(text, word)) for word in words)
