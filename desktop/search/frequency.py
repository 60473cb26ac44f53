"""How often words come up in each year, told against how much those years' reports say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, MutableMapping
from dataclasses import dataclass

from db import queries
from db.library import Library
from db.model import Content, Progress
from db.search import search

PER = 10_000
"""Syllables a rate is told for."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """The places of a query in one year; `rate` is per PER syllables of that year's reports."""

    year: int
    places: int
    syllables: int

    @property
    def rate(self) -> float:
        """How often, per PER syllables."""
        return self.places * PER / self.syllables if self.syllables else 0.0


def frequencies(
    library: Library, query: str, scopes: tuple[str, ...], known: MutableMapping[int, int]
) -> Generator[Progress, None, tuple[Frequency, ...]]:
    """Count the places of a query year by year; `known` keeps the syllables of reports. For a Job."""
    connection = library.reader()
    lengths: defaultdict[int, int] = defaultdict(int)
    for report in queries.reports(connection):
        if report.data.year is None:
            continue
        if report.id not in known:
            known[report.id] = syllables_of(queries.content(connection, report.id, verify=False))
            yield Progress(0, 0, "count", report.slug)
        lengths[report.data.year] += known[report.id]
    found = []
    for year in sorted(lengths):
        yield Progress(0, 0, "search")
        total = search(connection, query, years=(year,), scopes=scopes, limit=1).total
        found.append(Frequency(year, total, lengths[year]))
    return tuple(found)


def syllables_of(content: Content) -> int:
    """Return how many syllables a report has: text, notes and cells."""
    texts = [block.text for block in content.blocks] + [note.text for note in content.notes]
    texts += [cell.text for table in content.tables for cell in table.cells]
    return sum(len(text.split()) for text in texts)
