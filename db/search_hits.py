"""A passage that was found: where it stands, under which section, and the text around the words."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from db import schema
from db.model import SEARCH_SCOPES, Place, SearchHit
from db.search_terms import Span, Term
from db.vietnamese.folding import lower

SNIPPET = 120
"""About so many code points of the text are shown."""

_BEFORE = 40
BLOCK_SECTION = "SELECT section_id FROM block WHERE id = :passage"
# A note belongs to the section its mark stands in; a mark may stand in a cell.
NOTE_SECTION = """
    SELECT coalesce(block.section_id, data_table.section_id)
      FROM mark
      LEFT JOIN block ON block.id = mark.block_id
      LEFT JOIN data_table ON data_table.id = mark.table_id
     WHERE mark.note_id = :passage
     ORDER BY mark.id
     LIMIT 1
"""
CELL_SECTION = """
    SELECT data_table.section_id
      FROM cell JOIN data_table ON data_table.id = cell.table_id
     WHERE cell.id = :passage
"""
CELL_PLACE = "SELECT table_id, row, col FROM cell WHERE id = :passage"
SECTION = "SELECT parent_id, number, title, opening FROM section WHERE id = :section"
_SECTION_OF = (BLOCK_SECTION, NOTE_SECTION, CELL_SECTION)


def kind_of(passage: int) -> int:
    """Return the place in SEARCH_SCOPES of a passage, as its id tells."""
    number = passage % schema.ROOM
    return (number > schema.NOTES) + (number > schema.CELLS)


def section_of(conn: sqlite3.Connection, passage: int) -> int | None:
    """Return the section a passage stands in, None outside of all."""
    row = conn.execute(_SECTION_OF[kind_of(passage)], {"passage": passage}).fetchone()
    return row[0] if row else None


def place_of(conn: sqlite3.Connection, passage: int) -> Place:
    """Return where a passage stands."""
    match kind_of(passage):
        case 0:
            return Place(block_id=passage)
        case 1:
            return Place(note_id=passage)
        case _:
            table, row, col = conn.execute(CELL_PLACE, {"passage": passage}).fetchone()
            return Place(table_id=table, row=row, col=col)


class Surroundings:
    """The sections around passages; each is read once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._known: dict[int, tuple[int | None, str, str]] = {}

    def named(self, passage: int, terms: Sequence[Term]) -> bool:
        """Tell whether each term is the number, or stands in the title, of a section around `passage`.

        A number may be given with that of the section above: "I.1" for 1 in I.
        """
        titles, numbers, below = [], set(), ""
        section = section_of(self._conn, passage)
        while section is not None:
            section, number, title = self._read(section)
            numbers |= {number.lower(), f"{number}.{below}".lower()}
            titles.append(title)
            below = number
        small = [lower(title) for title in titles]
        return all(
            ".".join(term.words).lower() in numbers or any(term.within(title) for title in small) for term in terms
        )

    def _read(self, section: int) -> tuple[int | None, str, str]:
        if section not in self._known:
            row = self._conn.execute(SECTION, {"section": section}).fetchone()
            parent, number, title, opening = row or (None, "", "", "")
            # Ids grow in reading order, so a parent that does not come before is damage and ends the walk.
            self._known[section] = parent if parent is not None and parent < section else None, number, title or opening
        return self._known[section]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text on one line, and the words found in it."""

    text: str
    marks: tuple[Span, ...]


def snippet(text: str, spans: Sequence[Span]) -> Snippet:
    """Return the text around the first of `spans`, cut between words, with an ellipsis where it is cut."""
    first, last = spans[0] if spans else (0, 0)
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = max(start + SNIPPET, last)
    end = len(text) if end >= len(text) else max(text.rfind(" ", last, end), last) if " " in text[last:end] else end
    lead = "…" if start else ""
    shift = len(lead) - start
    marks = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    line = "".join(" " if sign.isspace() else sign for sign in text[start:end])
    return Snippet(lead + line + ("…" if end < len(text) else ""), marks)


def hit_of(conn: sqlite3.Connection, passage: int, text: str, spans: Sequence[Span]) -> SearchHit:
    """Return the hit for a passage with `text`, the words found at `spans`."""
    shown = snippet(text, spans)
    return SearchHit(
        report_id=passage // schema.ROOM,
        section_id=section_of(conn, passage),
        place=place_of(conn, passage),
        scope=SEARCH_SCOPES[kind_of(passage)],
        snippet=shown.text,
        marks=shown.marks,
    )
