"""Series as tables, with no value lost and every value called what it is."""

from __future__ import annotations

from dataclasses import replace

from db.export.indexed import Indexed
from db.export.series import series_list, series_table
from db.export.table import Origin
from db.model import Point, Series


def point(year: int, value: float, report: int) -> Point:
    return Point(year, str(year), value, None, None, "stated", report, report * 10, f"câu {report}")


SERIES = Series("thu", "Thu", "tỷ đồng", (point(2022, 114.9, 1), point(2022, 115.7, 2), point(2023, 112.5, 2)))

YEARS = {1: 2022, 2: 2023}


def origin(one: Point) -> Origin:
    return Origin(
        report_id=one.report_id,
        slug=f"r{one.report_id}",
        year=YEARS[one.report_id],
        title=f"Báo cáo {one.report_id}",
        link="x",
    )


def test_a_list_holds_every_value() -> None:
    table = series_list((SERIES,), origin)
    assert [[cell.text for cell in row][:6] for row in table.rows] == [
        ["Thu", "2022", "2022", "114,9", "tỷ đồng", "số báo cáo"],
        ["Thu", "2022", "2022", "115,7", "tỷ đồng", "số báo cáo"],
        ["Thu", "2023", "2023", "112,5", "tỷ đồng", "số báo cáo"],
    ]
    assert [one.slug for one in table.origins] == ["r1", "r2"]


def test_a_column_per_year_keeps_other_values_in_notes() -> None:
    table = series_table((SERIES,), origin, report_years=YEARS)
    assert [cell.text for cell in table.head[0]] == ["STT", "Chỉ tiêu", "ĐVT", "2022", "2023"]
    assert [cell.text for cell in table.rows[0]] == ["1", "Thu", "tỷ đồng", "115,7", "112,5"]
    assert [note.text for note in table.notes] == ["Thu, 2022: Báo cáo 2022 ghi 114,9."]
    assert table.rows[0][3].marks == ((5, 0),)


def test_what_was_planned_stands_below_what_was() -> None:
    plan = replace(point(2023, 120.0, 1), state="plan", kind="target")
    later = replace(point(2023, 118.0, 2), state="plan", kind="target", report_year=2023)
    table = series_table((replace(SERIES, points=(*SERIES.points, plan, later)),), origin, report_years=YEARS)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "Thu", "tỷ đồng", "115,7", "112,5"],
        ["2", "Thu (mục tiêu)", "tỷ đồng", "", "118"],
    ]
    assert [note.text for note in table.notes][1:] == ["Thu (mục tiêu), 2023: Báo cáo 2022 ghi 120."]


def test_estimates_implied_values_and_parts_of_a_year_are_called_so() -> None:
    points = (
        replace(point(2021, 1.0, 1), state="implied"),
        replace(point(2022, 2.0, 1), state="estimate", qualifier="gần"),
        replace(point(2023, 3.0, 1), period="đến 30/11/2023"),
        replace(point(2024, 4.0, 1), state="implied"),
    )
    table = series_table((replace(SERIES, points=points),), origin)
    assert [note.text for note in table.notes] == [
        "Loại số: suy ra.",
        "Loại số: ước, gần.",
        "Loại số: đến 30/11/2023.",
    ]
    assert [[number for _at, number in cell.marks] for cell in table.rows[0][3:]] == [[0], [1], [2], [0]]


def test_a_whole_year_stated_beats_a_derived_value_of_a_newer_report() -> None:
    stated, derived = point(2023, 112.5, 1), replace(point(2023, 99.0, 2), state="implied", report_year=2024)
    table = series_table((replace(SERIES, points=(stated, derived)),), origin)
    assert table.rows[0][3].text == "112,5"
    assert "99" in table.notes[0].text


def test_what_several_reports_say_of_a_year_is_one_note() -> None:
    points = tuple(point(2022, value, report) for value, report in ((1.0, 1), (2.0, 1), (3.0, 2)))
    table = series_table((replace(SERIES, points=points),), origin, report_years=YEARS)
    assert table.rows[0][3].text == "3"
    assert [note.text for note in table.notes] == ["Thu, 2022: Báo cáo 2022 ghi 1; Báo cáo 2022 ghi 2."]
    assert table.caption == "Chỉ tiêu qua các năm: Thu"


def test_a_derived_value_that_rounding_explains_is_no_other_value() -> None:
    derived = replace(point(2023, 112.4, 2), state="implied", low=112.3, high=112.6)
    far = replace(point(2023, 99.0, 2), state="implied", low=98.9, high=99.1)
    table = series_table((replace(SERIES, points=(point(2023, 112.5, 2), derived, far)),), origin, report_years=YEARS)
    assert [note.text for note in table.notes] == ["Thu, 2023: Báo cáo 2023 ghi 99."]


def test_an_index_says_its_base_in_caption_unit_and_remark() -> None:
    risen = Series("xuat", "Xuất khẩu", "triệu USD", (point(2022, 200.0, 1), point(2023, 250.0, 2)))
    rate = Series("tang", "Tăng trưởng", "%", (replace(point(2022, 5.0, 1), kind="change"),))
    told = Indexed((SERIES, risen, rate), 2022, YEARS)
    table = told.account(series_table(told.series, origin, report_years=YEARS), "vi")
    assert table.caption.endswith("(chỉ số, 2022 = 100)")
    assert [[cell.text for cell in row][1:] for row in table.rows] == [
        ["Thu", "2022 = 100", "100,0", "97,2"],
        ["Xuất khẩu", "2022 = 100", "100", "125"],
    ]
    assert [float(row[4].value or 0) for row in table.rows] == [97.2, 125.0]
    assert table.remarks == (
        "Thu: Chỉ số: giá trị năm 2022 bằng 100, trong báo cáo là 115,7 tỷ đồng.",
        "Xuất khẩu: Chỉ số: giá trị năm 2022 bằng 100, trong báo cáo là 200 triệu USD.",
        "Không có chỉ số cho năm gốc này: Tăng trưởng.",
    )
    assert table.notes[0].text == "Thu, 2022: Báo cáo 2022 ghi 99,3."
