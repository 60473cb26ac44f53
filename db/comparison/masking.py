"""A text as the comparison sees it: syllables and whole numbers, years, dates and document numbers set aside.

Case, tone placement, i or y, punctuation and spaces never count. A number is one
token with the scale behind it ("102,6 nghìn tỷ"), compared by its value.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from db.vietnamese.folding import letters
from db.vietnamese.numbers import Number, Unused, lex
from db.vietnamese.units import SCALES

WORD, NUMBER, MASKED = "word", "number", "masked"

_SYLLABLE = re.compile(r"[^\W\d_]+|%|‰|\d+")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_SCALE = re.compile(r"\s{0,2}(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)", re.IGNORECASE)
_MASKS = {"year": "‹năm›", "term": "‹kỳ›", "date": "‹ngày›", "document": "‹số›"}
_KEPT = 1 << 16  # texts; two reports of 300 pages hold a fifth of that
_RELATIVE = frozenset({"trước", "nay", "ngoái"})


class Token(NamedTuple):
    """A syllable, a number, or what is masked, between the code points `start` and `end`.

    `key` is what is compared; `skeleton` is "#" for a number, else the key. (A tuple: there are hundreds of
    thousands of them in two long reports.)
    """

    kind: str
    start: int
    end: int
    key: str
    skeleton: str


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the tokens of a text without and with the masks; what both have is made once."""
    low = letters(text)
    plain: list[Token] = []
    masked: list[Token] = []
    done = 0
    for piece in lex(text):
        if piece.start < done:
            continue
        words = _words(low, done, piece.start)
        token, mask = _number(text, piece), _mask(text, piece)
        plain += [*words, token]
        masked += [*words, mask or token]
        done = token.end
    words = _words(low, done, len(text))
    plain += words
    masked += words
    return tuple(plain), tuple(_relative(masked))


def tokens(text: str, masked: bool = True) -> tuple[Token, ...]:
    """Return the tokens of NFC `text` in order; without `masked` years, dates and document numbers are numbers."""
    return _read(text)[masked]


def _words(low: str, start: int, end: int) -> list[Token]:
    make = tuple.__new__  # half of the time that Token() takes, and words are most of all there is
    return [
        make(Token, (WORD, word.start(), word.end(), word[0], word[0])) for word in _SYLLABLE.finditer(low, start, end)
    ]


def _mask(text: str, piece: Number | Unused) -> Token | None:
    """Return what stands for a year, a term, a date or the number of a document; None for what counts."""
    if not isinstance(piece, Unused):
        return None
    mask = _MASKS.get(piece.reason)
    if mask is None and _YEARLIKE.fullmatch(text, piece.start, piece.end):
        mask = _MASKS["year"]
    return Token(MASKED, piece.start, piece.end, mask, mask) if mask else None


def _number(text: str, piece: Number | Unused) -> Token:
    if isinstance(piece, Unused):
        printed = text[piece.start : piece.end]
        return Token(NUMBER, piece.start, piece.end, "".join(printed.split()).lower().lstrip("0"), "#")
    scale = _SCALE.match(text, piece.end)
    value, end = piece.value, piece.end
    if scale:
        value, end = value * SCALES[scale[1].lower()], scale.end()
    key = f"{value:.12g}"
    if piece.of is not None:
        key += f"/{piece.of:.12g}"
    if piece.upper is not None:
        key += f"-{piece.upper:.12g}"
    return Token(NUMBER, piece.start, end, key, "#")


def _relative(found: list[Token]) -> list[Token]:
    """Let "năm trước", "năm nay" stand for the year they mean, and "cùng kỳ năm 2022" for "cùng kỳ"."""
    out: list[Token] = []
    for one in found:
        token = one
        after_year_word = bool(out) and out[-1].key == "năm"
        if after_year_word and token.kind == WORD and token.key in _RELATIVE:
            token = Token(MASKED, token.start, token.end, _MASKS["year"], _MASKS["year"])
        if after_year_word and token.key == _MASKS["year"] and [before.key for before in out[-3:-1]] == ["cùng", "kì"]:
            del out[-1]
            out[-1] = Token(WORD, out[-1].start, token.end, out[-1].key, out[-1].key)
            continue
        out.append(token)
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


@lru_cache(maxsize=_KEPT)
def keys(text: str, masked: bool = True) -> tuple[str, ...]:
    """Return what a text says, number by number."""
    return tuple([token.key for token in tokens(text, masked)])


@lru_cache(maxsize=_KEPT)
def skeleton(text: str, masked: bool = True) -> tuple[str, ...]:
    """Return what a text says, its numbers aside."""
    return tuple([token.skeleton for token in tokens(text, masked)])


def wording(left: str, right: str, masked: bool = True) -> str:
    """Return what became of the words: unchanged, numbers (only those changed) or reworded."""
    if left == right or keys(left, masked) == keys(right, masked):
        return "unchanged"
    return "numbers" if skeleton(left, masked) == skeleton(right, masked) else "reworded"
