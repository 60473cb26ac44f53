"""A report as lines on one long page: what is printed where, and which words of the report it is. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from db.model import Block, Cell, Content, Emphasis, Figure, Mark, Note, Place, Section, Table
from desktop.citations import chain, is_numbered
from desktop.live_words import live_words
from desktop.reading.passage import Passage, Run

HAIR_SPACE = "\u200a"
NO_LABEL = "*"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading, caption or table of the page.

    `kind` is a kind of block, or "title", "subtitle", "caption", "rule". `opens` tells whether it
    is the first of several of its kind, `closes` whether it is the last. `level` is the section's level (0 outside),
    `depth` how many dash or plus items it stands in, `paragraph` its number in the nearest
    numbered section, from 1 (0 where it is not counted).
    """

    kind: str
    section_id: int | None
    passage: Passage
    level: int = 0
    depth: int = 0
    paragraph: int = 0
    align: str = ""
    marker: str = ""
    opens: bool = False
    closes: bool = False
    table: Table | None = None
    cells: tuple[tuple[Cell, Passage], ...] = ()

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage of the line in reading order: one, or those of the cells."""
        return tuple(passage for _, passage in self.cells) if self.table else (self.passage,)


@dataclass(frozen=True, slots=True)
class Page:
    """All lines in reading order, and where blocks, tables, sections and marks stand among them."""

    content: Content
    lines: tuple[Line, ...]
    line_of_block: Mapping[int, int]
    line_of_table: Mapping[int, int]
    line_of_section: Mapping[int, int]
    line_of_note: Mapping[int, int]
    sections: Mapping[int, Section]
    notes: Mapping[int, Note]
    figures: Mapping[int, Figure]
    note_order: tuple[int, ...]

    def line_of(self, place: Place) -> int | None:
        """Return the line a place stands on; a note stands where its mark does."""
        if place.block_id is not None:
            return self.line_of_block.get(place.block_id)
        if place.table_id is not None:
            return self.line_of_table.get(place.table_id)
        return self.line_of_note.get(place.note_id or 0)


def page_of(content: Content) -> Page:
    """Set out a report: every block and table once, in order."""
    sections = {section.id: section for section in content.sections}
    notes = {note.id: note for note in content.notes}
    lines = _grouped(list(_Compositor(content, sections, notes).lines()))
    blocks: dict[int, int] = {}
    tables: dict[int, int] = {}
    marks: dict[int, int] = {}
    firsts: dict[int, int] = {}
    order: list[int] = []
    for index, line in enumerate(lines):
        if line.table is not None:
            tables[line.table.id] = index
        if line.passage.place.block_id is not None:
            blocks.setdefault(line.passage.place.block_id, index)
        for passage in line.passages():
            for note_id, _, _ in passage.mark_columns():
                if note_id not in marks:
                    marks[note_id] = index
                    order.append(note_id)
        for section in chain(sections, line.section_id):
            firsts.setdefault(section.id, index)
    figures = {figure.id: figure for figure in content.figures}
    return Page(content, lines, blocks, tables, firsts, marks, sections, notes, figures, tuple(order))


class _Compositor:
    """Turns the blocks of one report into lines."""

    def __init__(self, content: Content, sections: Mapping[int, Section], notes: Mapping[int, Note]) -> None:
        self._content = content
        self._sections = sections
        self._notes = notes
        self._tables = {table.id: table for table in content.tables}
        self._figures: dict[Place, list[Figure]] = defaultdict(list)
        self._paragraphs: dict[int | None, int] = defaultdict(int)
        for figure in content.figures:
            self._figures[figure.place].append(figure)

    def lines(self) -> Iterator[Line]:
        """Yield the lines in reading order."""
        captions = self._caption_blocks()
        for block in self._content.blocks:
            table = self._tables.get(block.table_id) if block.table_id is not None else None
            if table is None:
                is_caption = block.id in captions and block.kind in ("paragraph", "item")
                yield self._text_line(block, "caption" if is_caption else _kind(block))
                continue
            if table.caption and table.id not in captions.values():
                yield self._caption(block, table)
            yield self._table_line(block, table)

    def _caption_blocks(self) -> dict[int, int]:
        """Return the blocks above a table that print its caption, with that table, so that it is not shown twice."""
        found = {}
        recent: list[Block] = []
        for block in self._content.blocks:
            table = self._tables.get(block.table_id) if block.table_id is not None else None
            if table is not None and table.caption:
                for before in recent[-3:]:
                    if before.text.strip().endswith(table.caption.strip()):
                        found[before.id] = table.id
            recent.append(block)
        return found

    def _text_line(self, block: Block, kind: str) -> Line:
        path = chain(self._sections, block.section_id)
        section = path[-1] if path else None
        numbered = next((one.id for one in reversed(path) if is_numbered(one)), None)
        paragraph = 0
        if kind in ("paragraph", "item"):
            self._paragraphs[numbered] += 1
            paragraph = self._paragraphs[numbered]
        place = Place(block_id=block.id)
        passage = Passage(
            place, block.text, self._runs(block.text, block.marks, block.emphasis, self._figures.get(place, []))
        )
        marker = section.marker if section and kind == "item" and block.text.startswith(section.marker) else ""
        depth = sum(1 for one in path[:-1] if not is_numbered(one) or not one.title)
        level = section.level if section else 0
        return Line(kind, block.section_id, passage, level, depth, paragraph, block.align, marker)

    def _caption(self, block: Block, table: Table) -> Line:
        text = table.caption
        return Line("caption", block.section_id, Passage(Place(table_id=table.id), text, (Run(text, 0),)))

    def _table_line(self, block: Block, table: Table) -> Line:
        cells = []
        for cell in sorted(table.cells, key=lambda one: (one.row, one.col)):
            place = Place(table_id=table.id, row=cell.row, col=cell.col)
            runs = self._runs(cell.text, cell.marks, (), self._figures.get(place, []))
            cells.append((cell, Passage(place, cell.text, runs)))
        return Line(
            "table", block.section_id, Passage(Place(block_id=block.id), "", ()), table=table, cells=tuple(cells)
        )

    def _runs(
        self, text: str, marks: tuple[Mark, ...], emphasis: tuple[Emphasis, ...], figures: list[Figure]
    ) -> tuple[Run, ...]:
        if not marks and not emphasis and not figures:
            return (Run(text, 0),) if text else ()
        end = len(text)
        cuts = {0, end, *(min(mark.offset, end) for mark in marks)}
        live = live_words(text, figures)
        stretches = [(one.start, one.end) for one in emphasis] + [(one.start, one.end) for one in live]
        cuts.update(min(max(point, 0), end) for stretch in stretches for point in stretch)
        due = sorted(marks, key=lambda mark: mark.offset)
        runs: list[Run] = []
        points = sorted(cuts)
        for start, stop in zip(points, [*points[1:], end], strict=True):
            while due and due[0].offset <= start:
                runs.append(self._mark(due.pop(0), runs))
            if stop > start:
                style = "".join(sorted({s for e in emphasis if e.start <= start < e.end for s in e.style}))
                figure = next((one.figure.id for one in live if one.start <= start < one.end), 0)
                runs.append(Run(text[start:stop], start, style, 0, figure))
        runs.extend(self._mark(mark, runs) for mark in due)
        return tuple(runs)

    def _mark(self, mark: Mark, before: list[Run]) -> Run:
        note = self._notes.get(mark.note_id)
        label = (note.label if note else "") or NO_LABEL
        # two marks in a row would read as one number: 1, 4 as 14
        space = HAIR_SPACE * 2 if before and before[-1].note_id else ""
        return Run(space + label, mark.offset, "", mark.note_id)


_GROUPS = ("header", "title", "subtitle", "recipients", "signature")


def _grouped(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with the edges of their groups marked, and the head's lines told apart."""
    named: list[Line] = []
    below_title = False
    for line in lines:
        kind = line.kind
        if kind == "header":
            is_title = _is_title(line.passage.text)
            kind = "title" if is_title else "subtitle" if below_title else kind
            below_title = below_title or is_title
        elif kind != "rule":
            below_title = False
        named.append(line if kind == line.kind else replace(line, kind=kind))
    kinds = ["", *(line.kind for line in named), ""]
    head = ("header", "title", "subtitle", "rule")
    for number, line in enumerate(named):
        if line.kind == "rule":
            named[number] = replace(line, closes=kinds[number + 2] not in head)
        elif line.kind in _GROUPS:
            opens, closes = kinds[number] != line.kind, kinds[number + 2] != line.kind
            named[number] = replace(line, opens=opens, closes=closes)
    return tuple(named)


def _is_title(text: str) -> bool:
    """Whether a line of the head is the paper's name, as "BÁO CÁO"."""
    words = text.strip()
    return words.isupper() and words.startswith(("BÁO CÁO", "NGHỊ QUYẾT", "TỜ TRÌNH", "KẾ HOẠCH", "THÔNG BÁO"))


def _kind(block: Block) -> str:
    """Return the kind of a block as it is set; a row of dashes or stars is a rule."""
    words = block.text.strip()
    return "rule" if words and not words.strip("-–—_*=o. ") and block.kind != "item" else block.kind
