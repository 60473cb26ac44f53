"""Captions, header rows, units and values of tables."""

from __future__ import annotations

import pytest

from db.importer.document import Grid, GridCell, NoteMark
from db.importer.tables import caption_of, read_table
from db.model import Mark, Table


def grid(*rows: str, header_rows: int = 0) -> Grid:
    """Rows with cells parted by |; "<" joins the cell to the left, "^" to the one above."""
    table = [row.split("|") for row in rows]
    cells = []
    for r, row in enumerate(table):
        for c, raw in enumerate(row):
            if raw.strip() in {"<", "^"}:
                continue
            wide = next((k for k in range(c + 1, len(row)) if row[k].strip() != "<"), len(row)) - c
            high = next((k for k in range(r + 1, len(table)) if table[k][c].strip() != "^"), len(table)) - r
            cells.append(GridCell(r, c, high, wide, raw.strip()))
    return Grid(len(table), len(table[0]), tuple(cells), header_rows)


def read(table: Grid, *before: str) -> Table:
    return read_table(table, 1, 2, before, lambda marks: tuple(Mark(mark.offset, 9) for mark in marks))


def values(table: Table) -> dict[tuple[int, int], tuple[float | None, str]]:
    return {(c.row, c.col): (c.value, c.unit) for c in table.cells if c.value is not None}


ANNEX = grid(
    "STT|Chỉ tiêu|ĐVT|Thực hiện 2020|Ước thực hiện 2021|So sánh (%)|<",
    "^|^|^|^|^|Với năm trước|Với kế hoạch",
    "A|B|C|1|2|3=2/1|4",
    "I|KINH TẾ|<|<|<|<|<",
    "1|Sản lượng lúa|Nghìn tấn|450,5|1.461,2|102,4|99",
    "2|Hộ nghèo|hộ|07|-|95,1|12/2021",
)


def test_the_annex_of_indicators() -> None:
    table = read(ANNEX)
    assert (table.header_rows, table.rows, table.cols, table.section_id) == (3, 6, 7, 2)
    assert values(table) == {
        (4, 3): (450.5, "nghìn tấn"), (4, 4): (1461.2, "nghìn tấn"), (4, 5): (102.4, "%"), (4, 6): (99.0, "%"),
        (5, 5): (95.1, "%"),
    }  # fmt: skip


def test_years_on_top_are_captions() -> None:
    table = read(
        grid("Nội dung|2019|2020", "Thu nội địa|18.250|17.519"), "Biểu 2. Thu ngân sách", "(Đơn vị tính: tỷ đồng)"
    )
    assert table.header_rows == 1
    assert table.caption == "Biểu 2. Thu ngân sách"
    assert values(table) == {(1, 1): (18250.0, "tỷ đồng"), (1, 2): (17519.0, "tỷ đồng")}


def test_the_file_s_own_marking_counts_first() -> None:
    assert read(grid("a|b", "c|d", "1|2", "5|6,5", header_rows=2)).header_rows == 3
    assert read(grid("Nội dung|Số", "5|6", "7|8", header_rows=1)).header_rows == 1


def test_a_table_without_captions() -> None:
    table = read(grid("Lúa|5,5", "Ngô|7,5"))
    assert table.header_rows == 0
    assert values(table) == {(0, 1): (5.5, ""), (1, 1): (7.5, "")}


def test_a_title_row_over_the_captions() -> None:
    table = read(grid("THU NGÂN SÁCH|<|<", "TT|Nội dung|Số tiền (tỷ đồng)", "1|Thu|5.300", "2|Chi|4.100,5"))
    assert table.header_rows == 2
    assert values(table) == {(2, 2): (5300.0, "tỷ đồng"), (3, 2): (4100.5, "tỷ đồng")}


def test_english_numbers_leave_doubtful_cells_without_a_value() -> None:
    table = read(grid("Nội dung|Số", "Thu|1,234,567", "Chi|1,234", "Dư|12"))
    assert values(table) == {(3, 1): (12.0, "")}


@pytest.mark.parametrize("text", ["07", "12/2023", "27-NQ/TU", "-", "", "5/6", "7,5-8", "Đạt"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert values(read(grid("Nội dung|Số", f"Thu|{text}", "Chi|2"))) == {(2, 1): (2.0, "")}


def test_a_comparison_does_not_take_the_unit_of_its_row() -> None:
    table = read(grid("Chỉ tiêu|ĐVT|Năm nay|So với năm trước", "Lúa|tấn|12,5|3,5", "Nợ|%|1,5|0,5"))
    assert values(table) == {
        (1, 2): (12.5, "tấn"), (1, 3): (3.5, ""), (2, 2): (1.5, "%"), (2, 3): (0.5, ""),
    }  # fmt: skip


def test_percent_in_the_cell_wins() -> None:
    table = read(grid("Nội dung|Kết quả (người)", "Kết nạp|120", "Tỷ lệ|95,5%"))
    assert values(table) == {(1, 1): (120.0, "người"), (2, 1): (95.5, "%")}


def test_marks_in_cells_are_kept() -> None:
    table = read(Grid(1, 1, (GridCell(0, 0, 1, 1, "Thu", (NoteMark(3, "1"),)),)))
    assert table.cells[0].marks == (Mark(3, 9),)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ((), ("", "")),
        (("Kết quả như sau:",), ("", "")),
        (("Bảng 3: Dân số",), ("Bảng 3: Dân số", "")),
        (("Bảng 3: Dân số", "ĐVT: người"), ("Bảng 3: Dân số", "người")),
        (("Đơn vị tính: Triệu đồng",), ("Đơn vị tính: Triệu đồng", "triệu đồng")),
        (("Bảng 3: Thu (ĐVT: tỷ đồng)",), ("Bảng 3: Thu (ĐVT: tỷ đồng)", "tỷ đồng")),
    ],
)
def test_captions(before: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert caption_of(before) == expected


@pytest.mark.parametrize("sign", ['"', "nt", "-nt-", "“", "như trên"])
def test_a_unit_said_by_a_sign_is_that_of_the_row_above(sign: str) -> None:
    table = read(grid("STT|Chỉ tiêu|ĐVT|Năm 2021", "1|Thu ngân sách|Tỷ đồng|8.100", f"2|Thu nội địa|{sign}|7.600"))
    assert values(table) == {(1, 3): (8100, "tỷ đồng"), (2, 3): (7600, "tỷ đồng")}
