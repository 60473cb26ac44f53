"""The same comparison told from the other side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.comparison import kinds, notes, tables
from db.comparison.columns import Line, read_sheet
from db.comparison.figures import figure_pair
from db.comparison.ordering import Position, ordered
from db.comparison.redline import mirrored as turned
from db.comparison.rows import (
    ColumnPair,
    Comparison,
    Contradiction,
    FigurePair,
    NotePair,
    SectionPair,
    SentencePair,
    Spot,
    TablePair,
)
from db.comparison.summary import differences, reuse, skipped
from db.model import Content

_OTHER = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}

Ids = Mapping[int | None, int | None]


def mirrored(found: Comparison, left: Content, right: Content) -> Comparison:
    """Return `found`, a comparison of `left` with `right`, as one of `right` with `left`."""
    sections = kinds.in_order([_section(pair) for pair in found.sections])
    section_ids = _ids([pair.id for pair in sections])
    sentences = _in_order([_sentence(pair) for pair in found.sentences])
    sentence_ids = _ids([pair.id for pair in sentences])
    note_pairs = notes.in_order([_note(pair) for pair in found.notes])
    note_ids = _ids([pair.id for pair in note_pairs])
    note_pairs = [
        replace(pair, id=place, sentence=sentence_ids[pair.sentence]) for place, pair in enumerate(note_pairs, start=1)
    ]
    sections = [replace(pair, id=place) for place, pair in enumerate(sections, start=1)]
    sentences = [
        replace(
            pair,
            id=place,
            section=section_ids[pair.section],
            notes=tuple(sorted(note_ids[note] or 0 for note in pair.notes)),
        )
        for place, pair in enumerate(sentences, start=1)
    ]
    table_pairs = tables.in_order([_table(pair, left, right) for pair in found.tables])
    table_pairs = [
        replace(pair, id=place, section=section_ids[pair.section]) for place, pair in enumerate(table_pairs, start=1)
    ]
    frame = _in_order([_sentence(pair) for pair in found.frame])
    return Comparison(
        sections=tuple(sections),
        sentences=tuple(sentences),
        frame=tuple(replace(pair, id=place) for place, pair in enumerate(frame, start=1)),
        notes=tuple(note_pairs),
        figures=_figures(found.figures, sentence_ids),
        tables=tuple(table_pairs),
        contradictions=tuple(_contradiction(one) for one in found.contradictions),
        skipped=skipped(right, left),
        differences=differences(sections, sentences, note_pairs, table_pairs),
        reuse=reuse(sections, sentences),
        noise=found.noise,
        masked=found.masked,
    )


def _ids(old: list[int]) -> Ids:
    return {None: None} | {number: place for place, number in enumerate(old, start=1)}


def _section(pair: SectionPair) -> SectionPair:
    names = {_OTHER.get(kind, kind) for kind in pair.kinds}
    ranked = tuple(kind for kind in kinds.WEIGHT if kind in names)
    return replace(pair, left=pair.right, right=pair.left, kind=ranked[0], kinds=ranked, redline=turned(pair.redline))


def _sentence(pair: SentencePair) -> SentencePair:
    kind, wording = _OTHER.get(pair.kind, pair.kind), _OTHER.get(pair.wording, pair.wording)
    return replace(pair, left=pair.right, right=pair.left, kind=kind, wording=wording, redline=turned(pair.redline))


def _in_order(pairs: list[SentencePair]) -> list[SentencePair]:
    return ordered(pairs, lambda pair: _at(pair.left), lambda pair: _at(pair.right), lambda pair: pair.kind != "moved")


def _at(spots: tuple[Spot, ...]) -> Position | None:
    return (spots[0].place.block_id or 0, spots[0].start) if spots else None


def _note(pair: NotePair) -> NotePair:
    kind = _OTHER.get(pair.kind, pair.kind)
    return replace(pair, left=pair.right, right=pair.left, kind=kind, redline=turned(pair.redline))


def _figures(pairs: tuple[FigurePair, ...], sentence_ids: Ids) -> tuple[FigurePair, ...]:
    return tuple(
        figure_pair(place, pair.right, pair.left, pair.confidence, sentence_ids[pair.sentence])
        for place, pair in enumerate(sorted(pairs, key=lambda pair: pair.left.id), start=1)
    )


def _table(pair: TablePair, left: Content, right: Content) -> TablePair:
    kind = _OTHER.get(pair.kind, pair.kind)
    if pair.left is None or pair.right is None:
        return replace(pair, left=pair.right, right=pair.left, kind=kind)
    sheets = [
        read_sheet(content, next(table for table in content.tables if table.id == number))
        for content, number in ((right, pair.right), (left, pair.left))
    ]
    columns = tables.columns_in_order(
        [ColumnPair(one.right, one.left, one.right_header, one.left_header) for one in pair.columns]
    )
    lines = [{line.row: line for line in sheet.lines} for sheet in sheets]
    both = [(row.right, row.left) for row in pair.rows if row.left is not None and row.right is not None]
    matched = sorted(((lines[0][a], lines[1][b]) for a, b in both if a is not None and b is not None), key=_row)
    moved = {row.right for row in pair.rows if row.kind == "moved" and row.right is not None}
    rows = tables.pair_rows(sheets[0], sheets[1], columns, matched, moved)
    return replace(pair, left=pair.right, right=pair.left, columns=columns, rows=rows)


def _row(pair: tuple[Line, Line]) -> int:
    return pair[0].row


def _contradiction(one: Contradiction) -> Contradiction:
    return replace(
        one,
        left=one.right,
        right=one.left,
        left_value=one.right_value,
        right_value=one.left_value,
        left_quote=one.right_quote,
        right_quote=one.left_quote,
    )
