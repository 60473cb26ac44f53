"""Exporting: a basket of 30 tables of five reports into one workbook, and 100,000 cells against XlsxWriter alone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
from measuring import Figure, against, seconds
from years_texts import report_of_year

from db import digest, queries, writer
from db.export.basket import BasketItem, fill, part_of
from db.export.exporters import export_all
from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.export.tables import export_table
from db.library import Library
from db.model import Cell, Content, Report, ReportData, Source, Table

REPORTS, TABLES = 5, 6
ROWS, COLS = 40, 8  # of a table of the basket
LONG = 12_500  # rows of 8 cells: 100,000
_HEAD = ("STT", "Chỉ tiêu", "ĐVT", "2021", "2022", "2023", "2024", "So sánh (%)")


def figures() -> Iterator[Figure]:
    """Yield what was measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = _library(folder)
        items = [
            BasketItem("table", f"{report.id} {number}", (part_of(report, (number,)),))
            for report in queries.reports(library.reader())
            for number in range(1, TABLES + 1)
        ]
        for suffix, goal in ((".xlsx", 3.0), (".ods", None), (".docx", None)):
            target = folder / f"basket{suffix}"
            spent = seconds(lambda target=target: _exported(library, items, target))
            yield Figure(f"{len(items)} tables of {REPORTS} reports to {suffix}", spent, "s CPU", goal)
        library.close()
        table = _long()
        cells = sum(map(len, table.rows))
        pairs: tuple[tuple[str, Callable[[], None], float | None], ...] = (
            ("the same looks", lambda: _alone(table, folder / "alone.xlsx", looks=True), 1.3),
            ("bare cells", lambda: _alone(table, folder / "bare.xlsx", looks=False), 1.3),
        )
        for what, alone, goal in pairs:
            ours, theirs, ratio = against(lambda: _written(table, folder / "ours.xlsx"), alone, times=7)
            remark = f"{ours:.2f} s against {theirs:.2f} s CPU"
            yield Figure(f"{cells} cells to xlsx / XlsxWriter, {what}", ratio, "x", goal, remark)


def _library(folder: Path) -> Library:
    library = Library.open(folder / "five.tubaocao")
    for number in range(REPORTS):
        content = _with_tables(report_of_year(200, number))
        with library.writing() as connection:
            source = Source(f"{number}.docx", "", f"{number:064x}", "docx", 1)
            writer.add_report(connection, content, source, "2026-01-01T00:00:00Z", digest.digest(content))
    return library


def _with_tables(content: Content) -> Content:
    first = 1 + max(block.id for block in content.blocks)
    tables = tuple(
        Table(first + number, None, f"Biểu {number + 1}. Một số chỉ tiêu", ROWS, COLS, 1, _cells(ROWS))
        for number in range(TABLES)
    )
    return Content(content.data, content.sections, content.blocks, content.notes, tables, (), content.findings)


def _cells(rows: int) -> tuple[Cell, ...]:
    found = [Cell(0, col, 1, 1, text) for col, text in enumerate(_HEAD)]
    for row in range(1, rows):
        for col in range(len(_HEAD)):
            text, value = _printed(row, col)
            found.append(Cell(row, col, 1, 1, text, value=value, unit="tỷ đồng" if value is not None else ""))
    return tuple(found)


def _printed(row: int, col: int) -> tuple[str, float | None]:
    if col in (1, 2):
        return (f"Chỉ tiêu kinh tế - xã hội thứ {row}", None) if col == 1 else ("tỷ đồng", None)
    if col == 0:
        return str(row), float(row)
    tenths = row * 1_237 + col * 89
    return f"{tenths // 10:,}".replace(",", ".") + f",{tenths % 10}", tenths / 10


def _long() -> ExportTable:
    """Return a table of 100,000 cells, three quarters of them numbers, made ready to go out."""
    rows = LONG + 1
    table = Table(1, None, "Biểu dài", rows, COLS, 1, _cells(rows))
    content = Content(ReportData(), (), (), (), (table,), (), ())
    return export_table(_report(content), content, table)


def _report(content: Content) -> Report:
    return Report(1, "dai", content.data, Source("dai.docx", "", "0" * 64, "docx", 1), "2026-01-01T00:00:00Z", "")


def _exported(library: Library, items: Sequence[BasketItem], target: Path) -> None:
    filled = fill(library.reader(), items)
    assert len(filled.tables) == len(items), filled.missing
    _written_all(filled.tables, target)


def _written(table: ExportTable, target: Path) -> None:
    _written_all((table,), target)


def _written_all(tables: Sequence[ExportTable], target: Path) -> None:
    for _step in export_all(tables, target, ExportOptions()):
        pass


def _alone(table: ExportTable, target: Path, looks: bool) -> None:
    """Write the same cells with nothing but XlsxWriter; with `looks` in frames and with number formats, as we do."""
    workbook = xlsxwriter.Workbook(str(target), {"strings_to_urls": False, "in_memory": True})
    sheet = workbook.add_worksheet()
    box = {"border": 1, "text_wrap": True, "font_name": "Times New Roman", "font_size": 12}
    text = workbook.add_format(box) if looks else None
    number = workbook.add_format(box | {"num_format": "#,##0.0"}) if looks else None
    for at, row in enumerate((*table.head, *table.rows)):
        for col, cell in enumerate(row):
            if cell.value is not None:
                sheet.write_number(at, col, float(cell.value), number)
            else:
                sheet.write_string(at, col, cell.text, text)
    workbook.close()
