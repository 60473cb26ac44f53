"""Figures of tables: periods, states and kinds from the captions, units from the rows; doubtful columns left out."""

from __future__ import annotations

from db.importer.figures import find_figures
from db.model import Cell, Content, Figure, ReportData, Table
from db.vietnamese.numbers import read_number

HEAD = [
    "STT",
    "Chỉ tiêu",
    "ĐVT",
    "Thực hiện năm trước",
    "Kế hoạch",
    "Ước thực hiện",
    "So với năm trước (%)",
    "So với KH (%)",
]


def figures_of(rows: list[list[str]], year: int | None = 2023) -> tuple[Figure, ...]:
    cells = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            value = read_number(text) if at and column > 2 else None
            unit = "" if value is None else ("%" if column > 5 else row[2].lower())
            cells.append(Cell(at, column, 1, 1, text, (), value, unit))
    table = Table(1, None, "", len(rows), len(rows[0]), 1, tuple(cells))
    period = str(year) if year else ""
    return find_figures(Content(ReportData(year=year, period=period), (), (), (), (table,), (), ()))


def test_row_gives_one_figure_for_each_column_that_says_what_it_holds() -> None:
    found = figures_of([HEAD, ["1", "Thu nội địa", "Tỷ đồng", "26.667", "20.880", "20.880,5", "78,3", "100"]])

    assert [(one.value, one.unit, one.kind, one.state, one.period) for one in found] == [
        (26667, "tỷ đồng", "level", "stated", "2022"),
        (20880, "tỷ đồng", "target", "plan", "2023"),
        (20880.5, "tỷ đồng", "level", "estimate", "2023"),
        (78.3, "%", "change", "stated", "2023"),
        (100, "%", "plan_attainment", "stated", "2023"),
    ]
    assert [one.place.col for one in found] == [3, 4, 5, 6, 7]
    assert {one.name for one in found} == {"Thu nội địa"}
    assert found[0].indicator == found[2].indicator == "thu-noi-dia"
    assert found[2].value_base == 20880.5e9
    assert found[3].change is not None
    assert (found[3].change.direction, found[3].change.value) == ("giảm", 21.7)


def test_years_in_captions_are_the_periods() -> None:
    head = ["STT", "Chỉ tiêu", "ĐVT", "TH năm 2022", "6 tháng năm 2023", "KH 2024"]
    found = figures_of([head, ["1", "Sản lượng lúa", "tấn", "1.200", "640", "1.300"]])

    assert [(one.period, one.state) for one in found] == [
        ("2022", "stated"),
        ("6 tháng 2023", "stated"),
        ("2024", "plan"),
    ]


def test_comparison_that_could_be_growth_is_left_out() -> None:
    found = figures_of([HEAD, ["1", "Thu nội địa", "Tỷ đồng", "100", "100", "105", "5,0", "105"]])

    assert [one.place.col for one in found] == [3, 4, 5, 7]


def test_bullets_go_and_rows_without_a_label_give_nothing() -> None:
    rows = [
        HEAD,
        ["a", "- Xuất khẩu", "Triệu USD", "1", "2", "3", "", ""],
        ["", "Trong đó:", "", "1", "2", "3", "", ""],
    ]

    assert {one.name for one in figures_of(rows)} == {"Xuất khẩu"}


def test_table_of_another_sort_gives_nothing() -> None:
    head = ["STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Ghi chú"]

    assert figures_of([head, ["1", "Nguyễn Văn A", "1/1/1970", "912", ""]]) == ()


def read_head(head: list[str], row: list[str]) -> list[tuple[int, str, str, str]]:
    return [(one.place.col or 0, one.kind, one.period, one.state) for one in figures_of([head, row])]


