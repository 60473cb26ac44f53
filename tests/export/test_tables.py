"""A table of a report goes out as printed, with its notes and its place, and only the rows shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from db.export.table import COVERED, ExportTable
from db.export.tables import export_table, report_tables
from db.model import Cell, Table


def texts(table: ExportTable) -> list[list[str | None]]:
    return [[None if cell is COVERED else cell.text for cell in row] for row in table.rows]


def test_spans_are_as_printed(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert (table.cols, len(table.head), len(table.rows)) == (4, 2, 4)
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in table.head[0] if cell is not COVERED] == [
        ("Nội dung", 2, 1),
        ("Thực hiện", 1, 2),
        ("So sánh (%)", 2, 1),
    ]
    assert texts(table) == [
        ["Nội địa", "26.667,5", "20.880", "78,3%"],
        [None, "1.234,56", "(12,5)", "-"],
        ["Xuất khẩu", "0,10", "khoảng 5", "110,0%"],
        ["Ghi chú: số liệu ước", None, None, None],
    ]


def test_numbers_are_exact_and_keep_their_printed_decimals(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    column = [row[1] for row in table.rows[:3]]
    assert [cell.value for cell in column] == [Decimal("26667.5"), Decimal("1234.56"), Decimal("0.10")]
    assert [str(cell.value) for cell in column][2] == "0.10"
    assert [cell.decimals for cell in column] == [1, 2, 2]
    assert column[0].unit == "tỷ đồng"
    assert table.rows[1][2].value == Decimal("-12.5")


def test_a_cell_that_could_not_be_read_is_counted_and_a_dash_is_not(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert table.rows[2][2].doubtful
    assert table.doubtful == 1
    assert not table.rows[1][3].doubtful


def test_notes_travel_in_the_order_of_their_marks(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    assert [(note.label, note.text) for note in table.notes] == [
        ("10", "Tính theo giá hiện hành."),
        ("11", "=1+1"),
    ]
    assert table.head[0][3].marks == ((11, 0),)
    assert table.rows[2][0].marks == ((4, 1), (9, 0))


def test_the_origin_names_section_table_and_file(made: Any) -> None:
    table = report_tables(made.report, made.content)[0]
    origin = table.origins[0]
    assert (origin.section, origin.heading, origin.table, origin.file) == ("I.2", "Ngân sách", 1, "bc 2023.docx")
    assert origin.sha256 == made.report.source.sha256
    assert table.links[0] == "tubaocao://quang-nam-2023/table/1/3?sha=ab12ab12ab12"
    assert table.name == "2023 Bảng 1"
    assert table.caption == "Biểu 1. Thu ngân sách"


def test_exactly_the_rows_shown_go_out_and_parted_cells_are_repeated(made: Any) -> None:
    table = export_table(made.report, made.content, made.content.tables[0], shown=(2, 1))
    assert texts(table) == [["Xuất khẩu", "0,10", "khoảng 5", "110,0%"], ["Nội địa", "1.234,56", "(12,5)", "-"]]
    assert table.links[0].split("?")[0].endswith("/table/1/5")
    turned = export_table(made.report, made.content, made.content.tables[0], shown=(1, 0))
    assert [row[0].text for row in turned.rows] == ["Nội địa", "Nội địa"]
    assert [row[0].rowspan for row in turned.rows] == [1, 1]
    kept = export_table(made.report, made.content, made.content.tables[0], shown=(3, 0, 1))
    assert kept.rows[1][0].rowspan == 2
    assert kept.rows[2][0] is COVERED


def test_notes_of_rows_not_shown_stay_behind(made: Any) -> None:
    table = export_table(made.report, made.content, made.content.tables[0], shown=(0,))
    assert [note.label for note in table.notes] == ["10"]


def test_rows_that_are_not_there_are_passed_over(made: Any) -> None:
    assert export_table(made.report, made.content, made.content.tables[0], shown=(-1, 9)).rows == ()


def test_a_table_without_head_and_section_goes_out(made: Any) -> None:
    table = report_tables(made.report, made.content)[1]
    assert table.head == ()
    assert texts(table) == [["07", "=1+1"]]
    assert table.origins[0].section == ""


def test_overlapping_spans_lose_no_text(made: Any) -> None:
    cells = (Cell(0, 0, 2, 2, "a"), Cell(0, 1, 1, 1, "b"), Cell(1, 1, 1, 1, "c"))
    table = export_table(made.report, made.content, Table(31, None, "", 2, 2, 0, cells))
    assert texts(table) == [["a", "b"], ["", "c"]]


def test_a_head_ends_where_it_ends(made: Any) -> None:
    cells = (Cell(0, 0, 2, 1, "a"), Cell(0, 1, 1, 1, "b"), Cell(1, 1, 1, 1, "c"))
    table = export_table(made.report, made.content, Table(31, None, "", 2, 2, 1, cells))
    assert table.head[0][0].rowspan == 1
    assert texts(table) == [["a", "c"]]


def test_letters_no_file_can_hold_are_replaced(made: Any) -> None:
    cells = (Cell(0, 0, 1, 1, "a\x00b\x1f\ud800"),)
    table = export_table(made.report, made.content, Table(31, None, "", 1, 1, 0, cells))
    assert texts(table) == [["a\ufffdb\ufffd\ufffd"]]


def test_a_number_longer_than_a_spreadsheet_keeps_stays_text(made: Any) -> None:
    cells = (Cell(0, 0, 1, 1, "1.234.567.890.123.456", value=1234567890123456.0),)
    cell = export_table(made.report, made.content, Table(31, None, "", 1, 1, 0, cells)).rows[0][0]
    assert (cell.kind, cell.text, cell.doubtful) == ("text", "1.234.567.890.123.456", True)
