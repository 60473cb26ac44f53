"""Excel: true numbers, text that stays text, widths that fit, the heading row in view."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from db.export.replacing import replacing
from db.export.sheet import Sheet, Value

_PLAIN = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝")
_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Xlsx:
    """Writes one sheet into one workbook."""

    name = "Excel"
    suffix = ".xlsx"

    def write(self, sheet: Sheet, target: Path) -> None:
        """Write `sheet` to `target`; ExportFailed or DiskFull leave what stood there before."""
        with replacing(target) as temporary, xlsxwriter.Workbook(str(temporary), _PLAIN) as workbook:
            formats = _formats(workbook)
            page = workbook.add_worksheet(sheet.title.translate(_UNFIT)[:31] or "1")
            page.write_string(0, 0, sheet.title, formats["title"])
            for column, (heading, width) in enumerate(zip(sheet.headings, sheet.widths, strict=True)):
                page.set_column(column, column, width)
                page.write_string(2, column, heading, formats["heading"])
            for row, values in enumerate(sheet.rows, 3):
                for column, value in enumerate(values):
                    _write(page, (row, column), value, formats)
            page.freeze_panes(3, 0)
            page.repeat_rows(2)
            for row, line in enumerate(sheet.sources, len(sheet.rows) + 4):
                page.write_string(row, 0, line, formats["source"])


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    cell = {**font, "border": 1, "text_wrap": True}
    return {
        "title": workbook.add_format({**font, "bold": True, "font_size": 13}),
        "heading": workbook.add_format({**cell, "bold": True, "bg_color": "#EDEFF2"}),
        "text": workbook.add_format(cell),
        "quoted": workbook.add_format({**cell, "quote_prefix": True}),
        "number": workbook.add_format({**cell, "num_format": "#,##0.######"}),
        "source": workbook.add_format({**font, "italic": True}),
    }


def _write(page: Worksheet, place: tuple[int, int], value: Value, formats: dict[str, Format]) -> None:
    if isinstance(value, str):
        page.write_string(*place, value, formats["quoted" if value.startswith(_FORMULA_SIGNS) else "text"])
    elif value is None:
        page.write_blank(*place, None, formats["text"])
    else:
        page.write_number(*place, value, formats["number"])
