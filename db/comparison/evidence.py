"""How much speaks for two units being the same: their titles, their words, and the sentences they share."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from db.comparison.masking import skeleton
from db.comparison.trees import Tree, Unit, above_tables

_SAYING_NOTHING = (
    "về công tác các một số những và của trong năm tình hình lĩnh vực lãnh đạo với theo cho được ‹năm› ‹kỳ› trên"
    " thực hiện chủ yếu kết quả hoạt động đối là có đã tại đến để này bị từ ở vào còn cũng như khi việc nhiều so # %"
)
_EMPTY_WORDS = frozenset(_SAYING_NOTHING.split())
_SHORT_FORMS = {
    short: tuple(words.split())
    for short, words in {
        "mttq": "mặt trận tổ quốc",
        "ubmttq": "ủy ban mặt trận tổ quốc",
        "ubnd": "ủy ban nhân dân",
        "hđnd": "hội đồng nhân dân",
        "ktxh": "kinh tế xã hội",
        "qpan": "quốc phòng an ninh",
        "ntm": "nông thôn mới",
        "xdcb": "xây dựng cơ bản",
        "cchc": "cải cách hành chính",
        "ubkt": "ủy ban kiểm tra",
        "bhyt": "bảo hiểm y tế",
        "pctn": "phòng chống tham nhũng",
    }.items()
}
_PARTS = re.compile(r"[,;]|\s[-–]\s|\s+và\s+", re.IGNORECASE)
_COMMON = 400  # a word in so many pairs of units tells nothing
_FULL_COSINE = 0.45


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a pair of units: `title` and `content` 0 … 1, `weight` the two together."""

    title: float
    content: float

    @property
    def weight(self) -> float:
        """Both taken as independent signs."""
        return round(1 - (1 - 0.8 * self.title) * (1 - 0.75 * self.content), 6)


@cache
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title that say something; all of them if none does."""
    words = [part for word in skeleton(title) for part in _SHORT_FORMS.get(word, (word,))]
    telling = tuple(word for word in words if word not in _EMPTY_WORDS)
    return telling or tuple(words)


@cache
def title_parts(title: str) -> tuple[frozenset[str], ...]:
    """Return the subjects a title lists: "Quốc phòng, an ninh" gives two."""
    parts = (frozenset(title_words(part)) for part in _PARTS.split(title) if part.strip())
    return tuple(part for part in parts if part)


class Weigher:
    """Knows the words of two reports and weighs pairs of their units."""

    def __init__(self, left: Tree, right: Tree) -> None:
        self.trees = (left, right)
        self._title_weight = _rarity(title_words(unit.title) for tree in self.trees for unit in tree.units)
        self._contents = _contents(left, right)

    def evidence(self, i: int, j: int) -> Evidence:
        """Return what speaks for left unit `i` and right unit `j`."""
        one, two = self.trees[0].units[i], self.trees[1].units[j]
        return Evidence(self.titles(one, two), self._contents.get((i, j), 0.0))

    def titles(self, one: Unit, two: Unit) -> float:
        """Return how much two titles say the same, 0 … 1."""
        return self._overlap(title_words(one.title), title_words(two.title))

    def _overlap(self, one: Sequence[str], two: Sequence[str]) -> float:
        if not one or not two:
            return 0.0
        first, second = set(one), set(two)
        both = sum(self._title_weight[word] for word in sorted(first & second))
        total = sum(self._title_weight[word] for word in sorted(first)) + sum(
            self._title_weight[word] for word in sorted(second)
        )
        return round(2 * both / total, 6)

    def content(self, i: int, j: int) -> float:
        """Return how much the words of two units are alike, 0 … 1."""
        return self._contents.get((i, j), 0.0)

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs of units that anything speaks for."""
        titles: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, tree in enumerate(self.trees):
            for unit in tree.units[1:]:
                for word in set(title_words(unit.title)):
                    titles[word][side].append(unit.index)
        found = {pair for pair, value in self._contents.items() if value > 0.1 and all(pair)}
        for lefts, rights in titles.values():
            found |= {(i, j) for i in lefts for j in rights} if len(lefts) * len(rights) <= 4 * _COMMON else set()
        return sorted(found | self._of_one_number())

    def _of_one_number(self) -> set[tuple[int, int]]:
        """Units of one number and title below such units: what is left of "Hạn chế" in a report that has a hundred."""
        left, right = (_by_path(tree) for tree in self.trees)
        return {(i, j) for path, units in left.items() for i, j in zip(units, right.get(path, ()), strict=False)}


def _rarity(texts: Iterable[Sequence[str]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for words in texts:
        counts.update(set(words))
    return {word: 1 / math.sqrt(count) for word, count in counts.items()}


Path = tuple[tuple[str, tuple[str, ...]], ...]


def _by_path(tree: Tree) -> dict[Path, list[int]]:
    """Return the units by their numbers and titles from the top down, in reading order."""
    paths: list[Path] = []
    found: dict[Path, list[int]] = defaultdict(list)
    for unit in tree.units:
        above = paths[unit.parent] if unit.parent else ()
        path = (*above, (unit.section.number, title_words(unit.title))) if unit.section else ()
        paths.append(path)
        if unit.index:
            found[path].append(unit.index)
    return found


def _contents(left: Tree, right: Tree) -> dict[tuple[int, int], float]:
    """Return how alike the words of units are, those below them included, as a share of what twins would have."""
    vectors = [_vectors(tree) for tree in (left, right)]
    spread: Counter[str] = Counter()
    for side in vectors:
        for terms in side:
            spread.update(terms.keys())
    count = sum(map(len, vectors))
    index: dict[str, tuple[list[tuple[int, float]], list[tuple[int, float]]]] = defaultdict(lambda: ([], []))
    for side_number, side in enumerate(vectors):
        for unit, terms in enumerate(side):
            weighted = {
                term: (1 + math.log(times)) * math.log(1 + count / spread[term]) for term, times in terms.items()
            }
            length = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
            for term, weight in weighted.items():
                index[term][side_number].append((unit, weight / length))
    products: dict[tuple[int, int], float] = defaultdict(float)
    for term in sorted(index):
        lefts, rights = index[term]
        if len(lefts) * len(rights) > _COMMON:
            continue
        for i, one in lefts:
            for j, two in rights:
                products[i, j] += one * two
    return {pair: round(min(1.0, value / _FULL_COSINE), 6) for pair, value in products.items() if value > 0.02}


def _vectors(tree: Tree) -> list[Counter[str]]:
    """The words of each unit and of those below it, with their neighbours; captions of tables say nothing of where
    the table was put."""
    aside = {one.index for one in above_tables(tree)}
    own = [_terms(unit, aside) for unit in tree.units]
    whole = [Counter(terms) for terms in own]
    for unit in reversed(tree.units):  # a unit stands behind the one above it
        if unit.parent:
            whole[unit.parent].update(whole[unit.index])
    return whole


def _terms(unit: Unit, aside: Collection[int]) -> Counter[str]:
    """The words of a unit and their neighbours, empty words and numbers aside."""
    found: Counter[str] = Counter()
    for sentence in unit.sentences:
        if sentence.index not in aside:
            words = skeleton(sentence.text)
            found.update(word for word in words if word not in _EMPTY_WORDS)
            found.update(f"{one} {two}" for one, two in pairwise(words) if two not in _EMPTY_WORDS)
    return found
