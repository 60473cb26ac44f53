"""Ranges that fill a cell of a table."""

from __future__ import annotations

from db.vietnamese.number_contexts import YEAR
from db.vietnamese.numbers import Number, read_cell


def read_range(text: str) -> tuple[Number, Number] | None:
    """Return both ends of the range a whole cell holds ("7,5 - 8", "9–10%"); None where it is none.

    Terms ("2020-2025"), codes ("1-2", "05-06") and falling pairs are none.
    """
    near, _, far = text.replace("–", "-").replace("\u00a0", " ").strip().partition("-")
    ends = read_cell(near), read_cell(far)
    if ends[0] is None or ends[1] is None or ends[0].leading_zero or ends[1].leading_zero:
        return None
    low, high = ends[0].value, ends[1].value
    percent = "%" in text or ends[0].decimals or ends[1].decimals
    if not 0 <= low < high or (not percent and (high < 5 or YEAR.fullmatch(far.strip()))):
        return None
    return ends[0], ends[1]
