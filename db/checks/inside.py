"""A report's own arithmetic, recomputed within what its rounding allows: sums, shares, ratios.

Nothing here says that a report is wrong. A sum that meets its printed total within the
bounds of both "agrees"; a ratio off by its last digit, or called approximate by the
text, is a "hint"; the rest "differ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.checks.texts import Text, texts
from db.indicators.catalogue import load
from db.model import Content, Figure

RULES = ("sum", "shares", "ratio", "share_of")
VERDICTS = ("agree", "hint", "differ")

_ROUND = re.compile(r"khoảng|xấp xỉ|gần|hơn|trên|dưới|chừng|~")
_OPENS_LIST = re.compile(r"trong đó|bao gồm|gồm|cụ thể|với (?:các )?hình thức|[:(]", re.IGNORECASE)
_WHOLE_LIST = re.compile(r"(?<!trong đó )(?:bao gồm|gồm)|\((?!trong đó)", re.IGNORECASE)
_STRUCTURE = re.compile(r"cơ cấu", re.IGNORECASE)
_NEAR = 0.05
_EPSILON = 1e-6
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Check:
    """One recomputation. `figures` are ids: what is checked first, then what it was computed from.

    `printed` and `computed` are in `unit`; `low` and `high` bound what the parts allow.
    """

    rule: str
    verdict: str
    printed: float
    computed: float
    low: float
    high: float
    unit: str
    figures: tuple[int, ...]
    quote: str


def inside(content: Content) -> tuple[Check, ...]:
    """Return all recomputations of a report, in reading order of what they check; none twice."""
    found: dict[tuple[int, ...], Check] = {}
    for check in (*_related(content.figures), *_ratios(content), *_of_the_economy(content.figures), *_listed(content)):
        found.setdefault((check.figures[0], *sorted(check.figures[1:])), check)
    return tuple(sorted(found.values(), key=lambda check: (check.figures, check.rule)))


def _related(figures: Sequence[Figure]) -> Iterator[Check]:
    """Sums that hold by what the indicators are: revenue is domestic revenue and that of trade."""
    by_indicator: dict[tuple[str, str, str], Figure] = {}
    for figure in figures:
        if figure.kind == "level" and figure.state != "plan" and figure.value_base is not None:
            by_indicator.setdefault((figure.indicator, figure.period, figure.unit_base), figure)
    for relation in load().relations:
        for (indicator, period, base), whole in by_indicator.items():
            if indicator != relation.whole:
                continue
            parts = [by_indicator.get((part, period, base)) for part in relation.parts]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts):
                check = _sum(whole, known)
                if relation.complete or check.verdict == "agree" or check.low > (whole.high or whole.value):
                    yield check


def _sum(whole: Figure, parts: Sequence[Figure]) -> Check:
    """Add up parts in the unit of the whole."""
    scale = whole.value_base / whole.value if whole.value_base and whole.value else 1.0
    factors = [(part.value_base / part.value if part.value_base and part.value else scale) / scale for part in parts]
    computed = sum(part.value * factor for part, factor in zip(parts, factors, strict=True))
    low = sum(_low(part) * factor for part, factor in zip(parts, factors, strict=True))
    high = sum(_high(part) * factor for part, factor in zip(parts, factors, strict=True))
    meets = low <= _high(whole) + _EPSILON and high >= _low(whole) - _EPSILON
    return _check("sum", "agree" if meets else "differ", whole, (computed, low, high), parts)


def _check(
    rule: str, verdict: str, whole: Figure, computed: tuple[float, float, float], parts: Sequence[Figure]
) -> Check:
    value, low, high = (float(f"{number:.10g}") for number in computed)
    ids = (whole.id, *(part.id for part in parts))
    return Check(rule, verdict, whole.value, value, low, high, whole.unit, ids, whole.quote)


def _low(figure: Figure) -> float:
    return figure.value if figure.low is None else figure.low


def _high(figure: Figure) -> float:
    return figure.value if figure.high is None else figure.high


def _ratios(content: Content) -> Iterator[Check]:
    """ "130/193 xã …, đạt tỷ lệ 67,3%": the per cent that follows a ratio in its clause."""
    before: Figure | None = None
    for figure in content.figures:
        if figure.kind == "ratio" and figure.of:
            before = figure
        elif before is not None and figure.unit_base == "%" and _same_words(before, figure):
            if figure.kind in ("share", "plan_attainment"):
                yield _rate(figure, before, (before.of, before.of))
            before = None
        elif figure.kind in ("level", "ratio"):
            before = None
    yield from _paid_out(content.figures)


def _paid_out(figures: Sequence[Figure]) -> Iterator[Check]:
    """What was disbursed, as a share of all that was to be."""
    held = {figure.indicator: figure for figure in reversed(figures) if figure.value_base}
    part, whole, rate = (held.get(one) for one in ("giai-ngan-dau-tu-cong", "von-dau-tu-cong", "ty-le-giai-ngan"))
    if part and whole and rate and part.place == whole.place == rate.place and part.unit == whole.unit:
        yield _rate(rate, part, (_low(whole), _high(whole)), (whole,))


def _same_words(one: Figure, other: Figure) -> bool:
    """Tell whether a rate repeats what a ratio before it counts, in one clause."""
    if one.place != other.place or not (one.quote in other.quote or other.quote in one.quote):
        return False
    counted = set(one.name.lower().removeprefix("số ").split())
    rated = set(other.name.lower().removeprefix("tỷ lệ ").split())
    return len(counted & rated) > 0.6 * min(len(counted), len(rated))


def _rate(rate: Figure, part: Figure, whole: tuple[float | None, float | None], more: tuple[Figure, ...] = ()) -> Check:
    """Recompute a per cent from its part and its whole, in one unit."""
    least, most = whole[0] or 1.0, whole[1] or 1.0
    low, high = _low(part) / most * 100, _high(part) / least * 100
    computed = part.value / ((least + most) / 2) * 100
    return _check("ratio", _rate_verdict(rate, part, (low, high), more), rate, (computed, low, high), (part, *more))


def _rate_verdict(rate: Figure, part: Figure, bounds: tuple[float, float], more: Sequence[Figure]) -> str:
    low, high = bounds
    if low <= _high(rate) + _EPSILON and high >= _low(rate) - _EPSILON:
        return "agree"
    step = _high(rate) - _low(rate) or 1.0
    away = max(low - rate.value, rate.value - high)
    called_round = any(_ROUND.search(one.qualifier) for one in (rate, part, *more) if one.qualifier)
    return "hint" if away <= step + _EPSILON or (called_round and away <= 2 * step) else "differ"


def _of_the_economy(figures: Sequence[Figure]) -> Iterator[Check]:
    """A level "chiếm 31,4% GRDP" against the size of the economy the report states."""
    economy = next((one for one in figures if one.indicator == "quy-mo-kinh-te" and one.kind == "level"), None)
    if economy is None or not economy.value_base:
        return
    for at, figure in enumerate(figures):
        if figure.kind != "share" or not re.search(r"(?:trên|/) ?grdp$", figure.name.lower()) or not at:
            continue
        part = next((one for one in reversed(figures[max(0, at - 3) : at]) if one.unit_base == "đồng"), None)
        if part is None or part.place != figure.place or not part.value_base or part.period != economy.period:
            continue
        scale = economy.value_base / economy.value / (part.value_base / part.value)
        check = _rate(figure, part, (_low(economy) * scale, _high(economy) * scale), (economy,))
        yield Check("share_of", *(getattr(check, name) for name in Check.__slots__[1:]))


def _listed(content: Content) -> Iterator[Check]:
    """Totals with their parts in the same words, and shares that make up the whole."""
    for text in texts(content):
        yield from _shares(text)
        for at, whole in enumerate(text.figures):
            yield from _parts(whole, text, at + 1, whole.end)
        for whole in text.whole[-3:]:
            if _OPENS_LIST.search(text.text[:40]):
                yield from _parts(whole, text, 0, 0)


def _parts(whole: Figure, text: Text, first: int, start: int) -> Iterator[Check]:
    """Look for the run of figures behind a total that adds up to it."""
    if whole.kind not in ("level", "ratio") or whole.state == "plan":
        return
    end = text.prose.sentence(max(start - 1, 0))[1]
    parts = [one for one in text.figures[first : first + 40] if one.start < end and _may_be_part(one, whole)]
    if len(parts) < 2:
        return
    depth = _depth(text.text, start, parts[0].start)
    parts = [one for one in parts if _depth(text.text, start, one.start) == depth][:_MOST_PARTS]
    between = text.text[start : parts[0].start]
    if len(parts) < 2 or not _OPENS_LIST.search(between):
        return
    for count in range(2, len(parts) + 1):
        check = _sum(whole, parts[:count])
        if check.verdict == "agree":
            yield check
            return
    check = _sum(whole, parts)
    if _WHOLE_LIST.search(between) and abs(check.computed - whole.value) <= _NEAR * abs(whole.value):
        yield check


def _may_be_part(part: Figure, whole: Figure) -> bool:
    if part.kind != "level" or part.state == "plan" or part.unit_base != whole.unit_base or part.unit_base == "%":
        return False
    return abs(part.value_base or part.value) < abs(whole.value_base or whole.value)


def _depth(text: str, start: int, end: int) -> int:
    return text.count("(", start, end) - text.count(")", start, end)


def _shares(text: Text) -> Iterator[Check]:
    """Shares of one sentence that make up 100; those named "trong đó" are parts of parts."""
    run: list[Figure] = []
    for before, figure in zip((None, *text.figures), text.figures, strict=False):
        gap = text.text[before.end : figure.start] if before else ""
        moved_on = before is not None and text.prose.sentence(before.start) != text.prose.sentence(figure.start)
        if run and (moved_on or figure.kind != "share"):
            yield from _hundred(run, text)
            run = []
        if figure.kind == "share" and "trong đó" not in gap.lower():
            run.append(figure)
    yield from _hundred(run, text)


def _hundred(run: Sequence[Figure], text: Text) -> Iterator[Check]:
    if len(run) < 3:
        return
    low, high = sum(map(_low, run)), sum(map(_high, run))
    total = sum(figure.value for figure in run)
    opening = text.text[max(0, run[0].start - 120) : run[0].start]
    meets = low <= 100 + _EPSILON and high >= 100 - _EPSILON
    if meets or (_STRUCTURE.search(opening) and abs(total - 100) <= 1):
        ids = tuple(figure.id for figure in run)
        value = float(f"{total:.10g}")
        yield Check("shares", "agree" if meets else "differ", 100.0, value, low, high, "%", ids, run[0].quote)
