"""The words around a chart: the signs that are used on it, and where its values come from. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from db.model import Point, Report
from desktop.amounts import SIGNS, number, state_of, state_words
from desktop.indicators.drawing import Drawn
from desktop.indicators.frame import is_range
from desktop.indicators.sources import report_year
from desktop.languages import translate

_SENTENCE = 180
_COLUMNS = {"stated": "■", "estimate": "▨", "implied": "□", "corrected": "□"}
"""How columns tell states apart: full, pale, hollow."""


def source_of(drawable: Sequence[Drawn], reports: Mapping[int, Report]) -> str:
    """Return the line that says which reports state the values, who issued them, and today's date."""
    points = [point for shown in drawable for point in shown.points]
    years = sorted({report_year(point, reports) for point in points} - {""})
    used = {point.report_id for point in points} & set(reports)
    issuers = sorted({reports[one].data.issuer for one in used} - {""})
    return translate("ChartPane", "Source: reports {years}, {issuer} · Tủ Báo Cáo, {date}").format(
        years=", ".join(years),
        issuer=", ".join(issuers),
        date=f"{date.today():%d/%m/%Y}",  # noqa: DTZ011 - the user's own day
    )


def legend_of(drawable: Sequence[Drawn], kind: str = "line") -> str:
    """Return the signs on a chart of that kind with their meaning; the plain one always."""
    states = {"stated", *(state_of(point) for shown in drawable for point in shown.points)}
    of_columns = kind == "column" and len({shown.series.unit for shown in drawable}) == 1
    signs = {**SIGNS, **_COLUMNS} if of_columns else SIGNS
    parts = [f"{sign} {state_words(state)}" for state, sign in signs.items() if state in states]
    if any(shown.older for shown in drawable):
        parts.append("◦ " + translate("ChartPane", "value of an earlier report"))
    if any(is_range(point) for shown in drawable for point in shown.points):
        parts.append("┬ " + translate("ChartPane", "far end of a range"))
    if any(shown.gaps for shown in drawable):
        parts.append("┄ " + translate("ChartPane", "no figures in between"))
    if any(shown.breaks for shown in drawable):
        parts.append("⟂ " + translate("ChartPane", "does not compare with before"))
    return "   ".join(parts)


def sentence_of(point: Point) -> str:
    """Return the words a value stands in, cut to a card's size; "" for a cell, whose words are its number."""
    if point.place is None or point.place.table_id is not None:
        return ""
    quote = point.quote if len(point.quote) <= _SENTENCE else point.quote[: _SENTENCE - 1].rstrip() + "…"
    return f"“{quote}”"


def described(shown: Drawn) -> str:
    """Return a chart in words for a screen reader: years, ends, trend, least and greatest, gaps, breaks."""
    if not shown.line:
        return ""
    first, last = shown.line[0], shown.line[-1]
    least = min(shown.line, key=lambda point: point.value)
    most = max(shown.line, key=lambda point: point.value)
    ends = translate("ChartPane", "from {first} ({first_year}) to {last} ({last_year})").format(
        first=number(first.value), first_year=first.year, last=number(last.value), last_year=last.year
    )
    parts = [f"{ends}, {_trend(shown)}"] if first is not last else [f"{number(first.value)} ({first.year})"]
    if least.value != most.value:
        extremes = translate("ChartPane", "lowest {least} ({least_year}), highest {most} ({most_year})")
        parts.append(
            extremes.format(
                least=number(least.value), least_year=least.year, most=number(most.value), most_year=most.year
            )
        )
    missing = [str(year) for before, after in shown.gaps for year in range(before.year + 1, after.year)]
    if missing:
        parts.append(translate("ChartPane", "no figures for {years}").format(years=", ".join(missing)))
    apart = translate("ChartPane", "from {year} on it does not compare with before")
    parts += [apart.format(year=one.year) for one in shown.breaks]
    return "; ".join(parts)


def _trend(shown: Drawn) -> str:
    values = [point.value for point in shown.line]
    steps = [after - before for before, after in pairwise(values)]
    if all(step >= 0 for step in steps) and values[-1] > values[0]:
        return translate("ChartPane", "rising throughout")
    if all(step <= 0 for step in steps) and values[-1] < values[0]:
        return translate("ChartPane", "falling throughout")
    if values[-1] == values[0]:
        return translate("ChartPane", "the same at both ends")
    if values[-1] > values[0]:
        return translate("ChartPane", "higher, with falls between")
    return translate("ChartPane", "lower, with rises between")
