"""Sets tables into bands: a row each, its cells merged as printed, the head given along for the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QFontMetricsF

from db.export.looks import shown
from db.export.marked import pieces
from db.export.table import ExportCell, ExportTable, Row
from db.export.widths import widths_of
from desktop.printing.paper import PER_POINT
from desktop.printing.setting import Band, Glyphs, Look, Rule, Span, break_lines, face, laid_out, set_text

SIZES = (13, 12, 11, 10, 9, 8)
PADDING = 3.0
"""Points between the lines of a table and its words."""
UNBROKEN = 11
"""Letters of a cell that are kept on one line: "triệu đồng"."""
COSY = 0.75
"""Share of the width that the longest words may take before the letters are made smaller."""
TALLEST = 0.45
"""Share of a page a row may take before it is parted over pages."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How tables are set: the letters, the room in units, the signs of numbers, words for a table that goes on.

    `notes` are the notes of the library in the order of the table's own, empty where they
    are printed below it as lines; `numbers` is "vi" or "en".
    """

    family: str
    width: float
    height: float
    continued: str = ""
    numbers: str = "vi"
    notes: tuple[int, ...] = ()
    labels: bool = True


def set_table(table: ExportTable, manner: Manner) -> list[Band]:
    """Return a table as bands."""
    size = fitting_size(table, manner)
    grid = _Grid(table, manner, size, _columns(table, manner, size))
    head = [replace(band, keep=True) for band in grid.rows(table.head, True)]
    again: tuple[Band, ...] = tuple(head)
    if manner.continued:
        look = Look(size - 1, "i", "right", after=2, keep=True)
        again = (*set_text(manner.continued, look, manner.family, manner.width), *head)
    body = [replace(band, head=again) for band in grid.rows(table.rows, False)]
    if head and body:
        body[0] = replace(body[0], leads=True)
    return [*head, *body]


def fitting_size(table: ExportTable, manner: Manner) -> int:
    """Return the largest size in which no word of the table is broken, the smallest where there is none."""
    fits = [(size, sum(_least(table, manner, size)) / manner.width) for size in SIZES]
    return next((size for size, full in fits if full <= (COSY if size > SIZES[-3] else 1)), SIZES[-1])


def _least(table: ExportTable, manner: Manner, size: int) -> list[float]:
    """Return the least width of every column: its longest word, or number."""
    plain, bold = (QFontMetricsF(face(manner.family, size, style)) for style in ("", "b"))
    padding = 2 * PADDING * PER_POINT
    least = [padding + plain.averageCharWidth() * 2] * table.cols
    for rows, metrics in ((table.head, bold), (table.rows, plain)):
        for row in rows:
            for col, cell in enumerate(row):
                if cell.colspan == 1 and cell.text:
                    whole = cell.kind == "number" or (rows is table.rows and len(cell.text) <= UNBROKEN)
                    words = [cell.text] if whole else cell.text.split()
                    longest = max(map(metrics.horizontalAdvance, words), default=0.0)
                    mark = metrics.averageCharWidth() * 3 if cell.marks else 0.0
                    least[col] = max(least[col], longest * 1.03 + mark + padding)
    return least


def _columns(table: ExportTable, manner: Manner, size: int) -> list[float]:
    """Share the width out: what words need first, the rest by what the columns want."""
    least = _least(table, manner, size)
    total = sum(least)
    if total >= manner.width:
        return [one / total * manner.width for one in least]
    letter = QFontMetricsF(face(manner.family, size)).averageCharWidth()
    wish = [max(0.0, want * letter - one) for want, one in zip(widths_of(table), least, strict=True)]
    spare = manner.width - total
    given = min(spare, sum(wish))
    share = [one / (sum(wish) or 1.0) * given for one in wish]
    widths = [one + more for one, more in zip(least, share, strict=True)]
    # What nobody wants goes to all alike, so that the table is as wide as the text.
    scale = manner.width / sum(widths)
    return [one * scale for one in widths]


@dataclass
class _Set:
    """A cell, set: its lines with their heights, and where it stands."""

    cell: ExportCell
    col: int
    lines: list[Glyphs]
    heights: list[float]

    @property
    def height(self) -> float:
        return sum(self.heights) + 2 * PADDING * PER_POINT


class _Grid:
    def __init__(self, table: ExportTable, manner: Manner, size: int, widths: Sequence[float]) -> None:
        self._table = table
        self._manner = manner
        self._size = size
        self._widths = list(widths)
        heads = [{row[col].text.strip().upper().rstrip(".") for row in table.head} for col in range(table.cols)]
        self._counting = {col for col, words in enumerate(heads) if words & {"STT", "TT", "SỐ TT", "NO"}}
        self._lefts = [sum(self._widths[:col]) for col in range(len(self._widths) + 1)]

    def rows(self, rows: Sequence[Row], is_head: bool) -> list[Band]:
        """Return rows as bands; a row that is too tall as several."""
        cells = [self._row(row, is_head) for row in rows]
        heights = self._heights(rows, cells)
        tied = self._tied(rows, heights)
        bands: list[Band] = []
        for at, row in enumerate(cells):
            limit = self._manner.height * TALLEST
            if heights[at] > limit and not tied[at] and not (at and tied[at - 1]):
                bands += self._parted(row, rows, at, limit)
            else:
                spare = [self._spare(one, heights, at) if is_head else 0.0 for one in row]
                bands.append(self._band(row, rows, at, heights[at], tied[at], spare))
        return bands

    def _row(self, row: Row, is_head: bool) -> list[_Set]:
        return [self._cell(cell, col, is_head) for col, cell in enumerate(row) if cell.kind != "covered"]

    def _cell(self, cell: ExportCell, col: int, is_head: bool) -> _Set:
        text, spans = "", []
        printed = shown(cell, self._manner.numbers)
        for piece, raised in pieces(cell, printed, self._table, self._manner.labels):
            words = piece.strip("[]") if raised and self._manner.notes else piece
            spans += [Span(len(text), len(text) + len(words), "^")] if raised else []
            text += words
        only_dash = bool(text.strip()) and not text.strip(" -–—x")
        align = (
            "center"
            if is_head or only_dash or (col in self._counting and cell.colspan == 1)
            else "right"
            if cell.kind == "number"
            else "left"
        )
        layout = laid_out(text, Look(self._size, "b" if is_head else "", align), self._manner.family, spans)
        right = self._lefts[min(col + cell.colspan, len(self._widths))]
        inside = right - self._lefts[col] - 2 * PADDING * PER_POINT
        lines = break_lines(layout, inside) if text else []
        x = self._lefts[col] + PADDING * PER_POINT
        marks = [Glyphs(layout, number, x, 0) for number in range(len(lines))]
        return _Set(cell, col, marks, [height for _start, _end, height in lines])

    def _heights(self, rows: Sequence[Row], cells: Sequence[list[_Set]]) -> list[float]:
        least = QFontMetricsF(face(self._manner.family, self._size)).height() + 2 * PADDING * PER_POINT
        heights = [max([one.height for one in row if one.cell.rowspan == 1], default=least) for row in cells]
        heights = [max(height, least) for height in heights]
        for at, row in enumerate(cells):
            for one in row:
                if one.cell.rowspan > 1:
                    last = min(at + one.cell.rowspan, len(rows)) - 1
                    heights[last] += max(0.0, one.height - sum(heights[at : last + 1]))
        return heights

    def _tied(self, rows: Sequence[Row], heights: Sequence[float]) -> list[bool]:
        """Return which rows must stand on one page with the next: a merged cell goes over both."""
        tied = [False] * len(rows)
        for at, row in enumerate(rows):
            for cell in row:
                last = min(at + cell.rowspan, len(rows)) - 1
                if cell.rowspan > 1 and sum(heights[at : last + 1]) < self._manner.height * 0.8:
                    tied[at:last] = [True] * (last - at)
        return tied

    @staticmethod
    def _spare(one: _Set, heights: Sequence[float], at: int) -> float:
        """Return half the room that a caption leaves in its rows."""
        return max(0.0, sum(heights[at : at + one.cell.rowspan]) - one.height) / 2

    def _band(  # noqa: PLR0917 - the row, where it is, and how it is set
        self, row: list[_Set], rows: Sequence[Row], at: int, height: float, tied: bool, spare: Sequence[float]
    ) -> Band:
        marks: list[Glyphs | Rule] = []
        for one, above in zip(row, spare, strict=True):
            y = PADDING * PER_POINT + above
            for line, tall in zip(one.lines, one.heights, strict=True):
                marks.append(replace(line, y=y))
                y += tall
        return Band(height, (*marks, *self._rules(rows, at, height, True, True)), self._notes(row), tied)

    def _parted(self, row: list[_Set], rows: Sequence[Row], at: int, limit: float) -> list[Band]:
        """Part a row that is too tall: every part takes as many lines of each cell as fit."""
        left = [list(zip(one.lines, one.heights, strict=True)) for one in row]
        bands: list[Band] = []
        while any(left):
            marks: list[Glyphs | Rule] = []
            tallest = 0.0
            for lines in left:
                y = PADDING * PER_POINT
                while lines and y + lines[0][1] <= limit:
                    line, tall = lines.pop(0)
                    marks.append(replace(line, y=y))
                    y += tall
                tallest = max(tallest, y)
            height = tallest + PADDING * PER_POINT
            rules = self._rules(rows, at, height, not bands, not any(left))
            bands.append(Band(height, (*marks, *rules), self._notes(row) if not bands else ()))
        return bands

    def _notes(self, row: list[_Set]) -> tuple[int, ...]:
        if not self._manner.notes:
            return ()
        return tuple(dict.fromkeys(self._manner.notes[number] for one in row for _at, number in one.cell.marks))

    def _rules(self, rows: Sequence[Row], at: int, height: float, first: bool, last: bool) -> list[Rule]:
        """Return the lines round the cells of a row: above where it begins one, below where it ends one."""
        owners = _owners(rows, at)
        rules = []
        for col, (top, bottom, left) in enumerate(owners):
            x, to = self._lefts[col], self._lefts[col + 1]
            if left:
                rules.append(Rule(x, 0, x, height))
            if top and first:
                rules.append(Rule(x, 0, to, 0))
            if bottom and last:
                rules.append(Rule(x, height, to, height))
        rules.append(Rule(self._lefts[-1], 0, self._lefts[-1], height))
        return rules


def _owners(rows: Sequence[Row], at: int) -> list[tuple[bool, bool, bool]]:
    """Return for every column of a row whether its cell begins here, ends here, and has its left side here."""
    cols = len(rows[at])
    found = [(True, True, True)] * cols
    for up in range(at + 1):
        for col, cell in enumerate(rows[up]):
            if cell.kind == "covered" or up + cell.rowspan <= at:
                continue
            for over in range(col, min(col + cell.colspan, cols)):
                found[over] = (up == at, up + cell.rowspan - 1 == at or at == len(rows) - 1, over == col)
    return found
