"""A table as HTML: every word escaped, numbers that Excel and LibreOffice take for what they count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from db.export.looks import look_of, shown
from db.export.marked import pieces
from db.export.options import ExportOptions
from db.export.table import ExportCell, ExportTable, Row

_SPACES = ("  ", "\n", "\t")


def table_html(
    table: ExportTable, options: ExportOptions, attributes: Callable[[ExportCell, bool], str], head: bool = True
) -> str:
    """Return a table; `attributes` gives those of a cell (with True for a caption), `head` says whether captions go."""
    cell = partial(_cell, table, options, attributes)
    title = f"<caption>{escape(table.caption)}</caption>\n" if table.caption and head else ""
    above = "".join(_rows(table.head, cell, True)) if head else ""
    parts = [f"<thead>\n{above}</thead>\n"] if above else []
    return f"{title}{''.join(parts)}<tbody>\n{''.join(_rows(table.rows, cell, False))}</tbody>\n"


def counted(cell: ExportCell) -> str:
    """Return the attributes that tell Excel and LibreOffice what a cell counts, or that it is text.

    LibreOffice reads the value in the first language of `sdnum` (1033, English) and the
    format in the second (1066, Vietnamese).
    """
    if cell.kind != "number":
        return ' sdnum="1033;0;@"'
    return f' x:num="{cell.value:f}" sdval="{cell.value:f}" sdnum="1033;1066;{escape(_pattern(cell))}"'


def words_html(text: str) -> str:
    """Return text escaped, its lines and runs of blanks kept."""
    escaped = escape(text)
    if not any(space in text for space in _SPACES):
        return escaped
    return escaped.replace("\t", "&#9;").replace("  ", " &nbsp;").replace("\n", "<br>")


def _rows(rows: tuple[Row, ...], cell: Callable[[ExportCell, bool], str], is_head: bool) -> Iterator[str]:
    for row in rows:
        yield "<tr>" + "".join(cell(one, is_head) for one in row if one.kind != "covered") + "</tr>\n"


def _cell(
    table: ExportTable,
    options: ExportOptions,
    attributes: Callable[[ExportCell, bool], str],
    cell: ExportCell,
    is_head: bool,
) -> str:
    element = "th" if is_head else "td"
    spans = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
    named = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    text = shown(cell, options.numbers)
    words = "".join(
        f"<sup>{words_html(piece)}</sup>" if above else words_html(piece)
        for piece, above in pieces(cell, text, table, options.notes)
    )
    return f"<{element}{named}{attributes(cell, is_head)}>{words}</{element}>"


def _pattern(cell: ExportCell) -> str:
    """Return the number format in Vietnamese signs, as LibreOffice reads it for that language."""
    look = look_of(cell)
    bare = ("#.##0" if look.grouped else "0") + ("," + "0" * look.decimals if look.decimals else "")
    return bare + (f'"{look.tail}"' if look.tail else "")
