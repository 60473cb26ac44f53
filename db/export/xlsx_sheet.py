"""A sheet of Excel that writes the cells large tables are made of without detours; the file is the same to the byte."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import Worksheet


class QuickSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """XlsxWriter asks of every attribute of every cell whether it needs escaping; its name and style never do.

    This is a fourth of the time of a table of 100,000 cells. A version of XlsxWriter that calls
    its inner loop otherwise only loses that again.
    """

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind = cell.__class__.__name__
        if cell.format is None or kind not in {"Number", "String"} or self.constant_memory:
            super()._write_cell(row, col, cell)
            return
        name, style = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()
        if kind == "Number":
            self.fh.write(f'<c r="{name}" s="{style}"><v>{cell.number:.16G}</v></c>')
        else:
            self.fh.write(f'<c r="{name}" s="{style}" t="s"><v>{cell.string}</v></c>')
