"""The grammar of openings, line by line."""

from __future__ import annotations

import pytest

from db.importer.headings import follows, is_bold, is_upper, opening_of, opening_of_marker, roman_value
from db.model import Emphasis


@pytest.mark.parametrize(
    ("line", "kind", "number", "marker"),
    [
        ("PHẦN THỨ NHẤT", "part", "Phần thứ nhất", "PHẦN THỨ NHẤT"),
        ("Phần II. Đánh giá", "part", "Phần II", "Phần II."),
        ("Chương 3", "chapter", "Chương 3", "Chương 3"),
        ("Mục 1. Mục tiêu", "mục", "Mục 1", "Mục 1."),
        ("Điều 2. Phạm vi", "điều", "Điều 2", "Điều 2."),
        ("PHỤ LỤC 1", "annex", "Phụ lục 1", "PHỤ LỤC 1"),
        ("Phụ lục IV: SỐ LIỆU", "annex", "Phụ lục IV", "Phụ lục IV:"),
        ("Biểu số 01", "annex", "Biểu số 01", "Biểu số 01"),
        ("I. KẾT QUẢ", "roman", "I", "I."),
        ("II- TÌNH HÌNH", "roman", "II", "II-"),
        ("IX/ TÌNH HÌNH", "roman", "IX", "IX/"),
        ("V MỤC TIÊU CHUNG", "roman", "V", "V"),
        ("A. TÌNH HÌNH CHUNG", "upper", "A", "A."),
        ("Đ. KIẾN NGHỊ", "upper", "Đ", "Đ."),
        ("1. Về kinh tế", "arabic", "1", "1."),
        ("1- Về kinh tế", "arabic", "1", "1-"),
        ("2.Về xã hội", "arabic", "2", "2."),
        ("3/ Về xã hội", "arabic", "3", "3/"),
        ("1. 04 đợt kiểm tra", "arabic", "1", "1."),
        ("1.1. Nông nghiệp", "decimal2", "1.1", "1.1."),
        ("1.2 Công nghiệp", "decimal2", "1.2", "1.2"),
        ("1.2.3. Dịch vụ", "decimal3", "1.2.3", "1.2.3."),
        ("1.1- Nông nghiệp", "decimal2", "1.1", "1.1-"),
        ("1.1- nông nghiệp", "decimal2", "1.1", "1.1-"),
        ("1.2 - Công nghiệp", "decimal2", "1.2", "1.2 -"),
        ("1.2.1.- “Dịch vụ”", "decimal3", "1.2.1", "1.2.1.-"),
        ("2.3/ Dịch vụ", "decimal2", "2.3", "2.3/"),
        ("II.1. Dịch vụ", "decimal2", "II.1", "II.1."),
        ("a) Trồng trọt", "letter", "a", "a)"),
        ("đ) Thủy sản", "letter", "đ", "đ)"),
        ("b. Chăn nuôi", "letter", "b", "b."),
        ("(1) Tập trung", "paren", "1", "(1)"),
        ("2) Tập trung", "bracket", "2", "2)"),
        ("- Tập trung", "dash", "-", "-"),
        ("–  Tập trung", "dash", "-", "–"),
        ("- 12 Sở, ngành", "dash", "-", "-"),
        ("+ Tập trung", "plus", "-", "+"),
        ("* Về kinh tế", "star", "-", "*"),
        ("* Thu ngân sách đạt khá, chi đúng dự toán.", "star-item", "-", "*"),
    ],
)
def test_openings(line: str, kind: str, number: str, marker: str) -> None:
    opening = opening_of(line)
    assert opening is not None
    assert (opening.kind, opening.number, opening.marker) == (kind, number, marker)


@pytest.mark.parametrize(
    "line",
    [
        "04 đợt sinh hoạt",
        "2.033 đảng viên được kết nạp",
        "1.2- 1.5 lần",
        "1.2-1.5 triệu",
        "1.1-Kế hoạch",
        "8.25 - mức tăng cao nhất",
        "3.000 hộ thoát nghèo",
        "13.108 lượt người",
        "1.1 triệu lượt khách",
        "05/18 huyện đạt chuẩn",
        "12-BC/TU",
        "27-NQ/TU, ngày 06/12/2022",
        "88/2014/QH13",
        "30.6.2023 là hạn cuối",
        "15 - 20 mm",
        "2020 - 2025",
        "-----",
        "***",
        "-15,6% so với năm trước",
        "+3,5% so với năm trước",
        "(2/9) là ngày lễ",
        "Vụ I, Vụ II",
        "Phần lớn các hộ",
        "Phần 2 của báo cáo nêu rõ",
        "Mục tiêu chung",
        "Chương trình mục tiêu",
        "Phụ lục kèm theo báo cáo này",
        "Biểu dương các tập thể",
        "Điều hành ngân sách",
        "TP. Hồ Chí Minh",
        "U13 toàn quốc",
        "Năm 2023",
        "",
    ],
)
def test_sentences_are_no_openings(line: str) -> None:
    assert opening_of(line) is None


def test_an_automatic_number_reads_like_a_printed_one() -> None:
    assert opening_of_marker("1.1.", "Nông nghiệp").kind == "decimal2"
    assert opening_of_marker("Chương II", "Quy định").number == "Chương II"
    assert opening_of_marker("\uf0b7", "Một mục").kind == "dash"
    assert opening_of_marker("§", "Một mục") == opening_of_marker("§", "Một mục")
    assert opening_of_marker("§", "Một mục").is_item


def test_letters_count_in_either_order() -> None:
    d, e, dd = (opening_of(f"{letter}) Việc") for letter in ("d", "e", "đ"))
    assert d is not None
    assert e is not None
    assert dd is not None
    assert follows(d, dd)
    assert follows(dd, e)
    assert follows(d, e)
    assert not follows(e, d)


@pytest.mark.parametrize(("number", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("xxxix", 39)])
def test_roman_numbers(number: str, value: int) -> None:
    assert roman_value(number) == value


def test_capitals_and_bold() -> None:
    assert is_upper("TỒN TẠI, HẠN CHẾ 2023")
    assert not is_upper("Tồn tại")
    assert not is_upper("1")
    assert is_bold("1. Về kinh tế", (Emphasis(3, 13, "b"),), 3)
    assert is_bold("Về kinh tế", (Emphasis(0, 2, "bi"), Emphasis(3, 10, "b")))
    assert not is_bold("Về kinh tế", (Emphasis(0, 5, "b"),))
