"""What stands under each section: its notes, tables and numbers, and its changes against last year. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.citations import note_sections, table_sections
from db.model import Content, Figure, Note, Place, Table

KINDS = ("changes", "notes", "tables", "numbers")
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Held:
    """One thing under a section: what a list says of it, and where it stands (`start` to `end` of `place`).

    `section` is the section it is counted at.
    """

    words: str
    section: int
    place: Place | None = None
    start: int = 0
    end: int = 0


def notes_of(content: Content) -> Iterable[tuple[int | None, Note]]:
    """Yield each note with the section its mark stands in."""
    sections = note_sections(content)
    return ((sections[note.id], note) for note in content.notes if note.id in sections)


def tables_of(content: Content) -> Iterable[tuple[int | None, Table]]:
    """Yield each table with its section."""
    sections = table_sections(content)
    return ((sections[table.id], table) for table in content.tables if table.id in sections)


def numbers_of(content: Content) -> Iterable[tuple[int | None, Figure]]:
    """Yield each figure with the section it stands in, in prose, a table or a note."""
    blocks = {block.id: block.section_id for block in content.blocks}
    tables, notes = table_sections(content), note_sections(content)
    for figure in content.figures:
        place = figure.place
        if place.block_id is not None:
            yield blocks.get(place.block_id), figure
        elif place.note_id is not None:
            yield notes.get(place.note_id), figure
        else:
            yield tables.get(place.table_id or 0), figure


def below(content: Content, section_id: int) -> set[int]:
    """Return a section and all sections under it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for section in content.sections:
        children[section.parent_id].append(section.id)
    found, open_ = set[int](), [section_id]
    while open_:
        one = open_.pop()
        if one not in found:
            found.add(one)
            open_ += children[one]
    return found


def listed(content: Content, section_id: int, kind: str, changes: Iterable[Held] = ()) -> list[Held]:
    """Return what a section holds of a kind, everything below it included: as many as its badge says."""
    wanted = below(content, section_id)
    if kind == "changes":
        return [one for one in changes if one.section in wanted]
    if kind == "notes":
        return [
            Held(_cut(f"{note.label}  {note.text}"), at or 0, Place(note_id=note.id))
            for at, note in notes_of(content)
            if at in wanted
        ]
    if kind == "tables":
        return [
            Held(_cut(table.caption or f"{table.rows} × {table.cols}"), at or 0, Place(table_id=table.id, row=0, col=0))
            for at, table in tables_of(content)
            if at in wanted
        ]
    return [
        Held(_cut(_number_words(figure)), at or 0, figure.place, figure.start, figure.end)
        for at, figure in numbers_of(content)
        if at in wanted
    ]


def _number_words(figure: Figure) -> str:
    printed = figure.quote if figure.place.table_id is not None else ""
    return f"{figure.name}: {printed} {figure.unit}".strip() if printed else f"{figure.name} · {figure.quote}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
