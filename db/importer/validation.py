"""Whether a Content that came back from the reading process is sound; it is treated as a stranger's."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence

from db.model import BLOCK_KINDS, FIGURE_KINDS, FIGURE_STATES, Block, Cell, Content, Figure, Mark, Note, Place, Table

MOST_PARTS = 1_000_000
"""Sections, blocks, notes, tables or figures in one report."""
MOST_CELLS = 2_000_000
MOST_COLUMNS = 1_024
MOST_LETTERS = 100_000_000

_ALIGNS = ("", "left", "center", "right", "justify", "both")
_STYLES = frozenset("biu^_")
_CODE = re.compile(r"TBC-\d{3}")
_REFUSAL = re.compile(r"TBC-1[0-3]\d")
_HASH = re.compile(r"[0-9a-f]{64}")
_FORMAT = re.compile(r"[a-z0-9.+-]{1,16}")
_DIRECTIONS = ("tăng", "giảm")


class Unsound(Exception):
    """The answer breaks a rule of the rows; the message names it for the log."""


def check(content: Content) -> None:
    """Raise Unsound unless every id, offset and kind of `content` is in its range."""
    _check_amounts(content)
    sections = _check_sections(content)
    notes = _ids(content.notes, "note")
    tables = _ids(content.tables, "table")
    blocks = _ids(content.blocks, "block")
    for block in content.blocks:
        _check_block(block, sections, notes, tables)
    shown = sorted(block.table_id for block in content.blocks if block.table_id is not None)
    _need(shown == sorted(tables), "each table in one block")
    for note in content.notes:
        _need(note.kind in ("footnote", "endnote"), "note kind")
    for table in content.tables:
        _need(table.section_id is None or table.section_id in sections, "table section")
        _check_table(table, notes)
    _check_figures(content)
    for finding in content.findings:
        _need(bool(_CODE.fullmatch(finding.code)), "finding code")
        _need(finding.count >= 0 and (finding.block_id is None or finding.block_id in blocks), "finding place")


def check_source(sha256: str, kind: str, size: int) -> None:
    """Raise Unsound unless what is said of the source could be true."""
    _need(bool(_HASH.fullmatch(sha256)) and bool(_FORMAT.fullmatch(kind)) and size > 0, "source")


def is_refusal_code(code: str) -> bool:
    """Tell whether a reading process may refuse a file with this code."""
    return bool(_REFUSAL.fullmatch(code))


def is_stop_code(code: str) -> bool:
    """Tell whether this refusal is one of the reading process itself, not of the file."""
    return code.startswith("TBC-13")


def _need(held: bool, rule: str) -> None:
    if not held:
        raise Unsound(rule)


def _ids(rows: Sequence[object], what: str) -> set[int]:
    ids = {int(getattr(row, "id")) for row in rows}  # noqa: B009 - the rows share a field, not a type
    _need(len(ids) == len(rows) and all(0 < number <= MOST_PARTS for number in ids), f"{what} ids")
    return ids


def _check_amounts(content: Content) -> None:
    for rows in (content.sections, content.blocks, content.notes, content.tables, content.figures, content.findings):
        _need(len(rows) <= MOST_PARTS, "too many parts")
    _need(sum(len(table.cells) for table in content.tables) <= MOST_CELLS, "too many cells")
    letters = sum(len(block.text) for block in content.blocks) + sum(len(note.text) for note in content.notes)
    _need(letters <= MOST_LETTERS, "too much text")
    year = content.data.year
    _need(year is None or 1 <= year <= 9999, "year")


def _check_sections(content: Content) -> set[int]:
    seen: set[int] = set()
    for section in content.sections:
        _need(section.level >= 1, "section level")
        _need(section.parent_id is None or section.parent_id in seen, "section parent")
        seen.add(section.id)
    _ids(content.sections, "section")
    return seen


def _check_block(block: Block, sections: set[int], notes: set[int], tables: set[int]) -> None:
    _need(block.kind in BLOCK_KINDS, "block kind")
    _need(block.section_id is None or block.section_id in sections, "block section")
    _need((block.kind == "table") == (block.table_id is not None), "table block")
    _need(block.table_id is None or block.table_id in tables, "block table")
    _need(block.align in _ALIGNS, "align")
    _check_marks(block.marks, len(block.text), notes)
    for stretch in block.emphasis:
        _need(0 <= stretch.start < stretch.end <= len(block.text), "emphasis range")
        _need(_STYLES.issuperset(stretch.style), "emphasis style")


def _check_marks(marks: Iterable[Mark], length: int, notes: set[int]) -> None:
    for mark in marks:
        _need(0 <= mark.offset <= length and mark.note_id in notes, "mark")


def _check_table(table: Table, notes: set[int]) -> None:
    _need(0 <= table.rows <= MOST_PARTS and 0 <= table.cols <= MOST_COLUMNS, "table size")
    _need(0 <= table.header_rows <= table.rows, "header rows")
    _need(len({(cell.row, cell.col) for cell in table.cells}) == len(table.cells), "two cells in one place")
    for cell in table.cells:
        _need(cell.row >= 0 and cell.col >= 0 and cell.rowspan >= 1 and cell.colspan >= 1, "cell place")
        _need(cell.row + cell.rowspan <= table.rows and cell.col + cell.colspan <= table.cols, "cell outside its table")
        _need(cell.value is None or math.isfinite(cell.value), "cell value")
        _check_marks(cell.marks, len(cell.text), notes)


def _check_figures(content: Content) -> None:
    _ids(content.figures, "figure")
    length = _lengths(content)
    for figure in content.figures:
        end = length(figure.place)
        _need(end is not None and 0 <= figure.start < figure.end <= end, "figure place")
        _need(figure.kind in FIGURE_KINDS and figure.state in FIGURE_STATES, "figure kind or state")
        _need(all(map(math.isfinite, _numbers(figure))), "figure value")
        if figure.change is not None:
            _need(figure.change.direction in _DIRECTIONS and figure.change.value >= 0, "change")


def _numbers(figure: Figure) -> list[float]:
    change = figure.change.value if figure.change else None
    numbers = (figure.value, figure.low, figure.high, figure.value_base, figure.of, figure.implied_previous, change)
    return [number for number in numbers if number is not None]


def _lengths(content: Content) -> Callable[[Place], int | None]:
    """Return a function that gives the length of the text at a place, None where there is no such place."""
    blocks: dict[int, Block] = {block.id: block for block in content.blocks}
    notes: dict[int, Note] = {note.id: note for note in content.notes}
    cells: dict[tuple[int, int, int], Cell] = {
        (table.id, cell.row, cell.col): cell for table in content.tables for cell in table.cells
    }

    def length(place: Place) -> int | None:
        set_owners = [owner for owner in (place.block_id, place.note_id, place.table_id) if owner is not None]
        if len(set_owners) != 1:
            return None
        owner: Block | Note | Cell | None
        if place.block_id is not None:
            owner = blocks.get(place.block_id)
        elif place.note_id is not None:
            owner = notes.get(place.note_id)
        else:
            owner = cells.get((place.table_id or 0, _index(place.row), _index(place.col)))
        return None if owner is None else len(owner.text)

    return length


def _index(number: int | None) -> int:
    return -1 if number is None else number
