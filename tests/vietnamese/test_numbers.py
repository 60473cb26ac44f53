"""Numbers in running text and in cells: their value, their offsets, and why the others count nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vietnamese.number_ranges import read_range
from db.vietnamese.numbers import REASONS, Number, Unused, lex, read_cell, read_number


def only_number(text: str) -> Number:
    numbers = [token for token in lex(text) if isinstance(token, Number)]
    assert len(numbers) == 1
    return numbers[0]


def reasons(text: str) -> list[tuple[str, str]]:
    return [(text[token.start : token.end], token.reason) for token in lex(text) if isinstance(token, Unused)]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("đạt 1.234,5 tỷ đồng", "1.234,5", 1234.5),
        ("là 9.045.929 triệu đồng", "9.045.929", 9045929),
        ("đạt 2,240 triệu lượt", "2,240", 2.24),
        ("tỷ lệ 81.9% (trong đó)", "81.9", 81.9),
        ("tổ chức 04 đợt", "04", 4),
        ("hơn 4 nghìn 800 tỷ đồng", "4 nghìn 800", 4800),
        ("số tiền 18 tỷ 500 triệu đồng", "18 tỷ 500", 18500),
        ("(bằng 5 lần; -15,6%)", "-15,6", -15.6),
        ("diện tích 943ha", "943", 943),
        ("giành 42HCB", "42", 42),
        ("hơn 1.670 nghìn m3", "1.670", 1670),
        ("còn 100,5 % kế hoạch", "100,5", 100.5),
    ],
)
def test_value_and_offsets_of_a_printed_number(text: str, printed: str, value: float) -> None:
    number = next(token for token in reversed(lex(text)) if isinstance(token, Number))

    assert text[number.start : number.end] == printed
    assert number.value == value


def test_ratio_carries_its_whole_and_a_range_its_far_end() -> None:
    assert (only_number("có 130/193 xã").value, only_number("có 130/193 xã").of) == (130, 193)
    assert only_number("lúa 390,2/363ha").of == 363
    assert only_number("mục tiêu (7,5-8%)").upper == 8
    assert only_number("từ 826,9 – 834,6 ngàn tỷ").upper == 834.6


def test_english_slip_and_leading_zero_are_flagged() -> None:
    assert only_number("tỷ lệ 81.9%").english
    assert only_number("tổ chức 04 đợt").leading_zero
    assert not only_number("đạt 0,8%").leading_zero


def test_rank_is_told_from_a_count() -> None:
    assert only_number("xếp thứ 22/68 đơn vị").rank
    assert not only_number("kiểm tra 22 đơn vị").rank


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 27-NQ/TU, ngày 06/12/2022", [("27-NQ/TU", "document"), ("06/12/2022", "date")]),
        ("số 88/2014/QH13 và 09/CTr-BCA", [("88/2014/QH13", "document"), ("09/CTr-BCA", "document")]),
        ("nhiệm kỳ 2020 - 2025, 2021 - 2026", [("2020 - 2025", "term"), ("2021 - 2026", "term")]),
        ("Kỳ họp thứ 13, 14 và 15 HĐND", [("13", "ordinal"), ("14", "ordinal"), ("15", "ordinal")]),
        ("10 năm thực hiện; 93 năm ngày", [("10 năm", "duration"), ("93 năm", "duration")]),
        ("6 tháng đầu năm", [("6 tháng", "duration")]),
        ("trẻ em dưới 5 tuổi", [("5 tuổi", "duration")]),
        ("dịch Covid-19, giải U13", [("19", "name"), ("13", "name")]),
        ("Ban Chỉ đạo 35, Đoàn Kiểm tra 908 của", [("35", "name"), ("908", "name")]),
        ("cơ sở 03 của, (đối tượng 3) với", [("03", "name"), ("3", "name")]),
        ("tiểu dự án 2, Dự án 10 . Ứng dụng", [("2", "name"), ("10", "name")]),
        ("Seagame 32 môn", [("32", "name")]),
        ("Quốc khánh (2/9)", [("2/9", "date")]),
        ("(3/2/1930 - 3/2/2023)", [("3/2/1930", "date"), ("3/2/2023", "date")]),
        ("trong tháng 12/2023.", [("12/2023", "date")]),
        ("ngày 05 tháng 3 năm 2020", [("05 tháng 3 năm 2020", "date")]),
        ("đến ngày 30.6, thu", [("30.6", "date")]),
        ("năm 2023 đạt kết quả", [("2023", "year")]),
        ("giảm sâu so với cùng kỳ 2022.", [("2022", "year")]),
        ("như sau (1) một là", [("1", "mark")]),
    ],
)
def test_what_is_no_quantity_says_why(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(printed.rstrip(")"), reason) for printed, reason in reasons(text)] == expected
    assert not [token for token in lex(text) if isinstance(token, Number)]


def test_unit_digits_denominators_and_glued_notes_are_set_aside() -> None:
    assert reasons("hơn 1.670 nghìn m3") == [("3", "name")]
    assert reasons("11,4 bác sĩ/01 vạn dân") == [("01", "denominator")]
    assert reasons("tăng trên 5%1. So") == [("1", "mark")]


def test_heading_number_is_none_of_the_text() -> None:
    assert reasons("1.1. Công tác chính trị") == [("1.1.", "heading")]
    assert [token.reason for token in lex("1- Công tác", numbered=True) if isinstance(token, Unused)] == ["heading"]
    assert isinstance(lex("241/241 xã có trạm y tế")[0], Number)
    assert isinstance(lex("1.144 hộ thoát nghèo")[0], Number)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234,5", 1234.5),
        ("-12,5", -12.5),
        ("(12,5)", -12.5),
        (" 45,3% ", 45.3),
        ("05", 5),
        ("0,8", 0.8),
        ("—", None),
        ("", None),
        ("007", None),
        ("8.25", None),
        ("12/2023", None),
        ("27-NQ/TU", None),
        ("1.2.3", None),
        ("1,234.5", None),
        ("9" * 40, None),
    ],
)
def test_cell_is_read_in_one_way_or_not_at_all(cell: str, value: float | None) -> None:
    assert read_number(cell) == value


def test_cell_keeps_its_printed_precision() -> None:
    cell = read_cell("1.234,50")

    assert cell is not None
    assert (cell.decimals, cell.step) == (2, pytest.approx(0.01))


@given(st.text(alphabet="0123456789.,/-–% ()tỷnămthứ\u00a0", max_size=60))
def test_tokens_lie_in_the_text_one_after_the_other(text: str) -> None:
    at = 0
    for token in lex(text):
        assert at <= token.start < token.end <= len(text)
        assert not isinstance(token, Unused) or token.reason in REASONS
        at = token.end


@pytest.mark.parametrize("unit", ["1", "a", "1.", "1,", "a1", "-1"])
def test_one_word_without_end_is_read_in_time(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    begun = time.process_time()

    lex(text)

    assert time.process_time() - begun < 60, "a pattern runs away"


def test_nought_has_no_sign() -> None:
    # SQLite stores -0.0 as 0.0: a report that held one would not come back as it went in.
    for written in ("-0", "(0,0)", "−0,00"):
        found = read_cell(written)
        assert found is not None
        assert str(found.value) == "0.0"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("7,5-8", (7.5, 8)),
        ("7,5 – 8", (7.5, 8)),
        ("9–10%", (9, 10)),
        ("3-4%", (3, 4)),
        ("10 - 12", (10, 12)),
        ("2.000-2.500", (2000, 2500)),
        ("1-2", None),
        ("05-06", None),
        ("2020-2025", None),
        ("8-7", None),
        ("-5", None),
        ("1-2-3", None),
        ("12/13", None),
        ("", None),
    ],
)
def test_a_range_that_fills_a_cell(text, ends):
    found = read_range(text)
    assert (found and (found[0].value, found[1].value)) == ends
