"""Tables of several years set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.export.cells import text_cell
from db.export.layouts import captions_of, filled
from db.export.table import BLANK, COVERED, ExportCell, ExportTable, Row
from db.export.words import words
from db.vietnamese.folding import fold


def merged(tables: Sequence[ExportTable], language: str = "vi") -> ExportTable:
    """Return tables of several years side by side: their numbers under the name of each, rows joined by their words.

    Rows are in the order of the last table, others after the row they follow in their
    own. Equal words that come again in one table are joined in their order. How many
    rows are not in every table is told below.
    """
    keyed = [_keyed(table) for table in tables]
    order = _order([list(rows) for rows in keyed])
    names = _naming(tables[-1])
    blocks = [_numbers(table) for table in tables]
    captions = captions_of(tables[-1])
    first: list[ExportCell] = [replace(text_cell(captions[col]), rowspan=2) for col in names]
    second: list[ExportCell] = [COVERED] * len(names)
    for table, columns in zip(tables, blocks, strict=True):
        first += [replace(text_cell(table.name), colspan=len(columns)), *[COVERED] * (len(columns) - 1)]
        second += [text_cell(captions_of(table)[col]) for col in columns]
    rows = tuple(_joined(key, keyed, names, blocks) for key in order)
    missing = sum(not all(key in table for table in keyed) for key in order)
    title = words("merged", language)
    return ExportTable(
        name=title,
        caption=tables[-1].caption or title,
        head=(tuple(first), tuple(second)),
        rows=rows,
        origins=tuple(dict.fromkeys(origin for table in tables for origin in table.origins)),
        remarks=(words("only_some", language, value=missing),) if missing else (),
    )


def _naming(table: ExportTable) -> list[int]:
    numbers = _numbers(table)
    return [col for col in range(table.cols) if col not in numbers]


def _numbers(table: ExportTable) -> list[int]:
    """Return the columns that hold numbers, those of mere words left out; all but the first where none does."""
    found = [col for col in range(table.cols) if any(row[col].kind == "number" for row in table.rows)]
    return found or list(range(1, table.cols))


def _keyed(table: ExportTable) -> dict[tuple[str, int], list[ExportCell]]:
    """Return the rows by their words (numbers of rows left out) and by which time these come."""
    naming = _naming(table)
    seen: Counter[str] = Counter()
    found = {}
    for row in filled(table.rows):
        texts = [" ".join(fold(row[col].text).split()) for col in naming]
        words_only = [text for text in texts if any(len(part) > 1 and part.isalpha() for part in text.split())]
        key = " | ".join(dict.fromkeys(words_only or texts))
        found[key, seen[key]] = row
        seen[key] += 1
    return found


def _order(lists: Sequence[Sequence[tuple[str, int]]]) -> list[tuple[str, int]]:
    order = list(lists[-1])
    for keys in reversed(lists[:-1]):
        at = 0
        for key in keys:
            if key in order:
                at = order.index(key) + 1
            else:
                order.insert(at, key)
                at += 1
    return order


def _joined(
    key: tuple[str, int],
    keyed: Sequence[Mapping[tuple[str, int], list[ExportCell]]],
    names: Sequence[int],
    blocks: Sequence[Sequence[int]],
) -> Row:
    newest = next(table[key] for table in reversed(keyed) if key in table)
    cells = [_alone(newest[col]) if col < len(newest) else BLANK for col in names]
    for table, columns in zip(keyed, blocks, strict=True):
        row = table.get(key)
        cells += [_alone(row[col]) if row else BLANK for col in columns]
    return tuple(cells)


def _alone(cell: ExportCell) -> ExportCell:
    return replace(cell, rowspan=1, colspan=1, marks=())
