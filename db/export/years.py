"""Series as tables, and tables of several years set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from db.export.cells import counted_number, linked_cell, text_cell
from db.export.figures import state_words
from db.export.layouts import captions_of, filled
from db.export.table import BLANK, COVERED, ExportCell, ExportNote, ExportTable, Origin, Row
from db.export.words import citation, place, words
from db.model import Point, Series
from db.vietnamese.folding import fold
from db.vietnamese.writing import decimals_of

OriginOf = Callable[[Point], Origin]

_LIST = ("indicator", "year", "period", "value", "unit", "state", "sentence", "source")
_LIST_WIDTHS = (36, 8, 14, 14, 14, 12, 60, 28)


def series_list(series: Sequence[Series], origin_of: OriginOf, language: str = "vi") -> ExportTable:
    """Return every value of every series, one a line, with its sentence and source."""
    pairs = [(one, point) for one in series for point in one.points]
    rows = []
    for one, point in pairs:
        value = counted_number(point.value, unit=one.unit)
        facts = (one.unit, state_words(point.state, language), point.quote)
        origin = origin_of(point)
        source = linked_cell(place(origin, language), origin.link)
        period = (text_cell(str(point.year)), text_cell(point.period))
        rows.append((text_cell(one.name), *period, value, *map(text_cell, facts), source))
    title = words("series", language)
    return ExportTable(
        name=title,
        caption=title,
        head=(tuple(text_cell(words(key, language)) for key in _LIST),),
        rows=tuple(rows),
        origins=_distinct(origin_of(point) for _, point in pairs),
        widths=_LIST_WIDTHS,
        links=tuple(origin_of(point).link for _, point in pairs),
    )


def series_table(series: Sequence[Series], origin_of: OriginOf, language: str = "vi") -> ExportTable:
    """Return series with a column for every year.

    A year that several reports speak of shows the value of the newest; what the others
    say stands in a note, so that none is lost.
    """
    years = sorted({point.year for one in series for point in one.points})
    notes: list[ExportNote] = []
    rows = []
    for number, one in enumerate(series, 1):
        cells = (_value(one, year, origin_of, notes, language) for year in years)
        rows.append((counted_number(number), text_cell(one.name), text_cell(one.unit), *cells))
    head = (words("number", language), words("indicator", language), words("unit", language), *map(str, years))
    title = words("series", language)
    return ExportTable(
        name=title,
        caption=title,
        head=(tuple(map(text_cell, head)),),
        rows=tuple(rows),
        notes=tuple(notes),
        origins=_distinct(origin_of(point) for one in series for point in one.points),
    )


def merged(tables: Sequence[ExportTable], language: str = "vi") -> ExportTable:
    """Return tables of several years side by side: their numbers under the name of each, rows joined by their words.

    Rows are in the order of the last table, others after the row they follow in their
    own. Equal words that come again in one table are joined in their order. How many
    rows are not in every table is told below.
    """
    keyed = [_keyed(table) for table in tables]
    order = _order([list(rows) for rows in keyed])
    names = _naming(tables[-1])
    blocks = [_numbers(table) for table in tables]
    captions = captions_of(tables[-1])
    first: list[ExportCell] = [replace(text_cell(captions[col]), rowspan=2) for col in names]
    second: list[ExportCell] = [COVERED] * len(names)
    for table, columns in zip(tables, blocks, strict=True):
        first += [replace(text_cell(table.name), colspan=len(columns)), *[COVERED] * (len(columns) - 1)]
        second += [text_cell(captions_of(table)[col]) for col in columns]
    rows = tuple(_joined(key, keyed, names, blocks) for key in order)
    missing = sum(not all(key in table for table in keyed) for key in order)
    title = words("merged", language)
    return ExportTable(
        name=title,
        caption=tables[-1].caption or title,
        head=(tuple(first), tuple(second)),
        rows=rows,
        origins=tuple(dict.fromkeys(origin for table in tables for origin in table.origins)),
        remarks=(words("only_some", language, value=missing),) if missing else (),
    )


def _value(one: Series, year: int, origin_of: OriginOf, notes: list[ExportNote], language: str) -> ExportCell:
    points = [point for point in one.points if point.year == year]
    if not points:
        return BLANK
    newest = points[-1]
    places = max(decimals_of(point.value) for point in one.points)
    cell = counted_number(newest.value, max(places, decimals_of(newest.value)), one.unit)
    marks = []
    for point in points[:-1]:
        if point.value != newest.value:
            said = counted_number(point.value, unit=one.unit)
            report = citation(origin_of(point), language)
            text = words("other_value", language, name=one.name, year=year, report=report, value=said.text)
            notes.append(ExportNote(str(len(notes) + 1), text))
            marks.append((len(cell.text), len(notes) - 1))
    return replace(cell, marks=tuple(marks)) if marks else cell


def _distinct(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return one origin per report: the report as a whole."""
    found: dict[int, Origin] = {}
    for origin in origins:
        found.setdefault(origin.report_id, replace(origin, section="", heading="", paragraph=0, table=0, note=""))
    return tuple(found.values())


def _naming(table: ExportTable) -> list[int]:
    numbers = _numbers(table)
    return [col for col in range(table.cols) if col not in numbers]


def _numbers(table: ExportTable) -> list[int]:
    """Return the columns that hold numbers, those of mere words left out; all but the first where none does."""
    found = [col for col in range(table.cols) if any(row[col].kind == "number" for row in table.rows)]
    return found or list(range(1, table.cols))


def _keyed(table: ExportTable) -> dict[tuple[str, int], list[ExportCell]]:
    """Return the rows by their words (numbers of rows left out) and by which time these come."""
    naming = _naming(table)
    seen: Counter[str] = Counter()
    found = {}
    for row in filled(table.rows):
        texts = [" ".join(fold(row[col].text).split()) for col in naming]
        words_only = [text for text in texts if any(len(part) > 1 and part.isalpha() for part in text.split())]
        key = " | ".join(dict.fromkeys(words_only or texts))
        found[key, seen[key]] = row
        seen[key] += 1
    return found


def _order(lists: Sequence[Sequence[tuple[str, int]]]) -> list[tuple[str, int]]:
    order = list(lists[-1])
    for keys in reversed(lists[:-1]):
        at = 0
        for key in keys:
            if key in order:
                at = order.index(key) + 1
            else:
                order.insert(at, key)
                at += 1
    return order


def _joined(
    key: tuple[str, int],
    keyed: Sequence[Mapping[tuple[str, int], list[ExportCell]]],
    names: Sequence[int],
    blocks: Sequence[Sequence[int]],
) -> Row:
    newest = next(table[key] for table in reversed(keyed) if key in table)
    cells = [_alone(newest[col]) if col < len(newest) else BLANK for col in names]
    for table, columns in zip(keyed, blocks, strict=True):
        row = table.get(key)
        cells += [_alone(row[col]) if row else BLANK for col in columns]
    return tuple(cells)


def _alone(cell: ExportCell) -> ExportCell:
    return replace(cell, rowspan=1, colspan=1, marks=())
