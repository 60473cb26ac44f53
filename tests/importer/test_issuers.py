"""The office that issued a report."""

from __future__ import annotations

import pytest

from db.importer.issuers import issuer_from_end, issuer_from_head, spoken


@pytest.mark.parametrize(
    ("lines", "place", "issuer"),
    [
        (["TỈNH ỦY QUẢNG NAM", "*", "ĐẢNG CỘNG SẢN VIỆT NAM"], "Quảng Nam", "Tỉnh ủy Quảng Nam"),
        (["ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH UỶ"], "Sơn La", "Tỉnh ủy Sơn La"),
        (
            ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            "Quảng Ngãi",
            "Ủy ban nhân dân tỉnh Quảng Ngãi",
        ),
        (["UBND TỈNH LÀO CAI"], "Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"),
        (["UBND THÀNH PHỐ ĐÀ NẴNG"], "Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng"),
        (["UBND TỈNH LÀO CAI", "SỞ TÀI CHÍNH", "Số: 5/BC-STC"], "Lào Cai", "Sở Tài chính"),
        (["ỦY BAN NHÂN DÂN", "HUYỆN NÚI THÀNH"], "Quảng Nam", "Ủy ban nhân dân huyện Núi Thành"),
        (["THÀNH ỦY"], "Cần Thơ", "Thành ủy Cần Thơ"),
        (["Số: 1-BC/TU", "Hà Nam, ngày 1 tháng 2 năm 2020"], "Hà Nam", ""),
    ],
)
def test_from_the_head(lines: list[str], place: str, issuer: str) -> None:
    assert issuer_from_head(lines, place) == issuer


def test_from_the_signature_and_who_keeps_a_copy() -> None:
    party = ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"]
    assert issuer_from_end(party, ["- Lưu Văn phòng Tỉnh ủy."], ["Huyện ủy " * 9], "Sơn La") == "Tỉnh ủy Sơn La"
    assert issuer_from_end(party, [], ["Huyện ủy chỉ đạo, Huyện ủy ban hành, Tỉnh ủy giao"], "") == "Huyện ủy"
    assert issuer_from_end(["TM. ỦY BAN NHÂN DÂN"], [], [], "Hà Nội") == "Ủy ban nhân dân thành phố Hà Nội"
    assert issuer_from_end([], [], ["Tỉnh ủy"], "Sơn La") == ""


def test_offices_are_written_as_in_prose() -> None:
    assert spoken("HỘI ĐỒNG NHÂN DÂN TỈNH KON TUM") == "Hội đồng nhân dân tỉnh Kon Tum"
    assert spoken("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH") == "Sở Văn hóa, Thể thao và Du lịch"
    assert spoken("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI") == "Sở Lao động - Thương binh và Xã hội"
    assert spoken("Cục Thống kê tỉnh Phú Yên") == "Cục Thống kê tỉnh Phú Yên"
