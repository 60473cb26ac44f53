"""The heaviest way through pairs that never goes back on either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Ends = tuple[int, int]


def heaviest_chain(weights: Mapping[Ends, float]) -> list[Ends]:
    """Return pairs that rise on both sides, each place used once, of the greatest weight in all.

    Keys are places (left, right) from 0. n log n; the first of several such chains in reading order.
    """
    pairs = sorted(weights, key=lambda ends: (ends[0], -ends[1]))
    best = _Best(max((right for _, right in pairs), default=-1) + 1)
    chosen: dict[Ends, Ends | None] = {}
    for ends in pairs:
        weight, before = best.below(ends[1])
        chosen[ends] = before
        best.put(ends[1], weight + weights[ends], ends)
    return _backwards(chosen, best.below(best.size)[1])


def _backwards(chosen: Mapping[Ends, Ends | None], last: Ends | None) -> list[Ends]:
    found = []
    while last is not None:
        found.append(last)
        last = chosen[last]
    return found[::-1]


class _Best:
    """The heaviest chain that ends below a place of the right side, kept in a Fenwick tree."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, Ends | None]] = [(0.0, None)] * (size + 1)

    def below(self, place: int) -> tuple[float, Ends | None]:
        found: tuple[float, Ends | None] = (0.0, None)
        while place > 0:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found

    def put(self, place: int, weight: float, ends: Ends) -> None:
        place += 1
        while place <= self.size:
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, ends)
            place += place & -place


def steps(chain: Iterable[Ends], left: int, right: int) -> list[tuple[int | None, int | None]]:
    """Return all places of both sides in one order: what only the left has before what only the right has."""
    found: list[tuple[int | None, int | None]] = []
    done = [0, 0]
    for one, two in (*chain, (left, right)):
        found += [(place, None) for place in range(done[0], one)]
        found += [(None, place) for place in range(done[1], two)]
        if (one, two) != (left, right):
            found.append((one, two))
        done = [one + 1, two + 1]
    return found
