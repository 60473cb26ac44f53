"""Sentences of many offices: every figure they state, with its kind, change and period, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.importer.figures import find_figures
from db.model import Block, Content, Figure, ReportData

SENTENCES = Path(__file__).with_name("sentences.txt")
YEAR = 2023


def cases() -> Iterator[tuple[str, list[str]]]:
    sentence, figures = "", []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            if sentence:
                yield sentence, figures
            sentence, figures = line[2:], []
        elif line.startswith("= "):
            figures.append(normal(line[2:]))
    yield sentence, figures


def normal(line: str) -> str:
    parts = [part.strip() for part in line.split("|")] + [""] * 5
    value, unit, kind, change, period = parts[:5]
    return " | ".join([f"{float(value):g}", unit, kind, change, period or str(YEAR)])


def told(figure: Figure) -> str:
    change = figure.change
    words = f"{change.direction} {round(change.value, 6):g} {change.unit}" if change else ""
    return " | ".join([f"{figure.value:g}", figure.unit, figure.kind, words, figure.period])


def report(text: str) -> Content:
    block = Block(1, None, "paragraph", text)
    return Content(ReportData(year=YEAR, period=str(YEAR)), (), (block,), (), (), (), ())


@pytest.mark.parametrize(
    ("sentence", "figures"), list(cases()), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_sentence_yields_its_figures_and_no_other(sentence: str, figures: list[str]) -> None:
    found = find_figures(report(sentence))

    assert [told(figure) for figure in found] == figures
    for figure in found:
        assert figure.quote in sentence
        assert figure.name


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Cơ cấu kinh tế: nông, lâm nghiệp, thủy sản 21,3%; công nghiệp - xây dựng 34,6%; dịch vụ 38,9%.",
            ["ty-trong-nong-nghiep", "ty-trong-cong-nghiep-xay-dung", "ty-trong-dich-vu"],
        ),
        (
            "Kim ngạch xuất khẩu 11 tháng đạt 1.345 triệu USD, ước cả năm 1.460 triệu USD.",
            ["xuat-khau", "xuat-khau"],
        ),
        (
            "Lao động qua đào tạo đạt 72,5%, trong đó có bằng cấp, chứng chỉ đạt 28,9%.",
            ["lao-dong-qua-dao-tao", "x:tỉ-lệ-có-bằng-cấp-chứng-chỉ"],
        ),
        ("Phấn đấu đến năm 2025: GRDP tăng 8,0-8,5%.", ["tang-truong-grdp"]),
        ("Thu ngân sách 11 tháng 12.345 tỷ đồng; ước cả năm 13.500 tỷ đồng.", ["thu-ngan-sach", "thu-ngan-sach"]),
        (
            "Xảy ra 120 vụ tai nạn giao thông làm chết 98 người, bị thương 77 người.",
            ["tai-nan-giao-thong", "chet-tai-nan-giao-thong", "bi-thuong-tai-nan-giao-thong"],
        ),
        ("Chỉ số Cải cách hành chính (PAR INDEX) đạt 86,75%.", ["chi-so-par-index"]),
        ("Từ ngày 15/12/2022 đến ngày 14/11/2023, xảy ra 325 vụ phạm pháp hình sự.", ["vu-pham-phap-hinh-su"]),
        ("Kim ngạch xuất, nhập khẩu hàng hóa khoảng 3,5 tỷ USD.", ["xuat-nhap-khau"]),
        ("Thu từ hoạt động xuất, nhập khẩu ước 3.635 tỷ đồng.", ["thu-xuat-nhap-khau"]),
        ("Thu nội địa 9.850 tỷ đồng, bằng 98,6% dự toán.", ["thu-noi-dia", "ty-le-thu-noi-dia-du-toan"]),
        ("Kinh tế phục hồi, GRDP ước tăng 7,35% so với năm 2022.", ["tang-truong-grdp"]),
        ("Tỷ lệ hộ nghèo giảm 1,05%, còn 3,12%.", ["ty-le-ho-ngheo"]),
        ("Dự kiến đến cuối năm, giảm được 3.000 hộ nghèo.", ["ho-ngheo-giam"]),
        ("Thu ngân sách nhà nước vượt 12,3% dự toán.", ["x:mức-vượt-dự-toán-thu-ngân-sách-nhà-nước"]),
        (
            "Thu ngân sách nhà nước từ doanh nghiệp FDI đạt 120 tỷ đồng.",
            ["x:thu-ngân-sách-nhà-nước-từ-doanh-nghiệp-fdi"],
        ),
        ("Đàn trâu 25.600 con (giảm 2,1%), đàn bò 75.300 con (tăng 1,2%).", ["dan-trau", "dan-bo"]),
    ],
)
def test_figure_belongs_to_the_indicator_its_whole_name_says(sentence: str, names: list[str]) -> None:
    assert [figure.indicator for figure in find_figures(report(sentence))] == names


@pytest.mark.parametrize("sentence", ["Tốc độ tăng trưởng GRDP giảm 0%.", "Thu nội địa 5 tỷ đồng, giảm 0,0%."])
def test_nought_has_no_sign(sentence: str) -> None:
    for figure in find_figures(report(sentence)):
        numbers = (figure.value, figure.low, figure.high, figure.value_base, figure.implied_previous)
        assert "-0.0" not in map(str, numbers)


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        (
            "Tốc độ tăng trưởng GRDP ước đạt 7,1% so với năm 2022, trong khi năm 2022 giảm 8,37%.",
            ["estimate", "stated"],
        ),
        ("Thu ngân sách ước đạt 1.250 tỷ đồng (năm 2022 đạt 1.180 tỷ đồng), vượt dự toán.", ["estimate", "stated"]),
        ("Thu nội địa ước 980 tỷ đồng (cùng kỳ năm trước 910 tỷ đồng).", ["estimate", "stated"]),
        ("Đàn bò ước 177 nghìn con, trong khi đàn trâu đạt 58 nghìn con.", ["estimate", "stated"]),
        ("Thu nội địa ước 9.850 tỷ đồng, bằng 98,6% dự toán.", ["estimate", "estimate"]),
        ("Sản lượng ước đạt 45 nghìn tấn (tăng 2%), trong đó lúa 40 nghìn tấn.", ["estimate", "estimate"]),
        (
            "Dự kiến cả năm có 1.200 doanh nghiệp thành lập mới, vốn đăng ký 5.900 tỷ đồng.",
            ["estimate", "estimate"],
        ),
    ],
)
def test_an_estimate_is_of_this_year_not_of_the_year_set_against_it(sentence: str, states: list[str]) -> None:
    assert [figure.state for figure in find_figures(report(sentence))] == states
