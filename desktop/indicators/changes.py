"""The table of exactly what is drawn: one row per point, with the change against the year before. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.model import Point
from db.vietnamese.writing import MINUS, decimals_of, written
from desktop.indicators.drawing import Drawn


@dataclass(frozen=True, slots=True)
class Row:
    """A drawn point; `part` is "line", "older" or "target".

    `delta` is in the series' unit (points for per cent), `rate` in per cent; None where they mean nothing.
    """

    shown: Drawn
    point: Point
    part: str
    delta: float | None = None
    rate: float | None = None


def rows_of(chosen: Iterable[Drawn]) -> list[Row]:
    """Return every drawn point, series by series, by year; as many rows as the chart has spots."""
    rows = []
    for shown in chosen:
        before = {point.year: earlier for run in shown.runs for earlier, point in pairwise(run)}
        one = [_changed(shown, point, before.get(point.year)) for point in shown.line]
        one += [Row(shown, point, "older") for point in shown.older]
        one += [Row(shown, point, "target") for point in shown.targets]
        rows += sorted(one, key=lambda row: (row.point.year, ("line", "older", "target").index(row.part)))
    return rows


def _changed(shown: Drawn, point: Point, before: Point | None) -> Row:
    if before is None:
        return Row(shown, point, "line")
    delta = float(f"{point.value - before.value:.10g}")
    is_rate = shown.series.unit.startswith("%") or point.kind == "change"
    rate = None if is_rate or before.value <= 0 else delta / before.value * 100
    return Row(shown, point, "line", delta, rate)


def delta_words(row: Row) -> str:
    """Return "+1.797", "−6,5 đ%" or nothing."""
    if row.delta is None:
        return ""
    places = min(6, max(decimals_of(row.point.value), decimals_of(row.delta)))
    text = written(row.delta, places, MINUS)
    return ("+" if row.delta > 0 else "") + text + (" đ%" if row.shown.series.unit.startswith("%") else "")


def rate_words(row: Row) -> str:
    """Return "+7,6%" or nothing."""
    if row.rate is None:
        return ""
    return ("+" if row.rate > 0 else "") + written(row.rate, 1, MINUS) + "%"


def change_line(rows: Sequence[Row], point: Point) -> str:
    """Return "+1.797 (+7,6%)" of a drawn point against the year before, or nothing."""
    row = next((one for one in rows if one.point is point or one.point == point), None)
    if row is None or row.delta is None:
        return ""
    rate = rate_words(row)
    return f"{delta_words(row)} ({rate})" if rate else delta_words(row)
