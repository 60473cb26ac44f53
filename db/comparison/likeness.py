"""How much two sentences say the same: the words they share in order, rare words for more, and what they measure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from db.comparison.evidence import title_words
from db.comparison.masking import Vocabulary, keys, skeleton
from db.comparison.trees import Sentence, Tree
from db.model import Figure

GLANCE = 0.36
"""Sentences that share less of their words in order than this are not looked at closer."""

_SHORT, _SHORTEST = 7, 5
_SHORT_SURE, _SHORTEST_SURE = 0.6, 0.8
_CLOSE = 0.95  # alike enough that what they measure need not be asked
_SAME_THING, _OTHER_NAME, _OTHER_UNIT, _OTHER_THING = 1.08, 0.7, 0.85, 0.6
_LIKE_NAME = 0.5


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence with one letter for each token, numbers alike; all it says; its words and neighbours with weights."""

    sentence: Sentence
    word: str
    keys: tuple[str, ...]
    terms: dict[str, int]
    total: float
    figures: tuple[Figure, ...]


class Encoder:
    """Encodes the sentences of two reports over one vocabulary, each once, and weighs their words by rarity."""

    def __init__(self, left: Tree, right: Tree, masked: bool) -> None:
        self.masked = masked
        self._vocabulary = Vocabulary()
        self._known: dict[tuple[int, int], Encoded] = {}
        self._weights: dict[str, float] = {}
        self._words: dict[str, str] = {}
        self._spread: Counter[str] = Counter()
        sentences = [sentence for tree in (left, right) for sentence in (*tree.sentences, *tree.frame)]
        for sentence in sentences:
            self._spread.update(_terms(sentence.text, masked).keys())
        notes = [note for tree in (left, right) for note in tree.content.notes]
        for note in notes:
            self._spread.update(_terms(note.text, masked).keys())
        self._count = len(sentences) + len(notes)
        self._weights = {term: math.log(1 + self._count / times) for term, times in self._spread.items()}
        self._figures = (_figures_of(left), _figures_of(right))

    def sentence(self, side: int, sentence: Sentence) -> Encoded:
        """Return a sentence of the left (0) or right (1) report encoded."""
        place = (side, id(sentence))
        if place not in self._known:
            terms = _terms(sentence.text, self.masked)
            weights = self._weights
            total = sum([times * weights[term] for term, times in terms.items()])
            figures = self._figures[side].get(sentence.spot.place.block_id or 0, ())
            own = tuple(one for one in figures if sentence.spot.start <= one.start < sentence.spot.end)
            said = keys(sentence.text, self.masked)
            self._known[place] = Encoded(sentence, self.word(sentence.text), said, terms, total, own)
        return self._known[place]

    def word(self, text: str) -> str:
        """Return any text with one letter for each token."""
        known = self._words.get(text)
        if known is None:
            known = self._words[text] = self._vocabulary.word(text, self.masked)
        return known

    def weight(self, term: str) -> float:
        """Return what a word or a pair of neighbours weighs: the rarer the more."""
        known = self._weights.get(term)
        if known is None:
            known = self._weights[term] = math.log(1 + self._count)
        return known

    def alike(self, one: Encoded, two: Encoded, ratio: float | None = None) -> float:
        """Return how much two sentences say the same, 0 … 1; `ratio` is what they share in order, if it is known."""
        order = likeness(one.word, two.word) if ratio is None else ratio
        if order < GLANCE:
            return 0.0
        if one.keys == two.keys or order > _CLOSE:
            return order
        words = self._words_shared(one.terms, two.terms, one.total + two.total)
        return round(min(1.0, (order + words) / 2 * self._measured(one.figures, two.figures)), 5)

    def _words_shared(self, one: dict[str, int], two: dict[str, int], total: float) -> float:
        weights = self._weights
        shared = sum([min(times, two[term]) * weights[term] for term, times in one.items() if term in two])
        return 2 * shared / total if total else 0.0

    def texts_alike(self, one: str, two: str) -> float:
        """Return how much two texts that are no sentences of the body say the same, 0 … 1."""
        order = likeness(self.word(one), self.word(two))
        if order < GLANCE or order > _CLOSE:
            return order if order > _CLOSE else 0.0
        terms = _terms(one, self.masked), _terms(two, self.masked)
        total = sum([times * self._weights[term] for side in terms for term, times in side.items()])
        return round((order + self._words_shared(*terms, total)) / 2, 5)

    def _measured(self, one: Sequence[Figure], two: Sequence[Figure]) -> float:
        """A factor for what the figures of two sentences measure: one thing, or each another."""
        if not one or not two:
            return 1.0
        known = [{figure.indicator for figure in side if catalogued(figure)} for side in (one, two)]
        if known[0] & known[1]:
            return _SAME_THING
        if all(known):
            return _OTHER_THING
        names = [
            self._names(a.name, b.name) for a in one for b in two if a.unit_base == b.unit_base and a.kind == b.kind
        ]
        if not names:
            return _OTHER_UNIT
        return 1.0 if max(names) >= _LIKE_NAME else _OTHER_NAME

    def _names(self, one: str, two: str) -> float:
        sides = [sorted(set(title_words(name))) for name in (one, two)]
        total = sum(self.weight(word) for side in sides for word in side)
        shared = sum(self.weight(word) for word in sides[0] if word in sides[1])
        return 2 * shared / total if total else 1.0


def catalogued(figure: Figure) -> bool:
    """Whether the figure is of an indicator of the catalogue, not of a name made up from its words."""
    return bool(figure.indicator) and not figure.indicator.startswith("x:")


def likeness(one: str, two: str) -> float:
    """Return how much two encoded texts have in common, in order, 0 … 1."""
    return float(Indel.normalized_similarity(one, two))


def threshold(one: str, two: str, least: float) -> float:
    """Return what two texts must have in common to be one: short ones nearly all."""
    shorter = min(len(one), len(two))
    if shorter < _SHORTEST:
        return max(least, _SHORTEST_SURE)
    return max(least, _SHORT_SURE) if shorter < _SHORT else least


@lru_cache(maxsize=1 << 15)
def _terms(text: str, masked: bool) -> dict[str, int]:
    words = skeleton(text, masked)
    return dict(Counter([*words, *[f"{one} {two}" for one, two in pairwise(words)]]))


def _figures_of(tree: Tree) -> dict[int, tuple[Figure, ...]]:
    found: dict[int, list[Figure]] = defaultdict(list)
    for figure in tree.content.figures:
        if figure.place.block_id is not None:
            found[figure.place.block_id].append(figure)
    return {block: tuple(figures) for block, figures in found.items()}


def encoded(encode: Encoder, side: int, sentences: Iterable[Sentence]) -> list[Encoded]:
    """Return sentences of one side encoded."""
    return [encode.sentence(side, sentence) for sentence in sentences]
