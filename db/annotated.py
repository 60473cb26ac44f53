"""The user's highlights and notes in a library, each with the place it stands at; and a search in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from db import queries
from db.anchoring import Stretch, Texts
from db.annotations import home_of, standing_in
from db.citations import Cited, Places
from db.errors import TuBaoCaoError
from db.layers import Annotation
from db.links import link_to
from db.model import Content, Place, Progress, Report, SearchHit
from db.search import highlights
from db.vietnamese.folding import nfc
from db.working import finished

_KEPT = 4
"""As many reports are kept read while the annotations of all are gone through."""

_BEFORE, _LONGEST = 40, 160
"""How many letters a hit shows before its first word, and at most."""

OWN_SCOPE = "own"
"""The scope of hits in the user's own notes."""


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation and where it stands. Without a `report` none of its versions is in the library;

    without `stretches` its words were not found in it: in both cases it has lost its anchor.
    """

    annotation: Annotation
    report: Report | None = None
    stretches: tuple[Stretch, ...] = ()
    cited: Cited | None = None
    section_id: int | None = None
    link: str = ""

    @property
    def lost(self) -> bool:
        """Whether it has lost its anchor."""
        return not self.stretches

    def order(self) -> tuple[bool, int, int, int, str]:
        """Return what sorts notes: the newest report first, inside it as one reads; the lost ones at the end."""
        year = self.report.data.year or 0 if self.report is not None else 0
        place = self.stretches[0].place if self.stretches else Place()
        number = place.block_id or place.note_id or place.table_id or 0
        return self.lost, -year, self.report.id if self.report else 0, number, self.annotation.made


Placing = Generator[Progress, None, tuple[Noted, ...]]


def noted(conn: sqlite3.Connection, annotations: Iterable[Annotation]) -> tuple[Noted, ...]:
    """Return where annotations stand, in reading order, the newest report first and the lost ones last."""
    return finished(placing(conn, annotations))


def placing(conn: sqlite3.Connection, annotations: Iterable[Annotation]) -> Placing:
    """Do what `noted` does as a long work: yields before each annotation, for reports have to be read."""
    reports = queries.reports(conn)
    read = lru_cache(maxsize=_KEPT)(_reader(conn))
    listed = sorted(annotations, key=lambda one: (one.report, one.made, one.key))
    found = []
    for number, annotation in enumerate(listed):
        yield Progress(number, len(listed), "annotations")
        found.append(_placed(annotation, home_of(annotation, reports), read))
    return tuple(sorted(found, key=Noted.order))


def found_in(
    conn: sqlite3.Connection, annotations: Iterable[Annotation], query: str, years: Sequence[int] = ()
) -> tuple[SearchHit, ...]:
    """Return the annotations that have all words of a query in their note or in the words marked, as hits.

    Of lost ones nothing can be opened, so they are no hits.
    """
    words = nfc(query).replace('"', " ").split()
    having = [one for one in annotations if words and all(highlights(_text(one), word) for word in words)]
    hits = []
    for one in noted(conn, having):
        if one.report is not None and one.stretches and (not years or one.report.data.year in years):
            text = _text(one.annotation)
            snippet = _cut(text, highlights(text, words[0])[0][0])
            marks = sorted({span for word in words for span in highlights(snippet, word)})
            place = one.stretches[0].place
            hits.append(SearchHit(one.report.id, one.section_id, place, OWN_SCOPE, snippet, tuple(marks)))
    return tuple(hits)


def _text(annotation: Annotation) -> str:
    return nfc(f"{annotation.words} «{annotation.quote}»".strip())


@dataclass(frozen=True)
class _Read:
    """A report read, with all that places in it are told by."""

    content: Content
    texts: Texts
    places: Places


def _reader(conn: sqlite3.Connection) -> Callable[[int], _Read | None]:
    def read(report_id: int) -> _Read | None:
        try:
            content = queries.content(conn, report_id, verify=False)
        except TuBaoCaoError:
            return None
        return _Read(content, Texts(content), Places(content))

    return read


def _placed(annotation: Annotation, homes: Sequence[Report], read: Callable[[int], _Read | None]) -> Noted:
    for report in homes:
        found = read(report.id)
        standing = standing_in(report, found.texts, (annotation,)) if found is not None else ()
        if found is not None and standing:
            first = standing[0].stretches[0]
            link = link_to(report, first.place, found.content, (first.start, first.end))
            section = _section(found.content, first.place)
            return Noted(annotation, report, standing[0].stretches, found.places.cited(first.place), section, link)
    return Noted(annotation, homes[0] if homes else None)


def _section(content: Content, place: Place) -> int | None:
    if place.block_id is not None:
        return next((block.section_id for block in content.blocks if block.id == place.block_id), None)
    if place.table_id is not None:
        return next((table.section_id for table in content.tables if table.id == place.table_id), None)
    marked = (block.section_id for block in content.blocks for mark in block.marks if mark.note_id == place.note_id)
    return next(marked, None)


def _cut(text: str, at: int) -> str:
    start = max(0, at - _BEFORE)
    lead, tail = "…" if start else "", "…" if start + _LONGEST < len(text) else ""
    return lead + text[start : start + _LONGEST] + tail
