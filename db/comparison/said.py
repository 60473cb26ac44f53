"""What a report says of a year: in plain words, by a change from it, or by holding a value against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.comparison.figures import bounds, scale
from db.model import Content, Figure
from db.vietnamese.numbers import Number, lex

_HELD = re.compile(
    r"(?:, | và |,? nhưng )(?:cao|thấp|nhiều|ít|nhanh|chậm|lớn|nhỏ) hơn (?:so với )?(?:mức |con số |tỷ lệ |tỷ trọng )?"
    r"(?P<number>\d[\d.,]*\d|\d)(?P<unit>[^,.;:()\d]{1,24}?)\s(?:của |trong |đạt được (?:trong |của )?)?(?:cùng kỳ )?"
    r"năm (?P<year>20\d\d|trước)(?!\w)"
)
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
_KINDS = ("level", "change", "share", "ratio", "rank", "plan_attainment")


@dataclass(frozen=True, slots=True)
class Said:
    """A value said of a year, in its base unit with its bounds; `implied` if by a change."""

    figure: Figure
    low: float
    high: float
    value: float
    implied: bool


def said_of(content: Content, year: int) -> Iterator[Said]:
    """Give what a report says of `year`: its figures of that year, and what its changes imply for it."""
    texts = {block.id: block.text for block in content.blocks}
    for figure in content.figures:
        if figure.kind == "target" or figure.state == "plan" or figure.kind not in _KINDS:
            continue
        factor = scale(figure)
        held = _held_against(figure, texts.get(figure.place.block_id or 0, ""), content.data.year, year)
        if held is not None:
            yield Said(figure, held * factor, held * factor, held * factor, False)
        if figure.period_end[:4] == str(year):
            low, high = bounds(figure)
            yield Said(figure, low, high, figure.value * factor, False)
        elif level := _implies(content, figure, year):
            value = (figure.implied_previous or 0.0) * scale(level)
            margin = _margin(level, figure, value)
            yield Said(level, value - margin, value + margin, value, True)


def _held_against(figure: Figure, text: str, own: int | None, year: int) -> float | None:
    """The value of `year` that a figure is held against in its own unit: "còn 5,1%, thấp hơn mức 6,2% của năm 2022"."""
    if not text or own is None or figure.period_end[:4] != str(own):
        return None
    found = _HELD.match(text, figure.end)
    if found is None or found["unit"].strip() != figure.unit or found["year"] not in _names_of(own, year):
        return None
    number = next((one for one in lex(found["number"]) if isinstance(one, Number)), None)
    return number.value if number is not None else None


def _names_of(own: int, year: int) -> tuple[str, ...]:
    return (str(year), "trước") if own == year + 1 else (str(year),)


def _implies(content: Content, figure: Figure, year: int) -> Figure | None:
    """The level of which a change from `year` gives that year's value: the figure itself, or the one before it whose
    ratio to last year it is ("ước 23.951 tỷ đồng, … bằng 71,6% so với năm 2022")."""
    change = figure.change
    if figure.implied_previous is None or change is None or content.data.year != year + 1:
        return None
    if figure.period_end != f"{year + 1}-12-31" or str(year) not in change.versus:
        return None
    named = set(_YEARS.findall(figure.quote))
    if named - {str(year), str(year + 1)} and str(year) not in named:
        return None  # "gấp 1,18 lần năm 2019": the change is from another year
    if figure.kind == "level" or (figure.kind == "share" and change.unit == "điểm phần trăm"):
        return figure
    return _level_before(content, figure)


def _level_before(content: Content, ratio: Figure) -> Figure | None:
    """The level a ratio to last year is of: the last one before it that bears its name."""
    value = ratio.implied_previous or 0.0
    levels = [
        one
        for one in content.figures
        if one.place == ratio.place and one.end <= ratio.start and one.kind == "level"
        if ratio.name.startswith(one.name) and _near(value, one.value)
    ]
    return max(levels, key=lambda one: one.end, default=None) if ratio.kind == "change" else None


def _near(one: float, two: float) -> bool:
    return two / 10 <= one <= two * 10


def _margin(level: Figure, figure: Figure, value: float) -> float:
    """How far rounding of the level and of the change may carry the value implied."""
    low, high = bounds(level)
    change = figure.change
    if change is None:
        return 0.0
    step = 10.0 ** -len(f"{change.value:.6f}".rstrip("0").partition(".")[2])
    if change.unit == "%":
        return (high - low) + abs(value) * step / max(1.0, 100 - change.value)
    if change.unit == "lần":
        return (high - low) + abs(value) * step / max(step, change.value)
    return (high - low) + step * scale(level)
