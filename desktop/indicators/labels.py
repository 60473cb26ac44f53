"""Places labels beside each other without overlap, each as near to where it belongs as can be. No Qt."""

from __future__ import annotations

from collections.abc import Sequence


def without_overlap(wanted: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Return the middles of labels of one `height`, in the order given.

    `wanted` are the middles they should have; all stay between `top` and `bottom` as long
    as there is room for them. The sum of squared shifts is the least possible: labels that
    would touch are moved as one block, which stands where its members want to be on average.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    pitch = min(height, (bottom - top) / len(wanted)) if bottom > top else height
    blocks: list[tuple[float, list[int]]] = []  # middle of the first label, members
    for index in order:
        members = [index]
        first = wanted[index]
        while blocks and blocks[-1][0] + len(blocks[-1][1]) * pitch > first:
            members = blocks.pop()[1] + members
            first = sum(wanted[one] - place * pitch for place, one in enumerate(members)) / len(members)
            first = _inside(first, len(members), pitch, top, bottom)
        blocks.append((_inside(first, len(members), pitch, top, bottom), members))
    middles = [0.0] * len(wanted)
    for first, members in _kept_apart(blocks, pitch):
        for place, index in enumerate(members):
            middles[index] = first + place * pitch
    return middles


def _inside(first: float, count: int, pitch: float, top: float, bottom: float) -> float:
    return max(top + pitch / 2, min(first, bottom - (count - 0.5) * pitch))


def _kept_apart(blocks: list[tuple[float, list[int]]], pitch: float) -> list[tuple[float, list[int]]]:
    """Push blocks apart that the edges of the room have pressed together."""
    placed: list[tuple[float, list[int]]] = []
    limit = float("inf")
    for first, members in reversed(blocks):
        start = min(first, limit - len(members) * pitch)
        placed.append((start, members))
        limit = start
    return placed[::-1]
