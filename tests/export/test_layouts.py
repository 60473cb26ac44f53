"""The same cells in other layouts: nothing lost, nothing changed."""

from __future__ import annotations

from typing import Any

from db.export.layouts import laid_out, long, traced, transposed
from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.export.tables import report_tables


def words(table: ExportTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


def numbers(table: ExportTable) -> list[str]:
    return sorted(str(cell.value) for row in (*table.head, *table.rows) for cell in row if cell.value is not None)


def test_one_line_per_number_with_the_captions_of_its_column(made: Any) -> None:
    table = long(report_tables(made.report, made.content)[0], "vi")
    assert words(table) == [
        ["Nội dung", "Cột", "Giá trị", "ĐVT"],
        ["Nội địa", "Thực hiện · 2022", "26.667,5", "tỷ đồng"],
        ["Nội địa", "Thực hiện · 2023", "20.880", "tỷ đồng"],
        ["Nội địa", "So sánh (%)", "78,3%", "%"],
        ["Nội địa", "Thực hiện · 2022", "1.234,56", "tỷ đồng"],
        ["Nội địa", "Thực hiện · 2023", "(12,5)", "tỷ đồng"],
        ["Nội địa", "So sánh (%)", "-", ""],
        ["Xuất khẩu", "Thực hiện · 2022", "0,10", "tỷ đồng"],
        ["Xuất khẩu", "Thực hiện · 2023", "khoảng 5", ""],
        ["Xuất khẩu", "So sánh (%)", "110,0%", "%"],
        ["Ghi chú: số liệu ước", "", "", ""],
    ]
    assert len(table.links) == len(table.rows)
    assert table.doubtful == 1


def test_a_table_of_words_has_no_long_layout(made: Any) -> None:
    table = report_tables(made.report, made.content)[1]
    assert long(table, "vi") == table


def test_turning_twice_gives_every_cell_back(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    turned = transposed(table)
    assert (turned.cols, len(turned.head), len(turned.rows)) == (6, 1, 3)
    assert turned.head[0][0].text == "Nội dung"
    assert numbers(turned) == numbers(table)
    assert [row[2].text for row in turned.rows] == ["26.667,5", "20.880", "78,3%"]
    assert all(cell.rowspan == 1 for cell in turned.head[0]), "a head ends where it ends"


def test_a_column_of_links_leads_to_every_row(made: Any) -> None:
    table = traced(report_tables(made.report, made.content)[0], "vi")
    assert [row[-1].text for row in table.rows] == list(table.links)
    assert table.head[0][-1].text == "Nguồn"
    assert table.cols == 5


def test_options_choose(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert laid_out(table, ExportOptions()) is table
    assert laid_out(table, ExportOptions(layout="long", trace=True)).head[0][0].text == "Nội dung"
    assert laid_out(table, ExportOptions(layout="transposed")) == transposed(table)
