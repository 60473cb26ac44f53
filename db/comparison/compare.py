"""The whole comparison of two reports, step by step; swapping the two mirrors the result."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Generator, Sequence

from db.comparison.contradictions import find_contradictions
from db.comparison.figures import FigurePairer
from db.comparison.kinds import section_pairs
from db.comparison.likeness import Encoder
from db.comparison.masking import skeleton, wording
from db.comparison.matching import Matched, Matcher, in_reading_order, match_frame
from db.comparison.mirror import mirrored
from db.comparison.notes import pair_notes
from db.comparison.redline import redline
from db.comparison.rows import (
    Comparison,
    NotePair,
    SectionPair,
    SentencePair,
)
from db.comparison.sections import Pairings, pair_units
from db.comparison.summary import differences, noise, reuse, skipped
from db.comparison.tables import pair_tables
from db.comparison.trees import Sentence, Tree, tree_of
from db.model import Content, Progress

STEPS = ("compare_sections", "compare_sentences", "compare_notes", "compare_tables", "compare_figures")
_STEP = 100  # rows between two steps, so that a cancel is heard at once


def compare(
    left: Content, right: Content, *, masked: bool = True, pairings: Pairings = ()
) -> Generator[Progress, None, Comparison]:
    """Compare `right` (this year) with `left` (last year), or two versions of one report.

    `masked` passes over years, dates and numbers of documents. `pairings` are pairs
    of section ids the user set by hand, None where a section has no like. Yields
    before each step; closing the generator cancels.
    """
    if _rank(left) <= _rank(right):
        return (yield from _compare(left, right, masked, pairings))
    turned = tuple((two, one) for one, two in pairings)
    found = yield from _compare(right, left, masked, turned)
    return mirrored(found, right, left)


def _rank(content: Content) -> tuple[int, str, str]:
    """Which of two reports is the older; for two of one date any order that does not depend on the sides."""
    text = "\n".join([*(block.text for block in content.blocks), *(note.text for note in content.notes)])
    return content.data.year or 0, content.data.date, hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _compare(left: Content, right: Content, masked: bool, pairings: Pairings) -> Generator[Progress, None, Comparison]:
    yield Progress(0, len(STEPS), STEPS[0])
    trees = tree_of(left), tree_of(right)
    yield from _read(trees)
    units = pair_units(*trees, pairings)
    yield Progress(1, len(STEPS), STEPS[1])
    together = {(unit.left, unit.right) for unit in units}
    encode = Encoder(*trees, masked)
    rows = in_reading_order((yield from Matcher(*trees, units, encode).run()))
    sections = section_pairs(*trees, units, rows, masked)
    yield Progress(2, len(STEPS), STEPS[2])
    notes = pair_notes(*trees, rows, together, encode)
    yield Progress(2, len(STEPS), STEPS[2])
    sentences = yield from sentence_pairs(rows, sections, notes, masked)
    frame = yield from sentence_pairs(in_reading_order(match_frame(*trees, encode)), [], [], masked)
    yield Progress(3, len(STEPS), STEPS[3])
    tables = pair_tables(*trees, together, sections)
    yield Progress(4, len(STEPS), STEPS[4])
    pairer = FigurePairer(left, right)
    figures = yield from pairer.pairs(rows, notes, tables, together, (trees[0].unit_of, trees[1].unit_of))
    yield Progress(4, len(STEPS), STEPS[4])
    return Comparison(
        sections=tuple(sections),
        sentences=tuple(sentences),
        frame=tuple(frame),
        notes=tuple(notes),
        figures=tuple(figures),
        tables=tuple(tables),
        contradictions=tuple(find_contradictions(left, right, tables)),
        skipped=skipped(left, right),
        differences=differences(sections, sentences, notes, tables),
        reuse=reuse(sections, sentences),
        noise=noise(sentences),
        masked=masked,
    )


def _read(trees: Sequence[Tree]) -> Generator[Progress, None, None]:
    """Take all sentences apart, which is half of the work in long reports; what is read is kept for later steps."""
    sentences = [sentence for tree in trees for sentence in tree.sentences]
    for number, sentence in enumerate(sentences):
        if number % _STEP == 0:
            yield Progress(number, len(sentences), STEPS[0])
        skeleton(sentence.text)


def sentence_pairs(
    rows: Sequence[Matched], sections: Sequence[SectionPair], notes: Sequence[NotePair], masked: bool
) -> Generator[Progress, None, list[SentencePair]]:
    """Return the rows with their kinds, redlines, and the notes in them that changed; yield between them."""
    changed: dict[int, list[int]] = defaultdict(list)
    for note in notes:
        if note.sentence is not None and note.kind != "unchanged":
            changed[note.sentence].append(note.id)
    places = _Places(sections)
    found = []
    for number, row in enumerate(rows, start=1):
        if number % _STEP == 0:
            yield Progress(number, len(rows), STEPS[1])
        texts = _text(row.left), _text(row.right)
        kind = _wording(texts, masked)
        runs = redline(*texts, masked) if all(texts) else ()
        found.append(
            SentencePair(
                id=number,
                left=tuple(sentence.spot for sentence in row.left),
                right=tuple(sentence.spot for sentence in row.right),
                kind="moved" if row.moved else kind,
                wording=kind,
                similarity=row.score,
                section=places.of(row),
                redline=runs,
                notes=tuple(changed[number]),
            )
        )
    return found


def _text(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _wording(texts: tuple[str, str], masked: bool) -> str:
    if not texts[1]:
        return "dropped"
    return wording(*texts, masked) if texts[0] else "new"


class _Places:
    """Finds the pair of sections a row of sentences is told under."""

    def __init__(self, sections: Sequence[SectionPair]) -> None:
        self._by_ends = {(pair.left, pair.right): pair.id for pair in sections}
        self._by_left: dict[int, int] = {}
        self._by_right: dict[int, int] = {}
        for pair in sorted(sections, key=lambda pair: -pair.confidence):
            if pair.left is not None:
                self._by_left.setdefault(pair.left, pair.id)
            if pair.right is not None:
                self._by_right.setdefault(pair.right, pair.id)

    def of(self, row: Matched) -> int | None:
        left = row.left[0].spot.section_id if row.left else None
        right = row.right[0].spot.section_id if row.right else None
        both = self._by_ends.get((left, right))
        if both is not None:
            return both
        if right is not None:
            return self._by_right.get(right)
        return self._by_left.get(left) if left is not None and not row.right else None
