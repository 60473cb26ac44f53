"""A figure with the words and the place it stands in: what other programs are given of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One quantity of one report, flat. The fields are those of `db.model.Figure`.

    `report` is the slug, `section` the path one cites ("I.2"), `paragraph` counts in it,
    `note` is the label of the note it stands in, `link` opens its place. `year` is that
    the value speaks of, `report_year` that of the report. `decimals` are those in print.
    Of a figure the user corrected, `original` and what follows are the report's own (as it
    is printed in `original_text`), `correction` tells why, who and when; else None and empty.
    """

    id: int
    indicator: str
    name: str
    value: float
    decimals: int
    unit: str
    low: float | None
    high: float | None
    value_base: float | None
    unit_base: str
    qualifier: str
    kind: str
    period: str
    period_start: str
    period_end: str
    year: int | None
    state: str
    of: float | None
    change_direction: str
    change_value: float | None
    change_unit: str
    change_versus: str
    implied_previous: float | None
    quote: str
    report: str
    report_year: int | None
    sha256: str
    section: str
    paragraph: int
    note: str
    link: str
    original: float | None = None
    original_text: str = ""
    original_unit: str = ""
    original_period: str = ""
    original_state: str = ""
    correction: str = ""
