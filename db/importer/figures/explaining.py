"""Why a figure reads as it does: the rule, the words it rests on, the steps of its unit, and what was rejected."""

from __future__ import annotations

from dataclasses import dataclass

from db.importer.figures.drafts import Draft
from db.importer.figures.making import Text, period_with_words, read_owner
from db.importer.figures.owners import prose_owners
from db.importer.figures.periods import Period
from db.importer.figures.plan_words import PLAN_AFTER, PREVIOUS_AFTER
from db.model import Content, Figure
from db.vietnamese.units import SCALES


@dataclass(frozen=True, slots=True)
class Word:
    """Words a reading rests on, at `start` to `end` of the text of the figure's place; `role` is one of ROLES."""

    role: str
    start: int
    end: int


ROLES = ("subject", "cue", "number", "unit", "tail", "period")


@dataclass(frozen=True, slots=True)
class UnitStep:
    """One step of normalising: `value` of `unit` after multiplying by `factor`."""

    factor: float
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A reading that was not taken, and why; both are keys of `resources/explanations.toml`."""

    reading: str
    reason: str


@dataclass(frozen=True, slots=True)
class Why:
    """The whole explanation; `rule`, `bounds` and `period` are keys of `resources/explanations.toml`.

    `change` is "attached" where a rise or fall was given to the figure, with its own words under "tail".
    """

    rule: str
    words: tuple[Word, ...]
    steps: tuple[UnitStep, ...]
    low: float | None
    high: float | None
    bounds: str
    period: str
    change: str = ""
    rejected: tuple[Rejected, ...] = ()


def explain_figure(content: Content, figure: Figure) -> Why:
    """Explain a figure of a report that is at hand whole, by reading its words once more.

    A figure whose words give it no more (corrected, or read by an older program) gets the rule "other".
    """
    if figure.place.table_id is not None:
        return _of_cell(figure)
    text = _read(content, figure)
    draft = next((one for one in text.drafts if one.quantity.start == figure.start), None) if text else None
    if text is None or draft is None:
        return Why("other", (), _steps(figure), figure.low, figure.high, "as-stored", "as-stored")
    period = period_with_words(text, draft, content.data)
    return Why(
        rule=_rule(text, draft, figure),
        words=tuple(_words(text, draft, period)),
        steps=_steps(figure),
        low=figure.low,
        high=figure.high,
        bounds=_bounds(draft),
        period=_period_rule(text, draft, period),
        change="attached" if figure.change and figure.kind in ("level", "ratio", "share", "rank") else "",
        rejected=tuple(_rejected(text, draft)),
    )


def _read(content: Content, figure: Figure) -> Text | None:
    """Read the figure's own text, after the block its note hangs on."""
    owners = list(prose_owners(content))
    owner = next((one for one in owners if one.place == figure.place), None)
    if owner is None:
        return None
    anchor: Text | None = None
    if owner.anchor is not None:
        block = next((one for one in owners if one.place.block_id == owner.anchor[0]), None)
        anchor = read_owner(block, content.data, None) if block else None
    return read_owner(owner, content.data, anchor)


def _of_cell(figure: Figure) -> Why:
    words = (Word("number", figure.start, figure.end),)
    bounds = "exact" if figure.low == figure.high else "half-digit"
    rule = f"cell-{figure.kind}"
    return Why(rule, words, _steps(figure), figure.low, figure.high, bounds, "column")


def _rule(text: Text, draft: Draft, figure: Figure) -> str:
    cue, tail = draft.quantity.cue, _tail(text, draft)
    if draft.plan:
        return "target-section" if text.owner.aims_at else "target"
    if draft.kind == "share":
        return "share-of" if cue.has("chiếm", "chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm tỷ trọng") else "share"
    if draft.kind == "plan_attainment":
        return "excess" if cue.has("vượt") else "attained" if PLAN_AFTER.match(tail) else "disbursed"
    if draft.kind == "change":
        return "compared" if cue.has("bằng", "chỉ bằng") else "growth"
    if draft.quantity.form:
        return "form"
    return f"elided-{figure.kind}" if draft.quantity.elided else figure.kind


