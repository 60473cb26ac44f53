"""An Excel workbook holds the look, the notes and the sources of its tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from db.export import xlsx
from db.export.cells import text_cell
from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.export.tables import report_tables


@pytest.fixture
def book(made: Any, tmp_path: Path) -> Workbook:
    for _ in export_all(report_tables(made.report, made.content), tmp_path / "a.xlsx", ExportOptions(at="2026-11-24")):
        pass
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def test_sheets_are_contents_tables_sources(book: Workbook) -> None:
    assert book.sheetnames == ["Mục lục", "2023 Bảng 1", "2023 Bảng 2", "Nguồn"]
    contents = book["Mục lục"]
    assert contents["B4"].hyperlink.location == "'2023 Bảng 1'!A1"
    assert contents["C4"].value == "Biểu 1. Thu ngân sách"
    assert book["2023 Bảng 1"]["A2"].hyperlink.location == "'Mục lục'!A1"


def test_merged_heads_widths_and_panes(book: Workbook) -> None:
    page = book["2023 Bảng 1"]
    assert {"A3:A4", "B3:C3", "D3:D4", "A5:A6", "A8:D8"} <= {str(area) for area in page.merged_cells.ranges}
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$3:$4"
    assert page.column_dimensions["B"].width >= len("26.667,5")
    assert page.page_setup.paperSize == 9


def test_numbers_look_as_printed(book: Workbook) -> None:
    page = book["2023 Bảng 1"]
    found = {page[name].value: page[name].number_format.removeprefix("[$-42A]") for name in ("B5", "C5", "D5", "B7")}
    assert found == {26667.5: "#,##0.0", 20880: "#,##0", 78.3: '#,##0.0"%"', 0.1: "#,##0.00"}
    assert page["C6"].value == -12.5
    assert page["C6"].number_format == "[$-42A]#,##0.0;[$-42A](#,##0.0)"


def test_notes_are_comments_and_lines_below(book: Workbook) -> None:
    page = book["2023 Bảng 1"]
    assert "[10] Tính theo giá hiện hành." in page["D3"].comment.text
    assert page["A7"].comment.text.splitlines()[-2:] == ["[11] =1+1", "[10] Tính theo giá hiện hành."]
    below = [page.cell(row, 1).value for row in range(9, 16)]
    assert below[1:4] == ["Chú thích", "[10] (D3, A7) Tính theo giá hiện hành.", "[11] (A7) =1+1"]
    assert "Nguồn: Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, bảng 1" in below


def test_the_doubtful_cell_is_coloured(book: Workbook) -> None:
    assert book["2023 Bảng 1"]["C7"].fill.start_color.rgb == "FFFFF2CC"
    assert book["2023 Bảng 1"]["C5"].fill.fill_type is None


def test_the_sources_name_report_section_hash_link_and_day(book: Workbook) -> None:
    page = book["Nguồn"]
    facts = dict(zip([cell.value for cell in page[3]], [cell.value for cell in page[4]], strict=True))
    assert facts["Mục"] == "I.2"
    assert facts["SHA-256 của tệp gốc"] == "ab12" * 16
    assert facts["Ngày báo cáo"] == "06/12/2023"
    assert facts["Liên kết"] == "tubaocao://quang-nam-2023/table/1?sha=ab12ab12ab12"
    assert page["L4"].hyperlink.target == facts["Liên kết"]
    below = {page.cell(row, 1).value for row in range(6, 12)}
    assert {"Ô không đọc được thành số, giữ nguyên chữ: 1.", "Xuất ngày 24/11/2026"} <= below


def test_one_table_needs_no_contents(made: Any, tmp_path: Path) -> None:
    options = ExportOptions(sources=False, notes=False)
    for _ in export_all(report_tables(made.report, made.content)[:1], tmp_path / "a.xlsx", options):
        pass
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["2023 Bảng 1"]
    assert book.active["A7"].comment is None
    assert book.active["A10"].value is None


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis(tmp_path: Path) -> None:
    table = ExportTable("a", "a", (), ((text_cell("ă" * 40_000),),))
    for _ in export_all([table], tmp_path / "a.xlsx"):
        pass
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A3"].value.endswith("ă…")


def test_the_trace_is_a_link(made: Any, tmp_path: Path) -> None:
    for _ in export_all(report_tables(made.report, made.content)[:1], tmp_path / "a.xlsx", ExportOptions(trace=True)):
        pass
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert page["E5"].hyperlink.target == page["E5"].value == "tubaocao://quang-nam-2023/table/1/3?sha=ab12ab12ab12"


def test_the_source_of_a_figure_leads_to_its_words(made: Any, tmp_path: Path) -> None:
    for _ in export_all([figures_table([chosen_figures(made.report, made.content)])], tmp_path / "a.xlsx"):
        pass
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["H4"]
    assert cell.value == "Báo cáo 2023, mục I, đoạn 1"
    assert cell.hyperlink.target == "tubaocao://quang-nam-2023/block/2?words=23-44&sha=ab12ab12ab12"


def test_english_numbers_ask_for_no_country(made: Any, tmp_path: Path) -> None:
    options = ExportOptions(numbers="en", language="en")
    for _ in export_all(report_tables(made.report, made.content), tmp_path / "a.xlsx", options):
        pass
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Contents", "2023 Bảng 1", "2023 Bảng 2", "Sources"]
    assert book["2023 Bảng 1"]["B5"].number_format == "#,##0.0"


def test_the_quick_sheet_writes_the_same_bytes_as_xlsxwriters_own(
    made: Any, traps: ExportTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = (traps, *report_tables(made.report, made.content))
    for name, sheet in (("quick", xlsx.QuickSheet), ("own", Worksheet)):
        monkeypatch.setattr(xlsx, "QuickSheet", sheet)
        for _ in xlsx.Xlsx().write(tables, tmp_path / f"{name}.xlsx", ExportOptions()):
            pass
    assert (tmp_path / "quick.xlsx").read_bytes() == (tmp_path / "own.xlsx").read_bytes()
