"""Figures of tables whose columns say what they hold: done, planned, estimated, compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.importer.figures.belonging import of_cell
from db.importer.figures.changes import fall_or_rise
from db.importer.figures.periods import Period, named_period, report_period
from db.importer.figures.plan_words import GROWTH
from db.indicators.catalogue import Catalogue
from db.model import Cell, Change, Figure, Place, ReportData, Table
from db.vietnamese.number_ranges import read_range
from db.vietnamese.numbers import read_cell
from db.vietnamese.units import read_unit

_LABELS = re.compile(
    r"chỉ tiêu|nội dung|tên|hạng mục|lĩnh vực|danh mục|tiêu chí|loại|ngành|khoản mục|nguồn thu|nhiệm vụ"
)
_UNITS = re.compile(r"^(?:đvt|đ\.v\.t|đơn vị tính|đơn vị|đv tính|đơn vị đo)\W*$")
_COUNTERS = re.compile(r"^(?:stt|tt|số tt|số thứ tự|mã|mã số|ghi chú)\W*$")
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|kh|dự toán|dt|mục tiêu|nghị quyết|nq|chỉ tiêu giao)(?!\w)")
_ESTIMATE = re.compile(r"(?<!\w)(?:ước|ưth|uth|ước th|dự kiến|dự ước|ước thực hiện)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:thực hiện|th|kết quả|đạt được|chính thức|sơ bộ|năm|cùng kỳ|ck|quý|tháng)(?!\w)")
# a slash compares in "ƯTH/KH" and "2023/2022", not in "quý III/2023"
_COMPARED = re.compile(
    r"so sánh|so với|(?<!\w)so(?!\w)|tốc độ|tăng|giảm|%|tỷ lệ đạt|tỉ lệ đạt"
    r"|[a-zđư]{2}\s?/\s?[a-zđư]{2}|20[0-9]{2}\s?/\s?(?:20|[a-zđư]{2})"
)
_YEARS = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_BEFORE = re.compile(r"năm trước|cùng kỳ|năm ngoái|(?<!\w)ck(?!\w)")
_BULLET = re.compile(r"^(?:[-–+*•]|[0-9IVXa-zđ]{1,4}(?:\.[0-9]{1,2})*[.)])\s+")
_AMONG = re.compile(r"^(?:trong đó|bao gồm|gồm)\s?[:,-]\s?(?=\w)", re.IGNORECASE)
_EMPTY_LABEL = re.compile(r"^(?:trong đó|bao gồm|gồm|tổng số|cộng|tổng cộng)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: `role` is done, plan, estimate, attainment or ratio."""

    role: str
    period: Period


_RATES = frozenset({"ratio", "attainment"})
_LEAST = 40.0
"""Per cent: a ratio to a plan or to the year before lies near 100, a growth rate or a difference below this."""
_OTHER = _Column("", Period("", "", ""))


def table_figures(table: Table, data: ReportData, catalogue: Catalogue, first_id: int) -> list[Figure]:
    """Return the figures of a table of indicators, row by row; none of a table of another sort."""
    if not table.header_rows:
        return []
    captions = _captions(table)
    label_column = next(
        (column for column, text in captions.items() if _LABELS.search(text) and not _COUNTERS.search(text)), -1
    )
    columns = _columns(captions, label_column, data)
    if label_column < 0 or not columns:
        return []
    columns = _sure(table, columns)
    return [
        replace(figure, id=first_id + at) for at, figure in enumerate(_cells(table, label_column, columns, catalogue))
    ]


def _captions(table: Table) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row < table.header_rows and cell.colspan < table.cols:
            for column in range(cell.col, cell.col + cell.colspan):
                found.setdefault(column, []).append(" ".join(cell.text.lower().split()))
    return {column: " ".join(texts) for column, texts in sorted(found.items())}


def _columns(captions: dict[int, str], label_column: int, data: ReportData) -> dict[int, _Column]:
    found = {}
    for column, text in captions.items():
        if column <= label_column or _UNITS.search(text) or _COUNTERS.search(text):
            continue
        column_of = _column(text, report_period(data), data.year)
        if column_of:
            found[column] = column_of
    return found


def _column(text: str, own: Period, year: int | None) -> _Column | None:
    if _COMPARED.search(text) and (len(text.split()) > 1 or "%" in text):
        return _comparison(text, own, year)
    if _PLAN.search(text):
        return _Column("plan", named_period(text, own) or own)
    if _ESTIMATE.search(text):
        return _Column("estimate", named_period(text, own) or own)
    if _DONE.search(text):
        before = Period(str(year - 1), f"{year - 1}-01-01", f"{year - 1}-12-31") if year else Period("", "", "")
        return _Column("done", named_period(text, own) or (before if _BEFORE.search(text) else own))
    return None


