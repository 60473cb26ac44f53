"""The table of what is drawn: as many rows as points, changes only between neighbouring years."""

from __future__ import annotations

from db.model import Break
from desktop.indicators.changes import change_line, delta_words, rate_words, rows_of


def test_a_change_stands_only_between_neighbouring_years(made, point):
    shown = made("thu", [point(2020, 100.0), point(2021, 110.0), point(2023, 99.0)])
    assert [(delta_words(row), rate_words(row)) for row in rows_of([shown])] == [("", ""), ("+10", "+10,0%"), ("", "")]


def test_a_fall_is_written_with_a_true_minus(made, point):
    shown = made("thu", [point(2021, 25065.0), point(2022, 23951.5)])
    row = rows_of([shown])[1]
    assert (delta_words(row), rate_words(row)) == ("−1.113,5", "−4,4%")


def test_a_share_changes_by_points(made, point):
    shown = made("tỷ lệ", [point(2021, 5.57), point(2022, 4.56)], unit="%")
    row = rows_of([shown])[1]
    assert (delta_words(row), rate_words(row)) == ("−1,01 đ%", "")


def test_nothing_is_compared_across_a_break(made, point):
    broken = (Break(2022, "definition", "chuẩn 2016-2020", "chuẩn 2022-2025", 1),)
    shown = made("nghèo", [point(2021, 5.0), point(2022, 7.0)], "%", broken)
    assert [delta_words(row) for row in rows_of([shown])] == ["", ""]


def test_every_point_has_a_row_with_its_part(made, point):
    shown = made("thu", [point(2022, 100.0), point(2022, 90.0, report_year=2021), point(2022, 95.0, "plan")])
    rows = rows_of([shown])
    assert len(rows) == len(shown.points) == 3
    assert [row.part for row in rows] == ["line", "older", "target"]
    assert change_line(rows, rows[0].point) == ""
