"""What the status bar says of chosen cells is what SUM over the exported column gives, to the last digit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from db.export.cells import counted_number, printed_number, text_cell
from db.export.exporters import export_all
from db.export.table import BLANK, ExportTable
from db.export.tables import report_tables
from db.export.totals import DoubtfulCell, doubtful_cells, totals_of


def test_sum_mean_and_count() -> None:
    cells = (printed_number("0,10", 0.1, "%"), printed_number("0,20", 0.2, "%"), text_cell("x"), BLANK)
    totals = totals_of(cells)
    assert (totals.filled, totals.numbers, totals.units) == (3, 2, ("%",))
    assert str(totals.sum) == "0.30", "not 0.30000000000000004"
    assert totals.mean == Decimal("0.15")


def test_no_number_has_no_sum() -> None:
    totals = totals_of((text_cell("x"), BLANK))
    assert (totals.sum, totals.mean, totals.numbers) == (None, None, 0)


def test_sum_over_the_exported_column_is_ours_to_the_last_digit(tmp_path: Path) -> None:
    cells = [counted_number(number * 0.1, 1) for number in range(1, 2000)]
    table = ExportTable("a", "a", (), tuple((cell,) for cell in cells))
    for _ in export_all([table], tmp_path / "a.xlsx"):
        pass
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    column = [page.cell(row, 1).value for row in range(3, 3 + len(cells))]
    ours = totals_of(cells).sum
    assert ours == Decimal("199900.0")
    # Excel shows 15 digits at most: what it adds differs beyond them.
    assert Decimal(f"{sum(column):.15g}") == ours


def test_the_preview_knows_the_doubtful_cells(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert doubtful_cells(table) == (DoubtfulCell(2, 2, "khoảng 5"),)
