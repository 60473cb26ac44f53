"""The vocabulary of what Vietnamese reports measure and count, and how it reads after a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import resources


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in running text; it ends before the code point `end`.

    `text` is the unit as reports write it ("nghìn tỷ đồng", "tổ chức đảng"). A value
    times `factor` is in `base` ("đồng"). `measured` tells a measure (money, weight,
    a share) from a counted noun; `known` is False for a noun of no list.
    """

    text: str
    base: str
    factor: float
    end: int
    measured: bool
    known: bool = True


SCALES = {
    "nghìn": 1e3,
    "ngàn": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "nghìn tỷ": 1e12,
    "nghìn tỉ": 1e12,
    "ngàn tỷ": 1e12,
    "ngàn tỉ": 1e12,
    "triệu tỷ": 1e15,
    "triệu tỉ": 1e15,
}

# as written, lower case -> (as reported, base, factor to the base)
_MEASURES = {
    "%": ("%", "%", 1.0),
    "phần trăm": ("%", "%", 1.0),
    "điểm phần trăm": ("điểm phần trăm", "điểm phần trăm", 1.0),
    "điểm %": ("điểm phần trăm", "điểm phần trăm", 1.0),
    "‰": ("‰", "‰", 1.0),
    "lần": ("lần", "lần", 1.0),
    "đồng": ("đồng", "đồng", 1.0),
    "đ": ("đồng", "đồng", 1.0),
    "vnđ": ("đồng", "đồng", 1.0),
    "vnd": ("đồng", "đồng", 1.0),
    "usd": ("USD", "USD", 1.0),
    "đô la": ("USD", "USD", 1.0),
    "đô la mỹ": ("USD", "USD", 1.0),
    "euro": ("EUR", "EUR", 1.0),
    "eur": ("EUR", "EUR", 1.0),
    "tấn": ("tấn", "tấn", 1.0),
    "tấn hơi": ("tấn hơi", "tấn hơi", 1.0),
    "tạ": ("tạ", "tấn", 0.1),
    "yến": ("yến", "tấn", 0.01),
    "kg": ("kg", "tấn", 0.001),
    "ha": ("ha", "ha", 1.0),
    "héc ta": ("ha", "ha", 1.0),
    "hecta": ("ha", "ha", 1.0),
    "km": ("km", "km", 1.0),
    "km2": ("km2", "km2", 1.0),
    "km²": ("km2", "km2", 1.0),
    "m2": ("m2", "m2", 1.0),
    "m²": ("m2", "m2", 1.0),
    "m3": ("m3", "m3", 1.0),
    "m³": ("m3", "m3", 1.0),
    "m": ("m", "m", 1.0),
    "mét": ("mét", "mét", 1.0),
    "mét khối": ("m3", "m3", 1.0),
    "mét vuông": ("m2", "m2", 1.0),
    "ster": ("ster", "ster", 1.0),
    "lít": ("lít", "lít", 1.0),
    "kwh": ("kWh", "kWh", 1.0),
    "mw": ("MW", "MW", 1.0),
    "mwp": ("MWp", "MWp", 1.0),
    "gwh": ("GWh", "GWh", 1.0),
    "mva": ("MVA", "MVA", 1.0),
    "tuổi": ("tuổi", "tuổi", 1.0),
    "điểm": ("điểm", "điểm", 1.0),
}

