"""Excel: true numbers, text that stays text, merged heads, notes in sight, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from db.export.book import INDEX_COLUMN, TOP, Leaf, below, comment_of, leaves
from db.export.options import ExportOptions
from db.export.pictures import png_size
from db.export.table import ExportCell, ExportTable
from db.export.widths import lines, widths_of
from db.export.words import words
from db.export.xlsx_formats import Formats
from db.export.xlsx_sheet import QuickSheet

_PLAIN = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_LONGEST = 32_767  # letters a cell of Excel holds
_MOST_LINKS = 60_000  # Excel takes 65,530 in one sheet
_LINE = 16.5  # points a line of text is high
_PIXELS = 96 / 25.4  # of a millimetre, as Excel counts
_ROW_PIXELS = 20
_STEP = 500  # rows between two steps
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


class Xlsx:
    """Writes every table into a sheet of one workbook."""

    name = "Excel"
    suffix = ".xlsx"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        # Not in a `with`: that would write the whole file even when the work is stopped between rows.
        workbook = xlsxwriter.Workbook(str(file), _PLAIN)
        workbook.set_properties({"author": words("made_by", options.language), "created": _created(options)})
        formats = Formats(workbook, options.numbers)
        done = 0
        for leaf in leaves(tables, options):
            page = _Page(workbook.add_worksheet(leaf.name, QuickSheet), formats, options)
            for rows in page.table(leaf):
                yield done + (rows if leaf.asked else 0)
            done += len(leaf.table.rows) if leaf.asked else 0
        try:
            workbook.close()
        except FileCreateError as error:
            # XlsxWriter wraps what the system said: a full disk has to be told as one.
            raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


class _Page:
    """Writes one sheet."""

    def __init__(self, sheet: Worksheet, formats: Formats, options: ExportOptions) -> None:
        self.sheet = sheet
        self.formats = formats
        self._options = options
        self._links = 0

    def table(self, leaf: Leaf) -> Iterator[int]:
        """Write a table with what belongs above and below it; yields how many of its rows are done."""
        table = leaf.table
        widths = widths_of(table)
        for col, width in enumerate(widths):
            self.sheet.set_column(col, col, width)
        self.sheet.write_string(0, 0, _held(table.caption or table.name), self.formats.named("title"))
        if leaf.home:
            self._lead(1, 0, leaf.home, words("back", self._options.language), "link")
        self._head(table)
        for at, row in enumerate(table.rows):
            self._row(TOP + len(table.head) + at, row, table)
            if at % _STEP == _STEP - 1:
                yield at + 1
        for at, name in enumerate(leaf.sheets, TOP + len(table.head)):
            self._lead(at, INDEX_COLUMN, name, name, "linked")
        self._look(table, widths)
        self._below(table, widths)
        yield len(table.rows)

    def _head(self, table: ExportTable) -> None:
        heading = self.formats.named("heading")
        for at, row in enumerate(table.head, TOP):
            for col, cell in enumerate(row):
                if cell.kind != "covered":
                    self._cell(at, col, cell, heading, table)

    def _row(self, at: int, row: tuple[ExportCell, ...], table: ExportTable) -> None:
        write_number, write_string, of = self.sheet.write_number, self.sheet.write_string, self.formats.of
        for col, cell in enumerate(row):
            kind = cell.kind
            plain = cell.rowspan == cell.colspan == 1 and not cell.marks
            # The two kinds of cells that large tables are made of, without detours.
            if plain and kind == "number":
                write_number(at, col, float(cell.value or 0), of(cell))
            elif plain and kind == "text" and not cell.link:
                write_string(at, col, _held(cell.text), of(cell))
            elif kind != "covered":
                self._cell(at, col, cell, of(cell), table)

    def _cell(self, at: int, col: int, cell: ExportCell, look: Format, table: ExportTable) -> None:
        sheet = self.sheet
        if cell.rowspan > 1 or cell.colspan > 1:
            sheet.merge_range(at, col, at + cell.rowspan - 1, col + cell.colspan - 1, "", look)
        if cell.kind == "number" and cell.value is not None:
            sheet.write_number(at, col, float(cell.value), look)
        elif cell.link and self._links < _MOST_LINKS:
            self._links += 1
            sheet.write_url(at, col, cell.link, self.formats.named("linked"), _held(cell.text))
        elif cell.text:
            sheet.write_string(at, col, _held(cell.text), look)
        elif cell.rowspan == cell.colspan == 1:
            sheet.write_blank(at, col, None, look)
        if cell.marks and self._options.notes and self._options.comments:
            text = comment_of(table, cell.marks)
            sheet.write_comment(at, col, _held(text), _comment(text))

    def _look(self, table: ExportTable, widths: tuple[int, ...]) -> None:
        body = TOP + len(table.head)
        self.sheet.freeze_panes(body, 0)
        if table.head:
            self.sheet.repeat_rows(TOP, body - 1)
        # Codes as 07 are text on purpose: no green corner says otherwise.
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=1.18, right=0.59, top=0.79, bottom=0.79)
        self.sheet.fit_to_pages(1, 0)
        if sum(widths) > 90:
            self.sheet.set_landscape()

    def _below(self, table: ExportTable, widths: tuple[int, ...]) -> None:
        at = TOP + len(table.head) + len(table.rows) + 1
        notes, sources = below(table, self._options)
        if notes:
            self.sheet.write_string(at, 0, words("notes", self._options.language), self.formats.named("notes"))
        for line in notes:
            at += 1
            self._line(at, line, widths, "note")
        at += 2 if notes else 0
        for line in sources:
            self._line(at, line, widths, "line")
            at += 1
        for number, picture in enumerate(table.pictures, 1):
            wide, high = png_size(picture.png)
            scale = picture.width * _PIXELS / wide
            choices = {"image_data": BytesIO(picture.png), "x_scale": scale, "y_scale": scale, "object_position": 1}
            self.sheet.insert_image(at + 1, 0, f"{number}.png", choices | {"description": picture.caption})
            at += 2 + round(high * scale / _ROW_PIXELS)

    def _lead(self, at: int, col: int, name: str, text: str, look: str) -> None:
        """Write a cell that leads to another sheet."""
        target = name.replace("'", "''")
        self.sheet.write_url(at, col, f"internal:'{target}'!A1", self.formats.named(look), text)

    def _line(self, at: int, text: str, widths: tuple[int, ...], look: str) -> None:
        """Write a line over the whole width, as high as its words need; merged cells never grow by themselves."""
        room = list(accumulate(widths))
        # A table may be a single narrow column: then the line runs over its neighbours.
        last = next((col for col, width in enumerate(room) if width >= 90), max(len(room) - 1, 0))
        width = room[last] if room else 60
        if last and width >= 30:
            self.sheet.merge_range(at, 0, at, last, "", self.formats.named(look))
            self.sheet.set_row(at, min(409, _LINE * lines(text, width)))
            self.sheet.write_string(at, 0, _held(text), self.formats.named(look))
        else:
            self.sheet.write_string(at, 0, _held(text), self.formats.named("over"))


def _comment(text: str) -> dict[str, object]:
    return {"x_scale": 2.2, "y_scale": max(0.6, min(6.0, lines(text, 46) * 0.24)), "font_size": 9}


def _held(text: str) -> str:
    """Return as much of a text as a cell holds, with an ellipsis where that is not all of it."""
    if len(text) <= _LONGEST // 2 or len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    return text[: _LONGEST // 2] + "…"


def _created(options: ExportOptions) -> datetime:
    return datetime.fromisoformat(options.at) if options.at else _NO_MOMENT
