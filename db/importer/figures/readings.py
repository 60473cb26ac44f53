"""How each quantity of a text is meant: a level, a share, a growth rate, a rank, or a change of another."""

from __future__ import annotations

import re
from dataclasses import replace

from db.importer.figures.beginnings import begins, year_begun
from db.importer.figures.changes import Context, Said, attach, change_of, fall_or_rise
from db.importer.figures.drafts import Draft
from db.importer.figures.plan_words import (
    AIM_NAMED,
    AND,
    ASIDE,
    BARE_BEHIND,
    GROWTH,
    HELD_AGAINST,
    OBJECT,
    OTHER_YEAR,
    PLAN_AFTER,
    PLAN_ASIDE,
    PLAN_BEFORE,
    PLAN_BEHIND,
    PLAN_LISTED,
    PLAN_OPENS,
    PLANNED,
    PREVIOUS_AFTER,
    SET,
    STRIVING,
    UPWARDS,
)
from db.importer.figures.prose import Prose
from db.importer.figures.quantities import Quantity
from db.importer.figures.subjects import Subject, subject_of
from db.model import Change
from db.vietnamese.numbers import Unused

_EXTREME = re.compile(r"(?<!\w)(thấp|cao|lớn|ít|nhiều|nhanh|chậm|tốt) nhất (?:so với|trong(?: tổng số| số)?|của) ?")
_RANKED = frozenset(
    {"tỉnh", "tỉnh, thành phố", "tỉnh, thành", "địa phương", "huyện", "quốc gia", "đơn vị", "xã", "thành phố"}
)
_COMPARING = re.compile(r"(?:so với|trong|trên|trong số|trong tổng số|/)\s{0,2}$")
_LOW = ("thấp", "ít", "chậm")


def read(prose: Prose, quantities: list[Quantity], context: Context) -> tuple[list[Draft], list[Unused]]:
    """Return the drafts of a text in order, and the numbers that could be read in two ways."""
    drafts: list[Draft] = []
    unused: list[Unused] = []
    begun: Subject | None = None
    for at, quantity in enumerate(quantities):
        before, after = quantities[at - 1] if at else None, quantities[at + 1] if at + 1 < len(quantities) else None
        following = after.cue.start if after else len(prose.text)
        reader = _Reader(prose, quantity, before=before, following=following, drafts=drafts, context=context)
        draft, begins_here = reader.draft(), begins(prose, quantity, after)
        if isinstance(draft, Draft) and begins_here:
            year = year_begun(prose, quantity, context)
            draft = reader.doubtful() if year is None else replace(draft, earlier=year)
        if isinstance(draft, Unused):
            unused.append(draft)
        elif draft is not None:
            draft.subject = draft.subject if begun is None or draft.subject.text else begun
            drafts.append(draft)
        begun = reader.subject if begins_here else None
    return drafts, unused