def _tail(text: Text, draft: Draft) -> str:
    return text.prose.low[draft.quantity.end : draft.quantity.end + 80]


def _words(text: Text, draft: Draft, period: Period) -> list[Word]:
    quantity, prose = draft.quantity, text.prose
    found = []
    start, end = _trimmed(prose.text, draft.subject.start, quantity.cue.start)
    if draft.subject.text and start < end:
        found.append(Word("subject", start, end))
    start, end = _trimmed(prose.text, quantity.cue.start, quantity.number.start)
    if start < end:
        found.append(Word("cue", start, end))
    found.append(Word("number", quantity.number.start, quantity.number.end))
    start, end = _trimmed(prose.text, quantity.number.end, quantity.end)
    if start < end:
        found.append(Word("unit", start, end))
    start, end = _trimmed(prose.text, quantity.end, draft.end)
    if start < end:
        found.append(Word("tail", start, end))
    if period.at >= 0:
        found.append(Word("period", period.at, period.till))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.(\u00a0":
        start += 1
    while end > start and text[end - 1] in " ,;:.()\u00a0":
        end -= 1
    return start, end


def _steps(figure: Figure) -> tuple[UnitStep, ...]:
    """Return how the unit was normalised: "112,5 nghìn tỷ đồng = 112.500 tỷ đồng = 1,125 · 10¹⁴ đồng"."""
    base = figure.value_base
    if base is None or not figure.value or base == figure.value:
        return ()
    factor = base / figure.value
    steps = []
    if figure.unit.startswith(("nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ")):
        steps.append(UnitStep(SCALES["nghìn"], figure.value * 1e3, figure.unit.partition(" ")[2]))
    steps.append(UnitStep(float(f"{factor:.9g}"), base, figure.unit_base))
    return tuple(steps)


def _bounds(draft: Draft) -> str:
    cue, number = draft.quantity.cue, draft.quantity.number
    if number.upper is not None:
        return "range"
    if draft.kind == "rank":
        return "exact"
    if cue.sense:
        return {">": "more", "<": "less", "~": "about"}[cue.sense]
    return "half-digit" if draft.quantity.unit.measured or number.decimals else "exact"


def _period_rule(text: Text, draft: Draft, period: Period) -> str:
    if period.at >= 0:
        return "behind" if period.at >= draft.quantity.end else "said"
    return "aim" if text.owner.aims_at else "report"


def _rejected(text: Text, draft: Draft) -> list[Rejected]:
    quantity, tail = draft.quantity, _tail(text, draft)
    found = []
    if quantity.number.decimals and not quantity.number.english:
        found.append(Rejected("thousands", "comma"))
    elif "." in text.prose.text[quantity.number.start : quantity.number.end]:
        found.append(Rejected("decimals", "english" if quantity.number.english else "point"))
    if quantity.unit.base == "%":
        reasons = {
            "plan_attainment": "no-plan" if not PLAN_AFTER.match(tail) else "own-verb",
            "change": "no-direction" if not quantity.cue.direction else "own-verb",
            "ratio-to-year": "no-comparison" if not PREVIOUS_AFTER.match(tail) else "own-verb",
            "share": "verb-of-change" if quantity.cue.direction else "own-verb",
        }
        taken = "ratio-to-year" if draft.kind == "change" and draft.quantity.cue.has("bằng", "chỉ bằng") else draft.kind
        found += [Rejected(reading, reason) for reading, reason in reasons.items() if reading != taken]
    elif quantity.number.leading_zero:
        found.append(Rejected("ordinal", "leading-zero"))
    if draft.implied_previous is None and draft.change is not None and draft.kind in ("level", "ratio"):
        found.append(Rejected("previous", "times" if draft.change.unit == "lần" else "two-sums"))
    return found
