"""The titles of the sections a place stands under."""

from __future__ import annotations

from db.model import Content, Place


class Titles:
    """Looks up the titled sections over a block, a note or a table of one report."""

    def __init__(self, content: Content) -> None:
        self._sections = {section.id: section for section in content.sections}
        self._blocks = {block.id: block.section_id for block in content.blocks}
        self._tables = {table.id: table.section_id for table in content.tables}
        self._notes: dict[int, int | None] = {}
        for block in content.blocks:
            for mark in block.marks:
                self._notes.setdefault(mark.note_id, block.section_id)
        self._known: dict[int | None, tuple[str, ...]] = {None: ()}

    def over(self, place: Place) -> tuple[str, ...]:
        """Return the titles, the innermost last; sections without a title are passed over."""
        if place.block_id is not None:
            return self._titles(self._blocks.get(place.block_id))
        if place.note_id is not None:
            return self._titles(self._notes.get(place.note_id))
        return self._titles(self._tables.get(place.table_id or 0))

    def _titles(self, section_id: int | None) -> tuple[str, ...]:
        if section_id not in self._known:
            section = self._sections.get(section_id or 0)
            # a section stands before those under it, so that this ends
            above = section.parent_id if section and (section.parent_id or 0) < section.id else None
            own = (section.title,) if section and section.title else ()
            self._known[section_id] = (*self._titles(above), *own) if section else ()
        return self._known[section_id]
