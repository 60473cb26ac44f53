"""A table of a report made ready to go out: as printed, or only the rows shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db.export.cells import fit, printed_number, text_cell
from db.export.corrected import corrections_of, notes_of_table
from db.export.origins import Origins
from db.export.table import BLANK, COVERED, ExportCell, ExportNote, ExportTable, Row
from db.export.words import words
from db.layers import Correction
from db.model import Cell, Content, Note, Place, Report, Table

_MOSTLY = 0.5


def export_table(
    report: Report,
    content: Content,
    table: Table,
    shown: Sequence[int] | None = None,
    language: str = "vi",
    *,
    corrections: Sequence[Correction] = (),
) -> ExportTable:
    """Return a table of a report for export.

    `shown` are the rows of the body as the user sees them (0 is the first below the head),
    in that order: exactly these go out. A cell over several rows stays whole where they
    stand together as printed, and is repeated where they were parted. What the user corrected
    stays as printed, and a note at the cell tells of it.
    """
    return Maker(Origins(report, content), language, corrections).table(table, shown)


def report_tables(
    report: Report, content: Content, language: str = "vi", corrections: Sequence[Correction] = ()
) -> tuple[ExportTable, ...]:
    """Return all tables of a report for export."""
    maker = Maker(Origins(report, content), language, corrections)
    return tuple(maker.table(table) for table in content.tables)


class Maker:
    """Makes the tables of one report ready."""

    def __init__(self, origins: Origins, language: str = "vi", corrections: Sequence[Correction] = ()) -> None:
        self._origins = origins
        self._language = language
        self._corrections = corrections_of(origins.report, origins.content, corrections)
        self._notes = {note.id: note for note in origins.content.notes}

    def table(self, table: Table, shown: Sequence[int] | None = None) -> ExportTable:
        """Return one table; `shown` as in `export_table`."""
        heads = min(table.header_rows, table.rows)
        body = range(heads, table.rows) if shown is None else [heads + row for row in shown]
        rows = [*range(heads), *(row for row in body if heads <= row < table.rows)]
        notes = _note_numbers(table, set(rows))
        laid = notes_of_table(table, self._origins.content.figures, self._corrections, self._language)
        laid = {cell: note for cell, note in laid.items() if cell[0] in set(rows)}
        numbers = {cell: len(notes) + at for at, cell in enumerate(laid)}
        dense = _dense(table, rows, _Cells(table, notes, numbers))
        origin = self._origins.of(Place(table_id=table.id))
        links = (self._origins.links.link(Place(table_id=table.id, row=row)) for row in rows[heads:])
        data = self._origins.report.data
        number = words("table", self._language, number=origin.table)
        return ExportTable(
            name=f"{data.period or data.year or ''} {number}".strip(),
            caption=fit(" ".join(table.caption.split())),
            head=tuple(dense[:heads]),
            rows=tuple(dense[heads:]),
            notes=(*(_note(self._notes.get(note_id)) for note_id in notes), *laid.values()),
            corrected=len(laid),
            origins=(origin,),
            links=tuple(links),
        )


class _Cells:
    """Turns the cells of one table into those that go out."""

    def __init__(self, table: Table, notes: Mapping[int, int], laid: Mapping[tuple[int, int], int]) -> None:
        self._heads = table.header_rows
        self._notes = notes
        self._laid = laid
        self._numeric = _numeric_columns(table)

    def made(self, cell: Cell, rows: int, cols: int) -> ExportCell:
        """Return the cell, `rows` and `cols` wide."""
        plain = self._plain(cell)
        marks = tuple((mark.offset, self._notes[mark.note_id]) for mark in cell.marks)
        laid = self._laid.get((cell.row, cell.col))
        marks += () if laid is None else ((len(cell.text), laid),)
        if not marks and rows == cols == 1:
            return plain
        kind = "text" if marks and plain.kind == "blank" else plain.kind
        return replace(plain, kind=kind, marks=marks, rowspan=rows, colspan=cols)

    def _plain(self, cell: Cell) -> ExportCell:
        if not cell.text.strip():
            return BLANK
        if cell.row < self._heads:
            return text_cell(cell.text)
        if cell.value is not None:
            return printed_number(cell.text, cell.value, cell.unit)
        made = text_cell(cell.text)
        is_doubtful = cell.col in self._numeric and any(letter.isdecimal() for letter in cell.text)
        return replace(made, doubtful=True) if is_doubtful else made


def _numeric_columns(table: Table) -> frozenset[int]:
    """Return the columns of which more than half of what stands in the body are numbers; lone dashes stand for none."""
    body = [cell for cell in table.cells if cell.row >= table.header_rows and any(map(str.isalnum, cell.text))]
    filled = Counter(cell.col for cell in body)
    numbers = Counter(cell.col for cell in body if cell.value is not None)
    return frozenset(col for col, count in filled.items() if numbers[col] > count * _MOSTLY)


def _note_numbers(table: Table, rows: set[int]) -> dict[int, int]:
    """Return the notes marked in these rows, numbered from 0 in the order of their marks."""
    found: dict[int, int] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.col)):
        if rows & set(range(cell.row, cell.row + cell.rowspan)):
            for mark in cell.marks:
                found.setdefault(mark.note_id, len(found))
    return found


def _dense(table: Table, rows: Sequence[int], cells: _Cells) -> list[Row]:
    """Return the rows named, each with a cell for every column."""
    grid: list[list[ExportCell]] = [[BLANK] * table.cols for _ in rows]
    places: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        places.setdefault(row, []).append(at)
    for cell in _apart(table.cells):
        width = max(1, min(cell.colspan, table.cols - cell.col))
        covered = [at for row in range(cell.row, cell.row + cell.rowspan) for at in places.get(row, ())]
        for first, count in _runs(sorted(covered), rows, table.header_rows):
            for at in range(first, first + count):
                grid[at][cell.col : cell.col + width] = [COVERED] * width
            grid[first][cell.col] = cells.made(cell, count, width)
    return [tuple(row) for row in grid]


def _apart(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells without their spans where these overlap, as they do in broken files."""
    taken = Counter(
        (row, col)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for col in range(cell.col, cell.col + cell.colspan)
    )
    if not taken or max(taken.values()) == 1:
        return cells
    return [replace(cell, rowspan=1, colspan=1) for cell in cells]


def _runs(places: Sequence[int], rows: Sequence[int], heads: int) -> Iterable[tuple[int, int]]:
    """Yield first place and length of each run of rows that stand together as they do in print."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or not _together(places[end - 1], places[end], rows, heads):
            yield places[start], end - start
            start = end


def _together(one: int, other: int, rows: Sequence[int], heads: int) -> bool:
    return other == one + 1 and rows[other] == rows[one] + 1 and not (one < heads <= other)


def _note(note: Note | None) -> ExportNote:
    return ExportNote(fit(note.label), fit(" ".join(note.text.split()))) if note else ExportNote("?", "")
