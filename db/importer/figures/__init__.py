"""The figures of a report: every quantity its sentences and tables state, each with its words."""

from __future__ import annotations

from db.importer.figures.belonging import with_series
from db.importer.figures.coverage import Coverage, coverage
from db.importer.figures.doubtful import OpenReading, open_readings
from db.importer.figures.explaining import Rejected, UnitStep, Why, Word, explain_figure
from db.importer.figures.making import Text, figures_of, read_owner
from db.importer.figures.owners import other_owners, prose_owners
from db.importer.figures.tables import table_figures
from db.importer.figures.titles import Titles
from db.indicators.catalogue import load
from db.model import Content, Figure, Place
from db.vietnamese.numbers import Unused, lex

UnusedNumber = tuple[Place, int, int, str]


def find_figures(content: Content) -> tuple[Figure, ...]:
    """Return the figures of `content` in reading order: body, notes, then tables; ids count from 1."""
    return read_figures(content)[0]


def read_figures(content: Content) -> tuple[tuple[Figure, ...], tuple[UnusedNumber, ...]]:
    """Return the figures of `content`, and the numbers of its running text that became none, at one reading."""
    catalogue = load()
    found: list[Figure] = []
    unused: list[UnusedNumber] = []
    for text in _read(content):
        found.extend(figures_of(text, content.data, catalogue, len(found) + 1))
        unused.extend((text.owner.place, token.start, token.end, token.reason) for token in text.unused)
    for table in content.tables:
        found.extend(table_figures(table, content.data, catalogue, len(found) + 1))
    titles = Titles(content)
    return tuple(with_series(figure, titles) for figure in found), tuple(unused)


def unused_numbers(content: Content) -> tuple[UnusedNumber, ...]:
    """Return the printed numbers of the text that became no figure: place, start, end and the reason.

    The reasons are those of `db.vietnamese.numbers.REASONS`; those "ambiguous" or with
    "no unit" are doubtful (TBC-452, TBC-453), the others count nothing.
    """
    found = list(read_figures(content)[1])
    for owner in other_owners(content):
        for token in lex(owner.text, owner.numbered):
            reason = token.reason if isinstance(token, Unused) else "heading"
            found.append((owner.place, token.start, token.end, reason))
    return tuple(found)


def _read(content: Content) -> list[Text]:
    """Read the body first, so that each note finds what it hangs on."""
    texts: list[Text] = []
    blocks: dict[int | None, Text] = {}
    for owner in prose_owners(content):
        anchor = blocks.get(owner.anchor[0]) if owner.anchor else None
        text = read_owner(owner, content.data, anchor)
        texts.append(text)
        if owner.place.block_id is not None:
            blocks[owner.place.block_id] = text
    return texts


__all__ = [
    "Coverage",
    "OpenReading",
    "Rejected",
    "UnitStep",
    "UnusedNumber",
    "Why",
    "Word",
    "coverage",
    "explain_figure",
    "find_figures",
    "open_readings",
    "read_figures",
    "unused_numbers",
]
