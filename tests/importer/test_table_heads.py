"""Columns that count, columns of units, rows that number columns."""

from __future__ import annotations

import pytest

from db.importer.document import Grid, GridCell
from db.importer.table_heads import columns_of, header_rows, unit_in


def grid(*rows: tuple[str, ...], bold: int = 0) -> Grid:
    cells = tuple(GridCell(r, c, 1, 1, text, bold=r < bold) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(len(rows), len(rows[0]), cells)


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("So sánh (%)", "%"),
        ("Giá trị (tỷ đồng)", "tỷ đồng"),
        ("Số (người) năm 2020", "người"),
        ("Thực hiện (6 tháng)", ""),
        ("Tỷ lệ %", "%"),
        ("Ghi chú", ""),
    ],
)
def test_units_in_captions(caption: str, unit: str) -> None:
    assert unit_in(caption) == unit


def test_counters_and_the_column_of_units() -> None:
    columns = columns_of(grid(("TT", "Nội dung", "Đơn vị tính", "Kết quả"), ("1", "Lúa", "tấn", "5")), 1)
    assert columns.counters == {0}
    assert columns.unit_column == 2
    assert columns.captions[3] == "Kết quả"


def test_a_first_column_that_counts_up_is_a_counter_without_a_name() -> None:
    assert columns_of(grid(("1", "Lúa", "5"), ("2", "Ngô", "9"), ("3", "Sắn", "4")), 0).counters == {0}
    assert columns_of(grid(("5", "Lúa"), ("9", "Ngô")), 0).counters == frozenset()


def test_a_row_of_words_alone_is_a_head_and_all_words_is_still_one_row() -> None:
    assert header_rows(grid(("Họ tên", "Chức vụ"), ("Lê Mẫu", "Bí thư"), ("Trần Mẫu", "Phó Bí thư"))) == 1


def test_bold_rows_below_the_first_belong_to_the_head() -> None:
    assert header_rows(grid(("Nội dung", "Năm"), ("Loại", "Trước"), ("Lúa", "5"), bold=2)) == 2


def test_one_row_and_one_cell_have_no_head() -> None:
    assert header_rows(grid(("STT", "Tên"))) == 0
    assert header_rows(grid(("x",))) == 0


def test_a_second_row_may_part_one_wide_caption_and_leave_the_rest_empty() -> None:
    first = [GridCell(0, column, 1, 1, text) for column, text in enumerate(("TT", "Chỉ tiêu", "ƯTH 2023"))]
    second = [GridCell(1, 0, 1, 1, ""), GridCell(1, 3, 1, 1, "ƯTH/KH"), GridCell(1, 4, 1, 1, "ƯTH/CK")]
    body = [GridCell(2, column, 1, 1, text) for column, text in enumerate(("1", "Thu", "7.210", "103,0", "105,3"))]
    wide = GridCell(0, 3, 1, 2, "So sánh (%)")

    assert header_rows(Grid(3, 5, (*first, wide, *second, *body))) == 2
    assert header_rows(Grid(3, 5, (*first, wide, GridCell(1, 1, 1, 1, "A"), *second, *body))) == 1
