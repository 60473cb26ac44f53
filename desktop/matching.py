"""Finding an entry by a few typed letters: diacritics optional, words in any order, letters may be left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from db.vietnamese.folding import fold

T = TypeVar("T")

_STARTS, _WORDS, _PARTS, _LETTERS = 400, 300, 200, 100


def score(typed: str, text: str) -> int:
    """Return how well `text` answers to `typed`, both folded; 0 where it does not at all.

    A text that begins so comes first, then one with all words at word beginnings,
    then anywhere, then one with the letters in order; shorter texts before longer.
    """
    if not typed:
        return 1
    rank = _rank(typed, text)
    return rank and max(rank - min(len(text), 99), 1)


def best(typed: str, entries: Iterable[T], text_of: Callable[[T], str], limit: int = 60) -> list[T]:
    """Return the entries that answer to `typed`, the best first; all in their own order where nothing is typed.

    `text_of` gives the folded words of an entry.
    """
    wanted = " ".join(fold(typed).split())
    if not wanted:
        return list(entries)[:limit]
    rated = [(score(wanted, text_of(entry)), entry) for entry in entries]
    found = sorted((pair for pair in rated if pair[0]), key=lambda pair: -pair[0])
    return [entry for _score, entry in found[:limit]]


def _rank(typed: str, text: str) -> int:
    if text.startswith(typed):
        return _STARTS
    words = typed.split()
    padded = f" {text}"
    if all(f" {word}" in padded for word in words):
        return _WORDS
    if all(word in text for word in words):
        return _PARTS
    return _LETTERS if _in_order(typed.replace(" ", ""), text) else 0


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters stand in `text` in this order, the first at the start of a word."""
    at = f" {text}".find(f" {letters[0]}")
    if at < 0:
        return False
    for letter in letters:
        at = text.find(letter, at)
        if at < 0:
            return False
        at += 1
    return True
