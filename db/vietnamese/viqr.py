"""VIQR, Vietnamese in ASCII: "Vie^.t Nam" (RFC 1456), and its one doubt, whether a sign at a word's end is a tone."""

from __future__ import annotations

import re
from collections import Counter

from db.vietnamese.marks import ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, HORN, TILDE, composed
from db.vietnamese.syllables import is_syllable

_SHAPES = {"^": CIRCUMFLEX, "(": BREVE, "+": HORN, "*": HORN}
_TONES = {"'": ACUTE, "`": GRAVE, "?": HOOK, "~": TILDE, ".": DOT}
_LETTER = re.compile(
    r"\\(?P<plain>[^\w\s])|(?P<d>[dD])[dD]"
    r"|(?P<vowel>[aeiouyAEIOUY])(?P<shape>(?<=[aeoAEO])\^|(?<=[aA])\(|(?<=[ouOU])[+*])?(?P<tone>['`?~.])?"
)
_WORD = re.compile(r"(?:\\[^\w\s]|[A-Za-z'`?~.^(+*])+", re.ASCII)
_STOP = re.compile(r"\.{3}$|[.?'(]$")
# Where the spelling lets a tone stand on the last vowel: on a lone one, on one with a shape, in oa, oe, uy.
_LAST_TONED = re.compile(r"(?:(?:^|[^aeiouy^(+*]|qu|gi)[aeiouy]|[\^(+*]|o[ae]|uy)$", re.IGNORECASE)
_NUMBER = re.compile("[IVX]+|[A-Za-z]")  # of a heading
_LETTERS = re.compile(r"[^\W\d_]+")


def viqr_to_unicode(text: str) -> str:
    """Return VIQR text in Unicode.

    A dot behind a vowel at the end of a line, or before a capital, is a tone or a full stop. Where the text escapes
    its full stops it is a tone; else the one of the two words that the text uses elsewhere is taken.
    """
    usage = _Usage(text)
    return _WORD.sub(lambda found: _word(found[0], found.end(), usage), text)


class _Usage:
    """How a text uses its words where there is no doubt about their last dot."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._escapes = "\\." in text
        self._words: Counter[str] = Counter()
        if not self._escapes:
            self._words.update(
                found[0].lower() for found in _WORD.finditer(text) if not self._may_end_a_sentence(found.end())
            )

    def is_stop(self, before: str, end: int) -> bool:
        """Whether the dot that ends at `end` and stands behind the word `before` closes a sentence."""
        if _NUMBER.fullmatch(before) and self._begins_line(end - len(before) - 1):
            return True
        if self._escapes or not self._may_end_a_sentence(end):
            return False
        plain, toned = self._words[before.lower()], self._words[before.lower() + "."]
        return plain > toned or (plain == toned and self._ends_line(end))

    def _may_end_a_sentence(self, end: int) -> bool:
        return self._ends_line(end) or (self._text[end] == " " and self._text[end + 1 : end + 2].isupper())

    def _begins_line(self, start: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, start) + 1 : start].strip()

    def _ends_line(self, end: int) -> bool:
        return self._text[end : end + 1] in ("", "\r", "\n")


def _word(word: str, end: int, usage: _Usage) -> str:
    """Read the signs of one word; its last sign is punctuation where it can be no tone."""
    stop = _STOP.search(word)
    whole = _letters(word)
    if stop is None or word[: stop.start()].endswith("\\"):
        return whole
    before = word[: stop.start()]
    read = _LETTERS.findall(whole)
    is_tone = len(stop[0]) == 1 and _LAST_TONED.search(before) and read and is_syllable(read[-1])
    if is_tone and not (stop[0] == "." and usage.is_stop(before, end)):
        return whole
    return _letters(before) + stop[0]


def _letters(word: str) -> str:
    return _LETTER.sub(_letter, word)


def _letter(found: re.Match[str]) -> str:
    if found["plain"]:
        return found["plain"]
    if found["d"]:
        return "đ" if found["d"] == "d" else "Đ"
    return composed(found["vowel"], _SHAPES.get(found["shape"] or "", ""), _TONES.get(found["tone"] or "", ""))
