"""Values that are only implied: right within their bounds, and nothing where two sums could be meant."""

from __future__ import annotations

import pytest

from db.importer.figures import find_figures
from db.indicators.building import followers_of
from db.indicators.implied import implied
from db.indicators.stated import Stated, all_stated
from db.model import Block, Content, ReportData

YEAR = 2023


def derived(sentence: str) -> list[Stated]:
    content = Content(
        ReportData(year=YEAR, period=str(YEAR)), (), (Block(1, None, "paragraph", sentence),), (), (), (), ()
    )
    read = Content(content.data, (), content.blocks, (), (), find_figures(content), ())
    rows = all_stated(read, 1)
    behind = followers_of(rows)
    return [one for row in rows for one in implied(row, behind.get(row.id, ()))]


@pytest.mark.parametrize(
    ("sentence", "rule", "kind", "period", "value", "low", "high"),
    [
        (
            "Quy mô nền kinh tế năm 2023 khoảng 112,5 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng so với năm 2022.",
            *("level-change", "level", "2022", 115.7, 115.55, 115.85),
        ),
        (
            "Thu nội địa 9.850 tỷ đồng, giảm 4,1% so với năm 2022.",
            *("level-rate", "level", "2022", 10271.0, 10265.24, 10276.99),
        ),
        (
            "Tổng lượt khách hơn 7,5 triệu lượt, tăng gấp 1,6 lần so với năm 2022.",
            *("level-times", "level", "2022", 4.69, 4.545, 4.904),
        ),
        (
            "Thu nội địa ước đạt 20.880 tỷ đồng, chỉ bằng 78,3% so với năm 2022.",
            *("level-ratio", "level", "2022", 26667.0, 26648.3, 26685.0),
        ),
        (
            "Toàn tỉnh kết nạp được 2.033 đảng viên, đạt 112,94% so với Nghị quyết.",
            *("level-attainment", "target", "2023", 1800.0, 1799.99, 1800.16),
        ),
        (
            "Toàn tỉnh xảy ra 214 vụ tai nạn giao thông, tăng 75 vụ so với năm 2022.",
            *("level-change", "level", "2022", 139.0, 139.0, 139.0),
        ),
        (
            "Quy mô nền kinh tế năm 2023 đạt 116.374 tỷ đồng, gấp 1,18 lần năm 2019.",
            *("level-times", "level", "2019", 98622.0, 98205.9, 99041.3),
        ),
        (
            "6 tháng đầu năm 2023, thu nội địa đạt 4.200 tỷ đồng, tăng 5% so với cùng kỳ năm 2022.",
            *("level-rate", "level", "6 tháng 2022", 4000.0, 3980.6, 4019.6),
        ),
    ],
)
def test_what_a_level_implies(
    sentence: str, rule: str, kind: str, period: str, value: float, low: float, high: float
) -> None:
    (one,) = derived(sentence)

    assert (one.rule, one.kind, one.period, one.state) == (rule, kind, period, "implied")
    assert one.value == pytest.approx(value)
    assert one.low == pytest.approx(low, rel=1e-3)
    assert one.high == pytest.approx(high, rel=1e-3)
    assert one.low <= one.value <= one.high


@pytest.mark.parametrize(
    "sentence",
    [
        "Khách quốc tế gần 3,9 triệu lượt, tăng 5,6 lần so với năm 2022.",
        "Quy mô nền kinh tế đạt 112,5 nghìn tỷ đồng, GRDP tăng 6,4% so với năm 2022.",
        "Tổng sản phẩm trên địa bàn (GRDP) đạt 62.114 tỷ đồng, giảm 8,25% so với năm 2022.",
        "Đến ngày 30/11/2023, thu nội địa đạt 18.000 tỷ đồng, giảm 5% so với năm 2022.",
        "Tỷ lệ hộ nghèo còn 5,2%, giảm 10% so với năm 2022.",
        "Thu nội địa 9.850 tỷ đồng, tăng 5% so với dự toán.",
        "Thu nội địa 9.850 tỷ đồng. Tỷ lệ hộ tham gia đạt 98,5% kế hoạch.",
    ],
)
def test_nothing_where_two_sums_could_be_meant(sentence: str) -> None:
    assert derived(sentence) == []


def test_a_count_has_to_be_whole() -> None:
    assert [one.value for one in derived("Toàn tỉnh có 3 xã đạt chuẩn, đạt 40% kế hoạch.")] == []
