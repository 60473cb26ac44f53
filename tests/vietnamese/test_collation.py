"""Names stand in the Vietnamese order."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from db.vietnamese.collation import collation_key

PLACES = [
    "An Giang",
    "Ánh Dương",
    "Ăn Tết",
    "Ân Thi",
    "Ba Đình",
    "Bà Rịa",
    "Bá Thước",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Ninh",
    "Bến Tre",
    "Bình Dương",
    "Bình Định",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Da",
    "Dĩ An",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đất Đỏ",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Em",
    "Ế",
    "Gia Lai",
    "Hạ Long",
    "Hà Nam",
    "Hà Nội",
    "Hải Dương",
    "Hải Phòng",
    "Hậu Giang",
    "Hòa Bình",
    "Hưng Yên",
    "Khánh Hòa",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Long An",
    "Nghệ An",
    "Ninh Bình",
    "Phú Thọ",
    "Phú Yên",
    "Quảng Bình",
    "Quảng Nam",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quận 2",
    "Quận 10",
    "Sóc Trăng",
    "Sơn La",
    "Tây Ninh",
    "Thái Bình",
    "Thừa Thiên Huế",
    "Trà Vinh",
    "Tuyên Quang",
    "Uông Bí",
    "Ưng",
    "Vĩnh Long",
    "Yên Bái",
]


@pytest.mark.parametrize("seed", range(5))
def test_place_names_sort_as_in_a_vietnamese_dictionary(seed: int) -> None:
    mixed = random.Random(seed).sample(PLACES, len(PLACES))
    assert len(PLACES) >= 40
    assert sorted(mixed, key=collation_key) == PLACES


def test_two_hundred_names_of_people_stand_as_icu_puts_them() -> None:
    """The list was put in order by ICU 72's collation for Vietnamese."""
    names = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
    assert len(names) == 200
    assert sorted(random.Random(5).sample(names, 200), key=collation_key) == names


def test_tones_go_ngang_huyen_hoi_nga_sac_nang() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=collation_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_letters_go_before_tones_and_small_before_capital() -> None:
    assert sorted(["Hà Nội", "Hạ Long"], key=collation_key) == ["Hạ Long", "Hà Nội"]
    assert sorted(["Ba", "ba", "Bà"], key=collation_key) == ["ba", "Ba", "Bà"]


def test_a_decomposed_name_sorts_where_the_composed_one_does() -> None:
    for name in PLACES:
        assert collation_key(unicodedata.normalize("NFD", name)) == collation_key(name)
