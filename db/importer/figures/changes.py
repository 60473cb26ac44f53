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
_TIMES_OF = re.compile(r"\s?(?:của |so )?năm (20[0-9]{2})(?![0-9])")  # "gấp 1,18 lần năm 2019"
_SAME_TIME = re.compile(r"(?:so )?(?:với )?(?:cùng k[ỳì]|(?<!\w)ck(?!\w))(?: năm)?(?: (20[0-9]{2}))?")
_LAST_YEAR = re.compile(r"so (?:với )?năm (?:trước|ngoái)")
_PLAN = re.compile(r"so (?:với )?(?:[^\W\d_]+ ){0,2}?(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)")
_MONTH = re.compile(r"so (?:với )?(?:cuối )?tháng ([0-9]{1,2})(?: năm trước|(?:/| năm )(20[0-9]{2}))")
_OTHER = re.compile(
    r"so (?:với )?(?:đầu nhiệm kỳ|tháng trước|quý trước|bình quân|trung bình|cả nước|đầu năm"
    "|cuối năm)"
)
_REAL = re.compile(
    r"grdp|gdp|tổng sản phẩm|quy mô nền kinh tế|quy mô kinh tế|giá trị tăng thêm|giá trị sản xuất|giá trị gia tăng"
)
_SAME_PRICES = re.compile(r"giá so sánh|giá cố định")
_WORD = re.compile(r"[^\W\d_]+")
_ABOUT = re.compile(
    r"\sv[ềê] (?:tổng )?(?:số lượng |số |lượng |giá trị )?([^,;:.()0-9]{2,40}?)(?= và| so| nhưng| song|[,;:.()]|\s?$)"
)
_EMPTY = re.compile(
    r"số|tổng|cả|các|của|và|với|có|trong|trên|là|đạt|được|tỉnh|toàn|người|vụ|lượt|đồng|so|năm|trước|cùng|kỳ|ước"
)
_RECENT = 30  # figures back at most, that a change may be said of
_RELATIVE = frozenset({"%", "lần", "điểm phần trăm"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read in: the report's year, if its names stand in an anchor, if it reports on all of it."""

    year: int | None = None
    names_anchor: bool = False
    whole_year: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A change as its clause states it: the words reach up to `end`, `tail` follows the number."""

    quantity: Quantity
    subject: Subject
    change: Change
    end: int
    tail: str


def fall_or_rise(value: float, unit: str, versus: str) -> Change:
    """Return a signed difference as the change it is."""
    return Change("giảm" if value < 0 else "tăng", abs(value), unit, versus)


def change_of(prose: Prose, quantity: Quantity, tail: str, context: Context, direction: int = 0) -> Change:
    """Return the rise or fall a quantity states, with what it is measured against."""
    direction = direction or quantity.cue.direction or (-1 if quantity.number.value < 0 else 1)
    unit = quantity.unit.text.removesuffix("/năm") if quantity.unit.base == "%" else quantity.unit.text
    begun = prose.sentence(quantity.start)[0]
    times = _TIMES_OF.match(tail) if quantity.unit.base == "lần" else None
    versus = times[1] if times else _versus(tail, context.year)
    versus = versus or _versus(prose.low[begun : quantity.start], context.year, prose.clause(quantity.start)[0] - begun)
    if not versus and context.year:
        versus = str(context.year - 1)
    return fall_or_rise(abs(quantity.number.value) * direction, unit, versus)


def _versus(words: str, year: int | None, since: int = 0) -> str:
    """Return what a comparison names: "2022", "cùng kỳ 2022", "kế hoạch", or its own words.

    A month or the start of the year that was named before the offset `since` is not meant any more.
    """
    before = str(year - 1) if year else "năm trước"
    if found := _PLAN.search(words):
        return found[0].removeprefix("so ").removeprefix("với ")
    if found := _YEAR_BEFORE.search(words):
        return found[1]
    if found := _SAME_TIME.search(words):
        return f"cùng kỳ {found[1] or before}"
    if _LAST_YEAR.search(words):
        return before
    if found := _MONTH.search(words, since):
        return f"tháng {int(found[1])}/{found[2] or before}"
    found = _OTHER.search(words, since)
    return found[0].removeprefix("so ").removeprefix("với ") if found else ""


def attach(prose: Prose, drafts: list[Draft], said: Said) -> str:
    """Give a change to the level it is said of.

    Returns "attached", "second" where that level has a change already, or "" where
    no level of this text can be meant.
    """
    fitting = [draft for draft in drafts[-_RECENT:] if _may_take(prose, draft, said.quantity)]
    candidates = [draft for draft in fitting if not _in_closed_bracket(prose, draft, said.quantity)] or fitting
    sentence = prose.sentence(said.quantity.start)[0]
    here = [draft for draft in candidates if draft.quantity.start >= sentence]
    if said.quantity.unit.base in _RELATIVE:
        chosen = _of_rate(here, drafts, said)
    else:
        chosen = _of_amount(prose, here or candidates, said, bool(here))
    if chosen is None:
        return ""
    if chosen.change is not None:
        return "second"
    _give(prose, chosen, said)
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
    # "1.856 giấy phép, tăng 214 giấy"; to cut is to do something, not to become less
    short = not quantity.cue.has("cắt giảm") and level.startswith(f"{unit.base} ")
    return unit.base in ("%", "lần", "", level) or (level.startswith(f"{unit.base}/") if unit.measured else short)


def _is_rate(draft: Draft) -> bool:
    """Tell whether a share is told as one: of "còn 9.876 hộ (tỷ lệ 3,61%), giảm 0,95%" the rate fell, not the sum."""
    return draft.kind == "share" and draft.quantity.cue.has("tỷ lệ", "tỉ lệ")


def _in_closed_bracket(prose: Prose, draft: Draft, quantity: Quantity) -> bool:
    """Tell whether a level stands in a bracket that ended before: "1.250 tỷ (cùng kỳ 1.180 tỷ), tăng 5,9%"."""
    between = prose.low[draft.quantity.end : quantity.start]
    closed = between.find(")")
    if _is_rate(draft):
        return False
    return closed >= 0 and between.find("(", 0, closed) < 0


def _of_rate(here: list[Draft], drafts: list[Draft], said: Said) -> Draft | None:
    """A rate without a subject of its own is said of the last level of its sentence."""
    if not here:
        return None
    if about := _ABOUT.match(said.tail):
        words = _words(about[1])
        return next(
            (one for one in reversed(here) if words <= _words(f"{one.subject.text} {one.quantity.unit.text}")), None
        )
    if said.subject.text:
        return here[-1] if _same(said.subject.text, here[-1]) else None
    last = here[-1]
    if (
        last.kind == "share"
        and not _is_rate(last)
        and last.base in here
        and last.base.kind == "level"
        and last.base.change is None
    ):
        return last.base  # "21.450 tỷ đồng, chiếm 38,6% …, tăng 9,2%": the sum rose, not its share
    # where a growth rate stands between, the second rate goes on about that rate
    return None if drafts[-1].kind == "change" and drafts[-1].base is None else here[-1]


def _of_amount(prose: Prose, candidates: list[Draft], said: Said, same_sentence: bool) -> Draft | None:
    """An amount is said of a level in its unit: the one whose words it shares, else the nearest."""
    own = _words(said.subject.text)
    free = [draft for draft in candidates if draft.change is None]
    if not free:
        return candidates[-1] if candidates and not own else None
    words = own | _words(said.tail.partition(" so ")[0])
    scored = [(len(words & _around(prose, draft)), at if same_sentence else -at) for at, draft in enumerate(free)]
    shared, place = max(scored)
    if own and shared < max(1, len(own) / 2 + 0.1):
        return None
    if not own and not shared and len(candidates) == 1:
        return free[0]
    return free[abs(place)] if same_sentence or shared else None


def _same(text: str, draft: Draft) -> bool:
    own, level = _words(text), _words(draft.subject.text)
    return bool(own) and len(own & level) > len(own) / 2 and draft.change is None


def _around(prose: Prose, draft: Draft) -> set[str]:
    part = prose.part(draft.quantity.start)
    return _words(prose.text[min(part[0], draft.subject.start) : max(part[1], draft.end)])


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if not _EMPTY.fullmatch(word)}


def _give(prose: Prose, draft: Draft, said: Said) -> None:
    change, level, own = said.change, draft.quantity.unit, said.quantity.unit
    value, unit = change.value, change.unit
    if own.base not in _RELATIVE and own.factor != level.factor:
        value, unit = round(value * own.factor / level.factor, 9), level.text
    draft.change = Change(change.direction, value, unit, change.versus)
    if prose.sentence_number(said.quantity.start) == prose.sentence_number(draft.quantity.start):
        draft.end = max(draft.end, said.end)
    draft.implied_previous = _previous(prose, draft, said.quantity)


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
        if (
            draft.kind != "level"
            or draft.quantity.unit.base == "%"
            or (_REAL.search(sentence) and not _SAME_PRICES.search(sentence))
        ):
            return None
        return draft.value / (1 + sign * change.value / 100) if change.value < 100 or sign > 0 else None
    return round(draft.value - sign * change.value, 9)
