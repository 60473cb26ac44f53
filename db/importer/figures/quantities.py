"""Numbers with their units: the raw material of figures, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from db.importer.figures.cues import Cue, cue_before
from db.importer.figures.plan_words import PLAN_OPENS
from db.importer.figures.prose import Prose
from db.vietnamese.numbers import Number, Unused, lex
from db.vietnamese.units import Unit, unit_at, unknown_noun_at


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, its unit and the cue before it; `start` and `end` delimit number and unit.

    `elided` says that the unit was taken from a neighbour; `form` is then what stands
    in its place ("khiển trách").
    """

    number: Number
    unit: Unit
    cue: Cue
    start: int
    end: int
    elided: bool = False
    form: str = ""


_FORM = re.compile(
    r"\s{0,2}(?:đồng chí\s)?(khiển trách|cảnh cáo|khai trừ|cách chức|đình chỉ|cho ra khỏi đảng|kỷ luật khác"
    r"|buộc thôi việc|hạ bậc lương|giáng chức)(?!\w)"
)
_FORM_BEFORE = re.compile(r"(?<!\w)(khiển trách|cảnh cáo|khai trừ|cách chức|đình chỉ):?\s{1,2}$")
_ELISION = re.compile(
    r"\s{1,2}(ngoài công lập|công lập|tư thục|dân lập|nam|nữ|trong nước|nước ngoài|trong tỉnh|ngoài tỉnh|khác"
    "|còn lại|đạt chuẩn|đạt loại"
    r"|chưa đạt|hoàn thành|chưa hoàn thành|đúng hạn|quá hạn|trước hạn|trễ hạn|loại khá|loại giỏi|loại tốt"
    r"|xuất sắc|tốt|khá|trung bình|yếu|kém)(?!\w)"
)
_NUMBER_OF = re.compile(r"(?<!\w)(?:tổng )?số (?:lượng )?")
_NOTHING_AFTER = re.compile(r"\s{0,2}(?:[,;.)]|$|tăng|giảm|so với)")
_PARTS = re.compile(r"\((?:trong đó|gồm|bao gồm)(?: có)?:?\s")
_CLOSES = re.compile(r"\s?[),;]")
_FORM_HEADS = frozenset(
    {
        "tổ chức đảng",
        "đảng viên",
        "cán bộ",
        "trường hợp",
        "công chức",
        "viên chức",
        "người",
        "đồng chí",
        "tổ chức cơ sở đảng",
        "cán bộ, công chức, viên chức",
    }
)


def quantities_of(
    prose: Prose, numbered: bool = False, given: Quantity | None = None
) -> tuple[list[Quantity], list[Unused]]:
    """Return the quantities of a text, and its other numbers with their reasons.

    `given` is the quantity a note hangs on: where the note's own words carry no unit,
    it lends its.
    """
    found: list[Quantity] = []
    unused: list[Unused] = []
    for token in lex(prose.text, numbered):
        quantity = token if isinstance(token, Unused) else _quantity(prose, token, found, given)
        if isinstance(quantity, Unused):
            unused.append(quantity)
        else:
            found.append(quantity)
    return found, _outside(unused, found)


def _outside(unused: list[Unused], found: list[Quantity]) -> list[Unused]:
    """Leave out the digits that are part of a unit: the 2 of "45.600 m2", the 100 of "85 thuê bao/100 dân"."""
    kept, at = [], 0
    for token in unused:
        while at < len(found) and found[at].end <= token.start:
            at += 1
        if at == len(found) or token.start < found[at].start:
            kept.append(token)
    return kept


def _quantity(prose: Prose, number: Number, before: list[Quantity], given: Quantity | None) -> Quantity | Unused:
    floor = max(before[-1].end if before else 0, prose.clause(number.start)[0])
    cue = cue_before(prose.low, number.start, floor, number.upper is not None)
    form = _formed(prose, number, cue, _lender(prose, number, before, given))
    if form is not None:
        return form
    unit = unit_at(prose.text, number.end, prose.low)
    if unit is None and number.rank:
        unit = Unit("thứ", "thứ", 1.0, number.end, False)
    if unit is not None:
        if before and _is_whole_of(prose, number, unit, before[-1]):
            before[-1] = replace(before[-1], number=replace(before[-1].number, of=number.value), end=unit.end)
            return Unused(number.start, number.end, "repeated")
        return Quantity(number, unit, cue, number.start, unit.end)
    elided = _elided(prose, number, cue, before)
    if elided is not None:
        return elided
    unit = unknown_noun_at(prose.text, number.end, prose.low) if _may_count(prose, number) else None
    return Quantity(number, unit, cue, number.start, unit.end) if unit else Unused(number.start, number.end, "no unit")