def test_short_captions_of_plans_and_estimates() -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "TH 2022", "KH 2023", "ƯTH 2023", "ƯTH/KH (%)", "ƯTH 2023/TH 2022 (%)"]
    row = ["1", "Thu nội địa", "Tỷ đồng", "8.120", "8.300", "8.650", "104,2", "106,5"]

    assert read_head(head, row) == [
        (3, "level", "2022", "stated"),
        (4, "target", "2023", "plan"),
        (5, "level", "2023", "estimate"),
        (6, "plan_attainment", "2023", "stated"),
        (7, "change", "2023", "stated"),
    ]


def test_a_slash_of_a_quarter_compares_nothing() -> None:
    head = ["TT", "Tiêu chí", "ĐVT", "Quý III/2022", "Quý III/2023", "Lũy kế 9 tháng"]
    row = ["1", "Khách du lịch", "nghìn lượt", "1.020", "1.312", "3.120"]

    assert read_head(head, row) == [
        (3, "level", "quý III/2022", "stated"),
        (4, "level", "quý III/2023", "stated"),
        (5, "level", "9 tháng 2023", "stated"),
    ]


def test_the_plan_of_a_resolution_and_of_a_later_year() -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu đến năm 2025", "Nghị quyết HĐND", "Kết quả năm 2023"]
    row = ["1", "Tỷ lệ che phủ rừng", "%", "58,5", "58", "58,9"]

    assert read_head(head, row) == [
        (3, "target", "2025", "plan"),
        (4, "target", "2023", "plan"),
        (5, "share", "2023", "stated"),
    ]


def test_cells_belong_to_what_the_words_would_call_them() -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "Ước thực hiện 2023", "Dự toán 2023", "So với dự toán (%)"]
    found = figures_of([head, ["1", "Trong đó: Thu nội địa", "Tỷ đồng", "8.650", "8.300", "104,2"]])

    assert [(one.name, one.indicator) for one in found] == [
        ("Thu nội địa", "thu-noi-dia"),
        ("Thu nội địa", "thu-noi-dia"),
        ("Thu nội địa", "ty-le-thu-noi-dia-du-toan"),
    ]


def test_a_table_of_names_and_counts_is_left_alone() -> None:
    head = ["STT", "Tên đơn vị", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ (%)"]

    assert read_head(head, ["1", "Xã A", "1.200", "45", "3,75"]) == []


def test_a_range_in_a_cell_is_a_target_with_both_ends() -> None:
    head = ["STT", "Chỉ tiêu", "ĐVT", "TH năm 2022", "KH 2023", "ƯTH 2023"]
    found = figures_of([head, ["1", "Tốc độ tăng trưởng GRDP", "%", "7,53", "7,5 - 8", "9,53"]])

    assert [(one.value, one.low, one.high, one.kind, one.unit) for one in found] == [
        (7.53, 7.525, 7.535, "change", "%"),
        (7.5, 7.5, 8, "target", "%"),
        (9.53, 9.525, 9.535, "change", "%"),
    ]


def test_a_difference_among_ratios_is_left_out_not_its_column() -> None:
    rows = [
        ["1", "Thu nội địa", "Tỷ đồng", "7.600", "7.500", "8.700", "114,5", "116"],
        ["2", "Sản lượng lúa", "Tấn", "610", "600", "605", "99,2", "100,8"],
        ["3", "Sản lượng ngô", "Tấn", "210", "200", "205", "97,6", "102,5"],
        ["4", "Tỷ lệ hộ nghèo", "%", "4,1", "3,6", "3,5", "-0,6", "Đạt"],
    ]
    found = figures_of([HEAD, *rows])

    assert [(one.place.row, one.value) for one in found if one.place.col == 6] == [(1, 114.5), (2, 99.2), (3, 97.6)]


def test_a_column_of_growth_rates_is_not_taken_for_ratios() -> None:
    rows = [["1", "Thu nội địa", "Tỷ đồng", "7.600", "7.500", "8.700", "14,5", "116"]] * 2
    assert not [one for one in figures_of([HEAD, *rows]) if one.place.col == 6]
