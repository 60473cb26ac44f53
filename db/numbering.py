"""New ids for the parts of a report, by their place in reading order, whatever ids they had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.model import Content, Mark, Place


@dataclass(frozen=True, slots=True)
class Numbering:
    """Old id to new id, one table per kind of part."""

    sections: dict[int, int]
    blocks: dict[int, int]
    notes: dict[int, int]
    tables: dict[int, int]

    def section(self, old: int | None) -> int | None:
        """Return the new id of a section, None for None; KeyError if there is no such section."""
        return None if old is None else self.sections[old]

    def block(self, old: int | None) -> int | None:
        """Return the new id of a block, None for None; KeyError if there is no such block."""
        return None if old is None else self.blocks[old]

    def table(self, old: int | None) -> int | None:
        """Return the new id of a table, None for None; KeyError if there is no such table."""
        return None if old is None else self.tables[old]

    def place(self, old: Place) -> tuple[int | None, int | None, int | None, int | None, int | None]:
        """Return block, note, table, row and column of a place; KeyError if it points nowhere."""
        note = None if old.note_id is None else self.notes[old.note_id]
        return self.block(old.block_id), note, self.table(old.table_id), old.row, old.col


def numbering(content: Content, base: int = 0, first_note: int = 0) -> Numbering:
    """Number every kind from `base` + 1, notes from `base` + `first_note` + 1."""
    return Numbering(
        sections=_in_order((part.id for part in content.sections), base),
        blocks=_in_order((part.id for part in content.blocks), base),
        notes=_in_order((part.id for part in content.notes), base + first_note),
        tables=_in_order((part.id for part in content.tables), base),
    )


def _in_order(ids: Iterable[int], base: int) -> dict[int, int]:
    return {old: new for new, old in enumerate(ids, base + 1)}


def renumbered(content: Content) -> Content:
    """Return the same report with every part numbered from 1 in reading order, as a reader gives it."""
    ids = numbering(content)

    def marks(old: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(replace(mark, note_id=ids.notes[mark.note_id]) for mark in old)

    return replace(
        content,
        sections=tuple(
            replace(part, id=ids.sections[part.id], parent_id=ids.section(part.parent_id)) for part in content.sections
        ),
        blocks=tuple(
            replace(
                part,
                id=ids.blocks[part.id],
                section_id=ids.section(part.section_id),
                table_id=ids.table(part.table_id),
                marks=marks(part.marks),
            )
            for part in content.blocks
        ),
        notes=tuple(replace(part, id=ids.notes[part.id]) for part in content.notes),
        tables=tuple(
            replace(
                part,
                id=ids.tables[part.id],
                section_id=ids.section(part.section_id),
                cells=tuple(replace(cell, marks=marks(cell.marks)) for cell in part.cells),
            )
            for part in content.tables
        ),
        figures=tuple(
            replace(part, id=number, place=Place(*ids.place(part.place)))
            for number, part in enumerate(content.figures, 1)
        ),
        findings=tuple(replace(part, block_id=ids.block(part.block_id)) for part in content.findings),
    )
