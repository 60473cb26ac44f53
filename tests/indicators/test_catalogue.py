"""The catalogue: whole and sound, and careful about which figure belongs where."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from db.indicators.catalogue import load, words_of
from db.model import FIGURE_KINDS

CHARTED = """Tốc độ tăng trưởng GRDP; GRDP theo giá so sánh; Quy mô nền kinh tế (GRDP giá hiện hành)
GRDP bình quân đầu người; Tỷ trọng công nghiệp và xây dựng; Tăng trưởng công nghiệp - xây dựng
Tổng thu ngân sách nhà nước; Thu nội địa
Thu xuất nhập khẩu; Dự toán thu ngân sách; Tổng chi ngân sách địa phương; Tổng mức bán lẻ hàng hóa và dịch vụ tiêu dùng
Tổng giá trị xuất nhập khẩu; Giá trị xuất khẩu; Giá trị nhập khẩu; Tổng lượt khách tham quan, lưu trú
Lượt khách quốc tế; Doanh thu du lịch; Thu nhập xã hội từ du lịch; Tổng vốn đầu tư toàn xã hội; Tổng vốn đầu tư công
Tỷ lệ giải ngân vốn đầu tư công; Tỷ lệ che phủ rừng; Số xã đạt chuẩn nông thôn mới; Tỷ lệ hộ nghèo
Số bác sĩ trên 1 vạn dân; Số giường bệnh trên 1 vạn dân; Tỷ lệ tham gia bảo hiểm y tế; Tỷ lệ tốt nghiệp THPT
Số đảng viên kết nạp; Số vụ tai nạn giao thông; Số người chết do tai nạn giao thông; Số dự án FDI cấp mới
Vốn đầu tư FDI cấp mới; Số doanh nghiệp đăng ký thành lập mới; Số hộ thoát nghèo; Số hộ nghèo giảm"""


def test_ids_are_slugs_and_unique() -> None:
    ids = [indicator.id for indicator in load().indicators]

    assert len(ids) == len(set(ids)) >= 120
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one) for one in ids)


def test_rows_are_sound() -> None:
    for indicator in load().indicators:
        assert indicator.name
        assert indicator.name_en
        assert indicator.units
        assert indicator.kinds <= set(FIGURE_KINDS)
        assert indicator.good in ("up", "down", "")
        assert indicator.basis in ("so sánh", "hiện hành", "")
        assert not ("%" in indicator.units and len(indicator.units) > 1)


def test_no_phrase_names_two_indicators_of_one_unit_and_kind() -> None:
    claimed = Counter(
        (words_of(phrase), unit, kind, indicator.basis)
        for indicator in load().indicators
        for phrase in {words_of(phrase): phrase for phrase in (indicator.name, *indicator.phrases)}.values()
        for unit in indicator.units
        for kind in indicator.kinds
    )

    assert [claim for claim, times in claimed.items() if times > 1] == []


@pytest.mark.parametrize("name", [name.strip() for name in CHARTED.replace("\n", ";").split(";")])
def test_published_series_have_their_indicator(name: str) -> None:
    assert [
        indicator.id
        for indicator in load().indicators
        if words_of(name) in map(words_of, (indicator.name, *indicator.phrases))
    ]


@pytest.mark.parametrize(
    ("name", "unit", "kind", "basis", "expected"),
    [
        ("Tốc độ tăng trưởng GRDP", "%", "change", "", "tang-truong-grdp"),
        ("Tốc độ tăng trưởng kinh tế (GRDP)", "%", "target", "", "tang-truong-grdp"),
        ("Quy mô nền kinh tế (giá hiện hành)", "đồng", "level", "", "quy-mo-kinh-te"),
        ("Quy mô nền kinh tế", "đồng", "level", "so sánh", ""),
        ("Tổng sản phẩm trên địa bàn tỉnh", "đồng", "level", "so sánh", "grdp-gia-so-sanh"),
        ("Tổng sản phẩm trên địa bàn tỉnh", "đồng", "level", "", ""),
        ("GRDP", "%", "change", "", ""),
        ("Tổng thu ngân sách nhà nước trên địa bàn tỉnh", "đồng", "level", "", "thu-ngan-sach"),
        ("Thu nội địa", "đồng", "level", "", "thu-noi-dia"),
        ("Thu nội địa", "%", "share", "", ""),
        ("Thu nội địa từ khu vực FDI", "đồng", "level", "", ""),
        ("Kim ngạch xuất, nhập khẩu hàng hoá", "USD", "level", "", "xuat-nhap-khau"),
        ("Tỉ lệ hộ nghèo", "%", "share", "", "ty-le-ho-ngheo"),
        ("Số xã được công nhận đạt chuẩn nông thôn mới", "xã", "ratio", "", "xa-nong-thon-moi"),
        ("Số hộ nghèo giảm", "hộ", "level", "", "ho-ngheo-giam"),
        ("", "đồng", "level", "", ""),
    ],
)
def test_match_takes_whole_names_right_units_kinds_and_prices_only(
    name: str, unit: str, kind: str, basis: str, expected: str
) -> None:
    assert load().match(name, unit, kind, basis) == expected


def test_every_field_of_the_genre_is_there() -> None:
    groups = Counter(indicator.group for indicator in load().indicators)

    wanted = "economy budget trade tourism industry agriculture rural health education welfare party government"
    assert min(groups[group] for group in (*wanted.split(), "security", "environment")) >= 6


def test_relations_name_known_indicators_of_one_unit() -> None:
    known = load()
    for relation in known.relations:
        whole = known.get(relation.whole)
        assert whole is not None
        for part in relation.parts:
            found = known.get(part)
            assert found is not None
            assert found.units & whole.units


def test_short_forms_are_the_words_they_stand_for() -> None:
    assert words_of("Số vụ TNGT") == words_of("số vụ tai nạn giao thông")
    assert load().match("Số xã đạt chuẩn NTM", "xã", "level") == "xa-nong-thon-moi"


def test_unknown_id_is_none() -> None:
    assert load().get("khong-co") is None
    assert load().get("thu-noi-dia") is not None
