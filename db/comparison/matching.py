"""Every sentence of one report with its like in the other, in the order in which certainty falls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from db.comparison.alignment import LIKELY, SURE, Match, align
from db.comparison.likeness import Encoded, Encoder, encoded
from db.comparison.moves import Cutter, Keys, moved
from db.comparison.ordering import ordered
from db.comparison.sections import UnitPair
from db.comparison.trees import Sentence, Tree, above_tables
from db.model import Progress

_NEARLY_THE_SAME = 0.9
STEP = "compare_sentences"


@dataclass(frozen=True, slots=True)
class Matched:
    """Sentences that say the same, or one side alone; `moved` if they stand at another place."""

    left: tuple[Sentence, ...]
    right: tuple[Sentence, ...]
    score: float
    moved: bool = False


class Matcher:
    """Matches the sentences of two reports, each once."""

    def __init__(self, left: Tree, right: Tree, units: Sequence[UnitPair], encode: Encoder) -> None:
        self._trees = (left, right)
        self._units = sorted(units, key=lambda pair: (not pair.main, -pair.confidence, pair.left + pair.right))
        self._encode = encode
        self._rows: tuple[dict[int, Matched], dict[int, Matched]] = ({}, {})

    def run(self) -> Generator[Progress, None, list[Matched]]:
        """Yield after each pair of sections; return all sentences of both sides, matched or alone."""
        total = 2 * len(self._units) + 2
        self._keep(self._above_tables(), False)
        for done, pair in enumerate(self._units):
            yield Progress(done, total, STEP)
            self._keep(self._aligned(pair, SURE), False)
        self._keep(moved(self._encode, self._rest(), self._once(), _NEARLY_THE_SAME), True)
        for done, pair in enumerate(self._units, start=len(self._units)):
            yield Progress(done, total, STEP)
            self._keep(self._aligned(pair, LIKELY), False)
        for pair in self._units:
            self._cut(pair)
        yield Progress(total - 1, total, STEP)
        self._keep(moved(self._encode, self._rest(), self._once()), True)
        alone = [Matched((one.sentence,), (), 0.0) for one in self._rest()[0]]
        alone += [Matched((), (one.sentence,), 0.0) for one in self._rest()[1]]
        return [*{id(row): row for row in self._rows[0].values()}.values(), *alone]

    def _above_tables(self) -> list[Match]:
        """Captions and units of tables in the order of the tables, whichever section those stand in now."""
        lefts, rights = (self._free(side, above_tables(tree)) for side, tree in enumerate(self._trees))
        return align(self._encode, lefts, rights, SURE) if lefts and rights else []

    def _aligned(self, pair: UnitPair, least: float) -> list[Match]:
        lefts = self._free(0, self._trees[0].units[pair.left].sentences)
        rights = self._free(1, self._trees[1].units[pair.right].sentences)
        return align(self._encode, lefts, rights, least) if lefts and rights else []

    def _free(self, side: int, sentences: Sequence[Sentence]) -> list[Encoded]:
        return encoded(self._encode, side, (one for one in sentences if one.index not in self._rows[side]))

    def _rest(self) -> tuple[list[Encoded], list[Encoded]]:
        return self._free(0, self._trees[0].sentences), self._free(1, self._trees[1].sentences)

    def _once(self) -> set[Keys]:
        counts = [
            Counter(self._encode.sentence(side, one).keys for one in tree.sentences)
            for side, tree in enumerate(self._trees)
        ]
        return {said for said, times in counts[0].items() if times == 1 == counts[1][said]}

    def _keep(self, matches: Sequence[Match], is_move: bool) -> None:
        for left, right, score in matches:
            self._put(Matched((left,), (right,), score, is_move))

    def _put(self, row: Matched) -> None:
        for side, sentences in enumerate((row.left, row.right)):
            for sentence in sentences:
                self._rows[side][sentence.index] = row

    def _cut(self, pair: UnitPair) -> None:
        """Let a sentence that was cut, or several that were joined, stand as one pair."""
        lefts = self._trees[0].units[pair.left].sentences
        rights = self._trees[1].units[pair.right].sentences
        if not lefts or not rights:
            return
        for left, right, score in Cutter(self._encode, self._partners(0, lefts), self._rows[1]).cuts(lefts, rights):
            self._put(Matched(left, right, score))
        for right, left, score in Cutter(self._encode, self._partners(1, rights), self._rows[0]).cuts(rights, lefts):
            self._put(Matched(left, right, score))

    def _partners(self, side: int, sentences: Sequence[Sentence]) -> dict[int, tuple[Sentence, float]]:
        """What each sentence is matched with so far; one that was cut or joined already scores 1."""
        partners: dict[int, tuple[Sentence, float]] = {}
        for sentence in sentences:
            row = self._rows[side].get(sentence.index)
            if row is not None:
                other = row.right if side == 0 else row.left
                alone = len(row.left) == 1 == len(row.right)
                partners[sentence.index] = (other[0], row.score if alone else 1.0)
        return partners


def match_frame(left: Tree, right: Tree, encode: Encoder) -> list[Matched]:
    """Return the lines of head, recipients and signature of both reports, matched or alone."""
    sides = encoded(encode, 0, left.frame), encoded(encode, 1, right.frame)
    matches = align(encode, *sides, LIKELY)
    taken = ({one.index for one, _, _ in matches}, {two.index for _, two, _ in matches})
    rows = [Matched((one,), (two,), score) for one, two, score in matches]
    rows += [Matched((one.sentence,), (), 0.0) for one in sides[0] if one.sentence.index not in taken[0]]
    return rows + [Matched((), (one.sentence,), 0.0) for one in sides[1] if one.sentence.index not in taken[1]]


def in_reading_order(rows: Sequence[Matched]) -> list[Matched]:
    """Return the rows in the order of the right report, each dropped sentence after what stood before it."""
    return ordered(
        rows,
        lambda row: (row.left[0].index,) if row.left else None,
        lambda row: (row.right[0].index,) if row.right else None,
        lambda row: not row.moved,
    )
