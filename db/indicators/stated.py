"""A figure together with what its report adds: the rows that series, checks and reviews are made of."""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Change, Content, Figure, Place


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in its report; fields of the same name mean what they mean in `Figure` and `Report`.

    `report_place` is the place the report speaks of, `context` as in `Point`. `rule` names
    the rule of a derived value, `original` the report's own value of a corrected one.
    """

    id: int
    report_id: int
    report_year: int | None
    report_place: str
    indicator: str
    name: str
    kind: str
    unit: str
    unit_base: str
    value: float
    value_base: float | None
    low: float | None
    high: float | None
    qualifier: str
    period: str
    period_end: str
    state: str
    quote: str
    start: int
    place: Place
    change: Change | None
    implied_previous: float | None
    context: str = ""
    rule: str = ""
    original: float | None = None

    @property
    def year(self) -> int | None:
        """The year the figure speaks of: its own period's, else its report's."""
        return int(self.period_end[:4]) if self.period_end[:4].isdecimal() else self.report_year

    @property
    def scale(self) -> float | None:
        """How many base units one unit is, None where it cannot be told."""
        return self.value_base / self.value if self.value_base and self.value else None

    @property
    def base(self) -> str:
        """The unit that decides what can stand on one axis."""
        return self.unit_base if self.value_base is not None and self.unit_base else self.unit


def stated(figure: Figure, report_id: int, year: int | None, place: str = "", context: str = "") -> Stated:
    """Return a figure of a report that is at hand whole."""
    return Stated(
        id=figure.id,
        report_id=report_id,
        report_year=year,
        report_place=place,
        indicator=figure.indicator,
        name=figure.name,
        kind=figure.kind,
        unit=figure.unit,
        unit_base=figure.unit_base,
        value=figure.value,
        value_base=figure.value_base,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        period=figure.period,
        period_end=figure.period_end,
        state=figure.state,
        quote=figure.quote,
        start=figure.start,
        place=figure.place,
        change=figure.change,
        implied_previous=figure.implied_previous,
        context=context,
    )


def all_stated(content: Content, report_id: int) -> list[Stated]:
    """Return the figures of a report that is at hand whole, in reading order."""
    data = content.data
    labels = {note.id: f"chú thích {note.label}" for note in content.notes}
    return [
        stated(figure, report_id, data.year, data.place, labels.get(figure.place.note_id or 0, ""))
        for figure in content.figures
    ]
