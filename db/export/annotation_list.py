"""The user's highlights and notes as a table: the words marked, the note, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from db.annotated import Noted
from db.export.accounts import day
from db.export.cells import counted_number, linked_cell, text_cell
from db.export.table import ExportTable, Origin, Row
from db.export.words import place, words

_COLUMNS = ("number", "marked_words", "own_note", "pen", "source", "changed")
_WIDTHS = (6, 60, 50, 10, 32, 12)

OriginOf = Callable[[Noted], Origin]


def annotations_table(
    notes: Sequence[Noted], origin_of: OriginOf, wholes: Iterable[Origin], language: str = "vi"
) -> ExportTable:
    """Return annotations as a table, in their order; those that lost their anchor say so instead of a place.

    `wholes` are the origins of the reports they stand in.
    """
    rows, links = [], []
    for number, one in enumerate(notes, 1):
        origin = origin_of(one)
        rows.append(_row(number, one, origin, language))
        links.append(origin.link)
    title = words("own_notes", language)
    return ExportTable(
        name=title,
        caption=title,
        head=(tuple(text_cell(words(key, language)) for key in _COLUMNS),),
        rows=tuple(rows),
        origins=tuple(wholes),
        widths=_WIDTHS,
        links=tuple(links),
    )


def pen_name(colour: str, language: str) -> str:
    """Return what a pen is called."""
    return words(f"pen_{colour}", language)


def _row(number: int, one: Noted, origin: Origin, language: str) -> Row:
    known = place(origin, language)
    source = linked_cell(known, origin.link)
    if one.lost:
        lost = words("lost_anchor", language)
        source = text_cell(f"{known} ({lost})" if known else lost)
    note = one.annotation
    texts = (note.quote, note.words, pen_name(note.colour, language))
    return (counted_number(number), *map(text_cell, texts), source, text_cell(day(note.at)))
