"""The words around a chart: the signs that are used on it, and where its values come from. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from db.model import Report
from desktop.amounts import SIGNS, state_of, state_words
from desktop.indicators.drawing import Drawn
from desktop.indicators.frame import is_range
from desktop.indicators.sources import report_year
from desktop.languages import translate


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


def legend_of(drawable: Sequence[Drawn]) -> str:
    """Return the signs on a chart with their meaning; the plain one always."""
    states = {"stated", *(state_of(point) for shown in drawable for point in shown.points)}
    parts = [f"{sign} {state_words(state)}" for state, sign in SIGNS.items() if state in states]
    if any(shown.older for shown in drawable):
        parts.append("◦ " + translate("ChartPane", "value of an earlier report"))
    if any(is_range(point) for shown in drawable for point in shown.points):
        parts.append("┬ " + translate("ChartPane", "far end of a range"))
    if any(shown.gaps for shown in drawable):
        parts.append("┄ " + translate("ChartPane", "no figures in between"))
    if any(shown.breaks for shown in drawable):
        parts.append("⟂ " + translate("ChartPane", "does not compare with before"))
    return "   ".join(parts)
