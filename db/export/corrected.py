"""Figures as the user corrected them, on their way out: the value as corrected, beside it what the report says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db.export.accounts import day
from db.export.cells import counted_number, fit
from db.export.records import FigureRecord
from db.export.table import ExportNote
from db.export.words import words
from db.layers import Correction, anchored, corrected, local_place
from db.model import Content, Figure, Report, Table
from db.vietnamese.writing import with_unit


def corrections_of(report: Report, content: Content, corrections: Sequence[Correction]) -> Mapping[int, Correction]:
    """Return the corrections that stand on figures of a report, by the figure's id; lost ones are not among them."""
    own = [one for one in corrections if one.anchor.report == report.source.sha256]
    if not own:
        return {}
    found, _lost = anchored([replace(one, place=local_place(one.place)) for one in content.figures], own)
    return found


def account_of(correction: Correction) -> str:
    """Return why, by whom and on which day a figure was corrected; empty where nothing of it is known."""
    made = day(correction.at) if correction.at else ""
    return "; ".join(part for part in (correction.why, correction.who, made) if part)


def note_of(record: FigureRecord, language: str) -> str:
    """Return the note of a corrected value: what the report says, and why it was corrected; empty for any other."""
    if record.original is None:
        return ""
    parts = [words("corrected_note", language, value=record.original_text)]
    parts += [words("corrected_why", language, value=record.correction)] if record.correction else []
    return " ".join(parts)


def notes_of_table(
    table: Table, figures: Iterable[Figure], found: Mapping[int, Correction], language: str
) -> dict[tuple[int, int], ExportNote]:
    """Return a note for every cell of a printed table whose figure was corrected: the print stays, the note tells."""
    made: dict[tuple[int, int], ExportNote] = {}
    for figure in figures if found else ():
        place, correction = figure.place, found.get(figure.id)
        if correction is None or place.table_id != table.id or place.row is None or place.col is None:
            continue
        laid = corrected(figure, correction)
        value = with_unit(counted_number(laid.value).text, laid.unit)
        account = account_of(correction)
        parts = [words("corrected_to", language, value=value)]
        parts += [words("corrected_why", language, value=account)] if account else []
        made[place.row, place.col] = ExportNote(f"{len(made) + 1}*", fit(" ".join(parts)))
    return made


def count_corrected(records: Iterable[FigureRecord]) -> int:
    """Return how many of the figures were corrected."""
    return sum(record.original is not None for record in records)
