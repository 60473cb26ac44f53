"""What goes to the clipboard of a table: HTML for Word and Excel, tabs for everything else."""

from __future__ import annotations

from html import escape

from db.export.accounts import source_lines
from db.export.csv import csv_text, field
from db.export.formulas import guarded
from db.export.html_cells import counted, table_html
from db.export.looks import look_of, shown
from db.export.options import CsvStyle, ExportOptions
from db.export.table import ExportCell, ExportTable

_TABS = CsvStyle("\t", ",", bom=False, bare=True)
_TABLE = "border-collapse:collapse;font-family:'Times New Roman';font-size:13pt"
_BORDER = "border:.5pt solid windowtext;padding:2pt 4pt"


def html_of(
    table: ExportTable, headers: bool = False, cited: bool = False, options: ExportOptions | None = None
) -> str:
    """Return a table as HTML: a real table in Word, true numbers and safe text in Excel and LibreOffice.

    `headers` brings the captions of the columns along, `cited` the line that says where it stands.
    """
    chosen = options or ExportOptions()
    inner = table_html(table, chosen, _attributes, headers)
    lines = source_lines(table, chosen) if cited else ()
    below = "".join(f"<p><i>{escape(line)}</i></p>" for line in lines)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
        f'<!--StartFragment--><table style="{_TABLE}">{inner}</table>{below}<!--EndFragment--></body></html>'
    )


def tsv_of(table: ExportTable, headers: bool = False, cited: bool = False, options: ExportOptions | None = None) -> str:
    """Return a table as lines of cells parted by tabs; numbers as shown, text kept from becoming a formula."""
    chosen = options or ExportOptions()
    rows = [*(table.head if headers else ()), *table.rows]
    lines = [[_field(cell, chosen) for cell in row] for row in rows]
    if cited:
        lines += [[guarded(line)] for line in source_lines(table, chosen)]
    return csv_text(lines, _TABS, "\n")


def _field(cell: ExportCell, options: ExportOptions) -> str:
    return shown(cell, options.numbers) if cell.kind == "number" else field(cell, _TABS.decimal)


def _attributes(cell: ExportCell, is_head: bool) -> str:
    if is_head:
        return f" style=\"{_BORDER};font-weight:bold;text-align:center;mso-number-format:'\\@'\""
    if cell.kind != "number":
        return f" style=\"{_BORDER};mso-number-format:'\\@'\"" + counted(cell)
    pattern = escape(look_of(cell).pattern("en").replace('"', "\\0022").replace(",", "\\,").replace("#", "\\#"))
    return f" style=\"{_BORDER};text-align:right;mso-number-format:'{pattern}'\"" + counted(cell)
