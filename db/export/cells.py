"""Cells made from what is printed or counted, every letter fit for any format."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from math import isclose

from db.export.table import BLANK, ExportCell
from db.ranges import Bounded, far_end, range_written
from db.vietnamese.numbers import read_cell
from db.vietnamese.writing import decimals_of, written

EXACT_DIGITS = 15
"""As many digits a spreadsheet keeps; a longer number goes out as text, so that none is changed."""

# What no XML file may hold; control letters, halves of pairs, and the two non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """Return `text` with what some format cannot hold as U+FFFD and every line end as \\n; its length stays."""
    if "\r" in text:
        # XML reads a line end of any system as one \n; so that all formats agree it is one everywhere.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _UNFIT.sub("\ufffd", text)


def text_cell(text: str) -> ExportCell:
    """Return a cell of words; blank where there are none."""
    return ExportCell(fit(text)) if text.strip() else BLANK


def linked_cell(text: str, link: str) -> ExportCell:
    """Return a cell of words that lead somewhere; blank where there are none."""
    cell = text_cell(text)
    return replace(cell, link=link) if link and cell.kind == "text" else cell


def printed_number(text: str, value: float, unit: str = "") -> ExportCell:
    """Return the cell of a number as printed, exact to its last digit; text where a spreadsheet would change it."""
    found = read_cell(text)
    decimals = found.decimals if found is not None and found.value == value else decimals_of(value)
    exact = Decimal(repr(value)) if value != int(value) or abs(value) < 10**EXACT_DIGITS else Decimal(int(value))
    if len(exact.as_tuple().digits) > EXACT_DIGITS:
        return ExportCell(fit(text), unit=unit, doubtful=True)
    return ExportCell(fit(text), "number", exact.quantize(Decimal(1).scaleb(-decimals)), decimals, unit)


def counted_number(value: float, decimals: int | None = None, unit: str = "") -> ExportCell:
    """Return the cell of a value that is not printed as such, with as many decimals as it needs or as told."""
    exact = Decimal(repr(value))
    places = decimals_of(value) if decimals is None else decimals
    if decimals is None and not isclose(round(value, places), value, rel_tol=1e-9, abs_tol=1e-12):
        places = -int(exact.normalize().as_tuple().exponent)
    exact = exact.quantize(Decimal(1).scaleb(-places))
    return ExportCell(written(float(exact), places), "number", exact, places, unit)


def figure_cell(figure: Bounded, decimals: int | None = None, unit: str = "") -> ExportCell:
    """Return the cell of a figure: a number, or the words "7,5–8" of a range, which no single number says."""
    far = far_end(figure)
    if far is None:
        return counted_number(figure.value, decimals, unit)
    places = None if decimals is None else max(decimals_of(figure.value), decimals_of(far))
    return ExportCell(range_written(figure.value, far, places), unit=unit)
