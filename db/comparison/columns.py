"""What the columns and rows of a table mean: labels, units and years told relative to the report's own year."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from db.comparison.likeness import catalogued
from db.comparison.masking import keys
from db.model import Cell, Content, Table
from db.vietnamese.folding import fold, letters
from db.vietnamese.numbers import Number, lex
from db.vietnamese.units import read_unit

_NUMBER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu", "thu tu", "no"})
_UNIT_HEADS = frozenset({"dvt", "don vi tinh", "don vi", "dv tinh"})
_LEAD = re.compile(
    r"^(?:[-–—+*•]\s*|(?:trong đó|trong do|riêng|gồm|bao gồm)\s*:?\s+"
    r"|(?:[ivxl]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+)+"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RELATIVE = (("năm trước", -1), ("năm ngoái", -1), ("cùng kì", -1), ("năm nay", 0), ("năm sau", 1), ("năm tới", 1))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers or words: its caption as printed and as a set of words with relative years."""

    index: int
    header: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of data: the label and unit it is known by, the heading row it stands under, and its cells by column.

    `indicator` is the one of the catalogue its figures are of, if they are of one.
    """

    row: int
    label: str
    unit: str
    group: str
    key: tuple[str, ...]
    cells: dict[int, Cell]
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table read: its columns of data, its rows of data in order, and the unit its caption states."""

    table: Table
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    unit: str


def relative_words(text: str, year: int | None) -> tuple[str, ...]:
    """Return the words of a caption, each year as its distance from the report's: "Năm 2022" in 2023 is "năm -1"."""
    low = letters(text)
    if year is not None:
        low = _YEAR.sub(lambda found: f" ‹{int(found[1]) - year:+d}› ", low)
        for words, distance in _RELATIVE:
            low = low.replace(words, f"năm ‹{distance:+d}›")
    return tuple(re.findall(r"‹[+-]\d+›|[^\W_]+|%", low))


def read_sheet(content: Content, table: Table) -> Sheet:
    """Return what a table of a report says."""
    grid = _grid(table)
    heads = [_header(grid, col, table) for col in range(table.cols)]
    label, unit_col, skip = _roles(grid, heads, table)
    columns = tuple(
        Column(col, head, relative_words(head, content.data.year))
        for col, head in enumerate(heads)
        if col not in {label, unit_col} | skip
    )
    lines = _lines(grid, table, label, unit_col, [column.index for column in columns])
    known = _indicators(content, table)
    lines = tuple(replace(line, indicator=known.get(line.row, "")) for line in lines)
    return Sheet(table, columns, lines, _stated_unit(content, table))


def _indicators(content: Content, table: Table) -> dict[int, str]:
    """The indicator of each row whose figures are all of one, as far as they are of any."""
    rows: dict[int, set[str]] = defaultdict(set)
    for figure in content.figures:
        if figure.place.table_id == table.id and catalogued(figure):
            rows[figure.place.row or 0].add(figure.indicator)
    return {row: next(iter(names)) for row, names in rows.items() if len(names) == 1}


def _grid(table: Table) -> dict[tuple[int, int], Cell]:
    grid: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.rowspan, table.rows)):
            for col in range(cell.col, min(cell.col + cell.colspan, table.cols)):
                grid.setdefault((row, col), cell)
    return grid


def _header(grid: dict[tuple[int, int], Cell], col: int, table: Table) -> str:
    texts: list[str] = []
    for row in range(table.header_rows):
        cell = grid.get((row, col))
        text = " ".join(cell.text.split()) if cell else ""
        if text and text not in texts:
            texts.append(text)
    return " / ".join(texts)


def _roles(grid: dict[tuple[int, int], Cell], heads: list[str], table: Table) -> tuple[int, int | None, set[int]]:
    """Return the column of labels, that of units if any, and the columns of numbers of rows."""
    folded = [fold(head).strip(" .:") for head in heads]
    skip = {col for col, head in enumerate(folded) if head in _NUMBER_HEADS}
    unit_col = next((col for col, head in enumerate(folded) if head in _UNIT_HEADS), None)
    body = range(table.header_rows, table.rows)
    for col in range(table.cols):
        if col in skip or col == unit_col:
            continue
        texts = [grid[row, col].text for row in body if (row, col) in grid]
        wordy = sum(1 for text in texts if sum(letter.isalpha() for letter in text) > 2)
        if texts and wordy * 2 >= len(texts):
            return col, unit_col, skip
    rest = [col for col in range(table.cols) if col not in skip and col != unit_col]
    return (rest[0] if rest else 0), unit_col, skip


def _lines(
    grid: dict[tuple[int, int], Cell], table: Table, label: int, unit_col: int | None, data: list[int]
) -> tuple[Line, ...]:
    lines: list[Line] = []
    group = above = ""
    for row in range(table.header_rows, table.rows):
        head = grid.get((row, label))
        if head is None or not head.text.strip():
            continue
        cells = {col: grid[row, col] for col in data if (row, col) in grid and grid[row, col].row == row}
        cells = {col: cell for col, cell in cells.items() if cell is not head and cell.text.strip()}
        text = " ".join(head.text.split())
        unit_cell = grid.get((row, unit_col)) if unit_col is not None else None
        unit = " ".join(unit_cell.text.split()) if unit_cell and unit_cell is not head else ""
        if not cells and not unit:
            group, above = text, ""
            continue
        under = " / ".join(part for part in (group, above) if part)
        if _is_part(grid, row, label, text):
            lines.append(Line(row, text, unit, under, label_key(text), cells))
        else:
            lines.append(Line(row, text, unit, group, label_key(text), cells))
            above = text
    return tuple(lines)


def _is_part(grid: dict[tuple[int, int], Cell], row: int, label: int, text: str) -> bool:
    """Whether a row details the one above: "- Thu nội địa", "Trong đó: …"."""
    first = grid.get((row, 0))
    dashed = label > 0 and first is not None and first.text.strip() in {"-", "–", "—", "+", "*"}
    low = letters(text)
    return dashed or low.startswith(("-", "–", "+", "trong đó", "riêng "))


def label_key(text: str) -> tuple[str, ...]:
    """Return a label without what only leads up to it, years and document numbers as one."""
    low = letters(" ".join(text.split()))
    bare = _LEAD.sub("", low) or low
    return keys(bare)


def _stated_unit(content: Content, table: Table) -> str:
    """The unit a line beside the table states for all its cells ("Đơn vị tính: tỷ đồng")."""
    at = next((place for place, block in enumerate(content.blocks) if block.table_id == table.id), 0)
    for text in (table.caption, *(block.text for block in reversed(content.blocks[max(0, at - 3) : at]))):
        found = re.search(r"(?:đvt|đơn vị tính|đơn vị)\s*:?\s*([^;()\n]{1,30})", text, re.IGNORECASE)
        unit = read_unit(found[1].strip(" .")) if found else None
        if unit:
            return unit.text
    return ""


def step_of(text: str) -> float:
    """Return the worth of the last printed digit of a cell's number, 0 if it prints none."""
    numbers = [piece for piece in lex(text) if isinstance(piece, Number)]
    return numbers[0].step if len(numbers) == 1 else 0.0


def dice(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """Return how many words two captions share, 0 … 1, each as often as it stands."""
    if not one or not two:
        return 0.0
    counts: dict[str, int] = defaultdict(int)
    for word in one:
        counts[word] += 1
    shared = 0
    for word in two:
        if counts[word] > 0:
            counts[word] -= 1
            shared += 1
    return 2 * shared / (len(one) + len(two))
