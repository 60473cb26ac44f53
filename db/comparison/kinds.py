"""What became of each section: its pairs, items among them, and the kinds each pair is of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.comparison.alignment import rising
from db.comparison.masking import keys
from db.comparison.matching import Matched
from db.comparison.ordering import ordered
from db.comparison.redline import redline
from db.comparison.rows import SectionPair
from db.comparison.sections import UnitPair
from db.comparison.trees import Tree
from db.model import Section

Ends = tuple[int, int]

WEIGHT = ("dropped", "new", "split", "merged", "moved", "retitled", "renumbered", "same")


def section_pairs(
    left: Tree, right: Tree, units: Sequence[UnitPair], rows: Sequence[Matched], masked: bool
) -> list[SectionPair]:
    """Return every section of both reports in at least one pair, in the order of the right report."""
    ends: dict[Ends, tuple[float, bool, bool]] = {}
    for unit in units:
        one, two = left.units[unit.left].section, right.units[unit.right].section
        if one and two:
            ends[one.id, two.id] = (unit.confidence, unit.main, unit.by_hand)
    ends |= _items(rows, ends)
    known = _Known(left, right, ends)
    drafts = [_pair(known, pair, masked) for pair in ends]
    drafts += [_alone(section, None) for section in left.content.sections if section.id not in known.rights_of]
    drafts += [_alone(None, section) for section in right.content.sections if section.id not in known.lefts_of]
    return _numbered(drafts)


def _items(rows: Iterable[Matched], ends: dict[Ends, tuple[float, bool, bool]]) -> dict[Ends, tuple[float, bool, bool]]:
    """Pair what has no pair yet, run-in and dash items above all, by the sentences in it."""
    votes: Counter[Ends] = Counter()
    scores: dict[Ends, list[float]] = defaultdict(list)
    for row in rows:
        for one in {sentence.spot.section_id for sentence in row.left}:
            for two in {sentence.spot.section_id for sentence in row.right}:
                if one and two:
                    votes[one, two] += sum(len(sentence.text) for sentence in row.right)
                    scores[one, two].append(row.score)
    lefts, rights = {one for one, _ in ends}, {two for _, two in ends}
    found: dict[Ends, tuple[float, bool, bool]] = {}
    for (one, two), _ in sorted(votes.items(), key=lambda item: (-item[1], sum(item[0]), item[0])):
        free = (one not in lefts, two not in rights)
        if all(free) or (any(free) and len(scores[one, two]) > 0 and _between_items(one, two, lefts, rights, found)):
            mean = sum(scores[one, two]) / len(scores[one, two])
            found[one, two] = (round(mean, 3), all(free), False)
            lefts.add(one)
            rights.add(two)
    return found


def _between_items(
    one: int, two: int, lefts: set[int], rights: set[int], found: dict[Ends, tuple[float, bool, bool]]
) -> bool:
    """A second item of one that is paired already: only if that was by its sentences too."""
    taken = {pair for pair in found if pair[0] == one or pair[1] == two}
    return bool(taken) and (one in lefts) != (two in rights)


class _Known:
    """Looks up both reports' sections and their pairs."""

    def __init__(self, left: Tree, right: Tree, ends: dict[Ends, tuple[float, bool, bool]]) -> None:
        self.left = {section.id: section for section in left.content.sections}
        self.right = {section.id: section for section in right.content.sections}
        self.heads = (
            {unit.section.id: unit.heading for unit in left.units if unit.section},
            {unit.section.id: unit.heading for unit in right.units if unit.section},
        )
        self.ends = ends
        self.rights_of: dict[int, list[int]] = defaultdict(list)
        self.lefts_of: dict[int, list[int]] = defaultdict(list)
        for one, two in ends:
            self.rights_of[one].append(two)
            self.lefts_of[two].append(one)
        self.out_of_order = self._out_of_order()

    def _out_of_order(self) -> set[Ends]:
        groups: dict[tuple[int | None, int | None], list[Ends]] = defaultdict(list)
        for (one, two), (_, main, _) in self.ends.items():
            if main:
                groups[self.left[one].parent_id, self.right[two].parent_id].append((one, two))
        found: set[Ends] = set()
        for group in groups.values():
            group.sort()
            stay = set(rising([two for _, two in group]))
            found |= {pair for place, pair in enumerate(group) if place not in stay}
        return found

    def under_others(self, one: int, two: int) -> bool:
        """Whether the sections above them are no pair."""
        above = (self.left[one].parent_id, self.right[two].parent_id)
        return above != (None, None) and (None in above or above not in self.ends)


def _pair(known: _Known, ends: Ends, masked: bool) -> SectionPair:
    one, two = known.left[ends[0]], known.right[ends[1]]
    confidence, main, by_hand = known.ends[ends]
    kinds = []
    if len(known.rights_of[one.id]) > 1:
        kinds.append("split")
    if len(known.lefts_of[two.id]) > 1:
        kinds.append("merged")
    if ends in known.out_of_order or (main and known.under_others(one.id, two.id)):
        kinds.append("moved")
    if one.title and two.title and keys(one.title, masked) != keys(two.title, masked):
        kinds.append("retitled")
    if one.number != two.number:
        kinds.append("renumbered")
    kinds = kinds or ["same"]
    kind = next(kind for kind in WEIGHT if kind in kinds)
    heads = known.heads[0].get(one.id, ""), known.heads[1].get(two.id, "")
    runs = redline(*heads, masked) if all(heads) else ()
    titled = bool(one.title or two.title)
    return SectionPair(0, one.id, two.id, kind, tuple(kinds), confidence, titled, by_hand, runs)


def _alone(one: Section | None, two: Section | None) -> SectionPair:
    section = one or two
    assert section is not None
    kind = "dropped" if one else "new"
    return SectionPair(0, one.id if one else None, two.id if two else None, kind, (kind,), 1.0, bool(section.title))


def _numbered(drafts: list[SectionPair]) -> list[SectionPair]:
    return [replace(pair, id=place) for place, pair in enumerate(in_order(drafts), start=1)]


def in_order(pairs: Sequence[SectionPair]) -> list[SectionPair]:
    """Return pairs of sections in the order of the right report."""
    return ordered(
        pairs,
        lambda pair: None if pair.left is None else (pair.left,),
        lambda pair: None if pair.right is None else (pair.right,),
        lambda pair: "moved" not in pair.kinds,
    )
