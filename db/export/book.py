"""The sheets of a workbook: a list of contents, a sheet for every table, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.export.accounts import index_table, source_lines, sources_table
from db.export.names import sheet_names
from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.export.words import words

TOP = 2
"""The row, from 0, the head of a table begins in: below its caption and the way back."""
INDEX_COLUMN = 1
"""The column of the list of contents that names the sheets."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet. `home` is the list of contents it leads back to, empty without one.

    `sheets` are the sheets that its rows lead to, if it is the list of contents; `asked`
    tells whether its rows are of a table the user chose.
    """

    name: str
    table: ExportTable
    home: str = ""
    sheets: tuple[str, ...] = ()
    asked: bool = True


def leaves(tables: Sequence[ExportTable], options: ExportOptions) -> tuple[Leaf, ...]:
    """Return the sheets in order: contents (for several tables), the tables, the sources where asked for."""
    language = options.language
    index, sources = words("index", language), words("sources", language)
    names = sheet_names((table.name for table in tables), (index, sources))
    home = index if len(tables) > 1 else ""
    made = [Leaf(name, table, home) for name, table in zip(names, tables, strict=True)]
    if home:
        made.insert(0, Leaf(index, index_table(tables, names, language), sheets=tuple(names), asked=False))
    if options.sources:
        made.append(Leaf(sources, sources_table(tables, names, options), home, asked=False))
    return tuple(made)


def note_lines(table: ExportTable, places: dict[int, list[str]]) -> Iterator[str]:
    """Yield the notes of a table as lines, each with the cells it is marked in."""
    for number, note in enumerate(table.notes):
        where = f" ({', '.join(places[number])})" if number in places else ""
        yield f"[{note.label}]{where} {note.text}"


def below(table: ExportTable, options: ExportOptions) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands below a table in a sheet: the lines of its notes, then those of its source."""
    notes = tuple(note_lines(table, marked_cells(table))) if options.notes else ()
    return notes, source_lines(table, options)


def marked_cells(table: ExportTable) -> dict[int, list[str]]:
    """Return the cells, as a spreadsheet names them, that each note is marked in."""
    found: dict[int, list[str]] = {}
    for at, row in enumerate([*table.head, *table.rows], TOP):
        for col, cell in enumerate(row):
            for _, number in cell.marks:
                found.setdefault(number, []).append(f"{_letters(col)}{at + 1}")
    return found


def comment_of(table: ExportTable, marks: Sequence[tuple[int, int]]) -> str:
    """Return the notes marked in a cell, as its comment says them."""
    notes = dict.fromkeys(table.notes[number] for _, number in marks)
    return "\n".join(f"[{note.label}] {note.text}" for note in notes)


def _letters(col: int) -> str:
    letters = ""
    number = col + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
