"""Series as lines and as a CSV file that a spreadsheet opens without running anything of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from db.indicators.catalogue import Catalogue
from db.indicators.outside import is_outside
from db.interface.text import field, number
from db.model import Point, Series
from db.vietnamese.folding import fold, nfc

COLUMNS = ("indicator", "name", "year", "period", "value", "unit", "state", "report", "sentence")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝")
_NUMBERS = {"year", "value", "report"}


def in_language(series: Iterable[Series], catalogue: Catalogue, language: str) -> list[Series]:
    """Return the series under the names the catalogue has in that language; a name it does not know stays."""
    return [replace(row, name=_name(row, catalogue, language)) for row in series]


def _name(row: Series, catalogue: Catalogue, language: str) -> str:
    indicator = catalogue.get(row.indicator)
    if indicator is None:
        return row.name
    return indicator.name_en if language == "en" else indicator.name


def named(series: Iterable[Series], name: str) -> list[Series]:
    """Return the series with that id, or else those whose name holds the words, marks and case aside; all for ""."""
    rows = list(series)
    exact = [row for row in rows if row.indicator == name]
    wanted = fold(nfc(name))
    return exact or [row for row in rows if wanted in fold(nfc(row.name))]


def worth_listing(series: Iterable[Series]) -> list[Series]:
    """Return the series of the catalogue, and of the others those that more than one report goes on with."""
    return [row for row in series if not is_outside(row.indicator) or len({one.report_id for one in row.points}) > 1]


def series_text(series: Iterable[Series]) -> str:
    """Return every value of every series one a line, fields parted by tabs in the order of COLUMNS."""
    return "".join("\t".join(row) + "\n" for row in _rows(series))


def series_csv(series: Iterable[Series]) -> str:
    """Return every value of every series; a text that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(series):
        writer.writerow([_safe(column, value) for column, value in zip(COLUMNS, row, strict=True)])
    return out.getvalue()


def _rows(series: Iterable[Series]) -> list[tuple[str, ...]]:
    return [_row(row, point) for row in series for point in row.points]


def _row(row: Series, point: Point) -> tuple[str, ...]:
    head = (row.indicator, row.name, point.year, point.period, number(point.value), row.unit)
    return tuple(field(value) for value in (*head, point.state, point.report_id, point.quote))


def _safe(column: str, value: str) -> str:
    return f"'{value}" if column not in _NUMBERS and value.startswith(_FORMULA) else value
