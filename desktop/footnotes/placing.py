"""Where the cards go: in order, apart, as near to their marks' lines as all of them together can be. Numbers only."""

from __future__ import annotations

from collections.abc import Sequence


def share_out(wanted: Sequence[float], least: float, room: float, gap: float) -> list[float]:
    """Return the height of each card: what it wants where all fit in `room`, else the tallest are cut to one height.

    None is cut below `least`; then the cards need more than `room`.
    """
    room -= gap * max(0, len(wanted) - 1)
    if not wanted or sum(wanted) <= room:
        return list(wanted)
    rest, count = room, len(wanted)
    cap = least
    for height in sorted(wanted):
        if height * count >= rest:
            cap = rest / count
            break
        rest -= height
        count -= 1
    cap = max(cap, least)
    return [min(height, cap) for height in wanted]


def place(lines: Sequence[float], heights: Sequence[float], gap: float, room: float) -> list[float]:
    """Return the top of each card: the least sum of squared distances to `lines` under order, gap and `room`.

    Where the cards together are taller than `room`, they begin at 0 and run over its end.
    """
    offsets, total = [], 0.0
    for height in heights:
        offsets.append(total)
        total += height + gap
    most = max(0.0, room - (total - gap))
    pools: list[tuple[float, int]] = []  # mean and count of cards that touch
    for line, offset in zip(lines, offsets, strict=True):
        mean, count = line - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean = (mean * count + other * more) / (count + more)
            count += more
        pools.append((mean, count))
    free = [min(max(mean, 0.0), most) for mean, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(free, offsets, strict=True)]
