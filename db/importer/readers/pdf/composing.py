"""From the pages of a file to its blocks and notes: heads dropped, notes taken from the foot, tables joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from db.importer.document import Grid, Loss, NoteText, Paragraph
from db.importer.readers.pdf.columns import arranged
from db.importer.readers.pdf.elements import Element, Tabular, lines_in
from db.importer.readers.pdf.feet import Foot
from db.importer.readers.pdf.gutters import EDGE, RECIPIENTS
from db.importer.readers.pdf.lines import Line, body_size, lines_of
from db.importer.readers.pdf.margins import Margins, margins_of
from db.importer.readers.pdf.marks import link
from db.importer.readers.pdf.notes import FootNote, gather, right_margin
from db.importer.readers.pdf.page import Page
from db.importer.readers.pdf.paragraphs import Paragraphs
from db.importer.readers.pdf.ruled_tables import Ruled, ruled_tables
from db.importer.readers.pdf.running_heads import running_heads
from db.importer.readers.pdf.seams import joined
from db.importer.readers.pdf.tables import Placed, grid_of
from db.importer.readers.pdf.two_columns import in_columns
from db.importer.readers.pdf.words import Keys

HEAD_OR_FOOT = "TBC-410"
NESTED_TABLE = "TBC-412"
MARK_WITHOUT_NOTE = "TBC-422"
JOINED_TABLE = "TBC-429"

_LITTLE = 300


@dataclass(slots=True)
class _Sheet:
    """One page in the course of reading."""

    page: Page
    ruled: Ruled
    lines: list[Line]
    elements: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Composed:
    """What the pages say."""

    blocks: tuple[Paragraph | Grid, ...]
    notes: tuple[NoteText, ...]
    losses: tuple[Loss, ...]


def compose(pages: Sequence[Page]) -> Composed:
    """Return the blocks and notes of a file's pages, and what was left out."""
    sheets = []
    for page in pages:
        ruled = ruled_tables(page)
        sheets.append(_Sheet(page, ruled, lines_of(ruled.outside, page.number)))
    heads = running_heads(pages, [sheet.lines for sheet in sheets])
    for sheet in sheets:
        sheet.lines = [line for line in sheet.lines if line not in heads]
    notes = _take_notes(sheets)
    for sheet in sheets:
        sheet.elements = _elements(sheet, sheet is sheets[0])
    _carry_recipients(sheets)
    linked = link([line for sheet in sheets for line in lines_in(sheet.elements)], notes)
    blocks, seams = _blocks(sheets, linked.keys)
    losses = (
        Loss(HEAD_OR_FOOT, len(heads)),
        Loss(NESTED_TABLE, sum(sheet.ruled.nested for sheet in sheets)),
        Loss(MARK_WITHOUT_NOTE, len(linked.noteless), ", ".join(linked.noteless[:20])),
        Loss(JOINED_TABLE, len(seams), "; ".join(seams)),
    )
    right = right_margin(notes)
    texts = tuple(NoteText(note.key, note.label, note.kind, note.words(right)) for note in notes)
    return Composed(tuple(blocks), texts, tuple(loss for loss in losses if loss.count))


def _take_notes(sheets: Sequence[_Sheet]) -> list[FootNote]:
    """Take the notes off the foot of every page and return them."""
    body = _body_size(sheets)
    notes: list[FootNote] = []
    for sheet in sheets:
        tables = [(table.top, table.bottom) for table in sheet.ruled.tables]
        texts: list[Line] = []
        for lines in in_columns(sheet.lines, sheet.page.width):
            foot = Foot(sheet.page, lines, body, tables, notes[-1] if notes else None).start()
            stray = gather(lines[foot:], sheet.page.number, notes)
            texts.extend([*lines[:foot], *stray])
        sheet.lines = texts
    return notes


def _carry_recipients(sheets: Sequence[_Sheet]) -> None:
    """Put recipients at the top of a page to those at the end of the page before, where they go on in line."""
    for sheet, following in pairwise(sheets):
        last = sheet.elements[-1] if sheet.elements else None
        if not isinstance(last, Tabular) or not last.frame or not last.cells[0].lines:
            continue
        list_above = last.cells[0].lines
        if not RECIPIENTS.match(list_above[0].text):
            continue
        elements = following.elements
        while elements and isinstance(elements[0], Line) and _is_in_line(elements[0], list_above[-1]):
            list_above.append(elements[0])
            elements.pop(0)


def _is_in_line(line: Line, above: Line) -> bool:
    return abs(line.size - above.size) < 0.3 and abs(line.left - above.left) <= EDGE


def _body_size(sheets: Sequence[_Sheet]) -> float:
    """The size of running text; where there is hardly any, that of the tables counts too."""
    lines = [line for sheet in sheets for line in sheet.lines]
    if sum(len(line.text) for line in lines) < _LITTLE:
        tables = (table for sheet in sheets for table in sheet.ruled.tables)
        lines.extend(line for table in tables for cell in table.cells for line in cell.lines)
        return max((line.size for line in lines), default=0.0)
    return body_size(lines)


def _elements(sheet: _Sheet, first: bool) -> list[Element]:
    """Lines and tables of a page from top to bottom."""
    elements: list[Element] = []
    waiting: list[Line] = []
    tables = sorted(sheet.ruled.tables, key=lambda table: table.top)
    for line in sheet.lines:
        while tables and tables[0].top < line.base:
            elements.extend(arranged(waiting, first))
            waiting = []
            elements.append(tables.pop(0))
        waiting.append(line)
    return [*elements, *arranged(waiting, first), *tables]


def _blocks(sheets: Sequence[_Sheet], keys: Keys) -> tuple[list[Paragraph | Grid], list[str]]:
    margins = _margins(sheets)
    blocks: list[Paragraph | Grid | Placed] = []
    paragraphs = Paragraphs(keys)

    def flush() -> None:
        paragraphs.end()
        blocks.extend(paragraphs.done)
        paragraphs.done.clear()

    for sheet in sheets:
        for element in sheet.elements:
            if isinstance(element, Line):
                paragraphs.add(element, margins[*_form(sheet.page), element.column])
                continue
            flush()
            placed = grid_of(element, keys)
            above = blocks[-1] if blocks else None
            whole = joined(above, placed) if isinstance(above, Placed) else None
            if whole is None:
                blocks.append(placed)
            else:
                blocks[-1] = whole
    flush()
    seams = [_seam(block) for block in blocks if isinstance(block, Placed) and len(block.pages) > 1]
    return [block.grid if isinstance(block, Placed) else block for block in blocks], seams


def _seam(placed: Placed) -> str:
    return f"{placed.pages[0]}–{placed.pages[-1]}"


def _form(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _margins(sheets: Sequence[_Sheet]) -> dict[tuple[int, int, int], Margins]:
    """The margins of all pages of one form, and of each column of them."""
    forms: dict[tuple[int, int, int], list[list[Line]]] = {}
    for sheet in sheets:
        parts: dict[int, list[Line]] = {}
        for element in sheet.elements:
            if isinstance(element, Line):
                parts.setdefault(element.column, []).append(element)
        for column, lines in parts.items():
            forms.setdefault((*_form(sheet.page), column), []).append(lines)
    return {form: margins_of(pages, 0 if form[2] else form[0]) for form, pages in forms.items()}
