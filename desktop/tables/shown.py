"""What the view shows: a table of a report or one made of its figures, in the rows chosen. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

from db import links
from db.export.basket import BasketItem, part_of
from db.export.clerk import clerk_table
from db.export.figures import chosen_figures, figures_table
from db.export.note_list import notes_table
from db.export.table import ExportCell, ExportTable
from db.export.tables import export_table
from db.layers import Correction
from db.model import Content, Place, Report, Table
from db.vietnamese.collation import collation_key
from db.vietnamese.folding import fold
from desktop.session import Destination


class Shown(Protocol):
    """A table on the screen. `rows` are rows of its body, None for all as printed."""

    @property
    def can_arrange(self) -> bool:
        """Whether its rows may be sorted and filtered."""
        ...

    def made(self, rows: Sequence[int] | None, language: str) -> ExportTable: ...

    def item(self, rows: Sequence[int] | None, title: str) -> BasketItem: ...

    def destination(self, row: int, col: int) -> Destination | None:
        """Return the place of a cell; `row` counts the body as printed."""
        ...


@dataclass(frozen=True)
class ReportTable:
    """A table of a report; `number` counts from 1."""

    report: Report
    content: Content
    number: int
    corrections: tuple[Correction, ...] = ()

    can_arrange = True

    @property
    def table(self) -> Table:
        """The rows of the library it shows."""
        return self.content.tables[self.number - 1]

    def made(self, rows: Sequence[int] | None, language: str) -> ExportTable:
        """Return it as it goes out."""
        return export_table(self.report, self.content, self.table, rows, language, corrections=self.corrections)

    def item(self, rows: Sequence[int] | None, title: str) -> BasketItem:
        """Return its entry of the basket."""
        return BasketItem("table", title, (part_of(self.report, (self.number,), rows),))

    def destination(self, row: int, col: int) -> Destination | None:
        """Return the place of a cell in the report."""
        place = Place(table_id=self.table.id, row=row + min(self.table.header_rows, self.table.rows), col=col)
        return Destination(self.report.id, self.table.section_id, place)


@dataclass(frozen=True)
class NoteTable:
    """The notes of a report, each with the sentence of its mark."""

    report: Report
    content: Content

    can_arrange = True

    def made(self, rows: Sequence[int] | None, language: str) -> ExportTable:
        """Return it as it goes out."""
        notes = self.content.notes
        shown = notes if rows is None else [notes[row] for row in rows]
        return notes_table(self.report, self.content, shown, language)

    def item(self, rows: Sequence[int] | None, title: str) -> BasketItem:
        """Return its entry of the basket."""
        return BasketItem("notes", title, (part_of(self.report, [row + 1 for row in rows or ()]),))

    def destination(self, row: int, col: int) -> Destination | None:
        """Return the note's own place."""
        del col
        return Destination(self.report.id, None, Place(note_id=self.content.notes[row].id))


@dataclass(frozen=True)
class FigurePart:
    """Figures of one report, by their numbers in it from 1, as the user's corrections leave them."""

    report: Report
    content: Content
    numbers: tuple[int, ...]
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class FigureTable:
    """A table made of chosen figures, of one report or of several.

    `kind` clerk sets them out for a `year` as offices do, figures lists them with their
    sentences.
    """

    parts: tuple[FigurePart, ...]
    year: int
    kind: Literal["clerk", "figures"] = "clerk"

    can_arrange = False

    def made(self, rows: Sequence[int] | None, language: str) -> ExportTable:
        """Return it as it goes out."""
        del rows
        chosen = [
            chosen_figures(
                part.report,
                part.content,
                [part.content.figures[number - 1] for number in part.numbers],
                part.corrections,
            )
            for part in self._filled
        ]
        return clerk_table(chosen, self.year, language) if self.kind == "clerk" else figures_table(chosen, language)

    def item(self, rows: Sequence[int] | None, title: str) -> BasketItem:
        """Return its entry of the basket."""
        del rows
        parts = tuple(part_of(part.report, part.numbers) for part in self._filled)
        return BasketItem(self.kind, title, parts, year=self.year if self.kind == "clerk" else 0)

    def destination(self, row: int, col: int) -> Destination | None:
        """Return the place of the words a line is made of; `col` does not matter."""
        del col
        link = links.parse(self._links[row]) if 0 <= row < len(self._links) else None
        if link is None:
            return None
        for part in self.parts:
            if links.report_of(link, [part.report]) is not None:
                place = links.place_of(link, part.content)
                return None if place is None else Destination(part.report.id, None, place, link.start, link.end)
        return None

    @property
    def _filled(self) -> tuple[FigurePart, ...]:
        """The parts with a figure; the first where none has one (a part without numbers would mean all)."""
        return tuple(part for part in self.parts if part.numbers) or self.parts[:1]

    @cached_property
    def _links(self) -> tuple[str, ...]:
        return self.made(None, "vi").links


def arranged(table: ExportTable, typed: str = "", by: int = -1, descending: bool = False) -> list[int] | None:
    """Return the rows that carry all typed words, sorted by a column (-1: as printed); None for all as printed.

    Numbers come before words, empty cells last in either direction. A merged cell counts
    for every row it stands over.
    """
    asked = fold(typed).split()
    if not asked and by < 0:
        return None
    grid = _filled(table)
    rows = [at for at, cells in enumerate(grid) if _carries(cells, asked)]
    if by < 0:
        return rows
    filled = [row for row in rows if grid[row][by].kind in {"text", "number"}]
    empty = [row for row in rows if grid[row][by].kind not in {"text", "number"}]
    numbers = [row for row in filled if grid[row][by].value is not None]
    words = [row for row in filled if grid[row][by].value is None]
    numbers.sort(key=lambda row: grid[row][by].value or 0, reverse=descending)
    words.sort(key=lambda row: collation_key(grid[row][by].text), reverse=descending)
    return (words + numbers if descending else numbers + words) + empty


def _carries(cells: Sequence[ExportCell], asked: Sequence[str]) -> bool:
    words = fold(" ".join(cell.text for cell in cells))
    return all(word in words for word in asked)


def _filled(table: ExportTable) -> list[list[ExportCell]]:
    """Return the body with every merged cell repeated over its span."""
    grid = [list(row) for row in table.rows]
    for at, row in enumerate(table.rows):
        for col, cell in enumerate(row):
            if cell.kind != "covered" and (cell.rowspan > 1 or cell.colspan > 1):
                for down in range(at, min(at + cell.rowspan, len(grid))):
                    for across in range(col, min(col + cell.colspan, len(row))):
                        grid[down][across] = cell
    return grid
