"""Which rise or fall is said of which level, and what the level was before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.importer.figures.drafts import Draft
from db.importer.figures.prose import Prose
from db.importer.figures.quantities import Quantity
from db.importer.figures.subjects import Subject
from db.model import Change

_YEAR_BEFORE = re.compile(r"so (?:với )?(?:thực hiện )?(?:cuối |đầu )?năm (20[0-9]{2})")
_SAME_TIME = re.compile(r"(?:so )?(?:với )?cùng k[ỳì](?: năm)?(?: (20[0-9]{2}))?")
_LAST_YEAR = re.compile(r"so (?:với )?năm (?:trước|ngoái)")
_PLAN = re.compile(r"so (?:với )?(?:[^\W\d_]+ ){0,2}?(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)")
_OTHER = re.compile(r"so (?:với )?(?:đầu nhiệm kỳ|tháng trước|quý trước|bình quân|trung bình|cả nước|đầu năm|cuối năm)")
_REAL = re.compile(r"grdp|gdp|tổng sản phẩm|quy mô nền kinh tế|quy mô kinh tế|giá trị tăng thêm|giá trị sản xuất|giá trị gia tăng")
_SAME_PRICES = re.compile(r"giá so sánh|giá cố định")
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset("số tổng cả các của và với có trong trên là đạt được tỉnh toàn người vụ lượt đồng so năm trước cùng kỳ ước".split())


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read in: the report's year, and whether its names stand in an anchor."""

    year: int | None = None
    names_anchor: bool = False


def fall_or_rise(value: float, unit: str, versus: str) -> Change:
    """Return a signed difference as the change it is."""
    return Change("giảm" if value < 0 else "tăng", abs(value), unit, versus)


def change_of(prose: Prose, quantity: Quantity, tail: str, context: Context, direction: int = 0) -> Change:
    """Return the rise or fall a quantity states, with what it is measured against."""
    direction = direction or quantity.cue.direction or (-1 if quantity.number.value < 0 else 1)
    unit = quantity.unit.text.removesuffix("/năm") if quantity.unit.base == "%" else quantity.unit.text
    sentence = prose.low[prose.sentence(quantity.start)[0] : quantity.start]
    versus = _versus(tail, context.year) or _versus(sentence, context.year)
    if not versus and context.year:
        versus = str(context.year - 1)
    return fall_or_rise(abs(quantity.number.value) * direction, unit, versus)


def _versus(words: str, year: int | None) -> str:
    """Return what a comparison names: "2022", "cùng kỳ 2022", "kế hoạch", or its own words."""
    before = str(year - 1) if year else "năm trước"
    if found := _PLAN.search(words):
        return found[0].removeprefix("so ").removeprefix("với ")
    if found := _YEAR_BEFORE.search(words):
        return found[1]
    if found := _SAME_TIME.search(words):
        return f"cùng kỳ {found[1] or before}"
    if _LAST_YEAR.search(words):
        return before
    found = _OTHER.search(words)
    return found[0].removeprefix("so ").removeprefix("với ") if found else ""


def attach(
    prose: Prose, drafts: list[Draft], quantity: Quantity, subject: Subject, change: Change, end: int, tail: str
) -> str:
    """Give `change` to the level it is said of.

    Returns "attached", "second" where that level has a change already, or "" where
    no level of this text can be meant.
    """
    said = _words(f"{subject.text} {tail.split(' so ')[0]}")
    candidates = [draft for draft in drafts if _may_take(prose, draft, quantity)]
    sentence = prose.sentence(quantity.start)[0]
    here = [draft for draft in candidates if draft.quantity.start >= sentence]
    relative = quantity.unit.base in ("%", "lần", "điểm phần trăm")
    if relative:
        chosen = _of_rate(here, drafts, quantity, subject)
    else:
        chosen = _of_amount(prose, here or candidates, said, subject, bool(here))
    if chosen is None:
        return ""
    if chosen.change is not None:
        return "second"
    _give(prose, chosen, quantity, change, end)
    return "attached"


