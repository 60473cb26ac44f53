"""How each quantity of a text is meant: a level, a share, a growth rate, a rank, or a change of another."""

from __future__ import annotations

import re

from db.importer.figures.changes import Context, attach, change_of, fall_or_rise
from db.importer.figures.drafts import Draft
from db.importer.figures.prose import Prose
from db.importer.figures.quantities import Quantity
from db.importer.figures.subjects import subject_of
from db.vietnamese.numbers import Unused

PLAN_AFTER = re.compile(
    r"\s{0,2}\(?(?:so (?:với )?|của |chỉ tiêu |mục tiêu |theo |trên )?(?:[^\W\d_]+ ){0,3}?(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)(?!\w)"
)
PLAN_BEFORE = re.compile(r"(?:so (?:với )?|đạt |vượt |hoàn thành )(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|kh)(?!\w)[^,;]{0,40}$")
PREVIOUS_AFTER = re.compile(r"\s{0,2}(?:so |với |so với |của )?(?:cùng kỳ|cùng kì|năm trước|năm ngoái|năm 20[0-9]{2}|thực hiện năm|cuối năm|đầu năm|kỳ trước|20[0-9]{2})(?!\w)")
_PLANNED = re.compile(
    r"(?<!so với )(?<!so )(?<!theo )(?<!thực hiện )(?<!vượt )(?<!đạt )(?<!so với chỉ tiêu )(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|kh|dt)(?!\w)[^,;]{0,30}$"
)
_PLAN_ASIDE = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)(?:\s[^\W\d_]+){0,3}\s?\((?:là |dự toán |kế hoạch )?$")
_AND = re.compile(r"\s?(?:,|và|,\svà)\s(?:[^\W\d_]+\s){0,1}")
_OTHER_YEAR = re.compile(r"năm (20[0-9]{2})(?:,|\sthì|\slà)?\s{0,2}$")
_STRIVING = re.compile(r"(?<!\w)(?:phấn đấu|đặt mục tiêu|mục tiêu đến|dự kiến kế hoạch|chỉ tiêu đặt ra)(?!\w)")
GROWTH = re.compile(r"tăng trưởng|tốc độ tăng|tốc độ phát triển|chỉ số (?:sản xuất|phát triển|giá)|(?<!\w)(?:iip|cpi)(?!\w)")
_EXTREME = re.compile(r"(?<!\w)(thấp|cao|lớn|ít|nhiều|nhanh|chậm|tốt) nhất (?:so với|trong(?: tổng số| số)?|của) ?")
_RANKED = frozenset({"tỉnh", "tỉnh, thành phố", "tỉnh, thành", "địa phương", "huyện", "quốc gia", "đơn vị", "xã", "thành phố"})
_COMPARING = re.compile(r"(?:so với|trong|trên|trong số|trong tổng số|/)\s{0,2}$")
_LOW = ("thấp", "ít", "chậm")


def read(prose: Prose, quantities: list[Quantity], context: Context) -> tuple[list[Draft], list[Unused]]:
    """Return the drafts of a text in order, and the numbers that could be read in two ways."""
    drafts: list[Draft] = []
    unused: list[Unused] = []
    for at, quantity in enumerate(quantities):
        following = quantities[at + 1].cue.start if at + 1 < len(quantities) else len(prose.text)
        before = quantities[at - 1] if at else None
        draft = _Reader(prose, quantity, before, following, drafts, context).draft()
        if isinstance(draft, Unused):
            unused.append(draft)
        elif draft is not None:
            drafts.append(draft)
    return drafts, unused


class _Reader:
    """The reading of one quantity among those before it."""

    def __init__(
        self, prose: Prose, quantity: Quantity, before: Quantity | None, following: int, drafts: list[Draft], context: Context
    ) -> None:
        self.prose, self.quantity, self.drafts, self.context = prose, quantity, drafts, context
        self.before = before
        self.subject = subject_of(prose, quantity, before)
        self.sentence = prose.sentence(quantity.start)[0]
        self.clause = prose.clause(quantity.start)[0]
        self.end = max(quantity.end, min(prose.part(max(quantity.start, quantity.end - 1))[1], following))
        self.tail = prose.low[quantity.end : min(self.end, quantity.end + 80)]
        self.lead = prose.low[self.clause : quantity.cue.start]
        self.own = prose.low[self.subject.start : quantity.cue.start]

    def draft(self) -> Draft | Unused | None:
        quantity = self.quantity
        rank = self.rank()
        if rank is not False:
            return rank
        if quantity.unit.text.startswith("lần") and (quantity.cue.direction or quantity.cue.has("gấp", "bằng")):
            return self.changed()
        if quantity.unit.base == "%":
            return self.percent()
        if quantity.unit.base == "điểm phần trăm" and quantity.cue.direction:
            return self.changed()
        if (quantity.cue.direction or self.goes_on()) and not quantity.form:
            return self.changed()
        return self.level()

    def goes_on(self) -> int:
        """Return the direction a second amount shares: "tăng 75 vụ và 41 người so với cùng kỳ"."""
        before = self.before
        if before is None or not before.cue.direction or self.drafts and self.drafts[-1].quantity is before:
            return 0
        joined = _AND.fullmatch(self.prose.low, before.end, self.quantity.start)
        return before.cue.direction if joined and self.tail.lstrip().startswith("so ") else 0

    def new(self, kind: str, value: float | None = None, unit: str = "") -> Draft:
        quantity = self.quantity
        amount = quantity.number.value if value is None else value
        return Draft(quantity, self.subject, kind, amount, unit or quantity.unit.text, self.end, of=quantity.number.of)

    def rank(self) -> Draft | None | bool:
        """Read ranks: "xếp thứ 22/68 đơn vị", "thấp thứ 02 so với 63 tỉnh", "thấp nhất so với 05 tỉnh"."""
        quantity, unit = self.quantity, self.quantity.unit.text
        last = self.drafts[-1] if self.drafts else None
        if quantity.number.rank:
            known = f"/{quantity.number.of:g} {unit}" if quantity.number.of else unit
            return self.new("rank", unit=known)
        if unit not in _RANKED or quantity.number.of is not None:
            return False
        near = last is not None and last.kind == "rank" and last.quantity.start >= self.clause
        if near and last is not None and last.of is None and _COMPARING.search(self.prose.low[last.quantity.end : quantity.start]):
            last.of, last.unit, last.end = quantity.number.value, f"/{quantity.number.value:g} {unit}", self.end
            return None
        extremes = list(_EXTREME.finditer(self.lead))
        if not extremes or (not near and self.clause + extremes[-1].end() < quantity.cue.start - 12):
            return False
        place = quantity.number.value if extremes[-1][1] in _LOW else 1.0
        draft = self.new("rank", place, f"/{quantity.number.value:g} {unit}")
        draft.of = quantity.number.value
        return draft

    def level(self) -> Draft | Unused:
        """Read a quantity that stands for itself."""
        draft = self.new("ratio" if self.quantity.number.of is not None else "level")
        planned = self.quantity.unit.measured and _PLANNED.search(self.own[-60:]) and not self.quantity.cue.has("đạt", "ước đạt")
        aside = self.quantity.unit.measured and _PLAN_ASIDE.search(self.lead[-40:])
        if planned or aside or self.striving():
            draft.kind, draft.plan = "target", True
        return draft

    def striving(self) -> bool:
        return self.quantity.cue.has("phấn đấu", "phấn đấu đạt") or bool(_STRIVING.search(self.prose.low, self.sentence, self.quantity.start))

    def percent(self) -> Draft | Unused | None:
        """Tell the four kinds of per cent apart, and growth said of a level."""
        quantity = self.quantity
        if quantity.cue.has("vượt") or (quantity.cue.direction and PLAN_AFTER.match(self.tail) and not self.level_before()):
            return self.attained()
        if quantity.cue.direction or quantity.number.signed:
            return self.changed()
        if quantity.cue.has("bằng", "chỉ bằng") and PREVIOUS_AFTER.match(self.tail):
            return self.compared()
        if self.striving() or (_PLANNED.search(self.own[-50:]) and not PLAN_BEFORE.search(self.own[-60:])):
            draft = self.new("target")
            draft.plan = True
            return draft
        if quantity.cue.has("chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm tỷ trọng"):
            return self.shared()
        if PLAN_AFTER.match(self.tail) or PLAN_BEFORE.search(self.lead[-60:]):
            return self.attained()
        if GROWTH.search(self.subject.text.lower()):
            return self.grown(1)
        return self.disbursed() or self.shared()

    def shared(self) -> Draft:
        draft = self.new("share")
        draft.base = self.level_before() if not self.subject.text else None
        return draft

    def attained(self) -> Draft:
        draft = self.new("plan_attainment")
        draft.base = self.level_before()
        return draft

    def disbursed(self) -> Draft | None:
        """"giải ngân 5.067 tỷ đồng, đạt 50,8%" is a share of the plan though no plan is named."""
        base = self.level_before()
        if self.subject.text or base is None or "giải ngân" not in base.subject.text.lower() or not base.quantity.unit.measured:
            return None
        return self.attained()

    def compared(self) -> Draft:
        """ "bằng 78,3% so với năm 2022": a ratio to the year before, with the change it amounts to."""
        draft = self.new("change")
        value, draft.base = self.quantity.number.value, self.level_before()
        versus = change_of(self.prose, self.quantity, self.tail, self.context).versus
        draft.change = fall_or_rise(round(value - 100, 6), "%", versus)
        if draft.base and value > 0 and draft.base.value and draft.base.quantity.unit.base != "%":
            draft.implied_previous = draft.base.value / (value / 100)
        return draft

    def grown(self, direction: int) -> Draft:
        draft = self.new("change", abs(self.quantity.number.value) * direction)
        said = change_of(self.prose, self.quantity, self.tail, self.context)
        draft.change = fall_or_rise(draft.value, draft.unit, said.versus)
        return draft

    def changed(self) -> Draft | Unused | None:
        """Give a rise or fall to its level; where there is none it is a growth rate of its own."""
        quantity = self.quantity
        direction = quantity.cue.direction or self.goes_on() or (-1 if quantity.number.value < 0 else 1)
        own = self.subject.text.lower()
        if quantity.unit.base == "%" and quantity.cue.has("tăng trưởng") and not own:
            return self.grown(direction)
        if not (quantity.unit.base == "%" and (GROWTH.search(own) or self.other_year())):
            change = change_of(self.prose, quantity, self.tail, self.context, direction)
            taken = attach(self.prose, self.drafts, quantity, self.subject, change, self.end, self.tail)
            if taken == "attached":
                return None
            if taken == "second":
                return Unused(quantity.start, quantity.end, "ambiguous")
        if not own and quantity.unit.base == "%" and not self.drafts and not self.context.names_anchor:
            return Unused(quantity.start, quantity.end, "ambiguous")
        if quantity.unit.text.startswith("lần"):
            return Unused(quantity.start, quantity.end, "ambiguous")
        if not quantity.unit.measured:
            return self.level()
        return self.grown(direction)

    def other_year(self) -> bool:
        """Tell whether a year of its own stands before a rate: "tăng 5,04% (năm 2020 giảm 5,5%)"."""
        named = _OTHER_YEAR.search(self.prose.low[max(self.clause, self.quantity.cue.start - 16) : self.quantity.cue.start])
        return bool(named) and not self.subject.text and int(named[1]) != self.context.year  # type: ignore[index]

    def level_before(self) -> Draft | None:
        """Return the last level of the sentence, the one a share or attainment is said of."""
        for draft in reversed(self.drafts):
            if draft.quantity.start < self.sentence:
                break
            if draft.is_level and draft.kind != "share":
                return draft
        return None
