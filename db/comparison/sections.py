"""Which section of this year's report is which of last year's, one to one; then who was split, who was merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.comparison.evidence import Weigher
from db.comparison.splits import further
from db.comparison.trees import Tree, Unit

Pairings = tuple[tuple[int | None, int | None], ...]

_ENOUGH = 0.45
_LEAST = 0.33
_ROUNDS = 3
_PARENT, _NUMBER, _LEVEL, _ORDER = 0.15, 0.05, 0.06, 0.06


@dataclass(frozen=True, slots=True)
class UnitPair:
    """Two units that belong together; `main` unless one of them belongs more to another."""

    left: int
    right: int
    confidence: float
    main: bool = True
    by_hand: bool = False


def pair_units(left: Tree, right: Tree, pairings: Pairings = ()) -> list[UnitPair]:
    """Return all pairs of units, the two outsides among them.

    `pairings` are pairs of section ids set by hand, None for "has no like"; they hold whatever the text says.
    """
    fixed, lonely = _by_hand(left, right, pairings)
    weigher = Weigher(left, right)
    main = _matched(weigher, fixed, lonely)
    pairs = [UnitPair(0, 0, 1.0)]
    for i, j in sorted(main.items()):
        by_hand = fixed.get(i) == j
        pairs.append(UnitPair(i, j, 1.0 if by_hand else _confidence(weigher, i, j, main), True, by_hand))
    more = further(weigher, main, {i for side, i in lonely if side == 0}, {j for side, j in lonely if side == 1})
    kept = [(i, j, weight) for i, j, weight in more if i not in fixed and j not in fixed.values()]
    extra = _by_hand_more(left, right, pairings, main)
    taken = {(i, j) for i, j, _ in kept}
    pairs += [UnitPair(i, j, 1.0, False, True) for i, j in extra if (i, j) not in taken]
    pairs += [UnitPair(i, j, round(min(1.0, weight), 3), False) for i, j, weight in kept]
    if 1 in {len(left.units), len(right.units)}:  # one has no headings: all of it may be any section of the other
        pairs += [UnitPair(0, unit.index, 1.0, False) for unit in right.units[1:]]
        pairs += [UnitPair(unit.index, 0, 1.0, False) for unit in left.units[1:]]
    return pairs


def _by_hand(left: Tree, right: Tree, pairings: Pairings) -> tuple[dict[int, int], set[tuple[int, int]]]:
    fixed: dict[int, int] = {}
    lonely: set[tuple[int, int]] = set()
    for one, two in pairings:
        i, j = _titled(left, one), _titled(right, two)
        if i is not None and j is not None and i not in fixed and j not in fixed.values():
            fixed[i] = j
        elif i is not None and two is None:
            lonely.add((0, i))
        elif j is not None and one is None:
            lonely.add((1, j))
    return fixed, lonely


def _by_hand_more(left: Tree, right: Tree, pairings: Pairings, main: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pairs set by hand beyond the first of a section: the user says that it was split or merged."""
    found = []
    for one, two in pairings:
        i, j = _titled(left, one), _titled(right, two)
        if i is not None and j is not None and main.get(i) != j:
            found.append((i, j))
    return found


def _titled(tree: Tree, section_id: int | None) -> int | None:
    unit = tree.unit_of.get(section_id) if section_id is not None else None
    section = tree.units[unit].section if unit else None
    return unit if section is not None and section.id == section_id else None


def _matched(weigher: Weigher, fixed: Mapping[int, int], lonely: set[tuple[int, int]]) -> dict[int, int]:
    """Take the strongest pair, then the next; what is known of parents and order weighs in the next round."""
    weights = {
        (i, j): weigher.evidence(i, j).weight
        for i, j in weigher.candidates()
        if (0, i) not in lonely and (1, j) not in lonely and i not in fixed and j not in fixed.values()
    }
    main: dict[int, int] = dict(fixed)
    for turn in range(_ROUNDS):
        scored = []
        for (i, j), weight in weights.items():
            score = weight + _context(weigher, i, j, weights, main if turn else None)
            if weight >= _LEAST and score >= _ENOUGH:
                scored.append((round(-score, 6), i + j, i, j))
        found = dict(fixed)
        taken = set(fixed.values())
        for _, _, i, j in sorted(scored):
            if i not in found and j not in taken:
                found[i] = j
                taken.add(j)
        if found == main and turn:
            break
        main = found
    return main


def _context(
    weigher: Weigher, i: int, j: int, weights: Mapping[tuple[int, int], float], main: Mapping[int, int] | None
) -> float:
    one, two = weigher.trees[0].units[i], weigher.trees[1].units[j]
    above = (one.parent or 0, two.parent or 0)
    if above == (0, 0):
        parents = 1.0
    elif 0 in above:
        parents = 0.0
    else:
        parents = min(1.0, weights.get(above, 0.0) * 1.3) if main is None else float(main.get(above[0]) == above[1])
    number = float(_number(one) == _number(two) != "")
    order = 1 - abs(_place(weigher.trees[0], one) - _place(weigher.trees[1], two))
    return _PARENT * parents + _NUMBER * number + _ORDER * order - _LEVEL * abs(one.level - two.level)


def _number(unit: Unit) -> str:
    """The last step of its number: "2.1" and "3.1" are both the first of their kind."""
    return unit.section.number.rpartition(".")[2] if unit.section else ""


def _place(tree: Tree, unit: Unit) -> float:
    siblings = tree.units[unit.parent or 0].children
    return siblings.index(unit.index) / max(1, len(siblings) - 1) if len(siblings) > 1 else 0.0


def _confidence(weigher: Weigher, i: int, j: int, main: Mapping[int, int]) -> float:
    evidence = weigher.evidence(i, j)
    one, two = weigher.trees[0].units[i], weigher.trees[1].units[j]
    above = main.get(one.parent, 0) == two.parent if one.parent else not two.parent
    sure = 1 - (1 - evidence.weight) * (0.55 if above else 1.0)
    return round(min(1.0, sure), 3)
