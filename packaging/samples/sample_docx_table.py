"""A table of a sample report in WordprocessingML: merged cells, repeated headers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sample_docx_words import Element, paragraph, w, words_runs
from sample_markup import Row, TableCell, TableOf

TWIPS_PER_MM = 56.7
_NUMBER = re.compile(r"[-\d][\d.,]*( - \d+)?")
_Hanging = dict[int, tuple[int, int]]
"""Cells that reach down from above: column → (rows still to cover, columns covered)."""


def table_of(table: TableOf, small: bool) -> Element:
    """The table; `small` sets the type of an annex."""
    widths = [round(one * TWIPS_PER_MM) for one in table.widths]
    grid = w("tblGrid", *(w("gridCol", w=str(one)) for one in widths))
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=str(sum(widths)), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
    )
    hanging: _Hanging = {}
    style = "AnnexText" if small else "TableText"
    rows = [
        _row(row, place < table.header_rows, _placed(row, len(widths), hanging), widths, style)
        for place, row in enumerate(table.rows)
    ]
    return w("tbl", properties, grid, *rows)


def _placed(row: Row, cols: int, hanging: _Hanging) -> Iterator[tuple[int, TableCell, str]]:
    """Every cell of a row with its column and how it merges downwards; ValueError if they do not fit."""
    written = iter(row.cells)
    col = 0
    while col < cols:
        if col in hanging:
            left, span = hanging.pop(col)
            cell, merge = TableCell((), span), "continue"
        else:
            cell = next(written)
            left, span, merge = cell.rowspan, cell.colspan, "restart" if cell.rowspan > 1 else ""
        if left > 1:
            hanging[col] = (left - 1, span)
        yield col, cell, merge
        col += span
    if col > cols or next(written, None) is not None:
        raise ValueError(f"the cells do not fill the row: {row}")


def _row(row: Row, header: bool, cells: Iterator[tuple[int, TableCell, str]], widths: list[int], style: str) -> Element:
    properties = w("trPr", w("cantSplit"), *([w("tblHeader")] if header else []))
    letters = "b" if header or row.group else ""
    return w(
        "tr",
        properties,
        *(
            _cell(
                cell,
                merge,
                sum(widths[col : col + cell.colspan]),
                letters=letters,
                style=style,
                align=_align(cell, centered=header or col == 0),
            )
            for col, cell, merge in cells
        ),
    )


def _align(cell: TableCell, *, centered: bool) -> str:
    if centered:
        return "center"
    return "right" if len(cell.words) == 1 and _NUMBER.fullmatch(str(cell.words[0])) else ""


def _cell(cell: TableCell, merge: str, width: int, *, letters: str, style: str, align: str) -> Element:
    properties = w("tcPr", w("tcW", w=str(width), type="dxa"))
    if cell.colspan > 1:
        properties.append(w("gridSpan", val=str(cell.colspan)))
    if merge:
        properties.append(w("vMerge", val=merge))
    properties.append(w("vAlign", val="center"))
    return w("tc", properties, paragraph(*words_runs(cell.words, letters), style=style, align=align))