_SHORT_FORMS = tuple(
    (re.compile(short), full)
    for short, full in (
        (r"^(?:tr(?:iệu)?\.?\s?đ(?:ồng|\.)?|trđ)(?![^\W\d_])", "triệu đồng"),
        (r"^(?:t[ỷỉ]\.?\s?đ\.?)(?![^\W\d_])", "tỷ đồng"),
        (r"^(?:ng(?:hìn|àn)?\.?\s?đ(?:ồng|\.)?|ngđ)(?![^\W\d_])", "nghìn đồng"),
        (r"^tr\.\s?(?=[^\W\d_])", "triệu "),
        (r"^ng\.\s?(?=[^\W\d_])", "nghìn "),
        (r"^1\.?000\s?(?=[^\W\d_])", "1.000 "),
    )
)
_DENOMINATOR = re.compile(
    r"\s?/\s?(?:0?(1) ?vạn dân|(vạn dân)|0?1?\.?([0-9]{1,3}(?:\.[0-9]{3})?) ?(dân|người dân|bé gái|trẻ[^\W\d_]*"
    "|trẻ đẻ sống)"
    r"|(người|hộ|xã|km2|thôn|ha|m2|m3|km|năm|tháng|ngày|đêm|vụ|lao động|con|lớp|trường|cơ sở|kg|tấn|đơn vị"
    r"|huyện|học sinh|lượt|khách)(?!\w))"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*,?|%|‰")
_LONGEST = 6
_STOPS = re.compile(
    r"(?:và|với|của|từ|đến|tại|trong|ngoài|trên|dưới|để|được|bị|có|là|do|cho|đã|đang|sẽ|về|theo|so|như|hoặc|hay"
    "|còn|bằng"
    r"|tăng|giảm|đạt|chiếm|trước|sau|khi|nay|này|đó|các|những|một|mỗi|trở|qua|vào|ra|lên|xuống|mà|thì|nhưng"
    "|cùng|đối|gồm"
    r"|nhằm|tổng|số|đầu|cuối|ước|hơn|gần|khoảng|dự|phần|mới|cũ|bởi|chưa|không|tương|lúc|nơi|thực|đủ|đúng|phát"
    "|nhất|nhì)"
)


def lowered(text: str) -> str:
    """Return `text` in lower case, every code point at its old offset."""
    return text.replace("\u0130", "I").lower()


class _Phrases:
    """Phrases of some words each and what each stands for, found where they stand in a text.

    `begun` holds every beginning of one, so that looking stops with the first word that leads nowhere.
    """

    def __init__(self, meant: Mapping[str, str]) -> None:
        self.meant = meant
        self.begun = frozenset(
            " ".join(words[: count + 1]).rstrip(",")
            for words in (phrase.split() for phrase in meant)
            for count in range(len(words))
        )


@cache
def _nouns() -> _Phrases:
    """Return the counted nouns, as written and in lower case, with the unit each is reported in."""
    table: dict[str, str] = {}
    for line in resources.text("counted_nouns.txt").splitlines():
        written, _, reported = (part.strip() for part in line.partition("="))
        if written and not written.startswith("#"):
            table[written] = reported or written
    return _Phrases(table)


def _after_space(low: str, at: int) -> int:
    """Return where the next word begins, three spaces on at most."""
    for _ in range(3):
        if not low[at : at + 1].isspace():
            break
        at += 1
    return at


def _phrase(low: str, start: int, phrases: _Phrases) -> tuple[str, int]:
    """Return what the longest of `phrases` at `start` means, and where it ends; ("", start) if none stands there."""
    at, words, found = _after_space(low, start), "", ("", start)
    for _ in range(_LONGEST):
        word = _WORD.match(low, at, at + 40)
        if word is None:
            break
        bare = word[0].rstrip(",")
        words += bare
        if words not in phrases.begun:
            break
        if words in phrases.meant:
            found = (phrases.meant[words], at + len(bare))
        words += ", " if word[0].endswith(",") else " "
        at = word.end()
        if low[at : at + 1] not in (" ", "\u00a0"):
            break
        at += 1
    return found


@cache
def _measure_names() -> _Phrases:
    return _Phrases({name: name for name in _MEASURES})


@cache
def _scale_names() -> _Phrases:
    return _Phrases({name: name for name in SCALES})


def _denominator(low: str, end: int, measured: bool = True) -> tuple[str, int]:
    """Return what follows a unit as "per …" ("/1 vạn dân", "/người/năm") and where it ends.

    A measure may be told per anything that can be counted: "50 triệu đồng/căn".
    """
    text = ""
    for _ in range(2):
        per = _DENOMINATOR.match(low, end)
        if per is None:
            noun, noun_end = _phrase(low, end + 1, _nouns()) if measured and low[end : end + 1] == "/" else ("", end)
            return (f"{text}/{noun}", noun_end) if noun else (text, end)
        if per[1] or per[2]:
            text += "/1 vạn dân" if per[1] else "/vạn dân"
        elif per[4]:
            text += "/" + per[0].strip().lstrip("/").strip()
        else:
            text += "/" + per[5]
        end = per.end()
    return text, end


def unit_at(text: str, start: int, low: str = "") -> Unit | None:
    """Return the known unit that stands at `start` of `text`, spaces skipped; None if there is none.

    `low` is `lowered(text)` where the caller has it already.
    """
    low = low or lowered(text)
    scale, after_scale = _phrase(low, start, _scale_names())
    factor = SCALES.get(scale, 1.0)
    measure, end = _phrase(low, after_scale, _measure_names())
    noun, noun_end = _phrase(low, after_scale, _nouns())
    if noun and noun_end > end and not (scale and noun == "vụ"):
        noun, noun_end = _by_distance(low, noun, noun_end)
        per, end = _denominator(low, noun_end, measured=False)
        return Unit(_joined(scale, noun) + per, _base_noun(noun) + per, factor, end, bool(scale))
    if measure:
        written, base, times = _MEASURES[measure]
        far, end = _by_distance(low, "", end)
        written, base = written + far, base + far
        per, end = _denominator(low, end)
        return Unit(_joined(scale, written) + per, base + (per if per != "/năm" else ""), factor * times, end, True)
    if scale:
        per, end = _denominator(low, after_scale)
        return Unit(scale + per, per, factor, end, True)
    return None


def _by_distance(low: str, noun: str, end: int) -> tuple[str, int]:
    """Take the ".km" of "triệu tấn.km", which measures transport, with its unit."""
    return (
        (f"{noun}.km", end + 3) if low.startswith(".km", end) and not low[end + 3 : end + 4].isalnum() else (noun, end)
    )


def _joined(scale: str, noun: str) -> str:
    return f"{scale} {noun}" if scale else noun


def _base_noun(noun: str) -> str:
    """Return the noun under which quantities may be compared: every kind of visit is a "lượt"."""
    return "lượt" if noun == "lượt khách" else noun


def _spelt(low: str) -> str:
    """Return a cell's unit with the short forms of tables written out: "tr.đ/người", "ng.tấn", "tỷ.đ"."""
    for short, full in _SHORT_FORMS:
        low = short.sub(full, low, count=1)
    return low


@lru_cache(maxsize=4096)
def read_unit(text: str) -> Unit | None:
    """Return the unit a whole cell or phrase names ("Tỷ đồng", "1.000 tấn"); None if it is none."""
    spelt = _spelt(lowered(text).strip())
    low = spelt.removeprefix("1000 ").removeprefix("1.000 ")
    times = 1e3 if low != spelt else 1.0
    unit = unit_at(low, 0)
    if unit is None or unit.end < len(low):
        return None
    if times == 1.0:
        return unit
    return Unit(f"nghìn {unit.text}", unit.base, unit.factor * times, unit.end, unit.measured)


def unknown_noun_at(text: str, start: int, low: str = "") -> Unit | None:
    """Return the first word or two after a count as its unit, where they can be a noun; else None."""
    low = low or lowered(text)
    at = _after_space(low, start)
    if at == start:
        return None
    first = _WORD.match(low, at, at + 40)
    if first is None or not _may_name(text, first):
        return None
    second = _WORD.match(low, first.end() + 1, first.end() + 41)
    if (
        first[0].endswith(",")
        or low[first.end() : first.end() + 1] != " "
        or second is None
        or not _may_name(text, second)
    ):
        noun, end = first[0].rstrip(","), first.start() + len(first[0].rstrip(","))
    else:
        noun = f"{first[0]} {second[0].rstrip(',')}"
        end = second.start() + len(second[0].rstrip(","))
    return Unit(noun, noun, 1.0, end, False, known=False)


def _may_name(text: str, word: re.Match[str]) -> bool:
    written = text[word.start() : word.end()].rstrip(",")
    return written.islower() and written.isalpha() and _STOPS.fullmatch(written) is None
