"""Figures on their way out: flat records for other programs, and a list with sentence and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from db.anchoring import texts_of
from db.export.cells import counted_number, figure_cell, fit, linked_cell, text_cell
from db.export.corrected import account_of, corrections_of, count_corrected, note_of
from db.export.origins import Origins
from db.export.records import FigureRecord
from db.export.table import ExportNote, ExportTable, Origin, Row
from db.export.words import place, words
from db.layers import Correction, corrected
from db.model import Change, Content, Figure, Place, Report
from db.vietnamese.numbers import Number, lex
from db.vietnamese.writing import decimals_of

_STATES = {"stated": "stated", "estimate": "state_estimate", "plan": "state_plan"} | {
    "implied": "state_implied",
    "corrected": "state_corrected",
}
_COLUMNS = ("number", "indicator", "value", "unit", "period", "state", "sentence", "source")
_VALUE = _COLUMNS.index("value")
_WIDTHS = (6, 34, 14, 16, 14, 12, 60, 28)


@dataclass(frozen=True)
class Chosen:
    """Figures of one report: its records and their origins, one to one; `whole` is the report's own."""

    report: Report
    whole: Origin
    records: tuple[FigureRecord, ...]
    origins: tuple[Origin, ...]


def chosen_figures(
    report: Report,
    content: Content,
    figures: Iterable[Figure] | None = None,
    corrections: Sequence[Correction] = (),
) -> Chosen:
    """Return figures of a report, all of them unless told which, in that order, as the user corrected them."""
    sources = _Sources(report, content, corrections_of(report, content, corrections))
    pairs = [sources.record(figure) for figure in (content.figures if figures is None else figures)]
    return Chosen(report, sources.whole, tuple(record for record, _ in pairs), tuple(origin for _, origin in pairs))


def figures_table(chosen: Sequence[Chosen], language: str = "vi") -> ExportTable:
    """Return a list of figures with the sentence and the place of each."""
    pairs = [pair for one in chosen for pair in zip(one.records, one.origins, strict=True)]
    notes = tuple(ExportNote("", note_of(record, language)) for record, _ in pairs if record.original is not None)
    notes = tuple(replace(note, label=str(number)) for number, note in enumerate(notes, 1))
    rows = tuple(_row(number, record, origin, language) for number, (record, origin) in enumerate(pairs, 1))
    years = sorted({one.report.data.period or str(one.report.data.year or "") for one in chosen})
    title = words("figures", language)
    return ExportTable(
        name=" ".join(part for part in (*(years if len(years) == 1 else ()), title) if part),
        caption=" ".join(part for part in (title, ", ".join(filter(None, years))) if part),
        head=(tuple(text_cell(words(key, language)) for key in _COLUMNS),),
        rows=tuple(_marked(rows, (record for record, _ in pairs))),
        origins=tuple(one.whole for one in chosen),
        notes=notes,
        widths=_WIDTHS,
        links=tuple(origin.link for _, origin in pairs),
        records=tuple(record for record, _ in pairs),
        corrected=count_corrected(record for record, _ in pairs),
    )


def state_words(state: str, language: str) -> str:
    """Return what a state of FIGURE_STATES is called."""
    return words(_STATES[state], language)


def _marked(rows: Iterable[Row], records: Iterable[FigureRecord]) -> Iterator[Row]:
    """Put the marks of the notes on the values that were corrected."""
    marks = count()
    for row, record in zip(rows, records, strict=True):
        value = row[_VALUE]
        if record.original is not None:
            value = replace(value, marks=((len(value.text), next(marks)),))
        yield (*row[:_VALUE], value, *row[_VALUE + 1 :])


def _row(number: int, record: FigureRecord, origin: Origin, language: str) -> Row:
    value = figure_cell(record, record.decimals, record.unit)
    texts = (record.unit, record.period, state_words(record.state, language), record.quote)
    source = linked_cell(place(origin, language), origin.link)
    return (counted_number(number), text_cell(record.name), value, *map(text_cell, texts), source)


class _Sources:
    """Finds what the record of a figure needs to know of its report."""

    def __init__(self, report: Report, content: Content, corrections: Mapping[int, Correction]) -> None:
        self._report = report
        self._corrections = corrections
        self._content = content
        self._origins = Origins(report, content)
        self.whole = self._origins.of(None)

    def record(self, figure: Figure) -> tuple[FigureRecord, Origin]:
        """Return the record of a figure, as it was corrected, and its origin."""
        correction = self._corrections.get(figure.id)
        if correction is None:
            return self._record(figure, self._decimals(figure))
        laid = corrected(figure, correction)
        record, origin = self._record(laid, max(self._decimals(figure), decimals_of(laid.value)))
        printed = " ".join(self._texts.get(figure.place, "")[figure.start : figure.end].split())
        own = {
            "original": figure.value,
            "original_text": fit(printed),
            "original_unit": figure.unit,
            "original_period": figure.period,
            "original_state": figure.state,
        }
        return replace(record, correction=fit(account_of(correction)), **own), origin  # type: ignore[arg-type]

    def _record(self, figure: Figure, decimals: int) -> tuple[FigureRecord, Origin]:
        origin = self._origins.of(figure.place, (figure.start, figure.end))
        change = figure.change or Change("", 0.0, "")
        record = FigureRecord(
            id=figure.id,
            indicator=figure.indicator,
            name=fit(figure.name),
            value=figure.value,
            decimals=decimals,
            unit=figure.unit,
            low=figure.low,
            high=figure.high,
            value_base=figure.value_base,
            unit_base=figure.unit_base,
            qualifier=figure.qualifier,
            kind=figure.kind,
            period=figure.period,
            period_start=figure.period_start,
            period_end=figure.period_end,
            year=_year(figure, self._report),
            state=figure.state,
            of=figure.of,
            change_direction=change.direction,
            change_value=change.value if figure.change else None,
            change_unit=change.unit,
            change_versus=change.versus,
            implied_previous=figure.implied_previous,
            quote=fit(figure.quote),
            report=self._report.slug,
            report_year=self._report.data.year,
            sha256=self._report.source.sha256,
            section=origin.section,
            paragraph=origin.paragraph,
            note=origin.note,
            link=origin.link,
        )
        return record, origin

    def _decimals(self, figure: Figure) -> int:
        """Return the decimals in print; those the value needs where it is not printed as one number."""
        printed = self._texts.get(figure.place, "")[figure.start : figure.end]
        numbers = (found for found in lex(printed) if isinstance(found, Number))
        same = (found.decimals for found in numbers if abs(found.value) == abs(figure.value))
        return max(next(same, 0), decimals_of(figure.value))

    @cached_property
    def _texts(self) -> dict[Place, str]:
        return texts_of(self._content)


def _year(figure: Figure, report: Report) -> int | None:
    end = figure.period_end[:4]
    return int(end) if end.isdecimal() else report.data.year
