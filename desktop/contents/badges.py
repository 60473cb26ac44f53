"""How much stands under a section: notes, tables, numbers; a parent has the sum of all below it. No Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from db.model import Content
from desktop.citations import note_sections, table_sections


@dataclass(frozen=True, slots=True)
class Badges:
    """What a section holds, everything below it included."""

    notes: int = 0
    tables: int = 0
    numbers: int = 0


NONE = Badges()


def badges_of(content: Content) -> dict[int, Badges]:
    """Return the badges of every section that has any. A note counts where its mark stands, a number where it does."""
    section_of_block = {block.id: block.section_id for block in content.blocks}
    section_of_table = table_sections(content)
    section_of_note = note_sections(content)
    numbers: Counter[int | None] = Counter()
    for figure in content.figures:
        place = figure.place
        if place.block_id is not None:
            numbers[section_of_block.get(place.block_id)] += 1
        elif place.note_id is not None:
            numbers[section_of_note.get(place.note_id)] += 1
        else:
            numbers[section_of_table.get(place.table_id or 0)] += 1
    notes, tables = Counter(section_of_note.values()), Counter(section_of_table.values())
    return _summed(content, notes, tables, numbers)


def _summed(
    content: Content, notes: Counter[int | None], tables: Counter[int | None], numbers: Counter[int | None]
) -> dict[int, Badges]:
    parents = {section.id: section.parent_id for section in content.sections}
    sums = {section_id: [0, 0, 0] for section_id in parents}
    for slot, counted in enumerate((notes, tables, numbers)):
        for section_id, count in counted.items():
            seen: set[int] = set()
            here = section_id
            while here in sums and here is not None and here not in seen:
                seen.add(here)
                sums[here][slot] += count
                here = parents[here]
    return {section_id: Badges(*three) for section_id, three in sums.items() if any(three)}
