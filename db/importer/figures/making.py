"""From the drafts of a text to the figures of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from db.importer.figures.belonging import of_prose
from db.importer.figures.bounds import bounds_of
from db.importer.figures.changes import Context
from db.importer.figures.drafts import Draft
from db.importer.figures.names import name_of
from db.importer.figures.owners import Owner
from db.importer.figures.periods import (
    Period,
    moved,
    period_of,
    report_period,
    same_time,
    year_before,
    year_behind,
    year_bracketed,
    year_held_against,
    year_period,
)
from db.importer.figures.prose import Prose, prose_of
from db.importer.figures.quantities import quantities_of
from db.importer.figures.readings import read
from db.indicators.catalogue import Catalogue
from db.model import Figure, ReportData
from db.vietnamese.numbers import Unused

_ELSEWHEN = re.compile(r"(?<!\w)trong khi(?!\w)|\((?=(?:cùng kỳ )?năm (?:20\d\d|trước)(?!\w))")
_ESTIMATED = re.compile(r"(?<!\w)(?:dự kiến|ước|dự ước|ước tính|ưth|uth)(?!\w)")
_LEANING = re.compile(
    r"\s{0,4}(?:trong đó|với|kết quả|gồm|bao gồm|cụ thể|đạt|riêng|thấp|cao|tăng|giảm|xếp|đứng|chiếm|bằng|so với"
    "|chưa tính|không tính|thực hiện năm|ước thực hiện)"
)
_TAKING_PART = re.compile(r"^[^,;]{0,40}?tham gia (?:các )?")
_LONG_CLAUSE = 200
_EDGE = " ,;:.()…\u00a0\n\t"


@dataclass(slots=True)
class Text:
    """A text that was read: its drafts, and the numbers that became none."""

    owner: Owner
    prose: Prose
    drafts: list[Draft] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)


def read_owner(owner: Owner, data: ReportData, anchor: Text | None) -> Text:
    """Read one text; `anchor` is the read text of the block a note hangs on."""
    prose = prose_of(owner.text, owner.marks)
    given = _hangs_on(owner, anchor)
    quantities, unused = quantities_of(prose, owner.numbered, given.quantity if given else None)
    whole_year = report_period(data).label == str(data.year)
    drafts, doubtful = read(prose, quantities, Context(data.year, given is not None, whole_year))
    text = Text(owner, prose, drafts, sorted([*unused, *doubtful], key=lambda token: token.start))
    words, leaning = _anchor_words(owner, anchor), bool(_LEANING.match(prose.low))
    for at, draft in enumerate(drafts):
        before = _leans_on(prose, drafts, at)
        draft.name = name_of(prose, draft, before, (_lent(given) if given else words) if leaning else "")
    return text


def _lent(given: Draft) -> str:
    """Return what a note's numbers take over of the name they hang on."""
    return _TAKING_PART.sub("", given.action or given.rest) or given.name


def _hangs_on(owner: Owner, anchor: Text | None) -> Draft | None:
    """Return the draft directly before a note's mark, within its sentence."""
    if anchor is None or owner.anchor is None:
        return None
    offset = owner.anchor[1]
    sentence = anchor.prose.sentence(max(offset - 1, 0))[0]
    before = [draft for draft in anchor.drafts if sentence <= draft.quantity.start < offset]
    last = before[-1] if before else None
    return last.base if last is not None and last.base is not None else last


def _anchor_words(owner: Owner, anchor: Text | None) -> str:
    """Return the words before a note's mark, for names the note itself leaves out."""
    if anchor is None or owner.anchor is None:
        return ""
    offset = owner.anchor[1]
    words = anchor.prose.text[anchor.prose.clause(max(offset - 1, 0))[0] : offset].strip(_EDGE)
    head = re.search(r"(?i)(?:tốc độ|tỷ lệ|tổng|giá trị|công tác)[^,;]*$", words.partition(" năm ")[0]) or re.search(
        r"[^,;]*$", words
    )
    return " ".join((head[0] if head else words).split()[:10])


def _leans_on(prose: Prose, drafts: list[Draft], at: int) -> Draft | None:
    """Return the draft whose name an unnamed one may take up: the last of its sentence that leads."""
    draft = drafts[at]
    sentence = prose.sentence(draft.quantity.start)[0]
    for before in reversed(drafts[max(0, at - 30) : at]):
        if before.quantity.start < sentence:
            return None
        if before.quantity.form:
            continue
        return before
    return None


def figures_of(text: Text, data: ReportData, catalogue: Catalogue, first_id: int) -> list[Figure]:
    """Return the figures of a text, numbered from `first_id` on."""
    own = report_period(data)
    years = _years_behind(text)
    taken = _taken(years)
    found = []
    for number, draft in enumerate(text.drafts, start=first_id):
        period = _dated_period(text, draft, own, years.get(draft.quantity.start, (0, -1)), taken)
        figure = _dated_change(_figure(text, draft, period, number))
        indicator = of_prose(figure, text.prose, catalogue)
        found.append(replace(figure, indicator=indicator) if indicator else figure)
    return found


def period_with_words(text: Text, draft: Draft, data: ReportData) -> Period:
    """Return the period of a draft with where it was said; `at` is -1 where nothing says it."""
    years = _years_behind(text)
    behind = years.get(draft.quantity.start, (0, -1))
    return _dated_period(text, draft, report_period(data), behind, _taken(years))


