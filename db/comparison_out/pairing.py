"""Which paragraph of the older report became which of the newer, so that both can stand in one document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from db.comparison.rows import Comparison, SentencePair
from db.comparison_out.chain import heaviest_chain, steps
from db.model import Block, Content


@dataclass(frozen=True, slots=True)
class Step:
    """A paragraph or table of the one document: of both reports, or of one."""

    left: Block | None
    right: Block | None

    @property
    def block(self) -> Block:
        """The block itself, the newer one where there are two."""
        found = self.right or self.left
        assert found is not None
        return found

    @property
    def is_table(self) -> bool:
        """Whether it stands for a table."""
        return self.block.table_id is not None


def paired_blocks(left: Content, right: Content, comparison: Comparison) -> list[Step]:
    """Return every block of both reports once, in an order that is reading order on either side."""
    sides = [list(content.blocks) for content in (left, right)]
    weights = _weights(sides, comparison)
    chain = heaviest_chain(weights)
    found = [
        Step(None if one is None else sides[0][one], None if two is None else sides[1][two])
        for one, two in steps(chain, len(sides[0]), len(sides[1]))
    ]
    return _held(found)


def _weights(sides: Sequence[list[Block]], comparison: Comparison) -> dict[tuple[int, int], float]:
    """How much of two blocks belongs together, in letters; by their places."""
    at = [{block.id: place for place, block in enumerate(side)} for side in sides]
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for pair in (*comparison.sentences, *comparison.frame):
        for one, two, letters in _shared(pair):
            weights[at[0][one], at[1][two]] += letters
    for ends, letters in [*_headings(sides, comparison), *_tables(sides, comparison), *_same(sides)]:
        weights[ends] += letters
    return {
        ends: weight
        for ends, weight in weights.items()
        if (sides[0][ends[0]].table_id is None) == (sides[1][ends[1]].table_id is None)
    }


def _shared(pair: SentencePair) -> list[tuple[int, int, float]]:
    found = []
    for one in pair.left:
        for two in pair.right:
            if one.place.block_id is not None and two.place.block_id is not None:
                letters = min(len(one.text), len(two.text)) * max(pair.similarity, 0.1)
                found.append((one.place.block_id, two.place.block_id, letters))
    return found


def _headings(sides: Sequence[list[Block]], comparison: Comparison) -> list[tuple[tuple[int, int], float]]:
    heads: list[dict[int | None, int]] = []
    for side in sides:
        first: dict[int | None, int] = {}
        for place, block in enumerate(side):
            if block.kind == "heading":
                first.setdefault(block.section_id, place)
        heads.append(first)
    found = []
    for pair in comparison.sections:
        one, two = heads[0].get(pair.left or 0), heads[1].get(pair.right or 0)
        if one is not None and two is not None:
            found.append(((one, two), 40 * max(pair.confidence, 0.1)))
    return found


def _tables(sides: Sequence[list[Block]], comparison: Comparison) -> list[tuple[tuple[int, int], float]]:
    at = [{block.table_id: place for place, block in enumerate(side) if block.table_id is not None} for side in sides]
    return [
        ((at[0][pair.left], at[1][pair.right]), 200.0)
        for pair in comparison.tables
        if pair.left in at[0] and pair.right in at[1]
    ]


def _same(sides: Sequence[list[Block]]) -> list[tuple[tuple[int, int], float]]:
    """Lines printed once in either report, letter for letter: captions, rules, what is no sentence."""
    times = [Counter(block.text for block in side) for side in sides]
    once = {block.text: place for place, block in enumerate(sides[0]) if times[0][block.text] == 1}
    return [
        ((once[block.text], place), len(block.text) / 2)
        for place, block in enumerate(sides[1])
        if block.text and times[1][block.text] == 1 and block.text in once
    ]


def _held(found: list[Step]) -> list[Step]:
    """Let the last paragraphs before a table and before the end be one.

    Word cannot join a paragraph whose end is struck out with a table, nor with nothing.
    """
    held: list[Step] = []
    for place, step in enumerate(found):
        held.append(step)
        is_end = place + 1 == len(found) or (found[place + 1].is_table and not step.is_table)
        if is_end and step.left is None and not step.is_table:
            gone = _last_gone(held)
            if gone is not None:
                held[-1] = Step(held.pop(gone).left, step.right)
    return held


def _last_gone(held: Sequence[Step]) -> int | None:
    """The place of the paragraph only the older report has that stands last before those only the newer has."""
    for place in range(len(held) - 1, -1, -1):
        step = held[place]
        if step.is_table or (step.left is not None and step.right is not None):
            return None
        if step.right is None:
            return place
    return None
