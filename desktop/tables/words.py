"""The words of the view of tables that depend on what is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from db.export.totals import Totals
from db.model import Report
from db.vietnamese.writing import written
from desktop.languages import translate
from desktop.tables.entries import FIGURES, NOTES, Entry

_MEAN_DECIMALS = 2
_OWN_NUMBER = re.compile(r"(?:bảng|biểu|phụ biểu|phụ lục)\s+(?:số\s+)?[\dIVX]", re.IGNORECASE)


def title_of(entry: Entry) -> str:
    """Return the first line of an entry."""
    if entry.kind == FIGURES:
        return translate("TableWords", "Table made of the text")
    if entry.kind == NOTES:
        return translate("TableWords", "Notes")
    return numbered(entry.number, entry.title)


def numbered(number: int, caption: str) -> str:
    """Return a table's number and caption; a caption with a number of its own ("Biểu 2. Thu …") says it alone."""
    name = translate("TableWords", "Table {n}").format(n=number)
    caption = " ".join(caption.split())
    if _OWN_NUMBER.match(caption):
        return caption
    return f"{name} · {caption}" if caption else name


def title_of_table(report: Report, number: int, caption: str) -> str:
    """Return what the basket calls a table: the report's period, then its number and caption."""
    return _in_report(report, numbered(number, caption))


def title_in_basket(entry: Entry) -> str:
    """Return what the basket calls an entry."""
    return _in_report(entry.report, title_of(entry))


def title_of_figures(kind: str, reports: Sequence[Report]) -> str:
    """Return what the basket calls a table made of figures of these reports."""
    text = translate("TableWords", "Table made of the text") if kind == "clerk" else translate("TableWords", "Figures")
    periods = [report.data.period or str(report.data.year or "") for report in reports]
    return " · ".join(filter(None, (" + ".join(filter(None, periods)), text)))


def _in_report(report: Report, name: str) -> str:
    period = report.data.period or str(report.data.year or "")
    return " · ".join(part for part in (period, name) if part)


def detail_of(entry: Entry) -> str:
    """Return the second line of an entry: where it stands, and how large it is."""
    if entry.kind == FIGURES:
        return translate("TableWords", "{n} figures in the text").format(n=entry.size[0])
    if entry.kind == NOTES:
        return translate("TableWords", "{n} notes with their sentences").format(n=entry.size[0])
    size = translate("TableWords", "{rows} rows × {cols} columns").format(rows=entry.size[0], cols=entry.size[1])
    parts = [entry.section, size]
    if entry.notes:
        parts.append(translate("TableWords", "{n} notes").format(n=entry.notes))
    return " · ".join(part for part in parts if part)


def totals_words(totals: Totals) -> str:
    """Return the line that tells sum, mean and count of the chosen cells; empty where none is chosen."""
    if not totals.filled:
        return ""
    count = translate("TableWords", "Cells: {n}").format(n=totals.filled)
    if totals.sum is None or totals.mean is None:
        return count
    unit = f" {totals.units[0]}" if len(totals.units) == 1 and totals.units[0] else ""
    parts = [
        translate("TableWords", "Sum: {value}").format(value=number(totals.sum) + unit),
        translate("TableWords", "Mean: {value}").format(value=number(_rounded(totals.mean, totals.sum)) + unit),
        translate("TableWords", "Numbers: {n}").format(n=totals.numbers),
    ]
    if totals.filled > totals.numbers:
        parts.append(count)
    if len([unit for unit in totals.units if unit]) > 1:
        parts.append(translate("TableWords", "different units: {units}").format(units=", ".join(totals.units)))
    return "   ".join(parts)


def number(value: Decimal) -> str:
    """Return an exact number in Vietnamese signs, with the decimals it has."""
    decimals = max(0, -int(value.as_tuple().exponent))
    whole, _, rest = f"{abs(value):.{decimals}f}".partition(".")
    grouped = written(float(int(whole)), 0) if len(whole) <= 15 else f"{int(whole):,}".replace(",", ".")
    return ("-" if value < 0 else "") + grouped + (f",{rest}" if rest else "")


def _rounded(mean: Decimal, total: Decimal) -> Decimal:
    decimals = max(0, -int(total.as_tuple().exponent)) + _MEAN_DECIMALS
    rounded = mean.quantize(Decimal(1).scaleb(-decimals))
    plain = rounded.normalize()
    return plain if int(plain.as_tuple().exponent) <= 0 else rounded.quantize(Decimal(1))
