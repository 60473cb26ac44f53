"""A PLC: n + 1 positions, then n things of one size that stand between them ([MS-DOC] 2.2.2)."""

from __future__ import annotations

import struct
from typing import NamedTuple


class Entry(NamedTuple):
    """One thing of a PLC: it holds from `start` to before `end`; `data` is what the PLC says of it."""

    start: int
    end: int
    data: bytes


def read_plc(raw: bytes, size: int) -> list[Entry]:
    """Return the entries of a PLC whose things take `size` bytes each; empty for one that is cut off."""
    count = (len(raw) - 4) // (4 + size)
    if count <= 0:
        return []
    positions = struct.unpack_from(f"<{count + 1}I", raw)
    first = 4 * (count + 1)
    return [
        Entry(positions[at], positions[at + 1], raw[first + at * size : first + (at + 1) * size]) for at in range(count)
    ]
