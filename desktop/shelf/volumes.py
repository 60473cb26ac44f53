"""What stands on the shelf: reports with their counts, in Vietnamese order; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.model import Counts, Report
from db.vietnamese.collation import collation_key
from db.vietnamese.folding import fold


@dataclass(frozen=True, slots=True)
class Volume:
    """One report as the shelf shows it. `words` is what the filter looks in, folded."""

    report: Report
    counts: Counts
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """All reports of one issuer and kind; `years` maps a year to its reports, oldest import first."""

    issuer: str
    kind: str
    years: dict[int | None, tuple[Volume, ...]]


def volumes_of(reports: Iterable[Report], counts: dict[int, Counts]) -> list[Volume]:
    """Return the volumes of the library, in the order given."""
    return [Volume(report, counts.get(report.id, Counts()), _words(report)) for report in reports]


def matching(volumes: Iterable[Volume], typed: str) -> list[Volume]:
    """Return the volumes in which every typed word stands; diacritics and case do not matter."""
    words = fold(typed).split()
    return [volume for volume in volumes if all(word in volume.words for word in words)]


def rows_of(volumes: Iterable[Volume]) -> list[Row]:
    """Return one row per issuer and kind, in Vietnamese order."""
    groups: dict[tuple[str, str], dict[int | None, list[Volume]]] = defaultdict(lambda: defaultdict(list))
    for volume in volumes:
        data = volume.report.data
        groups[data.issuer or data.place, data.kind][data.year].append(volume)
    ordered = sorted(groups, key=lambda group: (collation_key(group[0]), collation_key(group[1])))
    return [Row(*group, {year: tuple(found) for year, found in groups[group].items()}) for group in ordered]


def years_of(volumes: Iterable[Volume]) -> list[int | None]:
    """Return every year from the first to the last, those without a report too; None last where a year is unknown."""
    known = {volume.report.data.year for volume in volumes}
    years = [year for year in known if year is not None]
    span: list[int | None] = list(range(min(years), max(years) + 1)) if years else []
    return span + ([None] if None in known else [])


SORT_KEYS: dict[str, Callable[[Volume], object]] = {
    "year": lambda volume: (volume.report.data.year or 0, volume.report.data.period),
    "issuer": lambda volume: collation_key(volume.report.data.issuer),
    "title": lambda volume: collation_key(volume.report.data.title),
    "number": lambda volume: volume.report.data.number,
    "date": lambda volume: volume.report.data.date,
    "sections": lambda volume: volume.counts.sections,
    "notes": lambda volume: volume.counts.notes,
    "tables": lambda volume: volume.counts.tables,
    "figures": lambda volume: volume.counts.figures,
    "imported": lambda volume: (volume.report.imported_at, volume.report.id),
}
"""What each column of the list is sorted by."""


def _words(report: Report) -> str:
    data = report.data
    parts = (
        data.title,
        data.issuer,
        data.place,
        data.number,
        data.period,
        str(data.year or ""),
        data.kind,
        report.source.name,
    )
    return fold(" ".join(parts))
