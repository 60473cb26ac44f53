"""Which office issued a report: by the head of its paper, or by what signature and recipients tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from db.importer.headings import is_upper
from db.importer.places import CITIES, PLACES

_SHORT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ"}
_OFFICE = re.compile(
    r"(?:(?:tỉnh|thành|huyện|thị|đảng|quận) ủy|ubnd|hđnd|ủy ban|hội đồng nhân dân|ban chấp hành|bch|đảng bộ|ban |sở "
    r"|cục |chi cục |tổng cục |bộ |văn phòng|viện |tòa án|công an |bộ chỉ huy|thanh tra|kho bạc|bảo hiểm|ngân hàng"
    r"|hội |liên đoàn|đoàn )",
    re.IGNORECASE,
)
_AREA = re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn)\s+\S", re.IGNORECASE)
_NOT_AN_OFFICE = re.compile(
    r"đảng cộng sản|cộng h[òo][àa] xã hội|độc lập|số\s*:?\s|^số\b|ngày\s.*tháng|báo cáo mẫu", re.IGNORECASE
)
_COMMITTEE = re.compile(r"\b(Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy\b", re.IGNORECASE)
_KEPT_BY = re.compile(r"\s*[-–+]?\s*Lưu\b.*", re.IGNORECASE)
_LOWER = frozenset({"và", "của", "các", "tỉnh", "huyện", "xã", "phường", "quận", "thị", "thành", "nhân", "dân"})
_NAMING = re.compile(
    r"\b(tỉnh(?! ủy)|thành phố|huyện(?! ủy)|thị xã|quận(?! ủy)|xã(?! hội)|phường|thị trấn|ủy(?! ban))\s+(.+)$",
    re.IGNORECASE,
)


def old_tones(text: str) -> str:
    """Write "uỷ" as "ủy", the form the words of this module have."""
    return text.replace("uỷ", "ủy").replace("UỶ", "ỦY").replace("Uỷ", "Ủy").replace("oà", "òa").replace("OÀ", "ÒA")


def issuer_from_head(lines: Sequence[str], place: str) -> str:
    """Return the office the head names: the last line of offices, the area on a line below joined to it."""
    issuer = ""
    for line in map(old_tones, lines):
        text = " ".join(line.split())
        if _NOT_AN_OFFICE.search(text) or len(text) > 120:
            continue
        if _OFFICE.match(text):
            issuer = spoken(text)
        elif issuer and _AREA.match(text) and is_upper(text):
            issuer = f"{issuer} {_small_first(spoken(text))}"
    return _with_place(issuer, place)


def issuer_from_end(signature: Sequence[str], recipients: Sequence[str], prose: Sequence[str], place: str) -> str:
    """Return the office whose head was lost: who signs for it, who keeps its copy, what the prose calls it."""
    signed = " ".join(old_tones(line) for line in signature).upper()
    if "ỦY BAN NHÂN DÂN" in signed or "UBND" in signed:
        return _with_place("Ủy ban nhân dân", place)
    if not any(words in signed for words in ("BAN THƯỜNG VỤ", "TỈNH ỦY", "THÀNH ỦY", "BÍ THƯ")):
        return ""
    kept = [old_tones(line) for line in recipients if _KEPT_BY.match(line)]
    named = [found[0] for line in kept for found in _COMMITTEE.finditer(line)] or [
        found[0] for text in prose for found in _COMMITTEE.finditer(old_tones(text))
    ]
    common = Counter(name.capitalize() for name in named).most_common(1)
    return _with_place(common[0][0], place) if common else ""


def spoken(text: str) -> str:
    """Return an office's name as it is written in prose: "TỈNH ỦY QUẢNG NAM" becomes "Tỉnh ủy Quảng Nam"."""
    for short, full in _SHORT.items():
        text = re.sub(rf"^{short}\b", full.upper() if is_upper(text) else full, text)
    if not is_upper(text):
        return text
    words = text.lower().split()
    words[0] = words[0].capitalize()
    if words[0] in {"Sở", "Cục", "Ban", "Bộ", "Viện"} and len(words) > 1:
        words[1:] = [
            word.capitalize() if before in {words[0], "và", "-", "–"} or before.endswith(",") else word
            for before, word in pairwise(words)
        ]
    return _capital_names(" ".join(words))


def _capital_names(text: str) -> str:
    for name in PLACES:
        text = re.sub(rf"\b{re.escape(name.lower())}(?!\w)", name, text)
    found = _NAMING.search(text)
    if found and found[2] == found[2].lower() and found[2].split()[0] not in _LOWER:
        return text[: found.start(2)] + found[2].title()
    return text


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _with_place(issuer: str, place: str) -> str:
    """Join the province where the office's name leaves it out."""
    if not place or not issuer or place in issuer or _NAMING.search(issuer):
        return issuer
    if issuer in {"Tỉnh ủy", "Thành ủy"}:
        return f"{issuer} {place}"
    if issuer in {"Ủy ban nhân dân", "Hội đồng nhân dân"}:
        return f"{issuer} {'thành phố' if place in CITIES else 'tỉnh'} {place}"
    return issuer
