"""Units after a number: as reported, normalised, and where they end."""

from __future__ import annotations

import pytest

from db.vietnamese.units import read_unit, unit_at, unknown_noun_at


@pytest.mark.parametrize(
    ("text", "unit", "base", "factor"),
    [
        ("nghìn tỷ đồng, giảm", "nghìn tỷ đồng", "đồng", 1e12),
        ("ngàn tỷ đồng", "ngàn tỷ đồng", "đồng", 1e12),
        ("tỉ đồng", "tỉ đồng", "đồng", 1e9),
        ("triệu USD.", "triệu USD", "USD", 1e6),
        ("%/năm", "%/năm", "%", 1),
        ("điểm phần trăm", "điểm phần trăm", "điểm phần trăm", 1),
        ("nghìn tấn;", "nghìn tấn", "tấn", 1e3),
        ("tạ", "tạ", "tấn", 0.1),
        ("nghìn ha rừng", "nghìn ha", "ha", 1e3),
        ("nghìn m3, tăng", "nghìn m3", "m3", 1e3),
        ("triệu lượt khách", "triệu lượt khách", "lượt", 1e6),
        ("tổ chức đảng về", "tổ chức đảng", "tổ chức đảng", 1),
        ("đơn, thư khiếu nại", "đơn, thư", "đơn, thư", 1),
        ("huyện, thị, thành ủy đã", "huyện, thị, thành ủy", "huyện, thị, thành ủy", 1),
        ("huyện, thị xã, thành phố", "huyện, thị xã, thành phố", "huyện, thị xã, thành phố", 1),
        ("Hội nghị lấy ý kiến", "hội nghị", "hội nghị", 1),
        ("dự thảo Luật", "dự thảo Luật", "dự thảo Luật", 1),
        ("HCV, 44", "huy chương", "huy chương", 1),
        ("giường bệnh/01 vạn dân", "giường/1 vạn dân", "giường/1 vạn dân", 1),
        ("bác sỹ/vạn dân", "bác sĩ/vạn dân", "bác sĩ/vạn dân", 1),
        ("tiêu chí/xã", "tiêu chí/xã", "tiêu chí/xã", 1),
        ("triệu đồng/người/năm", "triệu đồng/người/năm", "đồng/người/năm", 1e6),
    ],
)
def test_unit_after_a_number(text: str, unit: str, base: str, factor: float) -> None:
    found = unit_at(f"5 {text}", 1)

    assert found is not None
    assert (found.text, found.base, found.factor) == (unit, base, pytest.approx(factor))


def test_unit_ends_where_its_words_end() -> None:
    text = "58,5 nghìn con, giảm"
    found = unit_at(text, 4)

    assert found is not None
    assert text[4 : found.end] == " nghìn con"


@pytest.mark.parametrize("text", ["5 của Trung ương", "5, ngày", "5", "5 Đồng Hới", "5 tỷ lệ"])
def test_no_unit_where_none_stands(text: str) -> None:
    found = unit_at(text, 1)

    assert found is None or found.text in ("đồng", "tỷ")


@pytest.mark.parametrize(
    ("cell", "unit", "base"),
    [
        ("Tỷ đồng", "tỷ đồng", "đồng"),
        ("1.000 tấn", "nghìn tấn", "tấn"),
        ("Triệu USD", "triệu USD", "USD"),
        ("%", "%", "%"),
    ],
)
def test_whole_cell_names_a_unit(cell: str, unit: str, base: str) -> None:
    found = read_unit(cell)

    assert found is not None
    assert (found.text, found.base) == (unit, base)


def test_cell_with_other_words_names_none() -> None:
    assert read_unit("tỷ đồng mỗi năm trở lên") is None
    assert read_unit("") is None


def test_noun_of_no_list_is_taken_in_small_letters_only() -> None:
    found = unknown_noun_at("03 thiết chế văn hóa", 2)

    assert found is not None
    assert (found.text, found.known) == ("thiết chế", False)
    assert unknown_noun_at("03 của Bệnh viện", 2) is None
    assert unknown_noun_at("908, UBKT", 3) is None
    assert unknown_noun_at("35 Ban Chỉ đạo", 2) is None


@pytest.mark.parametrize(
    ("text", "unit", "base"),
    [
        ("Tr.đ/người", "triệu đồng/người", "đồng/người"),
        ("Trđ", "triệu đồng", "đồng"),
        ("Triệu đ", "triệu đồng", "đồng"),
        ("tỷ.đ", "tỷ đồng", "đồng"),
        ("1.000đ", "nghìn đồng", "đồng"),
        ("Ng.tấn", "nghìn tấn", "tấn"),
        ("1000tấn", "nghìn tấn", "tấn"),
        ("Tr. lượt khách", "triệu lượt khách", "lượt"),
        ("Trường", "trường", "trường"),
        ("Trẻ em", "trẻ em", "trẻ em"),
    ],
)
def test_the_short_forms_of_tables(text, unit, base):
    found = read_unit(text)
    assert found is not None
    assert (found.text, found.base) == (unit, base)
