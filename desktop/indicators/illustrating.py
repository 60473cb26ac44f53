"""Chosen series as an entry of the basket, and their chart drawn anew wherever the entry goes out to. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from db.export.basket import BasketItem
from db.export.table import Picture as Picture_
from db.indicators.indices import unit_of
from db.model import Report, Series
from desktop.indicators.captions import legend_of, source_of
from desktop.indicators.drawing import Drawn, drawn
from desktop.indicators.options import Choice
from desktop.indicators.picture import Caption, Picture, bytes_of, several
from desktop.languages import translate

MOST = 6
"""Series in one chart."""
WIDTH = 165.0
"""Millimetres: as wide as the text of a page of A4."""


def item_of(chosen: Sequence[Drawn], choice: Choice) -> BasketItem:
    """Return series as they are drawn: in one of `composing.KINDS`, as reports up to a year told them, as an index."""
    name = several([one.series.name for one in chosen])
    return BasketItem(
        "series",
        f"{name} ({unit_of(choice.base)})" if choice.base else name,
        indicators=tuple(one.series.indicator for one in chosen),
        units=tuple(one.series.unit for one in chosen),
        known=choice.known,
        base=choice.base,
        chart=choice.kind,
        area=chosen[0].series.area if chosen else "",
    )


def illustrated(
    item: BasketItem, found: Sequence[Series], reports: Sequence[Report], family: str
) -> tuple[Picture_, ...]:
    """Return the chart of an item of series that stand in its table, in the light theme; at most MOST of them."""
    years = {report.id: report.data.year or 0 for report in reports}
    chosen = [drawn(one, years) for one in found[:MOST]]
    units = list(dict.fromkeys(one.series.unit for one in chosen))
    unit = units[0] if len(units) == 1 else translate("ChartPane", "different units: a chart each")
    title = several([one.series.name for one in chosen])
    source = source_of(chosen, {report.id: report for report in reports})
    picture = Picture(tuple(chosen), item.chart, Caption(title, unit, legend_of(chosen, item.chart), source))
    return (Picture_(bytes_of(picture, ".png", family), WIDTH, title),)