class _Reader:
    """The reading of one quantity among those before it."""

    def __init__(
        self,
        prose: Prose,
        quantity: Quantity,
        *,
        before: Quantity | None,
        following: int,
        drafts: list[Draft],
        context: Context,
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
        if self.completes_rank():
            return None
        if quantity.cue.names_base:
            return self.doubtful()
        if reason := self.counts_nothing():
            return Unused(quantity.start, quantity.end, reason)
        rank = self.rank()
        if rank is not None:
            return rank
        return self.percent() if quantity.unit.base == "%" else self.amount()

    def counts_nothing(self) -> str:
        """Return why a quantity is none after all, "" if it is one."""
        if self.repeats():
            return "repeated"
        # "từ 15m trở lên" tells which, not how many
        upwards = self.quantity.cue.has("từ") and UPWARDS.match(self.tail)
        return "name" if upwards and self.quantity.unit.base != "%" else ""

    def amount(self) -> Draft | Unused | None:
        quantity = self.quantity
        times = quantity.unit.base == "lần" and quantity.cue.has("gấp", "bằng")
        moved = quantity.cue.direction or self.goes_on() or times
        reached = self.reached()
        if reached is not None:
            return reached
        if quantity.unit.base == "điểm phần trăm" and not moved and HELD_AGAINST.search(self.own[-80:]):
            return self.doubtful()
        return self.changed() if moved and not quantity.form else self.level()

    def goes_on(self) -> int:
        """Return the direction a second amount shares: "tăng 75 vụ và 41 người so với cùng kỳ"."""
        before = self.before
        if before is None or not before.cue.direction or (self.drafts and self.drafts[-1].quantity is before):
            return 0
        joined = AND.fullmatch(self.prose.low, before.end, self.quantity.start)
        return before.cue.direction if joined and self.tail.lstrip().startswith("so ") else 0

    def new(self, kind: str, value: float | None = None, unit: str = "") -> Draft:
        quantity = self.quantity
        amount = (quantity.number.value if value is None else value) + 0.0  # "giảm 0%" is 0, not -0
        return Draft(quantity, self.subject, kind, amount, unit or quantity.unit.text, self.end, of=quantity.number.of)

    def repeats(self) -> bool:
        """Tell whether a bracket gives a change again in another unit: "giảm 10 vụ (9,5%)"."""
        before, cue = self.before, self.quantity.cue
        if before is None or not before.cue.direction or (cue.words and cue.direction != before.cue.direction):
            return False
        rate, amount = before.unit.base == "%", self.quantity.unit.base == "%"
        return rate != amount and ASIDE.fullmatch(self.prose.low, before.end, cue.start) is not None

    def completes_rank(self) -> bool:
        """Take "63 tỉnh" of "thấp thứ 02 so với 63 tỉnh" as the whole the rank is out of."""
        quantity, last = self.quantity, self.ranked_before()
        if last is None or last.of is not None or quantity.unit.text not in _RANKED:
            return False
        if not _COMPARING.search(self.prose.low[last.quantity.end : quantity.start]):
            return False
        last.of, last.unit, last.end = (
            quantity.number.value,
            f"/{quantity.number.value:g} {quantity.unit.text}",
            self.end,
        )
        return True

    def ranked_before(self) -> Draft | None:
        last = self.drafts[-1] if self.drafts else None
        return last if last and last.kind == "rank" and last.quantity.start >= self.clause else None

    def rank(self) -> Draft | None:
        """Read ranks: "xếp thứ 22/68 đơn vị", "thấp nhất so với 05 tỉnh"."""
        quantity, unit = self.quantity, self.quantity.unit.text
        if quantity.number.rank:
            of = quantity.number.of
            return self.new("rank", unit=f"/{of:g} {unit}".removesuffix(" thứ") if of else unit)
        extremes = list(_EXTREME.finditer(self.lead))
        if unit not in _RANKED or quantity.number.of is not None or not extremes:
            return None
        if self.ranked_before() is None and self.clause + extremes[-1].end() < quantity.cue.start - 12:
            return None
        place = quantity.number.value if extremes[-1][1] in _LOW else 1.0
        draft = self.new("rank", place, f"/{quantity.number.value:g} {unit}")
        draft.of = quantity.number.value
        return draft

    def level(self) -> Draft | Unused:
        """Read a quantity that stands for itself."""
        draft = self.new("ratio" if self.quantity.number.of is not None else "level")
        planned = (
            self.quantity.unit.measured
            and PLANNED.search(self.own[-60:])
            and not self.quantity.cue.has("đạt", "ước đạt")
        )
        aside = self.quantity.unit.measured and self.aside()
        behind = self.quantity.unit.measured and PLAN_BEHIND.match(self.tail)
        named = AIM_NAMED.match(self.lead)
        ahead = named is not None and int(named[1]) > (self.context.year or 9999)
        if planned or behind or aside or ahead or self.opens_plan() or self.striving():
            draft.kind, draft.plan = "target", True
        return draft

    def opens_plan(self) -> bool:
        """Tell whether a bracket or a list says the plan here: "(KH: 39 giường)", "KH 2024: 12.000 tỷ đồng"."""
        return bool(PLAN_OPENS.search(self.lead[-40:]) or PLAN_LISTED.search(self.lead[-24:]))

    def striving(self) -> bool:
        return self.quantity.cue.has("phấn đấu", "phấn đấu đạt") or bool(
            STRIVING.search(self.prose.low, self.sentence, self.quantity.start)
        )

    def percent(self) -> Draft | Unused | None:
        """Tell the four kinds of per cent apart, and growth said of a level."""
        quantity = self.quantity
        moved = bool(quantity.cue.direction) or quantity.number.signed
        if self.opens_plan() or (moved and SET.search(self.lead[-20:]) and self.aside()):
            return self.aimed()
        if not moved and HELD_AGAINST.search(self.own[-80:]):
            return self.doubtful()
        if moved and PLAN_AFTER.match(self.tail) and self.follows_plan():
            return self.doubtful()  # one plan held against another
        if quantity.cue.has("vượt") or (moved and PLAN_AFTER.match(self.tail) and not self.level_before()):
            return self.attained()
        return self.changed() if moved else self.standing()

    def aside(self) -> bool:
        """Tell whether a bracket says what the plan named right before it was."""
        end = self.quantity.cue.start
        floor = max(
            self.clause, end - 40, self.before.end if self.before else 0
        )  # "18/20 chỉ tiêu (90%)" plans nothing
        return PLAN_ASIDE.search(self.prose.low[floor:end]) is not None

    def follows_plan(self) -> Draft | None:
        """Return the last draft of the sentence where it is a plan and no level stands behind it."""
        last = self.drafts[-1] if self.drafts else None
        return last if last and last.plan and last.quantity.start >= self.sentence else None

    def fulfils(self) -> bool:
        """Tell whether a bare "đạt 115,6%" is what the level before it makes of the plan before that."""
        done, cue = self.level_before(), self.quantity.cue
        if done is None or self.subject.text or not cue.has("đạt", "bằng", "hoàn thành"):
            return False
        at = self.drafts.index(done)
        beside = (self.drafts[at - 1] if at else None, self.drafts[at + 1] if at + 1 < len(self.drafts) else None)
        plan = next((one for one in beside if one is not None and one.plan), None)
        if plan is None or plan.quantity.unit != replace(done.quantity.unit, end=plan.quantity.unit.end):
            return False
        rate = done.value / plan.value * 100 if plan.value else 0.0
        return (
            plan.quantity.start >= self.sentence and abs(rate - self.quantity.number.value) <= self.quantity.number.step
        )

    def reached(self) -> Draft | None:
        """ "số vụ cháy giảm 12 vụ, còn 44 vụ": the level a fall led to takes the fall as its change."""
        last, cue = self.drafts[-1] if self.drafts else None, self.quantity.cue
        if last is None or self.subject.text or not cue.has("còn", "xuống còn", "chỉ còn"):
            return None
        turn = last.quantity.cue.direction
        if not turn or last.kind != "level" or last.quantity.unit.base != self.quantity.unit.base:
            return None
        if last.change is not None or last.quantity.start < self.clause:
            return None
        draft = self.new("level")
        own, other = self.quantity.unit, last.quantity.unit
        amount = round(last.value * other.factor / own.factor, 9)
        versus = change_of(self.prose, last.quantity, "", self.context).versus
        draft.subject, draft.change = last.subject, Change("giảm" if turn < 0 else "tăng", amount, own.text, versus)
        draft.implied_previous = round(draft.value - turn * amount, 9) if versus.isdigit() else None
        self.drafts.remove(last)
        return draft

    def arrived(self) -> Draft | None:
        """ "Tỷ lệ hộ nghèo giảm 1,05%, còn 3,12%": the share the fall led to takes the fall as its change."""
        last, cue = self.drafts[-1] if self.drafts else None, self.quantity.cue
        if last is None or self.subject.text or not cue.has("còn", "xuống còn", "lên", "xuống", "lên đến"):
            return None
        near = self.quantity.cue.start - last.quantity.end < 6
        if not near or last.kind != "change" or not last.subject.text.lower().startswith(("tỷ lệ", "tỉ lệ")):
            return None
        draft = self.new("share")
        draft.subject, draft.change = last.subject, last.change
        self.drafts.remove(last)
        return draft

    def standing(self) -> Draft:
        """Read a per cent that neither rises nor falls."""
        arrived = self.arrived()
        if arrived is not None:
            return arrived
        cue, own = self.quantity.cue, self.own[-60:]
        against_plan = PLAN_BEFORE.search(own)
        readings = (
            (cue.has("bằng", "chỉ bằng") and (PREVIOUS_AFTER.match(self.tail) or self.compares_again()), self.compared),
            (self.aside() and self.quantity.number.value != 100, self.aimed),
            (self.striving() or (PLANNED.search(own) and not against_plan), self.aimed),
            (cue.has("chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm tỷ trọng"), self.shared),
            (PLAN_AFTER.match(self.tail) or against_plan, self.attained),
            (GROWTH.search(self.subject.text.lower()), self.grown),
            (self.disburses() or self.fulfils(), self.attained),
        )
        return next((reading() for applies, reading in readings if applies), None) or self.shared()

    def compares_again(self) -> bool:
        """A bare "bằng 78,3%" goes on as the sentence began: "bằng 71,6% so với năm 2022; trong đó, …"."""
        if self.tail.strip(" ,.;") or self.level_before() is None:
            return False
        recent = (draft for draft in self.drafts[-30:] if draft.quantity.start >= self.sentence)
        return any(draft.kind == "change" and draft.base is not None for draft in recent)

    def aimed(self) -> Draft:
        draft = self.new("target")
        draft.plan = True
        return draft

    def shared(self) -> Draft:
        draft = self.new("share")
        draft.base = self.level_before() if not self.subject.text else None
        return draft

    def attained(self) -> Draft:
        draft = self.new("plan_attainment")
        draft.base = self.level_before()
        return draft

    def disburses(self) -> bool:
        """Tell whether a bare "đạt 50,8%" follows a sum paid out, so that it is a share of the plan."""
        base = self.level_before()
        if self.subject.text or base is None or not base.quantity.unit.measured:
            return False
        return "giải ngân" in base.subject.text.lower()

    def compared(self) -> Draft:
        """ "bằng 78,3% so với năm 2022": a ratio to the year before, with the change it amounts to."""
        draft = self.new("change")
        value, draft.base = self.quantity.number.value, self.level_before()
        versus = change_of(self.prose, self.quantity, self.tail, self.context).versus
        draft.change = fall_or_rise(round(value - 100, 6), "%", versus)
        if draft.base and value > 0 and draft.base.value and draft.base.quantity.unit.base != "%":
            draft.implied_previous = draft.base.value / (value / 100)
        return draft

    def grown(self, direction: int = 1) -> Draft:
        draft = self.new("change", abs(self.quantity.number.value) * direction)
        said = change_of(self.prose, self.quantity, self.tail, self.context)
        draft.change = fall_or_rise(draft.value, said.unit, said.versus)
        draft.plan = self.striving()
        return draft

    def changed(self) -> Draft | Unused | None:
        """Give a rise or fall to its level; where there is none it is a growth rate of its own."""
        quantity, own = self.quantity, self.subject.text.lower()
        direction = quantity.cue.direction or self.goes_on() or (-1 if quantity.number.value < 0 else 1)
        percent = quantity.unit.base == "%"
        if percent and not own and quantity.cue.has("tăng trưởng"):
            return self.grown(direction)
        if quantity.cue.has("rút ngắn", "cắt giảm") and percent and not own and OBJECT.match(self.tail):
            return self.doubtful()
        if not (percent and (GROWTH.search(own) or self.other_year())):
            change = change_of(self.prose, quantity, self.tail, self.context, direction)
            taken = attach(self.prose, self.drafts, Said(quantity, self.subject, change, self.end, self.tail))
            if taken != "":
                return None if taken == "attached" else self.doubtful()
        if percent and ((not own and self.follows_plan()) or self.unsaid(own)):
            return self.doubtful()  # how far a plan lies above what was, or nobody knows what
        if quantity.unit.base in ("lần", "bậc"):
            return self.doubtful()
        cut = quantity.cue.has("cắt giảm") and not own and quantity.unit.base != "điểm phần trăm"
        return self.grown(direction) if quantity.unit.measured and not (cut and not percent) else self.level()

    def unsaid(self, own: str) -> bool:
        """Tell whether it is not told what a rate is a growth of: no words, an object behind it, or a bare number."""
        nameless = not own and not self.drafts and not self.context.names_anchor
        floor = max(self.clause, self.before.end if self.before else 0)
        bare = BARE_BEHIND.search(self.prose.low[floor : self.quantity.cue.start])  # "tạm ngừng 345 (tăng 12%)"
        return nameless or OBJECT.match(self.tail) is not None or bare is not None

    def doubtful(self) -> Unused:
        return Unused(self.quantity.start, self.quantity.end, "ambiguous")

    def other_year(self) -> bool:
        """Tell whether a year of its own stands before a rate: "tăng 5,04% (năm 2020 giảm 5,5%)"."""
        named = OTHER_YEAR.search(
            self.prose.low[max(self.clause, self.quantity.cue.start - 16) : self.quantity.cue.start]
        )
        return named is not None and not self.subject.text and int(named[1]) != self.context.year

    def level_before(self) -> Draft | None:
        """Return the last level of the sentence, the one a share or attainment is said of."""
        for draft in reversed(self.drafts[-30:]):
            if draft.quantity.start < self.sentence:
                break
            if draft.is_level and draft.kind != "share":
                return draft
        return None
