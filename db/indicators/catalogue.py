"""The indicators of the genre, and the careful answer to which one a figure belongs."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from db.vietnamese.folding import fold_word_forms

RULES = "60efcd4f5d5e"
"""The digest of the rules that ask this catalogue, kept right by tests/indicators/test_edition.py: stores are linked
anew when it changes."""

_WORD = re.compile(r"[^\W_]+")
_FILLER = re.compile(
    r"(?<!\w)(?:trên địa bàn(?: toàn)?(?: tỉnh| huyện| thành phố)?|(?:của |trong )?toàn tỉnh|của tỉnh|cả năm"
    r"|trong năm|năm nay|ước tính|ước|đã|năm [0-9]{4}|tỉnh(?! ủy))(?!\w)"
)
_SHORT_FOR = {
    "tngt": "tai nạn giao thông",
    "ntm": "nông thôn mới",
    "htx": "hợp tác xã",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "bhtn": "bảo hiểm thất nghiệp",
    "nsnn": "ngân sách nhà nước",
    "xnk": "xuất nhập khẩu",
    "cn": "công nghiệp",
    "xd": "xây dựng",
    "ubkt": "ủy ban kiểm tra",
    "kcn": "khu công nghiệp",
    "ccn": "cụm công nghiệp",
    "mtqg": "mục tiêu quốc gia",
    "ttcn": "tiểu thủ công nghiệp",
    "gtsx": "giá trị sản xuất",
    "sl": "sản lượng",
    "dt": "diện tích",
}
_SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(_SHORT_FOR)})(?!\w)")
_LINKS = frozenset({"và", "của", "các", "là", "đạt", "được", "do", "vì"})


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. `units` are normalised, `kinds` of FIGURE_KINDS; `good` is "up", "down" or "".

    `basis` names the prices a sum is counted in ("so sánh", "hiện hành"), empty where
    there is only one way.
    """

    id: str
    name: str
    name_en: str
    group: str
    phrases: tuple[str, ...]
    units: frozenset[str]
    kinds: frozenset[str]
    good: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """An indicator that is the sum of others; `complete` says that there are no further parts."""

    whole: str
    parts: tuple[str, ...]
    complete: bool


class Catalogue:
    """All indicators, found by id or by what a report calls them, and the sums among them."""

    def __init__(self, indicators: tuple[Indicator, ...], relations: tuple[Relation, ...] = ()) -> None:
        self.indicators = indicators
        self.relations = relations
        self._by_id = {indicator.id: indicator for indicator in indicators}
        self._by_words: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            for words in {words_of(phrase) for phrase in (indicator.name, *indicator.phrases)}:
                self._by_words.setdefault(words, []).append(indicator)

    def get(self, indicator_id: str) -> Indicator | None:
        """Return the indicator of that id, None if there is none."""
        return self._by_id.get(indicator_id)

    def match(self, name: str, unit_base: str, kind: str, basis: str = "") -> str:
        """Return the id of the one indicator a figure belongs to, "" where none or more than one fits.

        The whole name has to be one of the indicator's phrases; a part of it, another
        unit family, another kind of per cent or the wrong prices never match. A target
        belongs to the indicator it is a target of.
        """
        fitting = {
            indicator.id
            for indicator in self._by_words.get(words_of(name), ())
            if unit_base in indicator.units and _kind_fits(kind, indicator) and _basis_fits(basis, name, indicator)
        }
        return fitting.pop() if len(fitting) == 1 else ""


def _kind_fits(kind: str, indicator: Indicator) -> bool:
    if kind == "ratio" and "level" in indicator.kinds:
        return True
    return kind in indicator.kinds or (kind == "target" and "plan_attainment" not in indicator.kinds)


def _basis_fits(basis: str, name: str, indicator: Indicator) -> bool:
    """Prices that are said must be the indicator's; where none are said, the name must tell."""
    if not indicator.basis:
        return True
    said = basis or next((known for known in ("so sánh", "hiện hành") if known in name.lower()), "")
    return said == indicator.basis or (
        not said and name.lower().startswith("quy mô") and indicator.basis == "hiện hành"
    )


def words_of(phrase: str) -> str:
    """Return a phrase as it is compared: one spelling, no places, years, links or signs, no leading "số"."""
    low = _FILLER.sub(" ", fold_word_forms(phrase).lower())
    low = _SHORT.sub(lambda found: _SHORT_FOR[found[0]], low)
    words = [word for word in _WORD.findall(low) if word not in _LINKS]
    return " ".join(words[1:] if words[:1] == ["số"] else words)


@cache
def edition() -> str:
    """Return what tells this catalogue and the rules that ask it from others; a store keeps what linked its figures."""
    return f"{RULES}-{hashlib.sha256(resources.text('indicators.toml').encode()).hexdigest()[:16]}"


@cache
def load() -> Catalogue:
    """Return the catalogue of `resources/indicators.toml`."""
    facts: Mapping[str, Any] = tomllib.loads(resources.text("indicators.toml"))
    relations = (Relation(row["whole"], tuple(row["parts"]), row["complete"]) for row in facts["relation"])
    return Catalogue(tuple(_indicator(row) for row in facts["indicator"]), tuple(relations))


def _indicator(row: Mapping[str, Any]) -> Indicator:
    return Indicator(
        row["id"],
        row["name"],
        row["en"],
        row["group"],
        tuple(row["phrases"]),
        frozenset(row["units"]),
        frozenset(row["kinds"]),
        row.get("good", ""),
        row.get("basis", ""),
    )
