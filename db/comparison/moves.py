"""Sentences that stand elsewhere now, and sentences cut in two or joined, among what the alignment left over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from db.comparison.alignment import Match
from db.comparison.likeness import Encoded, Encoder, likeness
from db.comparison.trees import Sentence

_ALIKE = 0.72
_WORDS = 6  # a shorter sentence is found elsewhere by its very words only
_FEWEST = 3
_RARE = 5
_IN_ORDER = 0.5
_MANY = 24  # a word in so many sentences leads nowhere
_WHOLE = 0.7
_GAIN = 0.06
_NO_CUT = 0.97
_HELD = 0.6
_HELD_LETTERS = 0.45  # each word once, however often it stands: fewer need be there

Keys = tuple[str, ...]
Cut = tuple[tuple[Sentence, ...], tuple[Sentence, ...], float]


def moved(
    encode: Encoder, sides: tuple[Sequence[Encoded], Sequence[Encoded]], once: Container[Keys], least: float = _ALIKE
) -> list[Match]:
    """Return pairs wherever they stand: the same words first, then the most alike, `least` at least.

    `once` holds what is said once in either report: only such words are found however few they are.
    """
    found: list[Match] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    lefts, rights = sides
    pairs = _pairs(encode, sides, once, least)
    for i, j, score in sorted(pairs, key=lambda row: (-row[2], row[0] + row[1], row[0])):
        if i in taken[0] or j in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(j)
        found.append((lefts[i].sentence, rights[j].sentence, score))
    return found


def _pairs(
    encode: Encoder, sides: tuple[Sequence[Encoded], Sequence[Encoded]], once: Container[Keys], least: float
) -> list[tuple[int, int, float]]:
    lefts, rights = sides
    words = [Counter(letter for one in side for letter in set(one.word)) for side in (lefts, rights)]
    spread = Counter({letter: times + words[1][letter] for letter, times in words[0].items() if letter in words[1]})
    index: dict[str, list[int]] = defaultdict(list)
    for j, right in enumerate(rights):
        for letter in _rarest(right.word, spread):
            index[letter].append(j)
    found: list[tuple[int, int, float]] = []
    for i, left in enumerate(lefts):
        near = {j for letter in _rarest(left.word, spread) for j in index[letter][:_MANY]}
        for j in sorted(near):
            score = _alike(encode, left, rights[j], once)
            if score >= least:
                found.append((i, j, score))
    return found


def _rarest(word: str, spread: Counter[str]) -> list[str]:
    """The rarest words of a sentence that the other report has too."""
    return sorted((letter for letter in set(word) if letter in spread), key=lambda letter: (spread[letter], letter))[
        :_RARE
    ]


def _alike(encode: Encoder, left: Encoded, right: Encoded, once: Container[Keys]) -> float:
    shorter, longer = sorted((len(left.word), len(right.word)))
    if left.keys == right.keys:
        return 1.0 if longer > _WORDS or (longer >= _FEWEST and left.keys in once) else 0.0
    if shorter < _WORDS or 2 * shorter < _ALIKE * (shorter + longer):
        return 0.0
    order = likeness(left.word, right.word)
    return encode.alike(left, right, order) if order >= _IN_ORDER else 0.0


class Cutter:
    """Looks for sentences of one side that were cut into two or three neighbours of the other.

    `matches` gives the match so far of each sentence of the first side, `taken` the
    sentences of the second that are in use, by index.
    """

    def __init__(self, encode: Encoder, matches: Mapping[int, tuple[Sentence, float]], taken: Container[int]) -> None:
        self._encode, self._matches, self._taken = encode, matches, set[int]()
        self._in_use = taken

    def cuts(self, whole: Sequence[Sentence], parts: Sequence[Sentence]) -> list[Cut]:
        """Return the sentences of `whole` that were cut, with their parts."""
        found: list[Cut] = []
        letters = [set(self._encode.word(part.text)) for part in parts]
        for sentence in whole:
            cut = self._cut(sentence, parts, letters)
            if cut:
                found.append(cut)
                self._taken.update(part.index for part in cut[1])
        return found

    def _cut(self, sentence: Sentence, others: Sequence[Sentence], letters: Sequence[set[str]]) -> Cut | None:
        partner, score = self._matches.get(sentence.index, (None, 0.0))
        if score >= _NO_CUT:
            return None
        word = self._encode.word(sentence.text)
        own = set(word)
        close = [len(own & other) >= _HELD_LETTERS * len(other) for other in letters]
        best: Cut | None = None
        for start in range(len(others)):
            for length in (2, 3):
                parts = tuple(others[start : start + length])
                if len(parts) < length or not all(close[start : start + length]) or not self._free(parts, partner):
                    break
                value = self._value(word, parts)
                if value >= max(_WHOLE, score + _GAIN, best[2] if best else 0.0):
                    best = ((sentence,), parts, value)
        return best

    def _value(self, word: str, parts: tuple[Sentence, ...]) -> float:
        """How alike the parts together are to the whole; 0 if one of them is not of it."""
        words = [self._encode.word(part.text) for part in parts]
        length = sum(map(len, words))
        if not 0.6 * len(word) <= length <= 1.6 * len(word):
            return 0.0
        if not all(_held(part, word) for part in words):
            return 0.0
        return round(likeness(word, "".join(words)), 4)

    def _free(self, parts: tuple[Sentence, ...], partner: Sentence | None) -> bool:
        own = partner.index if partner else -1
        if partner is not None and all(part.index != own for part in parts):
            return False
        used = (part.index in self._in_use or part.index in self._taken for part in parts if part.index != own)
        return not any(used)


def _held(part: str, whole: str) -> bool:
    """Whether most words of a part stand in the whole, in order."""
    common = (len(part) + len(whole)) * likeness(part, whole) / 2
    return len(part) >= 2 and common >= _HELD * len(part)
