"""Counts the lists of Word, in whichever of its formats they were kept, and prints their numbers: "I.", "1.1.", "a)".

ECMA-376 part 1, 17.9 and [MS-DOC] 2.4.6.3 describe one and the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from db.importer.readers.shared.number_formats import printed_number
from db.importer.readers.shared.symbols import BULLET, bullet

LONGEST_MARKER = 200
_HOLE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list. `text` has holes %1 … %9; `restart_after` is the depth (from 1) that restarts it.

    `restart_after` None means any depth above, 0 never.
    """

    start: int
    style: str
    text: str
    font: str = ""
    legal: bool = False
    restart_after: int | None = None
    picture: bool = False
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs name it: `counted_as` is the list it counts in, which it may share with others.

    `levels` are those of that list with its own in their place; `starts` are its own numbers to begin at, once.
    """

    counted_as: Hashable
    levels: Mapping[int, Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


class ListCounters:
    """Where each list has come to. Paragraphs have to be asked for in reading order."""

    def __init__(self) -> None:
        self._counters: dict[Hashable, dict[int, int]] = {}
        self._started: set[tuple[Hashable, int]] = set()

    def marker(self, name: Hashable, one: NumberedList, depth: int) -> str:
        """Count a paragraph at `depth` (from 0) of the list called `name`; return its number, "" if it has none."""
        level = one.levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(one.counted_as, {})
        start = one.starts.get(depth)
        if start is not None and (name, depth) not in self._started:
            self._started.add((name, depth))
            counters[depth] = start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        _restart_deeper(one.levels, depth, counters)
        return _printed(level, one.levels, counters)[:LONGEST_MARKER]


def _restart_deeper(levels: Mapping[int, Level], depth: int, counters: dict[int, int]) -> None:
    for deeper in [each for each in counters if each > depth]:
        restart = levels[deeper].restart_after if deeper in levels else None
        if restart is None or depth < restart:
            del counters[deeper]


def _printed(level: Level, levels: Mapping[int, Level], counters: dict[int, int]) -> str:
    if level.style == "bullet":
        return BULLET if level.picture else bullet(level.text, level.font)

    def number(hole: re.Match[str]) -> str:
        depth = int(hole.group(1)) - 1
        other = levels.get(depth)
        style = "decimal" if level.legal or other is None else other.style
        return printed_number(counters.get(depth, other.start if other else 1), style)

    return _HOLE.sub(number, level.text)
