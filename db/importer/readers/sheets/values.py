"""The values of cells as an office in Vietnam prints them: 1.234,5 and 12,5% and 31/12/2023."""

from __future__ import annotations

import datetime
import math

from db.importer.readers.sheets.cell_formats import GENERAL, CellFormat
from db.vietnamese.writing import MOST_DECIMALS, decimals_of, written

Value = bool | int | float | str | datetime.datetime | datetime.date | datetime.time | datetime.timedelta

_DAY = datetime.timedelta(days=1)
_EPOCH = datetime.datetime(1899, 12, 30)  # noqa: DTZ001  # a workbook knows no time zones
_EPOCH_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_DAY = 2_958_465
_LEAP_DAY_THAT_WAS_NOT = 60
_LARGEST = 1e15


def printed(value: Value, form: CellFormat = GENERAL, from_1904: bool = False) -> str:
    """Return a value as text. `form` is the format of its cell, where the file tells it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _counted(float(value), form, from_1904)
    return _dated(value, form.date or "dmy")


def _counted(value: float, form: CellFormat, from_1904: bool) -> str:
    """Return a number, which a workbook also keeps dates and times in."""
    if not (form.date or form.elapsed) or not 0 <= value <= _LAST_DAY:
        return _number(value, form)
    return _elapsed(datetime.timedelta(days=value)) if form.elapsed else _serial(value, form.date, from_1904)


def _dated(value: datetime.date | datetime.time | datetime.timedelta, parts: str) -> str:
    if isinstance(value, datetime.timedelta):
        return _elapsed(value)
    return _time(value) if isinstance(value, datetime.time) else _date(value, parts)


def _number(value: float, form: CellFormat) -> str:
    if not math.isfinite(value) or abs(value) >= _LARGEST:
        return str(value)
    if form.percent:
        value *= 100
    places = form.places
    if places is None:
        places = decimals_of(value)
    text = written(value, min(places, MOST_DECIMALS))
    # A number of four digits that its format does not part is most often a year.
    if abs(value) < 10_000 and not places and not form.grouped:
        text = text.replace(".", "")
    return f"{text}%" if form.percent else text


def _serial(days: float, parts: str, from_1904: bool) -> str:
    """Return a date that is kept as the days since the epoch of the workbook."""
    # The first workbooks took 1900 for a leap year, and all since have kept to it.
    leap = not from_1904 and days < _LEAP_DAY_THAT_WAS_NOT
    at = (_EPOCH_1904 if from_1904 else _EPOCH) + (days + leap) * _DAY
    at = (at + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    if not set(parts) & set("dy") and set(parts) & set("hs"):
        return _time(at.time())
    return _date(at, parts)


def _date(at: datetime.date, parts: str) -> str:
    day = f"{at.day:02d}/" if "d" in parts else ""
    month = f"{at.month:02d}/" if "m" in parts else ""
    year = f"{at.year:04d}" if "y" in parts or not month else ""
    text = f"{day}{month}{year}".rstrip("/")
    if not isinstance(at, datetime.datetime) or not (at.hour or at.minute or at.second):
        return text
    return f"{text} {_time(at.time())}" if "h" in parts or parts == "dmy" else text


def _time(at: datetime.time) -> str:
    return f"{at.hour:02d}:{at.minute:02d}" + (f":{at.second:02d}" if at.second else "")


def _elapsed(span: datetime.timedelta) -> str:
    minutes, seconds = divmod(round(abs(span.total_seconds())), 60)
    sign = "-" if span < datetime.timedelta() else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