def _years_behind(text: Text) -> dict[int, tuple[int, int]]:
    """Return the years printed directly behind numbers, by the number's offset, and where each stands."""
    return {draft.quantity.start: year_behind(text.prose, draft.quantity.end) for draft in text.drafts if _dated(draft)}


def _taken(years: dict[int, tuple[int, int]]) -> frozenset[int]:
    """Return where the years stand that belong to the number before them."""
    return frozenset(at for _, at in years.values() if at >= 0)


def _dated_period(text: Text, draft: Draft, own: Period, behind: tuple[int, int], taken: frozenset[int]) -> Period:
    quantity = draft.quantity
    bracketed = year_bracketed(text.prose, quantity.cue.start)
    if bracketed:
        at = text.prose.low.rfind(str(bracketed), 0, quantity.cue.start)
        same = same_time(text.prose, quantity.cue.start)
        of = moved(_period(text, draft, own, taken), bracketed) if same else year_period(bracketed)
        return replace(of, at=at, till=at + 4)
    held = year_held_against(text.prose, quantity.start, quantity.end)
    if held:
        at = text.prose.low.index(str(held), quantity.end)
        return replace(year_period(held), at=at, till=at + 4)
    year, at = behind
    if year:
        return replace(year_period(year), at=at, till=at + 4)
    if draft.earlier:
        return year_period(draft.earlier)
    return year_before(text.prose, quantity.start, _period(text, draft, own, taken), own)


def _dated_change(figure: Figure) -> Figure:
    """A rate of another year is measured against the year before that one."""
    change, label = figure.change, figure.period
    if figure.kind != "change" or change is None or not label.isdigit() or change.versus != label:
        return figure
    return replace(figure, change=replace(change, versus=str(int(label) - 1)))


def _dated(draft: Draft) -> bool:
    """A year behind a comparison is what it compares with, behind any other number it dates that number."""
    return draft.base is None and not draft.quantity.cue.has("bằng", "chỉ bằng", "so với")


def _period(text: Text, draft: Draft, own: Period, taken: frozenset[int]) -> Period:
    aim = text.owner.aims_at
    quantity = draft.quantity
    return period_of(text.prose, quantity.start, quantity.end, year_period(aim) if aim else own, taken)


def _figure(text: Text, draft: Draft, period: Period, number: int) -> Figure:
    quantity, prose = draft.quantity, text.prose
    aims = text.owner.aims_at and draft.kind in ("level", "share", "ratio", "change")
    if aims or (draft.plan and draft.kind == "change"):
        draft.kind, draft.plan, draft.change = "target", True, None
    low, high = bounds_of(draft)
    return Figure(
        id=number,
        place=text.owner.place,
        start=quantity.start,
        end=quantity.end,
        quote=_quote(prose, draft),
        value=draft.value,
        unit=draft.unit,
        name=draft.name,
        low=low,
        high=high,
        value_base=_base_value(draft),
        unit_base=quantity.unit.base,
        qualifier=quantity.cue.qualifier,
        kind=draft.kind,
        period=period.label,
        period_start=period.start,
        period_end=period.end,
        state="plan" if draft.plan else _state(prose, draft),
        of=draft.of,
        change=draft.change,
        implied_previous=draft.implied_previous,
    )


def _base_value(draft: Draft) -> float:
    return round(draft.value * draft.quantity.unit.factor, 9)


def _state(prose: Prose, draft: Draft) -> str:
    """An "ước" of the clause, or of what a list hangs on, or a "Dự kiến" that opens the sentence, makes an estimate."""
    quantity = draft.quantity
    start = prose.sentence(quantity.start)[0]
    opening = prose.low[start : start + 16].lstrip(_EDGE).startswith(("dự kiến", "ước"))
    own = prose.clause(quantity.start)[0]
    hung_on = prose.low[start:own].rpartition(":")[0]  # "ước tăng 8,9%, trong đó: khai khoáng …; chế biến …"
    estimated = _ESTIMATED.search(prose.low, _elsewhen(prose, own, quantity.cue.start), quantity.start)
    estimated = estimated or _ESTIMATED.search(hung_on)
    return "estimate" if opening or estimated else "stated"


def _elsewhen(prose: Prose, start: int, end: int) -> int:
    """Return where between `start` and `end` another year is set against this one, of which "ước" says nothing."""
    if year_bracketed(prose, end):
        return end
    found = [match.start() for match in _ELSEWHEN.finditer(prose.low, start, end)]
    return found[-1] if found and ")" not in prose.low[found[-1] : end] else start


def _quote(prose: Prose, draft: Draft) -> str:
    """Return the clause of a draft as printed; of a long one only the parts it stands in."""
    quantity = draft.quantity
    start, end = prose.clause(quantity.start)
    end = max(end, draft.end, quantity.end)
    if end - start > _LONG_CLAUSE:
        start = min(prose.part(quantity.cue.start)[0], draft.subject.start, quantity.start)
        start = max(start, prose.sentence(quantity.start)[0])
        end = max(draft.end, quantity.end)
    return prose.text[start:end].strip(_EDGE)
