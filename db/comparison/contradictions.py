"""What the newer report says of a year, against what the report of that year said; quoted, not judged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from db.comparison.figures import bounds, names_alike, scale
from db.comparison.rows import Contradiction
from db.model import Content, Figure
from db.vietnamese.folding import letters

_SAME_NAME = 0.85
_FEWEST_WORDS = 3
_REVISED = re.compile(
    r"điều chỉnh|xác định lại|tính lại|tính toán lại|đánh giá lại|số chính thức|số liệu chính thức|sơ bộ|cập nhật lại"
    r"|rà soát lại|số liệu mới|công bố lại"
)
_PRICES = (re.compile(r"giá so sánh|giá cố định"), re.compile(r"giá hiện hành|giá thực tế"))
_SCOPES = re.compile(r"toàn tỉnh|toàn huyện|toàn quốc|cả nước|không kể|không tính|bao gồm cả|trừ ")
_KINDS = ("level", "change", "share", "ratio", "rank", "plan_attainment")


@dataclass(frozen=True, slots=True)
class _Said:
    """A value said of a year, in its base unit with its bounds; `implied` if by a change."""

    figure: Figure
    low: float
    high: float
    value: float
    implied: bool


def find_contradictions(older: Content, newer: Content) -> list[Contradiction]:
    """Return the values of the older report's year on which the two do not agree within their precision.

    `left` is the older's figure, `right` the newer's. The newest words of the older on a thing are taken once: if
    any value there agrees, nothing is said.
    """
    year = older.data.year
    if year is None or newer.data.year is None or newer.data.year <= year:
        return []
    then = _by_thing(said for said in _said(older, year) if not said.implied)
    found: list[Contradiction] = []
    seen: set[tuple[int, int]] = set()
    for said in _said(newer, year):
        rivals = _rivals(said.figure, then)
        if not rivals or any(_agree(said, one) for one in rivals):
            continue
        rival = min(rivals, key=lambda one: (one.figure.place.block_id is None, one.figure.id))
        pair = (rival.figure.id, said.figure.id)
        if pair not in seen and not _told(found, rival, said):
            seen.add(pair)
            found.append(_contradiction(len(found) + 1, rival, said, year))
    return found


def _told(found: list[Contradiction], rival: _Said, said: _Said) -> bool:
    """Whether the same two values were set against each other before, as prose and table often do."""
    unit = scale(said.figure)
    for one in found:
        same_left = one.left.id == rival.figure.id or one.left.indicator == rival.figure.indicator != ""
        if same_left and abs(one.right_value * scale(one.right) - said.value) <= 1e-3 * abs(said.value):
            return one.implied == said.implied or bool(unit)
    return False


def _said(content: Content, year: int) -> Iterator[_Said]:
    """Give what a report says of `year`: its figures of that year, and what its changes imply for it."""
    for figure in content.figures:
        if figure.kind == "target" or figure.state == "plan" or figure.kind not in _KINDS:
            continue
        factor = scale(figure)
        if figure.period_end[:4] == str(year):
            low, high = bounds(figure)
            yield _Said(figure, low, high, figure.value * factor, False)
        elif _implies(content, figure, year):
            value = (figure.implied_previous or 0.0) * factor
            margin = _margin(figure, value)
            yield _Said(figure, value - margin, value + margin, value, True)


def _implies(content: Content, figure: Figure, year: int) -> bool:
    """Whether a figure of the report's own year states a change from `year` that gives that year's value."""
    if figure.kind != "level" or figure.implied_previous is None or figure.change is None:
        return False
    whole = figure.period_end[:4] == str(content.data.year) and content.data.year == year + 1
    return whole and str(year) in figure.change.versus


def _margin(figure: Figure, value: float) -> float:
    """How far rounding of the level and of the change may carry the value implied."""
    low, high = bounds(figure)
    level = figure.value * scale(figure)
    relative = (high - low) / abs(level) if level else 0.0
    change = 0.006 if figure.change and figure.change.unit == "%" else 0.02
    return abs(value) * (relative + change)


def _by_thing(values: Iterator[_Said]) -> dict[tuple[str, str], list[_Said]]:
    groups: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for said in values:
        groups[said.figure.indicator, said.figure.unit_base].append(said)
    return groups


def _rivals(figure: Figure, then: dict[tuple[str, str], list[_Said]]) -> list[_Said]:
    """What the older report says of the same thing: by indicator, else by a name of several words."""
    if figure.indicator:
        return [one for one in then.get((figure.indicator, figure.unit_base), []) if _same_kind(one.figure, figure)]
    if len(figure.name.split()) < _FEWEST_WORDS:
        return []
    return [
        one
        for one in then.get(("", figure.unit_base), [])
        if _same_kind(one.figure, figure) and names_alike(one.figure.name, figure.name) >= _SAME_NAME
    ]


def _same_kind(one: Figure, two: Figure) -> bool:
    return one.kind == two.kind


def _agree(one: _Said, two: _Said) -> bool:
    slack = 1e-9 * max(abs(one.value), abs(two.value))
    return one.low <= two.high + slack and two.low <= one.high + slack


def _contradiction(number: int, old: _Said, new: _Said, year: int) -> Contradiction:
    unit, factor = new.figure.unit, scale(new.figure)
    return Contradiction(
        id=number,
        left=old.figure,
        right=new.figure,
        kind=_kind(old, new),
        name=new.figure.name or old.figure.name,
        unit=unit,
        left_value=float(f"{old.value / factor:.10g}"),
        right_value=float(f"{new.value / factor:.10g}"),
        left_quote=old.figure.quote,
        right_quote=new.figure.quote,
        year=year,
        implied=new.implied,
    )


def _kind(old: _Said, new: _Said) -> str:
    texts = [letters(f"{one.figure.name} {one.figure.quote}") for one in (old, new)]
    prices = [[bool(price.search(text)) for price in _PRICES] for text in texts]
    if any(prices[0]) and any(prices[1]) and prices[0] != prices[1]:
        return "other_definition"
    scopes = [set(_SCOPES.findall(text)) for text in texts]
    if scopes[0] and scopes[1] and scopes[0] != scopes[1]:
        return "other_definition"
    if not new.implied and old.figure.period_end[4:] != new.figure.period_end[4:]:
        return "other_period"
    if new.implied and old.figure.period_end[4:] not in ("-12-31", new.figure.period_end[4:]):
        return "other_period"
    if old.figure.state == "estimate" or new.figure.state == "corrected" or _REVISED.search(texts[1]):
        return "revised"
    return "conflict"
