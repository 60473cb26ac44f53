"""How much stands under a section: notes, tables, numbers, changes; a parent has the sum of all below it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Content
from desktop.contents.holdings import Held, notes_of, numbers_of, tables_of


@dataclass(frozen=True, slots=True)
class Badges:
    """What a section holds, everything below it included; `changes` are against last year's report."""

    notes: int = 0
    tables: int = 0
    numbers: int = 0
    changes: int = 0


NONE = Badges()


def badges_of(content: Content, changes: Iterable[Held] = ()) -> dict[int, Badges]:
    """Return the badges of every section that has any. A note counts where its mark stands, a number where it does."""
    notes = Counter(section for section, _ in notes_of(content))
    tables = Counter(section for section, _ in tables_of(content))
    numbers = Counter(section for section, _ in numbers_of(content))
    changed: Counter[int | None] = Counter(one.section for one in changes)
    return _summed(content, notes, tables, numbers, changed)


def _summed(content: Content, *counters: Counter[int | None]) -> dict[int, Badges]:
    parents = {section.id: section.parent_id for section in content.sections}
    sums = {section_id: [0] * len(counters) for section_id in parents}
    for slot, counted in enumerate(counters):
        for section_id, count in counted.items():
            seen: set[int] = set()
            here = section_id
            while here in sums and here is not None and here not in seen:
                seen.add(here)
                sums[here][slot] += count
                here = parents[here]
    return {section_id: Badges(*four) for section_id, four in sums.items() if any(four)}