def _is_whole_of(prose: Prose, number: Number, unit: Unit, part: Quantity) -> bool:
    """Tell whether a number is what the one before is a part of: "3.215,6 tỷ đồng/4.820 tỷ đồng"."""
    between = prose.low[part.end : number.start].strip()
    return between == "/" and unit.text == part.unit.text and part.number.of is None and not part.elided


def _formed(prose: Prose, number: Number, cue: Cue, lender: Quantity | None) -> Quantity | None:
    """Read "05 khiển trách" and "khiển trách 05": persons or bodies, counted by what befell them."""
    if lender is None:
        return None
    unit = replace(lender.unit, factor=1.0)
    behind = _FORM.match(prose.low, number.end)
    if behind:
        return Quantity(number, unit, cue, number.start, behind.end(1), True, behind[1])
    ahead = _FORM_BEFORE.search(prose.low[max(0, number.start - 24) : number.start])
    if ahead and _NOTHING_AFTER.match(prose.low, number.end):
        return Quantity(number, unit, cue, number.start, number.end, True, ahead[1])
    return None


def _elided(prose: Prose, number: Number, cue: Cue, before: list[Quantity]) -> Quantity | None:
    """Read a number whose noun stands before it: "29 bệnh viện công lập và 07 ngoài công lập"."""
    elision = _ELISION.match(prose.low, number.end)
    if elision and before and prose.sentence(number.start)[0] <= before[-1].start and not before[-1].unit.measured:
        return Quantity(number, before[-1].unit, cue, number.start, number.end, True, elision[1])
    unit = _named_before(prose, cue.start, number.end) or _planned(prose, number, cue, before)
    unit = unit or _part(prose, number, before)
    return Quantity(number, unit, cue, number.start, number.end, True) if unit else None


def _planned(prose: Prose, number: Number, cue: Cue, before: list[Quantity]) -> Unit | None:
    """Return the unit of the plan in a bracket right behind what was reached: "18.400 người (KH: 17.500)"."""
    if not before or not _CLOSES.match(prose.low, number.end) or before[-1].unit.base == "%":
        return None
    opened = PLAN_OPENS.search(prose.low[before[-1].end : cue.start])
    return before[-1].unit if opened and not prose.low[before[-1].end :][: opened.start()].strip() else None


def _part(prose: Prose, number: Number, before: list[Quantity]) -> Unit | None:
    """Return the unit of the sum whose parts a bracket lists: "21.300 người (trong đó: cao đẳng 1.200; …)"."""
    start = prose.sentence(number.start)[0]
    opening = prose.low.rfind("(", start, number.start)
    if opening < 0 or not _CLOSES.match(prose.low, number.end) or not _PARTS.match(prose.low, opening):
        return None
    if prose.low.find(")", opening, number.start) >= 0:
        return None
    whole = next((one for one in reversed(before[-30:]) if one.end <= opening and one.unit.base != "%"), None)
    fits = whole is not None and start <= whole.start and number.value <= whole.number.value and not number.decimals
    return whole.unit if whole is not None and fits and not whole.elided else None


def _lender(prose: Prose, number: Number, before: list[Quantity], given: Quantity | None) -> Quantity | None:
    """Return whose unit a bare "05 khiển trách" has: the last body or person counted before it."""
    for quantity in reversed(before[-30:]):
        if prose.sentence(number.start)[0] > quantity.start:
            break
        if quantity.unit.text in _FORM_HEADS:
            return quantity
    return given if given and given.unit.text in _FORM_HEADS else None


def _named_before(prose: Prose, cue_start: int, end: int) -> Unit | None:
    """Return the noun of "số doanh nghiệp thành lập mới khoảng 1.100," where none follows the number."""
    if not _NOTHING_AFTER.match(prose.low, end):
        return None
    clause = prose.clause(cue_start)[0]
    heads = list(_NUMBER_OF.finditer(prose.low, clause, cue_start))
    unit = unit_at(prose.text, heads[-1].end(), prose.low) if heads else None
    if unit is None or unit.measured or any(letter.isdigit() for letter in prose.text[heads[-1].end() : cue_start]):
        return None
    return unit


def _may_count(prose: Prose, number: Number) -> bool:
    """Tell whether a noun we do not know may be what is counted: a whole number, no name before it."""
    if number.decimals or number.english or number.signed or number.upper is not None:
        return False
    if number.leading_zero or number.value < 10:
        return number.leading_zero  # counts under ten are printed 05; a bare 5 names something
    word = prose.text[max(0, number.start - 24) : number.start].rstrip().rpartition(" ")[2]
    return bool(word) and (
        word[-1] in ",;:(" or word.islower() or prose.sentence(number.start)[0] >= number.start - len(word) - 2
    )
