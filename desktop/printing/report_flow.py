"""A report, or chosen sections of it, as bands: set as official documents are, with its notes where they are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from db.citations import chain, is_rule, label, number_path
from db.export.tables import export_table
from db.export.words import words
from db.model import Block, Content, Note, Report, Section, Table
from desktop.printing.grid import Manner, set_table
from desktop.printing.paper import PER_POINT, Paper
from desktop.printing.setting import Band, Look, Span, set_text

NotePlace = Literal["page", "section", "end"]
"""Where notes stand: at the foot of the page of their mark, at the end of its section, at the end of all."""
INDENT = 28.35
"""Points (1 cm) the first line of a paragraph is moved in."""


@dataclass(frozen=True)
class Flow:
    """Sets one report. `sections` are those chosen (with all below them), None for the whole report.

    `size` is that of the text in points, `continued` the words above a table that goes on.
    """

    report: Report
    content: Content
    paper: Paper
    family: str
    size: float = 14
    notes: NotePlace = "page"
    sections: frozenset[int] | None = None
    language: str = "vi"
    continued: str = ""
    heading: str = ""

    def bands(self) -> Iterator[Band]:
        """Yield the text from top to bottom; notes only where they stand in it."""
        if self.sections is not None and self.heading:
            yield from self._text(self.heading, Look(self.size, "b", "center", after=12, keep=True))
        waiting: list[int] = []
        before: int | None = None
        for block in self._blocks:
            top = self._top(block.section_id)
            if self.notes == "section" and top != before and waiting:
                yield from self._note_list(waiting)
                waiting = []
            before = top
            made = list(self._block(block))
            if self.notes != "page":
                waiting += [note for note in self._marked(block) if note not in waiting]
            yield from made
        loose = self._loose
        if self.notes == "page":
            yield from self._note_list(loose)
        else:
            yield from self._note_list([*waiting, *loose])

    def foot_notes(self) -> dict[int, list[Band]]:
        """Return the bands of every note that stands at the foot of a page."""
        if self.notes != "page":
            return {}
        marked = [note for block in self._blocks for note in self._marked(block)]
        return {note: self._note(self._notes[note]) for note in dict.fromkeys(marked) if note in self._notes}

    @cached_property
    def _blocks(self) -> list[Block]:
        chosen = self.sections
        if chosen is None:
            return list(self.content.blocks)
        return [block for block in self.content.blocks if self._within(block.section_id, chosen)]

    def _within(self, section_id: int | None, chosen: Collection[int]) -> bool:
        return any(section.id in chosen for section in chain(self._sections, section_id))

    @cached_property
    def _sections(self) -> dict[int, Section]:
        return {section.id: section for section in self.content.sections}

    @cached_property
    def _notes(self) -> dict[int, Note]:
        return {note.id: note for note in self.content.notes}

    @cached_property
    def _tables(self) -> dict[int, Table]:
        return {table.id: table for table in self.content.tables}

    @property
    def _loose(self) -> list[int]:
        """Notes without a mark; they belong to the whole report only."""
        if self.sections is not None:
            return []
        marked = {note for block in self.content.blocks for note in self._marked(block)}
        return [note.id for note in self.content.notes if note.id not in marked]

    def _top(self, section_id: int | None) -> int | None:
        path = chain(self._sections, section_id)
        return path[min(1, len(path) - 1)].id if path else None

    def _marked(self, block: Block) -> list[int]:
        found = [mark.note_id for mark in block.marks]
        if block.table_id is not None and block.table_id in self._tables:
            found += _table_notes(self._tables[block.table_id])
        return list(dict.fromkeys(found))

    def _block(self, block: Block) -> Iterator[Band]:
        if block.kind == "table":
            table = self._tables.get(block.table_id or 0)
            if table is not None and table.cells:
                yield from self._table(table)
            return
        look = self._look(block)
        text, spans, notes = self._with_marks(block)
        yield from self._text(text, look, spans, notes)

    def _table(self, table: Table) -> Iterator[Band]:
        made = export_table(self.report, self.content, table, None, self.language)
        width, height = self.paper.room
        ids = tuple(_table_notes(table))
        manner = Manner(self.family, width, height, self.continued, notes=ids)
        yield from set_table(made, manner)
        yield Band(8.0 * PER_POINT)

    def _look(self, block: Block) -> Look:
        size = self.size
        if block.kind == "heading":
            return Look(size, "b", block.align if block.align == "center" else "left", INDENT, before=6, keep=True)
        if block.kind == "header":
            is_title = block.text.strip().isupper()
            return Look(size, "b" if not is_rule(block) else "", "center", after=2 if is_title else 4, keep=is_title)
        if block.kind == "recipients":
            return Look(size - 2, "bi" if block.text.strip().endswith(":") else "", "left", after=0)
        if block.kind == "signature":
            half = self.paper.room[0] / PER_POINT / 2
            return Look(size, "b", "center", left=half, before=2, after=2, keep=True)
        align = block.align if block.align in {"center", "right"} else "justify"
        return Look(size, "", align, 0 if align == "center" else INDENT)

    def _with_marks(self, block: Block) -> tuple[str, list[Span], list[tuple[int, int]]]:
        """Return a block's words with the labels of its notes raised in them, its spans, and where notes stand."""
        text = ""
        spans: list[Span] = []
        notes: list[tuple[int, int]] = []
        moved: list[tuple[int, int]] = []  # offset in the block, letters put in before it
        done = 0
        for mark in sorted(block.marks, key=lambda one: one.offset):
            text += block.text[done : mark.offset]
            done = mark.offset
            its = self._notes.get(mark.note_id)
            tag = its.label if its is not None else ""
            # Two marks in a row would read as one number.
            joined = "," if spans and spans[-1].style == "^" and spans[-1].end == len(text) else ""
            spans.append(Span(len(text), len(text) + len(joined + tag), "^"))
            text += joined + tag
            notes.append((len(text), mark.note_id))
            moved.append((mark.offset, len(joined + tag)))
        text += block.text[done:]

        def at(offset: int, closing: bool) -> int:
            return offset + sum(
                letters for place, letters in moved if place < offset or (place == offset and not closing)
            )

        spans += [Span(at(one.start, False), at(one.end, True), one.style) for one in block.emphasis]
        return text, spans, notes

    def _text(
        self, text: str, look: Look, spans: Sequence[Span] = (), notes: Sequence[tuple[int, int]] = ()
    ) -> list[Band]:
        if not text.strip():
            return []
        return set_text(text, look, self.family, self.paper.room[0], spans, notes)

    def _note(self, note: Note) -> list[Band]:
        text = f"{note.label} {' '.join(note.text.split())}"
        look = Look(self.size - 3, "", "justify", after=1)
        return set_text(text, look, self.family, self.paper.room[0], [Span(0, len(note.label), "^")])

    def _note_list(self, notes: Sequence[int]) -> Iterator[Band]:
        known = [self._notes[note] for note in notes if note in self._notes]
        if not known:
            return
        title = words("notes_of", self.language, value="").strip(" :")
        yield from self._text(title, Look(self.size - 2, "bi", "left", before=6, after=3, keep=True))
        for note in known:
            yield from self._note(note)
        yield Band(6.0 * PER_POINT)


def section_names(content: Content, deepest: int = 2) -> list[tuple[int, int, str]]:
    """Return id, level and name of the sections one may choose for print, in reading order."""
    sections = {section.id: section for section in content.sections}
    found = []
    for section in content.sections:
        if section.level <= deepest and any(map(str.isalnum, section.number)):
            path = number_path(chain(sections, section.id))
            found.append((section.id, section.level, f"{path} {label(section)}".strip()))
    return found


def _table_notes(table: Table) -> list[int]:
    """Return the notes marked in a table, in the order an ExportTable numbers them."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.col))
    return list(dict.fromkeys(mark.note_id for cell in cells for mark in cell.marks))
