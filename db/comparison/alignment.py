"""Sentences of two sections put side by side in their order: equal ones first, then the best of what lies between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from db.comparison.likeness import GLANCE, Encoded, Encoder, threshold
from db.comparison.trees import Sentence

SURE, LIKELY = 0.72, 0.46
_BAND = 120  # how far from the diagonal a long section is searched
_EXACT = 1e-4
_SMALL = 250_000  # cells up to which the whole table is filled

Match = tuple[Sentence, Sentence, float]


def align(encode: Encoder, lefts: Sequence[Encoded], rights: Sequence[Encoded], least: float) -> list[Match]:
    """Return pairs in the order of both sides, each at least `least` alike."""
    found: list[Match] = []
    for i, j, k, m in _gaps(lefts, rights, found):
        found += _Table(encode, lefts[i:j], rights[k:m], least).walked()
    return sorted(found, key=lambda match: match[0].index)


def _gaps(
    lefts: Sequence[Encoded], rights: Sequence[Encoded], found: list[Match]
) -> Iterator[tuple[int, int, int, int]]:
    """Put what is said once on each side, the same, into `found`; give what lies between."""
    i = k = 0
    for j, m in [*_anchors(lefts, rights), (len(lefts), len(rights))]:
        while i < j and k < m and lefts[i].keys == rights[k].keys:
            found.append((lefts[i].sentence, rights[k].sentence, 1.0))
            i, k = i + 1, k + 1
        if i < j and k < m:
            yield i, j, k, m
        if j < len(lefts):
            found.append((lefts[j].sentence, rights[m].sentence, 1.0))
        i, k = j + 1, m + 1


def _anchors(lefts: Sequence[Encoded], rights: Sequence[Encoded]) -> list[tuple[int, int]]:
    """Sentences that stand once on each side, in the longest order both sides share."""
    once = [Counter(one.keys for one in side) for side in (lefts, rights)]
    places = {one.keys: place for place, one in enumerate(rights) if once[1][one.keys] == 1}
    pairs = [
        (place, places[one.keys])
        for place, one in enumerate(lefts)
        if once[0][one.keys] == 1 and one.keys in places and len(one.keys) >= 2
    ]
    return [pairs[at] for at in rising([right for _, right in pairs])]


def rising(values: Sequence[int]) -> list[int]:
    """Return the places of one longest rising row among distinct `values`."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[at], ends[at] = value, place
    row: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]


class _Table:
    """A table of sums, filled near the diagonal where it would be large, and walked back from its corner."""

    def __init__(self, encode: Encoder, lefts: Sequence[Encoded], rights: Sequence[Encoded], least: float) -> None:
        self._encode = encode
        self._lefts, self._rights, self._least = lefts, rights, least
        rows, cols = len(lefts), len(rights)
        band = max(rows, cols) if rows * cols <= _SMALL else _BAND
        self._best = np.zeros((rows + 1, cols + 1), dtype=np.float32)
        self._likes: list[tuple[int, list[float]]] = []
        words = [one.word for one in rights]
        for i, left in enumerate(lefts):
            middle = i * cols // rows
            low, high = max(0, middle - band), min(cols, middle + band + 1)
            near = words[low:high]
            ratios = cdist([left.word], near, scorer=Indel.normalized_similarity, dtype=np.float32)[0].tolist()
            scores = [
                encode.alike(left, rights[low + at], ratio) if ratio >= GLANCE else 0.0
                for at, ratio in enumerate(ratios)
            ]
            self._likes.append((low, scores))
            self._fill(i, low, scores)

    def _fits(self, i: int, j: int, score: float) -> bool:
        least = self._least
        return score >= least and score >= threshold(self._lefts[i].word, self._rights[j].word, least)

    def _worth(self, score: float) -> float:
        return float(np.float32(score - self._least + 0.05))

    def _fill(self, i: int, low: int, scores: Sequence[float]) -> None:
        above = self._best[i].tolist()
        row = above[:]
        for j, score in enumerate(scores, start=low):
            value = max(above[j + 1], row[j])
            row[j + 1] = max(value, above[j] + self._worth(score)) if self._fits(i, j, score) else value
        for j in range(low + len(scores), len(self._rights)):
            row[j + 1] = max(above[j + 1], row[j])
        self._best[i + 1] = row

    def walked(self) -> list[Match]:
        """Return the pairs of the best way through the table."""
        best, found = self._best, []
        i, j = len(self._lefts), len(self._rights)
        while i and j:
            low, scores = self._likes[i - 1]
            score = scores[j - 1 - low] if low <= j - 1 < low + len(scores) else 0.0
            gain = float(best[i, j] - best[i - 1, j - 1])
            if self._fits(i - 1, j - 1, score) and abs(gain - self._worth(score)) < _EXACT:
                found.append((self._lefts[i - 1].sentence, self._rights[j - 1].sentence, round(score, 4)))
                i, j = i - 1, j - 1
            elif best[i, j] == best[i - 1, j]:
                i -= 1
            else:
                j -= 1
        return found
