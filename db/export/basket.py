"""The basket of what is to go out: rows that outlive a restart, and the tables they stand for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import msgspec

from db import queries
from db.annotated import Noted, noted
from db.errors import DamagedLibrary
from db.export.annotation_list import annotations_table
from db.export.clerk import clerk_table
from db.export.figures import Chosen, chosen_figures, figures_table
from db.export.indexed import Indexed
from db.export.note_list import notes_table
from db.export.origins import Origins
from db.export.series import series_list, series_table
from db.export.table import ExportTable, Origin, Picture
from db.export.tables import export_table
from db.export.years import merged
from db.indicators import catalogue
from db.indicators.vintages import as_known_in, joined
from db.interface.series import in_language
from db.layers import Layers
from db.model import Content, Figure, Point, Report, ReportData, Series

Kind = Literal["table", "merged", "figures", "clerk", "notes", "series", "series_list", "annotations"]

_UNREADABLE = Content(ReportData(), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Part:
    """Some things of one report, by their numbers in it from 1 (tables, figures or notes); all where none is named.

    The report is known by its file (`sha256`) and its slug, so that a basket fits another
    library that holds the same reports. `rows` are the rows shown of a table's body, None
    for all.
    """

    slug: str
    sha256: str
    numbers: tuple[int, ...] = ()
    rows: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class BasketItem:
    """One entry of the basket, one table of the export.

    `kind` table takes one table, merged sets several side by side; figures and clerk list
    figures, notes the notes; series and series_list show `indicators`, each in the unit
    beside it in `units` (in all of its units where that is empty), of `area` (of every area
    where it is empty), as reports up to the year `known` told them (0: all reports), as an
    index whose value of the year `base` is 100 (0: as the reports have them). `chart`
    is how a picture of them is drawn, empty for none; annotations are the user's own notes
    named by `keys` (all where there are none). `title` is what the basket shows, `year` that
    of a clerk's table, `chosen` whether it goes out now.
    """

    kind: Kind
    title: str
    parts: tuple[Part, ...] = ()
    indicators: tuple[str, ...] = ()
    year: int = 0
    chosen: bool = True
    units: tuple[str, ...] = ()
    known: int = 0
    chart: str = ""
    area: str = ""
    keys: tuple[str, ...] = ()
    base: int = 0


Illustrate = Callable[[BasketItem, Sequence[Series], Sequence[Report]], tuple[Picture, ...]]


@dataclass(frozen=True, slots=True)
class Filled:
    """The tables of a basket, and the items whose report, table or figures are no longer there."""

    tables: tuple[ExportTable, ...]
    missing: tuple[BasketItem, ...]


def dumps(items: Iterable[BasketItem]) -> str:
    """Return a basket as text to keep."""
    return msgspec.json.encode(list(items)).decode()


def loads(text: str) -> tuple[BasketItem, ...]:
    """Return a kept basket; empty where the text is not one, as after a damaged settings file."""
    try:
        return tuple(msgspec.json.decode(text, type=list[BasketItem]))
    except (msgspec.DecodeError, ValueError):
        return ()


def part_of(report: Report, numbers: Sequence[int] = (), rows: Sequence[int] | None = None) -> Part:
    """Return a part of a report for the basket."""
    return Part(report.slug, report.source.sha256, tuple(numbers), None if rows is None else tuple(rows))


def fill(
    conn: sqlite3.Connection,
    items: Iterable[BasketItem],
    language: str = "vi",
    layers: Layers | None = None,
    illustrate: Illustrate | None = None,
) -> Filled:
    """Return the tables the chosen items stand for, in their order. Raises LibraryError.

    `layers` are the user's corrections and decisions about series. `illustrate` draws the
    chart of an item that wants one; without it nothing is drawn.
    """
    shop = _Shop(conn, language, layers, illustrate)
    tables: list[ExportTable] = []
    missing: list[BasketItem] = []
    for item in items:
        if item.chosen:
            made = shop.table(item)
            missing += [item] if made is None else []
            tables += [] if made is None else [made]
    return Filled(tuple(tables), tuple(missing))


class _Shop:
    """Makes the tables of items; every report is read once."""

    def __init__(
        self, conn: sqlite3.Connection, language: str, layers: Layers | None, illustrate: Illustrate | None
    ) -> None:
        self._conn = conn
        self._language = language
        self._layers = layers
        self._corrections = layers.corrections if layers is not None else ()
        self._illustrate = illustrate
        self._reports = queries.reports(conn)
        self._content = cache(self._read)
        self._origins = cache(self._origins_of)
        self._origin = cache(self._place_of)
        self._makers: Mapping[Kind, Callable[[BasketItem], ExportTable | None]] = {
            "table": self._table,
            "merged": self._merged,
            "figures": self._figures,
            "clerk": self._clerk,
            "notes": self._notes,
            "series": self._series,
            "series_list": self._series,
            "annotations": self._annotations,
        }

    def table(self, item: BasketItem) -> ExportTable | None:
        """Return the table of an item, None where something it names is not there."""
        return self._makers[item.kind](item)

    def _read(self, report_id: int) -> Content | None:
        try:
            return queries.content(self._conn, report_id)
        except DamagedLibrary:
            return None

    def _report(self, part: Part) -> tuple[Report, Content] | None:
        same = [report for report in self._reports if part.sha256 and report.source.sha256 == part.sha256]
        named = [report for report in self._reports if report.slug == part.slug and not part.sha256]
        for report in (*same, *named):
            content = self._content(report.id)
            if content is not None:
                return report, content
        return None

    def _parts(self, item: BasketItem) -> list[tuple[Part, Report, Content]] | None:
        found = [(part, self._report(part)) for part in item.parts]
        if not found or any(one is None for _, one in found):
            return None
        return [(part, *one) for part, one in found if one is not None]

    def _tables(self, item: BasketItem) -> list[ExportTable] | None:
        made = []
        for part, report, content in self._parts(item) or ():
            for number in part.numbers:
                if not 1 <= number <= len(content.tables):
                    return None
                made.append(
                    export_table(
                        report,
                        content,
                        content.tables[number - 1],
                        part.rows,
                        self._language,
                        corrections=self._corrections,
                    )
                )
        return made or None

    def _table(self, item: BasketItem) -> ExportTable | None:
        made = self._tables(item)
        return made[0] if made else None

    def _merged(self, item: BasketItem) -> ExportTable | None:
        made = self._tables(item)
        return merged(made, self._language) if made else None

    def _chosen(self, item: BasketItem) -> list[Chosen] | None:
        made = []
        for part, report, content in self._parts(item) or ():
            numbers = part.numbers or range(1, len(content.figures) + 1)
            if not all(1 <= number <= len(content.figures) for number in numbers):
                return None
            figures = [content.figures[number - 1] for number in numbers]
            made.append(chosen_figures(report, content, figures, self._corrections))
        return made or None

    def _figures(self, item: BasketItem) -> ExportTable | None:
        made = self._chosen(item)
        return figures_table(made, self._language) if made else None

    def _clerk(self, item: BasketItem) -> ExportTable | None:
        made = self._chosen(item)
        return clerk_table(made, item.year, self._language) if made else None

    def _notes(self, item: BasketItem) -> ExportTable | None:
        for part, report, content in self._parts(item) or ():
            numbers = part.numbers or range(1, len(content.notes) + 1)
            if all(1 <= number <= len(content.notes) for number in numbers):
                notes = [content.notes[number - 1] for number in numbers]
                return notes_table(report, content, notes, self._language)
        return None

    def _annotations(self, item: BasketItem) -> ExportTable | None:
        own = self._layers.annotations if self._layers is not None else ()
        by_key = {one.annotation.key: one for one in noted(self._conn, own)}
        shown = [by_key[key] for key in item.keys if key in by_key] if item.keys else list(by_key.values())
        reports = dict.fromkeys(one.report.id for one in shown if one.report is not None)
        wholes = [self._origins(report_id)[0].of(None) for report_id in reports]
        return annotations_table(shown, self._noted_at, wholes, self._language) if shown else None

    def _series(self, item: BasketItem) -> ExportTable | None:
        found = self._found(item)
        if not found or {row.indicator for row in found} != set(item.indicators):
            return None
        if item.kind == "series_list":
            return series_list(found, self._origin, self._language)
        years = {report.id: report.data.year or 0 for report in self._reports}
        told = Indexed(found, item.base, years) if item.base else None
        found = told.series if told is not None else found
        if not found:
            return None
        table = series_table(found, self._origin, self._language, years)
        table = told.account(table, self._language) if told is not None else table
        if not item.chart or self._illustrate is None:
            return table
        return replace(table, pictures=self._illustrate(item, found, self._reports))

    def _found(self, item: BasketItem) -> list[Series]:
        """Return the series of an item, in its order."""
        units = item.units or ("",) * len(item.indicators)
        found: list[Series] = []
        for name, unit in zip(item.indicators, units, strict=False):
            rows = joined(queries.series(self._conn, name, area=item.area or None, layers=self._layers))
            known = [as_known_in(row, item.known) for row in rows] if item.known else rows
            found += [row for row in known if row.points and unit in ("", row.unit)]
        return in_language(found, catalogue.load(), self._language)

    def _noted_at(self, one: Noted) -> Origin:
        if one.report is None:
            return Origin()
        origins, _figures = self._origins(one.report.id)
        stretch = one.stretches[0] if one.stretches else None
        return origins.of(stretch.place, (stretch.start, stretch.end)) if stretch else origins.of(None)

    def _place_of(self, point: Point) -> Origin:
        origins, figures = self._origins(point.report_id)
        figure = figures.get(point.figure_id)
        return origins.of(None) if figure is None else origins.of(figure.place, (figure.start, figure.end))

    def _origins_of(self, report_id: int) -> tuple[Origins, Mapping[int, Figure]]:
        report = next(report for report in self._reports if report.id == report_id)
        content = self._content(report_id) or _UNREADABLE
        return Origins(report, content), {figure.id: figure for figure in content.figures}
