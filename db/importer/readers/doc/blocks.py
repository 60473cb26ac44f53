"""From a story to paragraphs and grids in reading order ([MS-DOC] 2.4.2, 2.4.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from db.importer.document import Grid, Paragraph
from db.importer.readers.doc.boxes import TextBoxes
from db.importer.readers.doc.inlines import Inlines
from db.importer.readers.doc.lists import Lists
from db.importer.readers.doc.notes import Notes
from db.importer.readers.doc.paragraphs import ParagraphSetting, ParagraphSettings
from db.importer.readers.doc.pieces import Text
from db.importer.readers.doc.properties import Properties
from db.importer.readers.doc.sections import Sections
from db.importer.readers.doc.table_rows import RowSays
from db.importer.readers.shared.cells import CellText, joined
from db.importer.readers.shared.edged_tables import Row, grid_of
from db.importer.readers.shared.losses import TEXT_BOX_MOVED, TRACKED_DELETION, UNREADABLE_SIGN, Losses

_ENDS = re.compile(r"[\r\x07\x0c]")
_CELL_MARK, _SECTION_MARK = "\x07", "\x0c"

Blocks = list[Paragraph | Grid]


SAME_EDGE = 40
"""Edges closer than this many twips (0.7 mm) are one: nobody draws a column so narrow."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of one file shares."""

    text: Text
    paragraphs: Properties
    settings: ParagraphSettings
    inlines: Inlines
    lists: Lists
    sections: Sections
    notes: Notes
    boxes: TextBoxes
    losses: Losses


@dataclass(slots=True)
class _Table:
    """A table while its rows come in, the last as `says`. Tables inside its cells wait until it is whole."""

    rows: list[Row] = field(default_factory=list)
    cells: list[CellText] = field(default_factory=list)
    cell: Blocks = field(default_factory=list)
    inner: Blocks = field(default_factory=list)
    says: RowSays = field(default_factory=RowSays)


class BlockReader:
    """Reads the blocks of one story; `part` is its name and heads every origin."""

    def __init__(self, reading: Reading, part: str) -> None:
        self._reading = reading
        self._part = part
        self._tables: list[_Table] = []
        self._paragraphs = 0
        self._grids = 0

    def read(self, start: int, end: int) -> Blocks:
        """Return the paragraphs and tables from CP `start` to before `end`; empty paragraphs are left out."""
        blocks: Blocks = []
        begin = start
        for match in _ENDS.finditer(self._reading.text.characters, start, end):
            mark = match.start()
            if match.group() == _SECTION_MARK and not self._ends_paragraph(mark, end):
                continue
            self._read(begin, mark, blocks)
            begin = mark + 1
        if begin < end:
            self._read(begin, end, blocks)
        self._close_tables(0, blocks)
        return blocks

    def _ends_paragraph(self, mark: int, end: int) -> bool:
        """Whether U+000C ends a section and with it a paragraph, or only a page."""
        reading = self._reading
        following = mark + 1
        return (
            following >= end
            or reading.sections.end_at(following)
            or reading.paragraphs.begins(reading.text.place(following))
        )

    def _read(self, start: int, mark: int, blocks: Blocks) -> None:
        reading = self._reading
        at = min(mark, len(reading.text.characters) - 1)
        piece = reading.text.piece_at(at)
        place = piece.place + (at - piece.start) * piece.width
        setting = reading.settings.setting(reading.paragraphs.at(place), piece.grpprl)
        self._close_tables(setting.depth, blocks)
        while len(self._tables) < setting.depth:
            self._tables.append(_Table())
        if setting.row is not None:
            self._end_row(setting.row, at, blocks)
            return
        self._paragraph(start, mark, setting, self._tables[-1].cell if self._tables else blocks)
        ends_cell = reading.text.characters[at] == _CELL_MARK if setting.depth == 1 else setting.ends_cell
        if self._tables and ends_cell:
            self._end_cell(self._tables[-1])

    def _paragraph(self, start: int, mark: int, setting: ParagraphSetting, out: Blocks) -> None:
        reading = self._reading
        self._paragraphs += 1
        line = reading.inlines.read(start, mark, setting.istd)
        text = line.text
        marks = line.marks(len(text))
        reading.losses.add(UNREADABLE_SIGN, line.unreadable)
        mark_deleted = mark < len(reading.text.characters) and reading.inlines.is_deleted(mark)
        reading.losses.add(TRACKED_DELETION, mark_deleted and not line.was_deleted)
        marker = "" if mark_deleted and not text else reading.lists.marker(setting.ilfo, setting.level)
        if marker or marks or text.strip():
            emphasis = line.emphasis(len(text))
            origin = f"{self._part}#p{self._paragraphs}"
            out.append(Paragraph(text, marks, marker, setting.heading, setting.align, emphasis, origin))
        for shape in line.boxes:
            for box_start, box_end in reading.boxes.take(shape):
                out.extend(read_box(reading, box_start, box_end))

    def _end_cell(self, table: _Table) -> None:
        paragraphs = []
        for block in table.cell:
            if isinstance(block, Grid):
                table.inner.append(block)
            else:
                paragraphs.append(block)
        table.cells.append(joined(paragraphs))
        table.cell = []

    def _end_row(self, says: RowSays, mark: int, blocks: Blocks) -> None:
        table = self._tables[-1]
        if table.cell:
            self._end_cell(table)
        if table.rows and says.begins_table_after(table.says):
            following = _Table([], table.cells, [], [])
            table.cells = []
            self._close_tables(len(self._tables) - 1, blocks)
            self._tables.append(following)
            table = following
        if self._reading.inlines.is_deleted(mark):
            self._reading.losses.add(TRACKED_DELETION)
            for cell in table.cells:
                for each in cell.marks:
                    self._reading.notes.drop(each.key)
        elif table.cells:
            table.rows.append(Row(table.cells, says))
            table.says = says
        table.cells = []

    def _close_tables(self, depth: int, blocks: Blocks) -> None:
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.cell:
                self._end_cell(table)
            if table.cells:
                table.rows.append(Row(table.cells, RowSays()))
            if not table.rows:
                continue
            self._grids += 1
            reading = self._reading
            origin = f"{self._part}#t{self._grids}"
            grid = grid_of(table.rows, origin, SAME_EDGE, reading.notes.drop, reading.losses)
            out = self._tables[-1].cell if self._tables else blocks
            out.append(grid)
            out.extend(table.inner)


def read_box(reading: Reading, start: int, end: int) -> Blocks:
    """Return what a text box says, and count that it was taken out of its place."""
    blocks = BlockReader(reading, "textbox").read(start, end)
    reading.losses.add(TEXT_BOX_MOVED, bool(blocks))
    return blocks
