"""How often words come up in each year, told against how much those years' reports say."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Generator, MutableMapping
from dataclasses import dataclass

from db import queries
from db.connections import stoppable
from db.library import Library
from db.model import Progress
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
    library: Library, query: str, scopes: tuple[str, ...], known: MutableMapping[int, int], stop: threading.Event
) -> Generator[Progress, None, tuple[Frequency, ...]]:
    """Count the places of a query year by year; `known` keeps the syllables of reports. For a Job.

    Ends early when `stop` is set.
    """
    connection = library.reader()
    with stoppable(connection, stop.is_set):
        lengths: defaultdict[int, int] = defaultdict(int)
        for spine in queries.spines(connection):
            if spine.year is None:
                continue
            if spine.id not in known:
                known[spine.id] = queries.syllables(connection, spine.id)
                yield Progress(0, 0, "count", spine.period)
            lengths[spine.year] += known[spine.id]
        found = []
        for year in sorted(lengths):
            yield Progress(0, 0, "search")
            total = search(connection, query, years=(year,), scopes=scopes, limit=0).total
            found.append(Frequency(year, total, lengths[year]))
    return tuple(found)
