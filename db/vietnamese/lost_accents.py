"""Whether a Vietnamese text has lost its accents: the letters that carried them, or only the marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import product

from db.vietnamese.syllables import SYLLABLES

_SHARE = 0.05  # Vietnamese prose has about a quarter of such letters
_GAP = re.compile(r"(?<=[A-Za-z])[?\ufffd_]+(?=[A-Za-z])|[?\ufffd](?=[a-z])|(?<=[a-z])\ufffd")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouy")
_SAMPLE = 60_000
_FEWEST_DISTINCT = 6
_FEWEST_GAPPED = 8
_GAPPED = 0.2  # of the words have no vowel left; in other languages hardly any
_FEWEST_PLAIN = 40
_PLAIN = 0.9  # of the words are syllables without marks; in English about a third


def _unmarked(syllable: str) -> str:
    return unicodedata.normalize("NFD", syllable).encode("ascii", "ignore").decode()


_PLAIN_SYLLABLES = frozenset(_unmarked(syllable.replace("đ", "d")) for syllable in SYLLABLES)
_ONSETS = ("b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph", "qu", "r", "s")
_SKELETONS = frozenset(
    "".join(pair)
    for pair in product(("", *_ONSETS, "t", "th", "tr", "v", "x"), ("", "c", "ch", "m", "n", "ng", "nh", "p", "t"))
    if sum(map(len, pair)) >= 2
)


def accents_lost(text: str) -> bool:
    """Tell whether `text` looks Vietnamese and its accents are gone: "Cng tc thng k", "C?ng t?c", "Cong tac".

    False where at least one letter in twenty carries a Vietnamese mark, for other languages, and for a text so short
    that nothing can be told.
    """
    text = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(not char.isascii() for char in letters) >= _SHARE * len(letters):
        return False
    gapped = len(_GAP.findall(text))
    words = [word.lower() for word in _WORD.findall(_GAP.sub("", text)) if not (word.isupper() and len(word) < 6)]
    return len(set(words)) >= _FEWEST_DISTINCT and (_gapped(words, gapped) or _plain(words))


def _gapped(words: Sequence[str], gaps: int) -> bool:
    """Whether so many words lack the vowel that carried the mark, and what is left of them is Vietnamese."""
    bare = [word for word in words if len(word) >= 2 and _VOWELS.isdisjoint(word)]
    fitting = sum(word in _SKELETONS for word in bare)
    if len(words) < _FEWEST_GAPPED or fitting < 0.8 * len(bare):
        return False
    return len(bare) >= _GAPPED * len(words) or (gaps >= _GAPPED * len(words) and _fits(words) >= 0.6)


def _plain(words: Sequence[str]) -> bool:
    return len(set(words)) >= _FEWEST_PLAIN and sum(word in _PLAIN_SYLLABLES for word in words) >= _PLAIN * len(words)


def _fits(words: Sequence[str]) -> float:
    return sum(word in _PLAIN_SYLLABLES or word in _SKELETONS for word in words) / len(words)
