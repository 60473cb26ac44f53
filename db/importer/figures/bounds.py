"""How far a printed value may lie from the true one: its last digit and the word before it."""

from __future__ import annotations

from db.importer.figures.drafts import Draft


def bounds_of(draft: Draft) -> tuple[float | None, float | None]:
    """Return the lowest and highest value the print allows, in the unit as written.

    "hơn 7,5" reaches up to 7,6; "gần 3,6" down from there to 3,5; "khoảng 112,5" a whole
    last digit both ways; a bare measure half a digit; a bare count is exact.
    """
    number, cue = draft.quantity.number, draft.quantity.cue
    value, step = draft.value, number.step
    if number.upper is not None:
        return value, number.upper
    if draft.kind == "rank":
        return value, value
    if draft.quantity.unit.text in ("thứ",) or (
        not draft.quantity.unit.measured and not cue.sense and not number.decimals
    ):
        return value, value
    if cue.sense in (">", "<"):
        away = step if (cue.sense == ">") == (value >= 0) else -step
        return _ordered(value, value + away)
    return _ordered(value - step, value + step) if cue.sense == "~" else _ordered(value - step / 2, value + step / 2)


def _ordered(one: float, two: float) -> tuple[float, float]:
    return round(min(one, two), 9) + 0.0, round(max(one, two), 9) + 0.0  # never -0