def _may_take(prose: Prose, draft: Draft, quantity: Quantity) -> bool:
    """Tell whether unit, kind and distance allow that a change belongs to a level."""
    if prose.sentence_number(quantity.start) - prose.sentence_number(draft.quantity.start) > 1:
        return False
    unit = quantity.unit
    if unit.base == "bậc":
        return draft.kind == "rank" and draft.change is None
    if unit.base == "điểm phần trăm":
        return draft.kind == "share" or (draft.kind == "change" and draft.change is None)
    if not draft.is_level:
        return False
    level = draft.quantity.unit.base
    if quantity.number.signed and level == "%":
        return False
    return unit.base in ("%", "lần", "", level) or (unit.measured and level.startswith(f"{unit.base}/"))


def _of_rate(here: list[Draft], drafts: list[Draft], quantity: Quantity, subject: Subject) -> Draft | None:
    """A rate without a subject of its own is said of the last level of its sentence."""
    del quantity
    if not here:
        return None
    if subject.text and not _same(subject.text, here[-1]):
        return None
    # where a growth rate stands between, the second rate goes on about that rate
    if drafts and drafts[-1].kind == "change" and drafts[-1].base is None and not subject.text:
        return None
    return here[-1]


def _of_amount(prose: Prose, candidates: list[Draft], said: set[str], subject: Subject, same_sentence: bool) -> Draft | None:
    free = [draft for draft in candidates if draft.change is None]
    if not free:
        return candidates[-1] if candidates and not subject.text else None
    scored = [(len(said & _around(prose, draft)), at if same_sentence else -at, draft) for at, draft in enumerate(free)]
    best = max(scored, key=lambda entry: entry[:2])
    own = _words(subject.text)
    if own and best[0] < max(1, len(own) / 2 + 0.1):
        return None
    return best[2] if same_sentence or best[0] else None


def _same(text: str, draft: Draft) -> bool:
    own, level = _words(text), _words(draft.subject.text)
    return bool(own) and len(own & level) > len(own) / 2 and draft.change is None


def _around(prose: Prose, draft: Draft) -> set[str]:
    part = prose.part(draft.quantity.start)
    return _words(prose.text[min(part[0], draft.subject.start) : max(part[1], draft.end)])


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _EMPTY


def _give(prose: Prose, draft: Draft, quantity: Quantity, change: Change, end: int) -> None:
    value, unit = change.value, change.unit
    level = draft.quantity.unit
    relative = quantity.unit.base in ("%", "lần", "điểm phần trăm")
    if not relative and quantity.unit.factor != level.factor:
        value, unit = round(value * quantity.unit.factor / level.factor, 9), level.text
    draft.change = Change(change.direction, value, unit, change.versus)
    if prose.sentence(quantity.start) == prose.sentence(draft.quantity.start):
        draft.end = max(draft.end, end)
    draft.implied_previous = _previous(prose, draft, quantity)


def _previous(prose: Prose, draft: Draft, quantity: Quantity) -> float | None:
    """Return the level before the change, where the words allow one sum only."""
    change = draft.change
    if change is None or not change.versus.removeprefix("cùng kỳ ").isdigit():
        return None
    if draft.kind == "rank":
        return None
    sign = 1 if change.direction == "tăng" else -1
    if quantity.unit.base == "lần":
        return draft.value / change.value if quantity.cue.has("gấp") and change.value else None
    if quantity.unit.base == "%":
        sentence = prose.low[slice(*prose.sentence(draft.quantity.start))]
        if draft.kind != "level" or draft.quantity.unit.base == "%" or (_REAL.search(sentence) and not _SAME_PRICES.search(sentence)):
            return None
        return draft.value / (1 + sign * change.value / 100) if change.value < 100 or sign > 0 else None
    return round(draft.value - sign * change.value, 9)
