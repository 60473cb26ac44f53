"""A Document: what a reader found in a file, in reading order, before any meaning is read into it.

A reader knows its format and nothing else; headings, sections, notes, numbers are
found by the pure functions that follow. Every part carries its `origin` (a line, a
part and an index), so that a complaint can be followed back to the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Emphasis


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note's mark in running text; `key` names a `NoteText`, `offset` counts code points."""

    offset: int
    key: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `marker` is its automatic number as printed ("1.1.", "–"), not part of `text`.

    `heading` is 1 … 9 where the file itself calls it a heading (style or outline
    level), else None. `align` is "", "center", "right" or "justify".
    """

    text: str
    marks: tuple[NoteMark, ...] = ()
    marker: str = ""
    heading: int | None = None
    align: str = ""
    emphasis: tuple[Emphasis, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by its upper left corner; the paragraphs inside are joined by a newline.

    `heading` is 1 … 9 where the file itself calls a paragraph of the cell a heading, and `title` the first such one.
    """

    row: int
    col: int
    rowspan: int
    colspan: int
    text: str
    marks: tuple[NoteMark, ...] = ()
    bold: bool = False
    heading: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the file. `header_rows` counts rows the file marks as repeated headers."""

    rows: int
    cols: int
    cells: tuple[GridCell, ...]
    header_rows: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note; `label` as printed at the mark, `kind` footnote or endnote."""

    key: str
    label: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Something the reader saw and did not keep; `code` as in `resources/messages.toml`."""

    code: str
    count: int = 1
    detail: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """All that a reader hands on. `format` is the reader's name for what the file really is."""

    format: str
    blocks: tuple[Paragraph | Grid, ...]
    notes: tuple[NoteText, ...] = ()
    losses: tuple[Loss, ...] = ()
