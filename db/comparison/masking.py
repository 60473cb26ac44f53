"""A text as the comparison sees it: syllables and whole numbers, years, dates and document numbers set aside.

Case, tone placement, i or y, punctuation and spaces never count. A number is one
token with the scale behind it ("102,6 nghìn tỷ"), compared by its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from db.vietnamese.folding import letters
from db.vietnamese.numbers import Number, Unused, lex
from db.vietnamese.units import SCALES

NUMBER = "#"
"""What stands for any number in a skeleton; no word is written so."""

_SYLLABLE = re.compile(r"[^\W\d_]+|%|‰|\d+")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_SCALE = re.compile(r"\s{0,2}(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)", re.IGNORECASE)
_YEAR = "‹năm›"
_MASKS = {"year": _YEAR, "term": "‹kỳ›", "date": "‹ngày›", "document": "‹số›"}
_KEPT = 1 << 16  # texts; two reports of 300 pages hold a fifth of that
_RELATIVE = frozenset({"trước", "nay", "ngoái"})

Piece = tuple[int, int, str, str]
"""Where a number stands, what it is compared by, and its mask ("" where it counts)."""
# Plain tuples of words and numbers cost the garbage collector nothing; a class for each of the hundreds of thousands
# of tokens of two long reports cost a fifth of the whole comparison.


_low = lru_cache(maxsize=_KEPT)(letters)


@lru_cache(maxsize=_KEPT)
def _numbers(text: str) -> tuple[Piece, ...]:
    """Return the numbers of a text with the scale behind them, those that count nothing among them."""
    found: list[Piece] = []
    done = 0
    for piece in lex(text):
        if piece.start >= done:
            done, key = _number(text, piece)
            found.append((piece.start, done, key, _mask(text, piece)))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _read(text: str, masked: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a text says, token by token, and the same with its numbers alike."""
    low = _low(text)
    said: list[str] = []
    bare: list[str] = []
    done = 0
    for start, end, key, mask in _numbers(text):
        words = _SYLLABLE.findall(low, done, start)
        shown = mask if masked else ""
        said += words
        said.append(shown or key)
        bare += words
        bare.append(shown or NUMBER)
        done = end
    words = _SYLLABLE.findall(low, done)
    said += words
    bare += words
    if masked and "năm" in said:
        said, bare = _relative(said), _relative(bare)
    keys_ = tuple(said)
    return keys_, tuple(bare) if NUMBER in bare else keys_


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each syllable and number of NFC `text` stands, in order."""
    low = _low(text)
    done = 0
    for start, end, _, _ in _numbers(text):
        yield from (word.span() for word in _SYLLABLE.finditer(low, done, start))
        yield start, end
        done = end
    yield from (word.span() for word in _SYLLABLE.finditer(low, done))


def number_starts(text: str) -> list[int]:
    """Return where the numbers begin that a skeleton shows as such, in order."""
    return [start for start, _, _, mask in _numbers(text) if not mask]


def _mask(text: str, piece: Number | Unused) -> str:
    """Return what stands for a year, a term, a date or the number of a document; "" for what counts."""
    if not isinstance(piece, Unused):
        return ""
    mask = _MASKS.get(piece.reason, "")
    return _YEAR if not mask and _YEARLIKE.fullmatch(text, piece.start, piece.end) else mask


def _number(text: str, piece: Number | Unused) -> tuple[int, str]:
    """Return where a number ends with its scale, and what it is compared by."""
    if isinstance(piece, Unused):
        printed = text[piece.start : piece.end]
        return piece.end, "".join(printed.split()).lower().lstrip("0")
    scale = _SCALE.match(text, piece.end)
    value, end = piece.value, piece.end
    if scale:
        value, end = value * SCALES[scale[1].lower()], scale.end()
    key = f"{value:.12g}"
    if piece.of is not None:
        key += f"/{piece.of:.12g}"
    if piece.upper is not None:
        key += f"-{piece.upper:.12g}"
    return end, key


def _relative(found: list[str]) -> list[str]:
    """Let "năm trước", "năm nay" stand for the year they mean, and "cùng kỳ năm 2022" for "cùng kỳ"."""
    out: list[str] = []
    for one in found:
        after_year_word = bool(out) and out[-1] == "năm"
        shown = _YEAR if after_year_word and one in _RELATIVE else one
        if after_year_word and shown == _YEAR and out[-3:-1] == ["cùng", "kì"]:
            del out[-1]
            continue
        out.append(shown)
    return out


class Vocabulary:
    """Gives every token a letter of its own, so that texts can be compared syllable by syllable as strings."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def letter(self, key: str) -> str:
        """Return the letter of `key`; it lies above all letters of scripts."""
        found = self._letters.get(key)
        if found is None:
            found = self._letters[key] = chr(0x10000 + len(self._letters))
        return found

    def word(self, text: str, masked: bool = True) -> str:
        """Return `text` with one letter for each token, all numbers alike."""
        return "".join([self.letter(key) for key in skeleton(text, masked)])


def keys(text: str, masked: bool = True) -> tuple[str, ...]:
    """Return what a text says, number by number."""
    return _read(text, masked)[0]


def skeleton(text: str, masked: bool = True) -> tuple[str, ...]:
    """Return what a text says, its numbers aside."""
    return _read(text, masked)[1]


def wording(left: str, right: str, masked: bool = True) -> str:
    """Return what became of the words: unchanged, numbers (only those changed) or reworded."""
    if left == right or keys(left, masked) == keys(right, masked):
        return "unchanged"
    return "numbers" if skeleton(left, masked) == skeleton(right, masked) else "reworded"
