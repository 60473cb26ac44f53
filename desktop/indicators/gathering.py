"""Reads what the indicator views show: series in the language in force, what does not agree, what waits for review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field, replace
from importlib import import_module

from db import queries
from db.checks.between import Contradiction, contradictions
from db.indicators.catalogue import Indicator, load
from db.indicators.doubts import Doubt
from db.indicators.vintages import joined
from db.layers import Layers
from db.library import Library
from db.model import Progress, Report, Series
from db.schema import ROOM
from desktop.indicators.drawing import drawn
from desktop.indicators.model import Entry
from desktop.languages import QT_TRANSLATE_NOOP, current_language, translate

GROUPS = {
    "economy": QT_TRANSLATE_NOOP("Indicators", "Economy"),
    "budget": QT_TRANSLATE_NOOP("Indicators", "Budget"),
    "trade": QT_TRANSLATE_NOOP("Indicators", "Trade"),
    "tourism": QT_TRANSLATE_NOOP("Indicators", "Tourism"),
    "industry": QT_TRANSLATE_NOOP("Indicators", "Industry and business"),
    "agriculture": QT_TRANSLATE_NOOP("Indicators", "Agriculture"),
    "rural": QT_TRANSLATE_NOOP("Indicators", "New countryside"),
    "health": QT_TRANSLATE_NOOP("Indicators", "Health"),
    "education": QT_TRANSLATE_NOOP("Indicators", "Education"),
    "welfare": QT_TRANSLATE_NOOP("Indicators", "Poverty and welfare"),
    "party": QT_TRANSLATE_NOOP("Indicators", "Party building"),
    "government": QT_TRANSLATE_NOOP("Indicators", "Government and reform"),
    "security": QT_TRANSLATE_NOOP("Indicators", "Security and order"),
    "environment": QT_TRANSLATE_NOOP("Indicators", "Environment"),
}
"""The catalogue's groups, in words."""
OUTSIDE = QT_TRANSLATE_NOOP("Indicators", "Outside the catalogue")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read of `area`, one of the library's `areas`.

    `entries` come group by group; `single` are series of one year, shown only when asked for.
    """

    reports: dict[int, Report] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    single: tuple[Entry, ...] = ()
    conflicts: dict[str, tuple[Contradiction, ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    areas: tuple[str, ...] = ()
    area: str = ""


def gather(library: Library, layers: Layers, area: str | None, figure_id: int) -> Generator[Progress, None, Gathered]:
    """Read the series of one area; for a Job, off the GUI thread. The chart's libraries are imported on the way.

    It is the area of the report that holds `figure_id`, where one is given; else `area`; else, and where that is no
    longer one of the library's, the area with the most reports.
    """
    yield Progress(0, 0, "chart")
    import_module("desktop.indicators.chart")
    connection = library.reader()
    yield Progress(0, 0, "series")
    reports = {report.id: report for report in queries.reports(connection)}
    areas = tuple(one.name for one in queries.areas(connection))
    if figure_id:
        area = queries.area_of_a_report(connection, figure_id // ROOM)
    if area not in areas:
        area = areas[0] if areas else ""
    found = queries.series(connection, area=area, layers=layers, outside=True)
    yield Progress(0, 0, "checks")
    conflicts: defaultdict[str, list[Contradiction]] = defaultdict(list)
    for one in contradictions(found):
        conflicts[one.indicator].append(one)
    doubts = queries.review_queue(connection, layers)
    yield Progress(0, 0, "names")
    known, outside, single = _entries(found, reports)
    parted = {indicator: tuple(ones) for indicator, ones in conflicts.items()}
    return Gathered(reports, (*known, *outside), tuple(single), parted, doubts, areas, area or "")


def _entries(found: Iterable[Series], reports: dict[int, Report]) -> tuple[list[Entry], list[Entry], list[Entry]]:
    """Return the entries in the catalogue's order of groups, then those outside it, then those of one year."""
    years = {report.id: report.data.year or 0 for report in reports.values()}
    by_indicator: defaultdict[str, list[Series]] = defaultdict(list)
    for series in found:
        if series.points:
            by_indicator[series.indicator].append(series)
    known: list[Entry] = []
    for indicator in load().indicators:
        for series in joined(by_indicator.pop(indicator.id, ())):
            named = replace(series, name=_name(indicator))
            known.append(Entry(named.name, translate("Indicators", GROUPS[indicator.group]), drawn(named, years)))
    order = list(dict.fromkeys(entry.group for entry in known))
    known.sort(key=lambda entry: order.index(entry.group))
    outside: list[Entry] = []
    single: list[Entry] = []
    for ones in by_indicator.values():
        for series in joined(ones):
            entry = Entry(series.name, translate("Indicators", OUTSIDE), drawn(series, years))
            several = len({point.year for point in series.points}) > 1
            (outside if several else single).append(entry)
    outside.sort(key=lambda entry: (-len(entry.shown.line) if entry.shown else 0, entry.name))
    return known, outside, single


def _name(indicator: Indicator) -> str:
    return indicator.name if current_language() == "vi" else indicator.name_en
