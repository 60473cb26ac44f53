"""Whose figures a report states: the province whichever office reports, a district or commune of its own."""

from __future__ import annotations

import pytest

from db.indicators.areas import area_of


@pytest.mark.parametrize(
    ("place", "issuer", "area"),
    [
        ("Sơn La", "Tỉnh ủy Sơn La", "Sơn La"),
        ("Sơn La", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"),
        ("Sơn La", "Sở Lao động - Thương binh và Xã hội", "Sơn La"),
        ("Sơn La", "Liên minh Hợp tác xã tỉnh Sơn La", "Sơn La"),
        ("Sơn La", "Đảng ủy", "Sơn La"),
        ("Sơn La", "", "Sơn La"),
        ("", "Cục Hải quan", "Cục Hải quan"),
        ("", "", ""),
        ("Cần Thơ", "Thành ủy Cần Thơ", "Cần Thơ"),
        ("Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ", "Cần Thơ"),
        ("Quảng Nam", "Thành ủy Tam Kỳ", "thành phố Tam Kỳ, Quảng Nam"),
        ("Quảng Nam", "Ủy ban nhân dân huyện Núi Thành", "huyện Núi Thành, Quảng Nam"),
        ("Quảng Nam", "Huyện ủy Núi Thành", "huyện Núi Thành, Quảng Nam"),
        ("Quảng Nam", "Huyện ủy", "Huyện ủy, Quảng Nam"),
        ("Quảng Nam", "Thị ủy Điện Bàn", "thị xã Điện Bàn, Quảng Nam"),
        ("Hà Nội", "Quận ủy Ba Đình", "quận Ba Đình, Hà Nội"),
        ("Hồ Chí Minh", "Ủy ban nhân dân Phường 5", "phường 5, Hồ Chí Minh"),
        ("Lào Cai", "Đảng ủy xã Đồng Tuyển", "xã Đồng Tuyển, Lào Cai"),
        ("", "Ủy ban nhân dân xã Đồng Tuyển tỉnh Lào Cai", "xã Đồng Tuyển"),
    ],
)
def test_an_area_is_told_by_place_and_issuer(place, issuer, area):
    assert area_of(place, issuer) == area