def _comparison(text: str, own: Period, year: int | None) -> _Column | None:
    """Tell a column held against the plan from one held against the year before."""
    planned, before = _PLAN.search(text), _BEFORE.search(text)
    if planned and not before:
        return _Column("attainment", own)
    both_years = year is not None and set(_YEARS.findall(text)) == {str(year), str(year - 1)}
    return _Column("ratio", own) if before or both_years or named_period(text, own) else None


def _sure(table: Table, columns: dict[int, _Column]) -> dict[int, _Column]:
    """Drop ratio columns that could as well hold growth rates: a ratio to last year lies near 100."""
    values: dict[int, list[float]] = {column: [] for column in columns}
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.col in values and cell.value is not None:
            values[cell.col].append(cell.value)
    return {
        column: held for column, held in columns.items() if held.role not in _RATES or _mostly_ratios(values[column])
    }


def _mostly_ratios(values: list[float]) -> bool:
    """Tell whether a column holds ratios: three of four lie above what any growth rate reaches."""
    return bool(values) and sum(value >= _LEAST for value in values) * 4 >= len(values) * 3


def _cells(table: Table, label_column: int, columns: dict[int, _Column], catalogue: Catalogue) -> Iterator[Figure]:
    units = {
        cell.row: cell.unit for cell in table.cells if cell.unit and columns.get(cell.col, _OTHER).role not in _RATES
    }
    labels = {cell.row: cell.text for cell in table.cells if cell.col == label_column and cell.colspan == 1}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.col)):
        label, unit = _name(labels.get(cell.row, "")), units.get(cell.row, "")
        column = columns.get(cell.col)
        if cell.row < table.header_rows or column is None or not label:
            continue
        read = _ranged(cell, column, unit) if cell.value is None else cell
        if read.value is None or _is_difference(read, column, unit):
            continue
        figure = _figure(table, read, column, label)
        yield replace(figure, indicator=of_cell(figure, catalogue))


def _ranged(cell: Cell, column: _Column, unit: str) -> Cell:
    """Return a cell with the near end of the range it holds as its value, in the unit of its row."""
    span = read_range(cell.text) if column.role not in _RATES else None
    return cell if span is None or not unit else replace(cell, value=span[0].value, unit=unit)


def _is_difference(cell: Cell, column: _Column, unit: str) -> bool:
    """Tell whether a cell of a column of ratios holds points of per cent instead: the row is one of shares."""
    return (
        column.role in _RATES and cell.value is not None and (cell.value < 0 or (unit == "%" and cell.value < _LEAST))
    )


def _name(label: str) -> str:
    bare = " ".join(label.split())
    for _ in range(2):
        bare = _BULLET.sub("", bare)
    bare = _AMONG.sub("", bare)
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", bare) if len(bare) > 60 else bare
    return "" if _EMPTY_LABEL.match(bare) or not any(letter.isalpha() for letter in bare) else bare.rstrip(" :.")


def _figure(table: Table, cell: Cell, column: _Column, label: str) -> Figure:
    value = (cell.value or 0.0) + 0.0
    compared = column.role in ("ratio", "attainment")
    written = "%" if compared else cell.unit
    unit = read_unit(written) if written else None
    low, high = _bounds(cell, value, unit is not None and unit.measured)
    return Figure(
        id=0,
        place=Place(table_id=table.id, row=cell.row, col=cell.col),
        start=len(cell.text) - len(cell.text.lstrip()),
        end=len(cell.text.rstrip()),
        quote=cell.text.strip(),
        value=value,
        unit=written,
        name=label,
        low=low,
        high=high,
        value_base=round(value * unit.factor, 9) if unit else None,
        unit_base=unit.base if unit else written,
        kind=_kind(column, label, unit.base if unit else ""),
        period=column.period.label,
        period_start=column.period.start,
        period_end=column.period.end,
        state={"plan": "plan", "estimate": "estimate"}.get(column.role, "stated"),
        change=_ratio_change(value, column.period) if column.role == "ratio" else None,
    )


def _bounds(cell: Cell, value: float, measured: bool) -> tuple[float, float]:
    """Return how low and how high a printed number may be: half a digit, both ends of a range, a count itself."""
    number, span = read_cell(cell.text.strip()), read_range(cell.text)
    if number is None and span is not None and span[0].value == value:
        return value, span[1].value
    half = number.step / 2 if number and (number.decimals or measured) else 0.0
    return round(value - half, 9) + 0.0, round(value + half, 9) + 0.0


def _kind(column: _Column, label: str, base: str) -> str:
    fixed = {"plan": "target", "attainment": "plan_attainment", "ratio": "change"}.get(column.role)
    if fixed:
        return fixed
    if base != "%":
        return "level"
    return "change" if GROWTH.search(label.lower()) else "share"


def _ratio_change(value: float, period: Period) -> Change:
    before = str(int(period.end[:4]) - 1) if period.end else "năm trước"
    return fall_or_rise(round(value - 100, 6), "%", before)
