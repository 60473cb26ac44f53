"""The grid of a Word table as XML: quick for many rows, with spans as printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from db.export.looks import shown
from db.export.marked import pieces
from db.export.options import ExportOptions
from db.export.table import ExportCell, ExportTable
from db.export.widths import ems, widths_of

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SIZES = (26, 24, 22, 20, 18, 16)  # half points
_DASHES = " -–—…./*"  # what stands for nothing in a column of numbers
_SLACKS = (1.25, 1.06)  # where there is room, as much as other fonts than Times New Roman need
_PADDING = 240  # twips: what Word leaves free on both sides of a cell, and a hair
_ROWS = 400  # as many rows tell what a column needs
_UNBROKEN = 14.0  # ems; a longer word may be broken


def grid_xml(table: ExportTable, options: ExportOptions, room: int, relate: Callable[[str], str]) -> str:
    """Return a table as a `w:tbl`, `room` twips wide; `relate` gives the id a link is known by in the document."""
    size, twips = _measures(table, room)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    grid = _Grid(table, options, twips, size, relate)
    rows = "".join(grid.rows())
    return (
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _measures(table: ExportTable, room: int) -> tuple[int, list[int]]:
    """Return the size of the letters in half points and the widths of the columns in twips.

    The largest size is taken in which no word and no number has to be broken; what is
    left of the room goes to the columns that want more.
    """
    longest = [_longest_word(table, col) for col in range(table.cols)]
    tries = ((size, slack) for size in _SIZES for slack in _SLACKS)
    for size, slack in tries:
        floors = [_PADDING + round(ems * size * 10 * slack) for ems in longest]
        if sum(floors) <= room:
            break
    else:
        floors = [room * floor // sum(floors) for floor in floors]
    more = [max(0, width * size * 5 - floor) for width, floor in zip(widths_of(table), floors, strict=True)]
    left = room - sum(floors)
    return size, [floor + left * part // max(1, sum(more)) for floor, part in zip(floors, more, strict=True)]


def _longest_word(table: ExportTable, col: int) -> float:
    """Return the width of the longest word of a column in ems; a number counts as one word."""
    heads = [ems(word, bold=True) for row in table.head if row[col].colspan == 1 for word in row[col].text.split()]
    cells = [row[col] for row in table.rows[:_ROWS] if row[col].colspan == 1]
    parts = (part for cell in cells for part in ([cell.text] if cell.kind == "number" else cell.text.split()))
    return min(_UNBROKEN, max([1.0, *heads, *map(ems, parts)]))


class _Grid:
    """Writes the rows of one table."""

    def __init__(
        self, table: ExportTable, options: ExportOptions, twips: list[int], size: int, relate: Callable[[str], str]
    ) -> None:
        self._relate = relate
        self._table = table
        self._options = options
        self._twips = twips
        self._size = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'

    def rows(self) -> Iterator[str]:
        """Yield the rows, the head first."""
        reaching: dict[int, tuple[int, int]] = {}  # column: rows still covered, columns covered
        heads = len(self._table.head)
        for at, row in enumerate([*self._table.head, *self._table.rows]):
            head = "<w:tblHeader/>" if at < heads else ""
            cells = "".join(self._cells(row, at < heads, reaching))
            yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

    def _cells(self, row: tuple[ExportCell, ...], is_head: bool, reaching: dict[int, tuple[int, int]]) -> Iterator[str]:
        col = 0
        while col < len(row):
            left, width = reaching.pop(col, (0, 1))
            cell = row[col]
            if left and cell.kind == "covered":
                yield self._box(col, width, "<w:vMerge/>", "<w:p/>", is_head)
                rows = left
            else:
                width = cell.colspan
                rows = cell.rowspan
                merge = '<w:vMerge w:val="restart"/>' if rows > 1 else ""
                yield self._box(col, width, merge, self._paragraphs(cell, is_head), is_head)
            if rows > 1:
                reaching[col] = (rows - 1, width)
            col += width

    def _box(self, col: int, width: int, merge: str, inside: str, is_head: bool) -> str:
        span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        twips = sum(self._twips[col : col + width])
        middle = '<w:vAlign w:val="center"/>' if is_head else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{inside}</w:tc>'

    def _paragraphs(self, cell: ExportCell, is_head: bool) -> str:
        is_dash = cell.kind == "text" and not cell.text.strip(_DASHES)
        align = "center" if is_head or is_dash else "right" if cell.kind == "number" else "left"
        look = self._size if not is_head else f"<w:b/>{self._size}"
        text = shown(cell, self._options.numbers)
        runs = "".join(
            self._run(piece, look, above) for piece, above in pieces(cell, text, self._table, self._options.notes)
        )
        if cell.link:
            runs = f'<w:hyperlink r:id="{self._relate(cell.link)}">{runs}</w:hyperlink>'
        return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'

    def _run(self, text: str, look: str, above: bool) -> str:
        raised = '<w:vertAlign w:val="superscript"/>' if above else ""
        lines = text.split("\n")
        words = "<w:br/>".join(_words(line) for line in lines)
        return f"<w:r><w:rPr>{look}{raised}</w:rPr>{words}</w:r>"


def _words(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split("\t"))
    return "<w:tab/>".join(parts)
