"""What stands on the shelf: reports with their counts, in Vietnamese order; no Qt.

Which reports there are is read at once, each report whole only when somebody looks at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass

from db import queries
from db.library import Library
from db.model import Counts, Progress, Report, Spine
from db.vietnamese.collation import collation_key
from db.vietnamese.folding import fold

Whole = tuple[Report, Counts]

_AT_ONCE = 500
"""Names folded in one step, a few milliseconds: the window must not wait for a thread that does nothing else."""


class Volume:
    """One report as the shelf shows it. `issuer` is the place where no issuer is known; `words` see `tell_words`."""

    __slots__ = ("_load", "_spine", "_whole", "id", "issuer", "kind", "period", "words", "year")

    def __init__(self, spine: Spine, load: Callable[[Spine], Whole]) -> None:
        self.id, self.issuer, self.kind, self.year, self.period = self._spine = spine
        self.words = ""
        self._load = load
        self._whole: Whole | None = None

    @property
    def report(self) -> Report:
        """The report."""
        return self._read()[0]

    @property
    def counts(self) -> Counts:
        """How much it holds."""
        return self._read()[1]

    def _read(self) -> Whole:
        if self._whole is None:
            self._whole = self._load(self._spine)
        return self._whole


@dataclass(frozen=True, slots=True)
class Row:
    """All reports of one issuer and kind; `years` maps a year to its reports, oldest import first."""

    issuer: str
    kind: str
    years: dict[int | None, tuple[Volume, ...]]


def volumes_of(spines: Iterable[Spine], load: Callable[[Spine], Whole]) -> list[Volume]:
    """Return the volumes of the library, in the order given."""
    return [Volume(spine, load) for spine in spines]


def folded_words(library: Library) -> Generator[Progress, None, dict[int, str]]:
    """Return the words that name each report, folded, by its id: what the filter looks in. For a Job."""
    texts = queries.telling_words(library.reader())
    ids, folded = list(texts), dict[int, str]()
    for start in range(0, len(ids), _AT_ONCE):
        yield Progress(start, len(ids), "fold")
        part = ids[start : start + _AT_ONCE]
        # One fold of many is three times as fast as one of each; no name holds a line break in the fold.
        names = fold("\n".join(texts[number].replace("\n", " ") for number in part)).split("\n")
        folded.update(zip(part, names, strict=True))
    return folded


def tell_words(volumes: Iterable[Volume], folded: Mapping[int, str]) -> None:
    """Let every volume know the words that name it."""
    for volume in volumes:
        volume.words = folded.get(volume.id, "")


def matching(volumes: Iterable[Volume], typed: str) -> list[Volume]:
    """Return the volumes in which every typed word stands; diacritics and case do not matter."""
    found = list(volumes)
    for word in fold(typed).split():
        found = [volume for volume in found if word in volume.words]
    return found


def rows_of(volumes: Iterable[Volume]) -> list[Row]:
    """Return one row per issuer and kind, in Vietnamese order."""
    groups: defaultdict[tuple[str, str], dict[int | None, tuple[Volume, ...]]] = defaultdict(dict)
    for volume in volumes:
        years, year = groups[volume.issuer, volume.kind], volume.year
        years[year] = (*years[year], volume) if year in years else (volume,)
    ordered = sorted(groups, key=lambda group: (collation_key(group[0]), collation_key(group[1])))
    return [Row(*group, groups[group]) for group in ordered]


def years_of(volumes: Iterable[Volume]) -> list[int | None]:
    """Return every year from the first to the last, those without a report too; None last where a year is unknown."""
    known = {volume.year for volume in volumes}
    years = [year for year in known if year is not None]
    span: list[int | None] = list(range(min(years), max(years) + 1)) if years else []
    return span + ([None] if None in known else [])


SORT_KEYS: dict[str, Callable[[Volume], object]] = {
    "year": lambda volume: (volume.year or 0, volume.period),
    "issuer": lambda volume: collation_key(volume.report.data.issuer),
    "title": lambda volume: collation_key(volume.report.data.title),
    "number": lambda volume: volume.report.data.number,
    "date": lambda volume: volume.report.data.date,
    "sections": lambda volume: volume.counts.sections,
    "notes": lambda volume: volume.counts.notes,
    "tables": lambda volume: volume.counts.tables,
    "figures": lambda volume: volume.counts.figures,
    "imported": lambda volume: (volume.report.imported_at, volume.id),
}
"""What each column of the list is sorted by."""
