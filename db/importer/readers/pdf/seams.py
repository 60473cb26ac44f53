"""A table that goes on over pages becomes one again, its repeated head dropped, a row cut in two made whole."""

from __future__ import annotations

import re
from dataclasses import replace

from db.importer.document import Grid, GridCell, NoteMark
from db.importer.readers.pdf.tables import Placed

_SAME_EDGE = 4.0
_MOST_HEADS = 6
_SAME_HEADS = 0.6
_FIGURE = re.compile(r"[-+(]?\d[\d.,/% ()-]*")

_Texts = dict[tuple[int, int, int, int], str]


def joined(above: Placed, below: Placed) -> Placed | None:
    """Return two tables as one where the second, at the top of the next page, goes on with the first."""
    if above.frame or below.frame or above.ruled != below.ruled or below.pages[0] != above.pages[-1] + 1:
        return None
    heads = _repeated_heads(above.grid, below.grid)
    if above.grid.cols != below.grid.cols or not (heads or _same_edges(above.edges, below.edges)):
        return None
    rest = _without_overflow(above.grid, below.grid, heads)
    grid = _appended(replace(above.grid, header_rows=max(heads, above.grid.header_rows)), rest, heads)
    return replace(above, grid=grid, pages=(*above.pages, *below.pages))


def _appended(above: Grid, below: Grid, heads: int) -> Grid:
    """Put the rows of `below` from `heads` on under those of `above`."""
    cut = _cut_row(above, below, heads)
    shift = above.rows - heads - bool(cut)
    kept = [cut.get((cell.row, cell.col), cell) for cell in above.cells]
    first = heads + bool(cut)
    moved = [replace(cell, row=cell.row + shift) for cell in below.cells if cell.row >= first]
    return replace(above, rows=above.rows + below.rows - first, cells=(*kept, *moved))


def _cut_row(above: Grid, below: Grid, heads: int) -> dict[tuple[int, int], GridCell]:
    """Return the cells of the last row made whole, where the first row below plainly is the rest of it.

    It is, where its first cell is empty, no figure stands in it, every word in it stands
    under words, and some cell goes on in mid-sentence.
    """
    last = {cell.col: cell for cell in above.cells if cell.row == above.rows - 1}
    rest = {cell.col: cell for cell in below.cells if cell.row == heads}
    if not _same_shape(last, rest) or 0 not in last or not last[0].text or rest[0].text:
        return {}
    words = {col: cell for col, cell in rest.items() if cell.text}
    if not any(cell.text[0].islower() for cell in words.values()):
        return {}
    if any(not last[col].text or _FIGURE.fullmatch(cell.text) for col, cell in words.items()):
        return {}
    return {(cell.row, col): _made_whole(cell, words[col]) if col in words else cell for col, cell in last.items()}


def _same_shape(last: dict[int, GridCell], rest: dict[int, GridCell]) -> bool:
    return last.keys() == rest.keys() and all(
        (cell.colspan, cell.rowspan, rest[col].rowspan) == (rest[col].colspan, 1, 1) for col, cell in last.items()
    )


def _made_whole(cell: GridCell, rest: GridCell) -> GridCell:
    shift = len(cell.text) + 1
    marks = (*cell.marks, *(NoteMark(mark.offset + shift, mark.key) for mark in rest.marks))
    return replace(cell, text=f"{cell.text} {rest.text}", marks=marks)


def _same_edges(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= _SAME_EDGE for a, b in zip(above, below, strict=True))


def _repeated_heads(above: Grid, below: Grid) -> int:
    """How many rows from the top are printed again, word for word and cell for cell."""
    for count in range(min(_MOST_HEADS, above.rows, below.rows - 1), 0, -1):
        if _is_repeated(_texts(above, count), _texts(below, count)):
            return count
    return 0


def _is_repeated(top: _Texts, again: _Texts) -> bool:
    """Whether rows say the same; a repeated cell may have lost its last line, which then stands in the row below."""
    if top.keys() != again.keys() or not any(top.values()):
        return False
    same = sum(again[place] == text for place, text in top.items())
    return same >= _SAME_HEADS * len(top) and all(text.startswith(again[place]) for place, text in top.items())


def _texts(grid: Grid, count: int) -> _Texts:
    cells = (cell for cell in grid.cells if cell.row < count)
    return {(cell.row, cell.col, cell.rowspan, cell.colspan): " ".join(cell.text.split()) for cell in cells}


def _without_overflow(above: Grid, below: Grid, heads: int) -> Grid:
    """Take out of the first row under a repeated head what has run over from the head."""
    again = _texts(below, heads)
    rests = {
        place[1]: text[len(again[place]) :].strip()
        for place, text in _texts(above, heads).items()
        if again[place] != text
    }
    cells = list(below.cells)
    for index, cell in enumerate(cells):
        for col, rest in rests.items():
            if cell.row == heads and cell.col <= col < cell.col + cell.colspan:
                cells[index] = _without(cell, rest)
    return replace(below, cells=tuple(cells))


def _without(cell: GridCell, rest: str) -> GridCell:
    if cell.text.endswith(rest):
        text = cell.text[: -len(rest)].rstrip()
        return replace(cell, text=text, marks=tuple(mark for mark in cell.marks if mark.offset <= len(text)))
    if cell.text.startswith(rest):
        text = cell.text[len(rest) :].lstrip()
        lead = len(cell.text) - len(text)
        return replace(cell, text=text, marks=tuple(NoteMark(max(m.offset - lead, 0), m.key) for m in cell.marks))
    return cell
