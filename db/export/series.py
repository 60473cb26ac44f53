"""Series as tables: a column for every year, or every value on a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from db.export.cells import counted_number, figure_cell, linked_cell, text_cell
from db.export.figures import state_words
from db.export.table import BLANK, ExportCell, ExportNote, ExportTable, Origin, Row
from db.export.words import place, words
from db.indicators.indices import is_index
from db.indicators.vintages import is_target, is_whole_year, says_the_same, strength, vintages
from db.model import Point, Series
from db.ranges import far_end
from db.vietnamese.writing import decimals_of, with_unit

OriginOf = Callable[[Point], Origin]

_LIST = ("indicator", "year", "period", "value", "unit", "state", "sentence", "source")
_NAMED = 2
"""As many series are named in the caption."""
_LIST_WIDTHS = (36, 8, 14, 14, 14, 12, 60, 28)


def series_list(series: Sequence[Series], origin_of: OriginOf, language: str = "vi") -> ExportTable:
    """Return every value of every series, one a line, with its sentence and source."""
    pairs = [(one, point) for one in series for point in one.points]
    notes = _Notes(origin_of, language)
    rows = []
    for one, point in pairs:
        value = counted_number(point.value, unit=one.unit)
        value = notes.marked(value, notes.corrected(one, point))
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
        notes=tuple(notes.made),
        origins=_distinct(origin_of(point) for _, point in pairs),
        corrected=sum(point.original is not None for _, point in pairs),
        widths=_LIST_WIDTHS,
        links=tuple(origin_of(point).link for _, point in pairs),
    )


def series_table(
    series: Sequence[Series],
    origin_of: OriginOf,
    language: str = "vi",
    report_years: Mapping[int, int] | None = None,
) -> ExportTable:
    """Return series with a column for every year, and what was planned in a row of its own below.

    A year shows the value that a chart shows (`db.indicators.vintages`): estimates, implied
    values and "gần …" are marked as such, and what other reports say of the year stands in
    a note, so that none is lost. `report_years` stands in where a point names no report year.
    """
    notes = _Notes(origin_of, language)
    years = sorted({point.year for one in series for point in one.points})
    rows: list[Row] = []
    links: list[str] = []
    for one in series:
        parted = vintages(one.points, report_years)
        planned = _strongest(parted.targets, report_years)
        for name, points in ((one.name, parted.shown), (words("planned", language, name=one.name), planned)):
            if points:
                cells = _cells(replace(one, name=name), points, years, notes)
                rows.append((counted_number(len(rows) + 1), text_cell(name), text_cell(one.unit), *cells))
                links.append(origin_of(points[-1]).link)
    head = (words("number", language), words("indicator", language), words("unit", language), *map(str, years))
    title = words("series", language)
    names = list(dict.fromkeys(one.name for one in series))
    return ExportTable(
        name=title,
        caption=f"{title}: {'; '.join(names)}" if len(names) <= _NAMED else title,
        head=(tuple(map(text_cell, head)),),
        rows=tuple(rows),
        notes=tuple(notes.made),
        origins=_distinct(origin_of(point) for one in series for point in one.points),
        links=tuple(links),
        corrected=sum(point.original is not None for one in series for point in one.points),
    )


class _Notes:
    """The notes of a table of series, in the order of their marks; equal ones are one."""

    def __init__(self, origin_of: OriginOf, language: str) -> None:
        self.made: list[ExportNote] = []
        self._origin_of = origin_of
        self._language = language

    def of(self, one: Series, shown: Point, others: Iterable[Point]) -> list[int]:
        """Return the numbers of the notes that a value needs."""
        facts = [] if shown.state in ("stated", "plan") else [state_words(shown.state, self._language)]
        facts += [shown.qualifier] if shown.qualifier else []
        facts += [] if is_whole_year(shown) else [shown.period]
        texts = [words("value_note", self._language, value=", ".join(facts))] if facts else []
        texts += self.corrected(one, shown)
        said = dict.fromkeys(self._said(one, point) for point in others)
        if said:
            texts.append(words("other_values", self._language, name=one.name, year=shown.year, value="; ".join(said)))
        return [self._number(text) for text in texts]

    def corrected(self, one: Series, point: Point) -> list[str]:
        """Return the note of a value the user corrected: what the report says; none for any other."""
        if point.original is None:
            return []
        said = counted_number(point.original).text
        unit = "" if is_index(one.unit) else one.unit
        return [words("corrected_note", self._language, value=with_unit(said, unit))]

    def marked(self, cell: ExportCell, texts: Iterable[str]) -> ExportCell:
        """Return a cell with the marks of notes behind its words."""
        marks = tuple((len(cell.text), self._number(text)) for text in texts)
        return replace(cell, marks=marks) if marks else cell

    def _said(self, one: Series, point: Point) -> str:
        """Return which report says what."""
        origin = self._origin_of(point)
        report = place(replace(origin, section="", paragraph=0, table=0, note=""), self._language)
        value = figure_cell(point, unit=one.unit).text
        return words("says", self._language, report=report, value=value)

    def _number(self, text: str) -> int:
        known = next((at for at, note in enumerate(self.made) if note.text == text), None)
        if known is None:
            self.made.append(ExportNote(str(len(self.made) + 1), text))
        return len(self.made) - 1 if known is None else known


def _cells(one: Series, points: Sequence[Point], years: Sequence[int], notes: _Notes) -> list[ExportCell]:
    """Return a cell for every year, all with as many decimals as the longest of them has."""
    places = max(decimals_of(point.value) for point in points)
    shown = {point.year: point for point in points}
    cells = []
    for year in years:
        point = shown.get(year)
        if point is None:
            cells.append(BLANK)
            continue
        cell = figure_cell(point, places, one.unit)
        others = [other for other in one.points if _differs(other, point)]
        marks = tuple((len(cell.text), number) for number in notes.of(one, point, others))
        cells.append(replace(cell, marks=marks) if marks else cell)
    return cells


def _differs(other: Point, shown: Point) -> bool:
    """Whether another figure speaks of the same year, of what was or of what was planned alike, and says otherwise."""
    if other.year != shown.year or is_target(other) != is_target(shown) or _ends(other) == _ends(shown):
        return False
    return other.state != "implied" or not says_the_same(other, (shown,))


def _ends(point: Point) -> tuple[float, float | None]:
    return point.value, far_end(point)


def _strongest(points: Iterable[Point], report_years: Mapping[int, int] | None) -> tuple[Point, ...]:
    """Return one planned value per year, in the order of the years."""
    found: dict[int, Point] = {}
    for point in sorted(points, key=lambda one: strength(one, report_years)):
        found[point.year] = point
    return tuple(found[year] for year in sorted(found))


def _distinct(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return one origin per report: the report as a whole."""
    found: dict[int, Origin] = {}
    for origin in origins:
        found.setdefault(origin.report_id, replace(origin, section="", heading="", paragraph=0, table=0, note=""))
    return tuple(found.values())
