"""How a value is shown everywhere: with its sign (≈ > <), its unit, and the mark of its state (● ◐ ○ ◇ ─)."""

from __future__ import annotations

from db.indicators.vintages import is_target, is_whole_year
from db.model import Figure, Point
from db.ranges import Bounded, far_end, range_written
from db.vietnamese.writing import MINUS, with_unit, written
from desktop.languages import tr_noop, translate

STATES = {
    "stated": tr_noop("Amounts", "stated"),
    "estimate": tr_noop("Amounts", "estimate"),
    "implied": tr_noop("Amounts", "implied"),
    "corrected": tr_noop("Amounts", "corrected"),
    "plan": tr_noop("Amounts", "target"),
}
SIGNS = {"stated": "●", "estimate": "◐", "implied": "○", "corrected": "◇", "plan": "─"}
KINDS = {
    "level": tr_noop("Amounts", "level"),
    "change": tr_noop("Amounts", "change"),
    "share": tr_noop("Amounts", "share"),
    "plan_attainment": tr_noop("Amounts", "attainment of a plan"),
    "ratio": tr_noop("Amounts", "part of a whole"),
    "rank": tr_noop("Amounts", "rank"),
    "target": tr_noop("Amounts", "target"),
}
_ROUND = ("khoảng", "xấp xỉ", "chừng", "~")


def state_of(point: Point) -> str:
    """Return how a point is marked: a key of STATES. A part of a year counts as an estimate of it."""
    if is_target(point):
        return "plan"
    return "estimate" if point.state == "stated" and not is_whole_year(point) else point.state


def state_words(state: str) -> str:
    """Return a state in the language in force."""
    return translate("Amounts", STATES.get(state, state))


def kind_words(kind: str) -> str:
    """Return a kind of figure in the language in force."""
    return translate("Amounts", KINDS.get(kind, kind))


def sign_of(figure: Bounded) -> str:
    """Return ">" for "hơn", "<" for "gần", "≈" for "khoảng", "" for a plain value."""
    low, high = figure.low, figure.high
    is_bounded = figure.qualifier and low is not None and high is not None and low < high and far_end(figure) is None
    if is_bounded and figure.value in (low, high):
        return ">" if figure.value == low else "<"
    return "≈" if any(word in figure.qualifier.lower() for word in _ROUND) else ""


def number(value: float) -> str:
    """Return a value as reports write it, with a true minus: 112.500 and −8,25."""
    return written(value, minus=MINUS)


def amount_of(figure: Figure) -> str:
    """Return "≈ 112,5 nghìn tỷ đồng", for a part of a whole "130/193 xã", for a range "7,5–8%"."""
    text = _spoken(figure)
    return with_unit(f"{text}/{number(figure.of)}" if figure.of is not None else text, figure.unit)


def point_value(point: Point) -> str:
    """Return "≈ 112,5": the sign and the number without its unit, as it stands on a chart."""
    return _spoken(point)


def point_amount(point: Point, unit: str) -> str:
    """Return "≈ 112,5 nghìn tỷ đồng" for a point of a series in `unit`."""
    return with_unit(_spoken(point), unit)


def _spoken(one: Bounded) -> str:
    """Return the value with its sign, or both ends of a range."""
    far = far_end(one)
    text = number(one.value) if far is None else range_written(one.value, far, minus=MINUS)
    return f"{sign_of(one)} {text}".strip()


def point_line(point: Point, unit: str) -> str:
    """Return "● 112,5 nghìn tỷ đồng", and the part of the year where it is not whole."""
    part = "" if is_whole_year(point) else f" · {point.period}"
    return f"{SIGNS.get(state_of(point), '●')} {point_amount(point, unit)}{part}"
