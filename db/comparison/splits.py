"""Sections that went into several, and several that went into one, told from the pairs already found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from db.comparison.evidence import Weigher, title_parts
from db.comparison.trees import Tree, Unit

_PART = 0.6
_LIKE, _CLEARLY = 0.25, 1.25
_FEW = 8

Further = list[tuple[int, int, float]]


def further(
    weigher: Weigher, main: Mapping[int, int], lonely_left: Collection[int], lonely_right: Collection[int]
) -> Further:
    """Return pairs beyond the one-to-one ones with their confidence: (left unit, right unit, 0 … 1)."""
    back = {j: i for i, j in main.items()}
    sides = _Sides(weigher, main, back)
    flipped = _Sides(weigher, back, main, flipped=True)
    found: dict[tuple[int, int], float] = {}
    for i, j, weight in (*sides.found(), *((i, j, weight) for j, i, weight in flipped.found())):
        if i in lonely_left or j in lonely_right or main.get(i) == j:
            continue
        found[i, j] = max(weight, found.get((i, j), 0.0))
    return [(i, j, weight) for (i, j), weight in sorted(found.items())]


class _Sides:
    """Looks for splits: one unit of `here` that became several of `there`. Flipped, it looks for merges."""

    def __init__(
        self, weigher: Weigher, main: Mapping[int, int], back: Mapping[int, int], flipped: bool = False
    ) -> None:
        self._weigher = weigher
        self._main, self._back = main, back
        self._here, self._there = weigher.trees[::-1] if flipped else weigher.trees
        self._flipped = flipped
        self._named = _Named(self._there)

    def found(self) -> Further:
        """Return the splits, (unit of here, unit of there, confidence)."""
        subjects = self._shared_subjects()
        elsewhere = {two for _, two, _ in subjects}
        parts = [
            (one, two, weight)
            for one, two, weight in self._leaf_to_container()
            if two not in elsewhere or self._names(self._here.units[one], self._there.units[two])
        ]
        known = [*parts, *subjects, *self._children_beside()]
        paired = {two for _, two, _ in known}
        return [*known, *(row for row in self._out_of_siblings() if row[1] not in paired)]

    def _content(self, one: int, two: int) -> float:
        return self._weigher.content(two, one) if self._flipped else self._weigher.content(one, two)

    def _leaf_to_container(self) -> Further:
        """A section without parts is now one with parts and no words of its own: each part is of it."""
        found: Further = []
        for one, two in self._main.items():
            leaf, container = self._here.units[one], self._there.units[two]
            if leaf.children or not leaf.sentences or not container.children or _own_words(container) > 1:
                continue
            for child in container.children:
                partner = self._back.get(child)
                if partner is None or _is_below(self._here, partner, one):
                    found.append((one, child, 0.6 + 0.3 * self._content(one, child)))
        return found

    def _shared_subjects(self) -> Further:
        """A subject of a title that neither side's partner has, but both of these: it went from one to the other."""
        found: Further = []
        for one in self._here.units[1:]:
            for part in title_parts(one.title):
                if self._covered(part, self._main.get(one.index), self._there):
                    continue
                for two in self._named.units(part):
                    if not self._may_share(one.index, two.index):
                        continue
                    partner = self._back.get(two.index)
                    if partner is not None and self._covered(_shared(part, two), partner, self._here):
                        continue
                    found.append((one.index, two.index, 0.65))
        return found

    def _may_share(self, one: int, two: int) -> bool:
        """Not with what holds its partner, nor across the great parts of a report."""
        partner = self._main.get(one)
        if partner is not None and _is_below(self._there, partner, two):
            return False
        roots = _root(self._here, one), _root(self._there, two)
        return self._main.get(roots[0]) == roots[1] or roots == (one, two)

    def _out_of_siblings(self) -> Further:
        """A section without a like whose words stand in one section under its parent's partner."""
        found: Further = []
        for unit in self._there.units[1:]:
            above = self._back.get(unit.parent) if unit.parent else None
            if unit.index in self._back or unit.children or above is None:
                continue
            ranked = sorted(
                (
                    (self._content(one, unit.index), one)
                    for one in self._here.units[above].children
                    if not self._here.units[one].children
                ),
                reverse=True,
            )
            weights = [weight for weight, _ in ranked] + [0.0, 0.0]
            if weights[0] >= _LIKE and weights[0] >= _CLEARLY * weights[1]:
                found.append((ranked[0][1], unit.index, 0.3 + weights[0] / 2))
        return found

    def _covered(self, part: frozenset[str], partner: int | None, tree: Tree) -> bool:
        return partner is not None and _has(part, tree.units[partner])

    def _children_beside(self) -> Further:
        """A child that now stands beside its parent's partner: the parent was split."""
        found: Further = []
        for one, two in self._main.items():
            parent = self._here.units[one].parent
            partner = self._main.get(parent) if parent else None
            if not parent or partner is None or partner == two:
                continue
            beside = self._there.units[partner].parent == self._there.units[two].parent
            if beside and self._names(self._here.units[parent], self._there.units[two]):
                found.append((parent, two, 0.6))
        return found

    def _names(self, parent: Unit, unit: Unit) -> bool:
        return any(_has(part, unit) for part in title_parts(parent.title))


class _Named:
    """Finds the units of a report whose titles name a subject."""

    def __init__(self, tree: Tree) -> None:
        self._units: dict[str, list[Unit]] = defaultdict(list)
        self._known: dict[frozenset[str], list[Unit]] = {}
        for unit in tree.units[1:]:
            for word in sorted({word for part in title_parts(unit.title) for word in part}):
                self._units[word].append(unit)

    def units(self, part: frozenset[str]) -> list[Unit]:
        """Return the units that name it; none where so many do ("Hạn chế") that it leads nowhere."""
        if part not in self._known:
            near = {unit.index: unit for word in part for unit in self._units[word]}
            found = [near[index] for index in sorted(near) if _has(part, near[index])]
            self._known[part] = found if len(found) <= _FEW else []
        return self._known[part]


def _is_below(tree: Tree, unit: int, above: int) -> bool:
    parent: int | None = unit
    while parent is not None:
        if parent == above:
            return True
        parent = tree.units[parent].parent
    return False


def _root(tree: Tree, unit: int) -> int:
    parent = tree.units[unit].parent
    while parent:
        unit, parent = parent, tree.units[parent].parent
    return unit


def _own_words(unit: Unit) -> int:
    return len(unit.sentences)


def _has(part: frozenset[str], unit: Unit) -> bool:
    """Whether a title names the subject: most of its words in one part of the title."""
    return any(len(part & other) >= _PART * max(len(part), len(other)) for other in title_parts(unit.title))


def _shared(part: frozenset[str], unit: Unit) -> frozenset[str]:
    return max(title_parts(unit.title), key=lambda other: (len(part & other), sorted(other)))
