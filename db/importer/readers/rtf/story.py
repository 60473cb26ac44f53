"""From lines to paragraphs and grids in reading order: the text, a note, a text box, a header."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.importer.document import Grid, Paragraph
from db.importer.readers.rtf.fonts import Fonts
from db.importer.readers.rtf.letters import Letters
from db.importer.readers.rtf.lists import Lists
from db.importer.readers.rtf.notes import Notes
from db.importer.readers.rtf.paragraphs import ParagraphSays
from db.importer.readers.rtf.script import Script
from db.importer.readers.rtf.styles import Styles
from db.importer.readers.shared.cells import CellText, joined
from db.importer.readers.shared.edged_tables import Row, RowShape, grid_of
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import MARK_WITHOUT_NOTE, Losses

Blocks = list[Paragraph | Grid]
SAME_EDGE = 4
"""Edges that lie no farther apart than this many twips are one: writers round them. Word tells wider ones apart."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of one file shares."""

    fonts: Fonts
    styles: Styles
    lists: Lists
    notes: Notes
    runs: LegacyRuns


@dataclass(slots=True)
class _Table:
    """A table while its rows come in. Tables inside its cells wait until it is whole, and then follow it."""

    rows: list[Row] = field(default_factory=list)
    cells: list[CellText] = field(default_factory=list)
    cell: Blocks = field(default_factory=list)
    inner: Blocks = field(default_factory=list)


class Story:
    """Collects the blocks of one story; `part` is its name and heads every origin.

    `marker` is the printed number of its next paragraph, `boxes` follow that one.
    """

    def __init__(self, reading: Reading, part: str, losses: Losses) -> None:
        self.losses = losses
        self.script = Script(reading.fonts, reading.runs, losses)
        self.counts_lists = True
        self.marker = ""
        self.boxes: Blocks = []
        self.awaits_note = False
        self.is_endnote = False
        self.is_numbered = False
        self.part = part
        self._reading = reading
        self._blocks: Blocks = []
        self._tables: list[_Table] = []
        self._paragraphs = 0
        self._grids = 0

    def end_paragraph(self, says: ParagraphSays, mark: Letters) -> None:
        """\\par: the paragraph is what was collected; `mark` is how its end is set."""
        self._enter_table(says.depth)
        self._end_paragraph(says, mark)

    def end_open_paragraph(self, says: ParagraphSays) -> None:
        """End the last paragraph of the story, if its end was not written."""
        if not self.script.is_empty or self.boxes or self.marker or self.awaits_note:
            self.end_paragraph(says, Letters())

    def end_cell(self, depth: int, says: ParagraphSays, mark: Letters) -> None:
        """\\cell, \\nestcell: the paragraph and with it the cell of a table ends, which is `depth` tables deep."""
        self._enter_table(depth)
        self._end_paragraph(says, mark)
        self._end_cell(self._tables[-1])

    def end_row(self, depth: int, row: RowShape) -> None:
        """\\row, \\nestrow: the row ends and is as laid down."""
        self._enter_table(depth)
        table = self._tables[-1]
        if table.cell:
            self._end_cell(table)
        if table.cells:
            table.rows.append(Row(table.cells, row))
            table.cells = []

    def finish(self) -> Blocks:
        """Close what tables are open and return the paragraphs and tables; empty paragraphs are left out."""
        self._close_tables(0)
        return self._blocks

    def _enter_table(self, depth: int) -> None:
        self._close_tables(depth)
        while len(self._tables) < depth:
            self._tables.append(_Table())

    def _close_tables(self, depth: int) -> None:
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.rows or table.cells:
                self._close_table(table)
            else:  # no cell ever ended: this is no table, whatever its paragraphs say
                self._out().extend(table.cell)

    def _close_table(self, table: _Table) -> None:
        if table.cell:
            self._end_cell(table)
        if table.cells:
            table.rows.append(Row(table.cells, RowShape()))
        self._grids += 1
        origin = f"{self.part}#t{self._grids}"
        out = self._out()
        out.append(grid_of(table.rows, origin, SAME_EDGE, self._reading.notes.drop, self.losses))
        out.extend(table.inner)

    def _out(self) -> Blocks:
        return self._tables[-1].cell if self._tables else self._blocks

    def _end_cell(self, table: _Table) -> None:
        table.inner.extend(block for block in table.cell if isinstance(block, Grid))
        table.cells.append(joined([block for block in table.cell if isinstance(block, Paragraph)]))
        table.cell = []

    def _end_paragraph(self, says: ParagraphSays, mark: Letters) -> None:
        self._paragraphs += 1
        reading, out = self._reading, self._out()
        if mark.deleted:
            self.script.leave_out(mark)
        line = self.script.end()
        text, marks = line.text, line.marks
        self.losses.add(MARK_WITHOUT_NOTE, self.awaits_note)
        self.awaits_note = False
        marker = "" if mark.deleted and not text else self._marker(says)
        self.marker = ""
        if marker or marks or text.strip():
            heading = reading.styles.heading(says.style, says.outline)
            origin = f"{self.part}#p{self._paragraphs}"
            out.append(Paragraph(text, marks, marker, heading, says.align, line.emphasis, origin))
        out.extend(self.boxes)
        self.boxes = []

    def _marker(self, says: ParagraphSays) -> str:
        """Return the number as the file prints it, else as its lists count; a printed one is counted all the same."""
        if not (says.list_number and self.counts_lists):
            return self.marker
        counted = self._reading.lists.marker(says.list_number, says.list_level)
        return self.marker or counted
