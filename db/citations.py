"""How a place of a report is named: "I.2.3", its paragraph, and the line that says where words or numbers stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from db.messages import words_of
from db.model import Block, Content, Place, ReportData, Section
from db.vietnamese.folding import fold

PARAGRAPHS = ("paragraph", "item")
"""The kinds of blocks that are counted as the paragraphs of a section."""

_REPORT = "bao cao"


def chain(sections: Mapping[int, Section], section_id: int | None) -> list[Section]:
    """Return the section and what it stands in, outermost first; [] for an unknown id. Survives a ring of parents."""
    found: list[Section] = []
    seen: set[int] = set()
    while section_id is not None and section_id in sections and section_id not in seen:
        seen.add(section_id)
        found.append(sections[section_id])
        section_id = sections[section_id].parent_id
    return found[::-1]


def is_numbered(section: Section) -> bool:
    """Whether the section has a number one can cite; dashes and plus signs are not one."""
    return any(letter.isalnum() for letter in section.number)


def number_path(path: Iterable[Section]) -> str:
    """Return the numbers of a chain as one writes them: I, 1, 1.1 → "I.1.1"; dash items are left out."""
    parts: list[str] = []
    before = ""
    for section in path:
        if not is_numbered(section):
            continue
        number = section.number
        if before and number.startswith(before + "."):
            number = number[len(before) + 1 :]
        parts.append(number)
        before = section.number
    return ".".join(parts)


def label(section: Section) -> str:
    """Return a section's words on one line: its title, or the opening words of a paragraph without one."""
    return " ".join((section.title or section.opening).split())


def table_sections(content: Content) -> dict[int, int | None]:
    """Return the section each table stands in: that of its block, or what the table itself says."""
    found = {table.id: table.section_id for table in content.tables}
    found.update({block.table_id: block.section_id for block in content.blocks if block.table_id is not None})
    return found


def note_sections(content: Content) -> dict[int, int | None]:
    """Return the section each note's first mark stands in; notes without a mark are not in it."""
    found: dict[int, int | None] = {}
    for block in content.blocks:
        for mark in block.marks:
            found.setdefault(mark.note_id, block.section_id)
    of_table = table_sections(content)
    for table in content.tables:
        for cell in table.cells:
            for mark in cell.marks:
                found.setdefault(mark.note_id, of_table[table.id])
    return found


def caption_blocks(content: Content) -> dict[int, int]:
    """Return the blocks just above a table that print its caption, with that table; they are no paragraphs."""
    tables = {table.id: table for table in content.tables}
    found: dict[int, int] = {}
    for at, block in enumerate(content.blocks):
        table = tables.get(block.table_id) if block.table_id is not None else None
        if table is not None and table.caption:
            for before in content.blocks[max(0, at - 3) : at]:
                if before.text.strip().endswith(table.caption.strip()):
                    found[before.id] = table.id
    return found


def is_rule(block: Block) -> bool:
    """Whether a block is nothing but a row of dashes or stars."""
    words = block.text.strip()
    return block.kind != "item" and bool(words) and not words.strip("-–—_*=o. ")


def cite(
    data: ReportData, path: str, paragraph: int = 0, note: str = "", *, language: str = "vi", table: int = 0
) -> str:
    """Return the source line, as "(Báo cáo …, năm 2023, mục I.2, đoạn 3, chú thích 12)"; unknown parts are left out."""

    def part(key: str, value: object) -> str:
        return words_of("citation", key, language, value=value)

    name = " ".join(data.title.split())
    if not fold(name).startswith(_REPORT):
        # Titles are Vietnamese and often leave the word out: "tình hình thực hiện …".
        name = f"{words_of('citation', 'report', 'vi')} {name}" if name else part("report", "")
    parts = [name]
    if data.issuer:
        parts.append(data.issuer)
    if data.year is not None and str(data.year) not in name:
        parts.append(part("year", data.period or data.year))
    if path[:2].istitle() and path[1:2].islower():
        # "Phụ lục" is its own word: nobody writes "mục Phụ lục".
        parts.append(path)
        path = ""
    named = {"section": path, "table": table, "paragraph": paragraph, "note": note}
    parts += [part(key, value) for key, value in named.items() if value]
    return "(" + ", ".join(parts) + ")"


@dataclass(frozen=True)
class Cited:
    """What a citation says of a place in a report: empty or 0 where it does not apply.

    `table` counts the report's tables from 1.
    """

    section: str = ""
    heading: str = ""
    paragraph: int = 0
    note: str = ""
    table: int = 0


@dataclass(frozen=True)
class Places:
    """Names the places of one report; what it needs to know is worked out once."""

    content: Content

    def cited(self, place: Place) -> Cited:
        """Return how `place` is cited: a note by its own mark, a cell by its table; empty for an unknown place."""
        if place.note_id is not None:
            return self._note(place.note_id)
        if place.table_id is not None:
            path, heading = self._section(self._of_table.get(place.table_id))
            return Cited(path, heading, table=self._numbers.get(place.table_id, 0))
        section_id, paragraph = self._paragraphs.get(place.block_id or 0, (None, 0))
        path, heading = self._section(section_id)
        return Cited(path, heading, paragraph)

    def _note(self, note_id: int) -> Cited:
        block = self._marked.get(note_id)
        section_id = self._of_note.get(note_id)
        path, heading = self._section(section_id)
        paragraph = self._paragraphs[block][1] if block in self._paragraphs else 0
        return Cited(path, heading, paragraph, self._labels.get(note_id, ""))

    def _section(self, section_id: int | None) -> tuple[str, str]:
        path = chain(self._sections, section_id)
        numbered = [section for section in path if is_numbered(section)]
        return number_path(path), label(numbered[-1]) if numbered else ""

    @cached_property
    def _sections(self) -> dict[int, Section]:
        return {section.id: section for section in self.content.sections}

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {note.id: note.label for note in self.content.notes}

    @cached_property
    def _marked(self) -> dict[int, int]:
        return {mark.note_id: block.id for block in reversed(self.content.blocks) for mark in reversed(block.marks)}

    @cached_property
    def _of_note(self) -> dict[int, int | None]:
        return note_sections(self.content)

    @cached_property
    def _of_table(self) -> dict[int, int | None]:
        return table_sections(self.content)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {table.id: number for number, table in enumerate(self.content.tables, 1)}

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[int | None, int]]:
        """The section of every block, and its number among the paragraphs of the nearest numbered section."""
        counted: dict[int | None, int] = {}
        found: dict[int, tuple[int | None, int]] = {}
        captions = caption_blocks(self.content)
        for block in self.content.blocks:
            number = 0
            if block.kind in PARAGRAPHS and block.id not in captions and not is_rule(block):
                path = chain(self._sections, block.section_id)
                numbered = next((one.id for one in reversed(path) if is_numbered(one)), None)
                number = counted[numbered] = counted.get(numbered, 0) + 1
            found[block.id] = (block.section_id, number)
        return found
