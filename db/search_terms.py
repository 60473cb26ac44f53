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

from db.vietnamese.folding import fold, is_marked, letters, lower, nfc, search_form

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"
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
    def marked(self) -> bool:
        """Whether the index alone cannot answer, because marks were typed."""
        return any(is_marked(word) for word in self.words)

    def match(self) -> str:
        """Return the term in the language of FTS5's MATCH; only letters, digits and quotes we put."""
        phrase = " ".join(self.words)
        if not self.prefix:
            return f'"{search_form(phrase)}"'
        # A final y is i in the index, but "quy*" also begins "quyết".
        begun = search_form(phrase + "x")[:-1]
        return f'("{begun}"* OR "{search_form(phrase)}")'

    def spans(self, text: str) -> list[Span]:
        """Return where the term stands in `text`, in order."""
        return [found.span() for found in _pattern(self).finditer(letters(text))]

    def within(self, spelled: str) -> bool:
        """Tell whether the term stands in a text already given as its `letters`."""
        return _pattern(self).search(spelled) is not None


@functools.lru_cache(maxsize=256)
def _pattern(term: Term) -> re.Pattern[str]:
    phrase = " ".join(term.words)
    whole = _spelled(letters(phrase)) + _AFTER
    begun = rf"|{_spelled(letters(phrase + 'x')[:-1])}[^\W_]*" if term.prefix else ""
    return re.compile(f"{_BEFORE}(?:{whole}{begun})")


def _spelled(phrase: str) -> str:
    return _BETWEEN.join("".join(_form(letter) for letter in word) for word in phrase.split(" "))


def _form(letter: str) -> str:
    return _FORMS.get(letter) or re.escape(letter)


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
    typed = " ".join(nfc(query).split())
    if not typed:
        return []
    if not marks_bind:
        typed = fold(typed)
    spelled, plain = letters(text), lower(text)
    tries = [(spelled, _literal(letters(typed)) + _AFTER)]
    if not whole_word:
        tries += [(spelled, _literal(letters(typed + "x")[:-1])), (plain, _literal(lower(typed)))]
    edge = _BEFORE if whole_word else ""
    found = {hit.span() for target, pattern in tries for hit in re.finditer(edge + pattern, target)}
    return _apart(sorted(found))


def _literal(typed: str) -> str:
    return "".join(r"\s+" if sign == " " else _form(sign) for sign in typed)


def _apart(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for span in spans:
        if not result or span[0] >= result[-1][1]:
            result.append(span)
    return result
