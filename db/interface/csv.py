"""Series as a CSV file that a spreadsheet opens without running anything of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from db.interface.text import SERIES_COLUMNS, series_rows
from db.model import Series
from db.vietnamese.folding import fold, nfc

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝")
_NUMBERS = {"year", "value", "report"}


def named(series: Iterable[Series], name: str) -> list[Series]:
    """Return the series with that id, or else those whose name holds the words, marks and case aside; all for ""."""
    rows = list(series)
    exact = [row for row in rows if row.indicator == name]
    wanted = fold(nfc(name))
    return exact or [row for row in rows if wanted in fold(nfc(row.name))]


def series_csv(series: Iterable[Series]) -> str:
    """Return every value of every series; a text that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(SERIES_COLUMNS)
    for row in series_rows(series):
        writer.writerow([_safe(name, value) for name, value in zip(SERIES_COLUMNS, row, strict=True)])
    return out.getvalue()


def _safe(column: str, value: str) -> str:
    return f"'{value}" if column not in _NUMBERS and value.startswith(_FORMULA) else value
