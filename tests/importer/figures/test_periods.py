"""Which time a report or a number is of: months, quarters, cut-offs, terms; what is no date is none."""

from __future__ import annotations

import pytest

from db.importer.figures import find_figures
from db.importer.figures.periods import report_period
from db.model import Block, Content, ReportData


@pytest.mark.parametrize(
    ("year", "label", "period"),
    [
        (2023, "2023", ("2023", "2023-01-01", "2023-12-31")),
        (2023, "6 tháng 2023", ("6 tháng 2023", "2023-01-01", "2023-06-30")),
        (2023, "6 tháng cuối năm 2023", ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31")),
        (2023, "12 tháng 2023", ("2023", "2023-01-01", "2023-12-31")),
        (2024, "quý I/2024", ("quý I/2024", "2024-01-01", "2024-03-31")),
        (2024, "Quý 2", ("quý II/2024", "2024-04-01", "2024-06-30")),
        (None, "nhiệm kỳ", ("nhiệm kỳ", "", "")),
        (None, "", ("", "", "")),
    ],
)
def test_the_period_of_a_report(year, label, period):
    found = report_period(ReportData(year=year, period=label))
    assert (found.label, found.start, found.end) == period


def periods(text, year=2023):
    block = Block(1, None, "paragraph", text)
    label = str(year) if year else ""
    content = Content(ReportData(year=year, period=label), (), (block,), (), (), (), ())
    return [(figure.value, figure.period, figure.period_start, figure.period_end) for figure in find_figures(content)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Đến hết quý II/2023, kết nạp 45 đảng viên.", ("đến hết quý II/2023", "2023-01-01", "2023-06-30")),
        ("Đến hết quý III, kết nạp 45 đảng viên.", ("đến hết quý III/2023", "2023-01-01", "2023-09-30")),
        ("Đến tháng 9/2022, kết nạp 45 đảng viên.", ("đến tháng 9/2022", "2022-01-01", "2022-09-30")),
        ("Đến cuối năm 2021, kết nạp 45 đảng viên.", ("đến cuối năm 2021", "2021-01-01", "2021-12-31")),
        ("Đến ngày 15/11/2023, kết nạp 45 đảng viên.", ("đến 15/11/2023", "2023-01-01", "2023-11-15")),
        ("Trong tháng 5/2023, kết nạp 45 đảng viên.", ("tháng 5/2023", "2023-05-01", "2023-05-31")),
        ("Giai đoạn 2021 - 2023, kết nạp 45 đảng viên.", ("2021 - 2023", "2021-01-01", "2023-12-31")),
        ("Đến nay, kết nạp 45 đảng viên.", ("đến nay (2023)", "2023-01-01", "2023-12-31")),
        ("Sáu tháng đầu năm, kết nạp 45 đảng viên.", ("6 tháng 2023", "2023-01-01", "2023-06-30")),
    ],
)
def test_the_period_a_sentence_names(text, period):
    assert (45.0, *period) in periods(text)


@pytest.mark.parametrize("text", ["Đến tháng 13/2023, có 45 đảng viên.", "Đến ngày 31/2/2023, có 45 đảng viên."])
def test_what_is_no_date_leaves_the_year_of_the_report(text):
    assert (45.0, "2023", "2023-01-01", "2023-12-31") in periods(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đến nay, kết nạp 45 đảng viên.",
        "Tính chung cả năm, kết nạp 45 đảng viên.",
        "Đến hết quý III, kết nạp 45 đảng viên.",
        "Trong quý III, kết nạp 45 đảng viên.",
        "Đến cuối năm, kết nạp 45 đảng viên.",
        "Đến tháng 9, kết nạp 45 đảng viên.",
    ],
)
def test_a_report_without_a_year_gives_none_to_its_numbers(text):
    assert (45.0, "", "", "") in periods(text, None)
