"""Values a report does not print but implies: last year's level, and the target that was attained.

All is interval arithmetic on what the print allows. Nothing is derived where the words
leave two sums: from "tăng 5,6 lần", from real growth onto a nominal size, from a part of
the year against a whole one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.indicators.stated import Stated
from db.vietnamese.units import read_unit

RULES = ("level-change", "level-rate", "level-times", "level-ratio", "level-attainment", "level-excess")
"""Level less its change; level by its rate; level by "gấp"; by "bằng x %"; target by "đạt x %", by "vượt x %"."""

_OF_TARGETS = RULES[4:]
_QUALIFIED = re.compile(r"(gần|dưới|hơn|trên|khoảng|xấp xỉ|chừng)?\s?(\d+(?:\.\d{3})*(?:,\d+)?)")
_LESS, _MORE = ("gần", "dưới"), ("hơn", "trên")

Interval = tuple[float, float]


def implied(level: Stated, followers: Sequence[Stated] = ()) -> Iterator[Stated]:
    """Return what a level implies, each with state "implied" and its rule.

    `followers` are the figures that stand directly behind the level in its own text;
    only those said of the same words count.
    """
    if level.kind not in ("level", "ratio") or level.state == "plan":
        return
    previous = _from_change(level)
    if previous is not None:
        yield previous
    for follower in followers:
        if not _said_of(follower, level):
            continue
        derived = _from_attainment(level, follower) or _from_ratio(level, follower)
        if derived is not None:
            yield derived


def _said_of(follower: Stated, level: Stated) -> bool:
    """Tell whether a rate, printed behind a level in the same words, speaks of that level."""
    same_place = follower.place == level.place and follower.report_id == level.report_id
    if not same_place or follower.period != level.period or follower.unit_base != "%":
        return False
    if follower.quote not in level.quote and level.quote not in follower.quote:
        return False
    name = level.name.lower().removeprefix("số ").removeprefix("tỷ lệ ")
    return bool(name) and name in follower.name.lower()


def _from_change(level: Stated) -> Stated | None:
    change = level.change
    if change is None or level.implied_previous is None:
        return None
    when = _before(level, change.versus)
    if when is None:
        return None
    whole = _counts(level) and change.unit not in ("%", "lần")
    amount = _printed(level.quote, change.value, exact=whole)
    sign = 1 if change.direction == "tăng" else -1
    if change.unit == "lần":
        bounds, rule = _over(_interval(level), amount), "level-times"
    elif change.unit == "%":
        factors = sorted((1 + sign * amount[0] / 100, 1 + sign * amount[1] / 100))
        bounds, rule = _over(_interval(level), (factors[0], factors[1])), "level-rate"
    else:
        low, high = _interval(level)
        changes = sorted((sign * amount[0], sign * amount[1]))
        bounds, rule = (low - changes[1], high - changes[0]), "level-change"
    return _derived(level, level.implied_previous, bounds, when, rule) if bounds else None


def _from_ratio(level: Stated, follower: Stated) -> Stated | None:
    """ "bằng 78,3% so với năm 2022" """
    if follower.kind != "change" or follower.implied_previous is None or follower.change is None:
        return None
    when = _before(level, follower.change.versus)
    low, high = _interval(follower)
    bounds = _over(_interval(level), (low / 100, high / 100))
    if when is None or bounds is None:
        return None
    return _derived(level, level.value / (follower.value / 100), bounds, when, "level-ratio")


def _from_attainment(level: Stated, follower: Stated) -> Stated | None:
    """ "đạt 112,94% Nghị quyết", "vượt 5,5% dự toán": the target of the level's own period."""
    if follower.kind != "plan_attainment" or follower.unit_base != "%" or follower.value <= 0:
        return None
    excess = 100.0 if follower.name.lower().startswith("mức vượt") else 0.0
    low, high = _interval(follower)
    bounds = _over(_interval(level), ((low + excess) / 100, (high + excess) / 100))
    year = level.year
    if bounds is None or year is None:
        return None
    rule = "level-excess" if excess else "level-attainment"
    value = level.value / ((follower.value + excess) / 100)
    return _derived(level, value, bounds, (level.period, level.period_end), rule)


def _derived(level: Stated, value: float, bounds: Interval, when: tuple[str, str], rule: str) -> Stated | None:
    """Return the value as exact as its bounds allow; a count has to be a whole number."""
    low, high = bounds
    if _counts(level):
        whole = round(value)
        if not low - 1e-6 <= whole <= high + 1e-6:
            return None
        value = float(whole)
    else:
        value = _rounded(value, low, high)
    scale = level.scale
    return replace(
        level,
        kind="target" if rule in _OF_TARGETS else "level",
        value=value,
        value_base=value * scale if scale else None,
        low=_clean(low),
        high=_clean(high),
        qualifier="",
        period=when[0],
        period_end=when[1],
        state="implied",
        rule=rule,
        change=None,
        implied_previous=None,
    )


def _counts(level: Stated) -> bool:
    """Tell whether a level counts things one by one: no measure, no scale, no decimals, nothing "per"."""
    unit = read_unit(level.unit)
    return level.value.is_integer() and "/" not in level.unit and (unit is None or not unit.measured)


def _rounded(value: float, low: float, high: float) -> float:
    """Keep one digit more than the bounds vouch for, and what it takes to stay within them."""
    width = high - low
    if width <= 0:
        return _clean(value)
    first = max(0, 1 - math.floor(math.log10(width)))
    tries = (round(value, digits) for digits in range(first, first + 3))
    return next((near for near in tries if low <= near <= high), _clean(value))


def _clean(value: float) -> float:
    return float(f"{value:.9g}")


def _interval(row: Stated) -> Interval:
    return (row.value if row.low is None else row.low, row.value if row.high is None else row.high)


def _over(above: Interval, below: Interval) -> Interval | None:
    """Divide two intervals; None where the divisor may be nought or the level negative."""
    if below[0] <= 0 or above[0] < 0:
        return None
    return above[0] / below[1], above[1] / below[0]


def _printed(quote: str, value: float, *, exact: bool) -> Interval:
    """Return the bounds of a change from how it is printed in the quote, else from its shortest form.

    With `exact` (one counted) a bare number is what it is; a qualifier still widens it.
    """
    for found in _QUALIFIED.finditer(quote.lower()):
        if math.isclose(float(found[2].replace(".", "").replace(",", ".")), value, rel_tol=1e-9):
            step = 10.0 ** -len(found[2].partition(",")[2])
            if found[1] in _LESS:
                return value - step, value
            if found[1] in _MORE:
                return value, value + step
            half = step if found[1] else 0.0 if exact else step / 2
            return value - half, value + half
    if exact:
        return value, value
    decimals = len(f"{value:.9f}".rstrip("0").partition(".")[2])
    return value - 10.0**-decimals / 2, value + 10.0**-decimals / 2


def _before(level: Stated, versus: str) -> tuple[str, str] | None:
    """Return the period a level is held against and its last day; None where two could be meant."""
    same_time = versus.startswith("cùng kỳ ")
    bare, year = versus.removeprefix("cùng kỳ "), level.year
    if not bare.isdecimal() or year is None or int(bare) >= year:
        return None
    if level.period in ("", str(year)) or level.period.startswith("đến cuối năm"):
        return bare, f"{bare}-12-31"
    if same_time and str(year) in level.period:
        return level.period.replace(str(year), bare), f"{bare}{level.period_end[4:]}"
    return None
