"""The Vietnamese order of words: a ă â b c d đ e ê …, tones ngang huyền hỏi ngã sắc nặng."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from db.vietnamese.folding import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: 100 + place for place, letter in enumerate(_ALPHABET)}
_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_WORDS = re.compile(r"\d+|[^\W\d_]+")

_Ranks = tuple[tuple[int, ...], ...]


@lru_cache(maxsize=20_000)
def collation_key(text: str) -> tuple[_Ranks, _Ranks, str]:
    """Return a sort key: first the letters of all words, then the tones, then case and punctuation.

    As in the collation of CLDR for Vietnamese "Hạ Long" stands before "Hà Nội", for
    L comes before N and the tones only decide between equal letters. Numbers sort by
    value and before words, so "Quận 2" stands before "Quận 10".
    """
    composed = nfc(text)
    keys = [_word_key(word) for word in _WORDS.findall(composed.lower())]
    return tuple(places for places, _ in keys), tuple(tones for _, tones in keys), composed.swapcase()


@lru_cache(maxsize=20_000)
def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if word.isdecimal():
        return (0, int(word)), ()
    places, tones = [], []
    for letter in word:
        base, tone = _split(letter)
        places.append(_PLACE.get(base, 100 + len(_ALPHABET) + ord(base[0])))
        tones.append(tone)
    return tuple(places), tuple(tones)


def _split(letter: str) -> tuple[str, int]:
    """Return the letter of the alphabet (ă, ê, đ stay) and its tone, 0 for none."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONE[part] for part in parts if part in _TONE), 0)
    return nfc("".join(part for part in parts if part not in _TONE)) or letter, tone
