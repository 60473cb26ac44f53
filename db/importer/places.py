"""The provinces and cities of Vietnam, those before July 2025 and those since, and where a text names one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# Those governed by the centre are cities: their committees are "Thành ủy" and "… thành phố".
CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})
# The 63 of before July 2025. The 34 since bear names from among them, save Huế.
_PROVINCES = """
An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước,
Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang,
Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, Hưng Yên, Khánh Hòa, Kiên Giang,
Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên,
Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên,
Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
PROVINCES = tuple(" ".join(name.split()) for name in _PROVINCES.split(","))
PLACES = (*PROVINCES, "Huế")
_SPELLINGS = {
    "Hoà Bình": "Hòa Bình",
    "Khánh Hoà": "Khánh Hòa",
    "Thanh Hoá": "Thanh Hóa",
    "Bắc Cạn": "Bắc Kạn",
    "Đắc Lắc": "Đắk Lắk",
    "Đăk Lăk": "Đắk Lắk",
    "Đăk Nông": "Đắk Nông",
    "Đắc Nông": "Đắk Nông",
    "Thừa Thiên - Huế": "Thừa Thiên Huế",
    "Thừa Thiên – Huế": "Thừa Thiên Huế",
    "Bà Rịa – Vũng Tàu": "Bà Rịa - Vũng Tàu",
}
_TIMES = 3  # a name in prose counts when it is said as often, and twice as often as any other


def _spellings() -> dict[str, str]:
    """Every way a name is printed; the man Ho Chi Minh is named too often for his name to be taken for the city's."""
    plain = {name: name for name in PLACES} | _SPELLINGS
    del plain["Hồ Chí Minh"]
    city = {f"{before}Hồ Chí Minh": "Hồ Chí Minh" for before in ("thành phố ", "Thành phố ", "TP. ", "TP.", "TP ")}
    both = plain | city
    return both | {spelling.upper(): name for spelling, name in both.items()}


_NAMES = _spellings()
_BEGINNINGS = "".join(sorted({name[0] for name in _NAMES} - {"t"}))
_NAMED = re.compile(
    # Few words begin as a name does; only those are held against all of them.
    rf"\b(?=[{_BEGINNINGS}]|thành phố )"
    rf"(?:{'|'.join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))})(?!\w)"
)


def place_in(text: str) -> str:
    """Return the first province or city that `text` names, empty if none."""
    found = _NAMED.search(text)
    return _NAMES[found[0]] if found else ""


def place_by_frequency(texts: Iterable[str]) -> str:
    """Return the place the prose speaks of far more than of any other, empty if there is none."""
    counts = Counter(_NAMES[found[0]] for text in texts for found in _NAMED.finditer(text))
    (name, times), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return name if times >= _TIMES and times >= 2 * second else ""
