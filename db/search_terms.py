"""A word or phrase of a query, and where it stands in a text.

A letter typed with a mark asks for just that letter, a letter without stands for all
its forms; case, tone placement (hòa, hoà) and a final i or y do not matter. All
offsets are code points of the NFC text given.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.vietnamese.folding import fold, is_marked, lower, nfc, search_form, spellings

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W_]+|\s+|(?:[^\w\s]|_)+")
_AFTER, _BETWEEN = r"(?![^\W_])", r"[\W_]+"
# Stands after the first letter: a pattern that begins with a letter is searched twenty times faster.
_NOT_INSIDE = r"(?<![^\W_].)"
_LETTERS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def _forms() -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code in _LETTERS:
        letter = lower(chr(code))
        if letter.isalpha():
            found[fold(letter)].add(letter)
    return {base: "[" + base + "".join(sorted(forms)) + "]" for base, forms in found.items() if base.isascii()}


_FORMS = _forms()


def words_of(text: str) -> list[str]:
    """Return the words of `text`, cut where the search index cuts them."""
    return _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other (NFC); with `prefix` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def loose(self) -> bool:
        """Whether the index alone cannot answer: marks were typed, or a phrase whose last word may go on."""
        return any(is_marked(word) for word in self.words) or (self.prefix and len(self.words) > 1)

    def folded(self) -> list[str]:
        """Return the words as the index has them: only letters and digits."""
        return [search_form(word) for word in self.words]

    def begun(self) -> list[str]:
        """Return the same where the last word may go on: its final y is still one."""
        return [*self.folded()[:-1], search_form(self.words[-1] + "x")[:-1]]

    def spans(self, text: str) -> list[Span]:
        """Return where the term stands in a text already in small letters, in order."""
        return [found.span() for found in _pattern(self).finditer(text)]

    def within(self, text: str) -> bool:
        """Tell whether the term stands in a text already in small letters."""
        return _pattern(self).search(text) is not None


@functools.lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    last = len(term.words) - 1
    words = [
        _word(word, begins=place == 0, goes_on=place == last and term.prefix) for place, word in enumerate(term.words)
    ]
    return re.compile(_BETWEEN.join(words))


def _word(word: str, begins: bool, goes_on: bool = False, ends: bool = True) -> str:
    """Return the pattern of `word` in all its spellings.

    `begins`: not inside a longer word. `goes_on`: its own spelling takes the rest of
    the word along. `ends`: nothing of the word may follow. Spellings not typed are
    those of whole words: "hoà" is "hòa", the hoà of "hoàn" is not.
    """
    own, *others = (_form_of(way, _NOT_INSIDE if begins else "") for way in spellings(word))
    rest = r"[^\W_]*" if goes_on else _AFTER if ends else ""
    ways = [own + rest, *(other + _AFTER for other in others)]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _form_of(word: str, after_first: str) -> str:
    first, *others = (_FORMS.get(letter) or re.escape(letter) for letter in word)
    return "".join((first, after_first, *others))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in order, those that touch or overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def find_in(text: str, query: str, *, whole_word: bool = False, marks_bind: bool = True) -> list[Span]:
    """Return where `query` stands in NFC `text`, taken literally, by the same rules of letters.

    Blanks stand for any run of blanks. Without `whole_word` it may begin and end inside
    a word; without `marks_bind` typed marks do not count. Spans are in order and apart.
    """
    typed = nfc(query).strip()
    if not typed:
        return []
    pattern = _literal(typed if marks_bind else fold(typed), whole_word)
    return [found.span() for found in re.finditer(pattern, lower(text))]


def _literal(typed: str, whole_word: bool) -> str:
    parts = _PIECE.findall(typed)
    return "".join(
        _piece(part, whole_word and place == 0, whole_word and place == len(parts) - 1)
        for place, part in enumerate(parts)
    )


def _piece(part: str, begins: bool, ends: bool) -> str:
    if part.isspace():
        return r"\s+"
    return _word(part, begins, ends=ends) if _WORD.fullmatch(part) else re.escape(part)
