"""Which note is which: by the sentence it is anchored in and by what it says, never by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from db.comparison.likeness import Encoder, likeness
from db.comparison.masking import wording
from db.comparison.matching import Matched
from db.comparison.ordering import ordered
from db.comparison.redline import redline
from db.comparison.rows import NotePair
from db.comparison.trees import Sentence, Tree
from db.model import Content, Note

_CONTEXT = 8  # tokens before a mark that tell what the note belongs to
_SAME_WORDS = 0.75
_SAME_PLACE = 0.95  # a note behind the very words that another stood behind last year has taken its place
_ALIKE, _ANCHORED, _BESIDE = 0.45, 0.28, 0.4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A note with the sentence its mark stands in, if it stands in one, and the words before the mark."""

    note: Note
    before: str
    sentence: Sentence | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    left: Anchor
    right: Anchor


def anchors(tree: Tree, encode: Encoder) -> list[Anchor]:
    """Return every note of a report with its first mark."""
    places: dict[int, tuple[str, Sentence | None, int | None]] = {}
    for sentence in tree.sentences:
        for mark in sentence.marks:
            text = sentence.text[: max(0, mark.offset - sentence.spot.start)]
            places.setdefault(mark.note_id, (text, sentence, None))
    _elsewhere(tree.content, places)
    found = []
    for note in tree.content.notes:
        before, one, table = places.get(note.id, ("", None, None))
        found.append(Anchor(note, encode.word(before)[-_CONTEXT:], one, table))
    return found


def _elsewhere(content: Content, places: dict[int, tuple[str, Sentence | None, int | None]]) -> None:
    for table in content.tables:
        for cell in table.cells:
            row = " ".join(one.text for one in table.cells if one.row == cell.row and one.col < cell.col)
            for mark in cell.marks:
                places.setdefault(mark.note_id, (f"{row} {cell.text[: mark.offset]}", None, table.id))
    for block in content.blocks:
        for mark in block.marks:
            places.setdefault(mark.note_id, (block.text[: mark.offset], None, None))


def pair_notes(
    left: Tree, right: Tree, rows: Sequence[Matched], units: Iterable[tuple[int, int]], encode: Encoder
) -> list[NotePair]:
    """Return every note of both reports once, in the order of the right one; `sentence` is an index of `rows` + 1."""
    sides = anchors(left, encode), anchors(right, encode)
    row_of = _row_of(rows)
    candidates = _candidates(encode, sides, row_of, set(units))
    partner: dict[int, tuple[Anchor, float]] = {}
    taken: set[int] = set()
    for one in sorted(candidates, key=lambda row: (-row.score, row.left.note.id + row.right.note.id)):
        if one.right.note.id not in partner and one.left.note.id not in taken:
            partner[one.right.note.id] = (one.left, one.score)
            taken.add(one.left.note.id)
    return _pairs(sides, partner, taken, row_of, encode.masked)


def _row_of(rows: Sequence[Matched]) -> tuple[dict[int, int], dict[int, int]]:
    found: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for place, row in enumerate(rows):
        for side, sentences in enumerate((row.left, row.right)):
            for sentence in sentences:
                found[side][sentence.index] = place
    return found


def _candidates(
    encode: Encoder,
    sides: tuple[list[Anchor], list[Anchor]],
    row_of: tuple[Mapping[int, int], Mapping[int, int]],
    units: set[tuple[int, int]],
) -> list[_Candidate]:
    found = []
    for left in sides[0]:
        for right in sides[1]:
            anchored = _anchored(left, right, row_of, units)
            content = encode.texts_alike(left.note.text, right.note.text)
            context = likeness(left.before, right.before) if left.before and right.before else 0.0
            replaced = anchored == 1 and context >= _SAME_PLACE
            if not replaced and (content < _ANCHORED or (not anchored and content < _SAME_WORDS)):
                continue
            score = 0.55 * content + 0.25 * context + 0.2 * anchored
            in_place = anchored == 1 and (context >= 0.5 or content >= _ALIKE)
            if in_place or content >= _SAME_WORDS or (content >= _ALIKE and score >= _BESIDE):
                exact = 0.5 if left.note.text == right.note.text and anchored else 0.0
                found.append(_Candidate(round(score + exact, 6), left, right))
    return found


def _anchored(
    left: Anchor, right: Anchor, row_of: tuple[Mapping[int, int], Mapping[int, int]], units: set[tuple[int, int]]
) -> float:
    """1 for notes of one sentence, 0.5 for notes of one section, 0 else."""
    if left.sentence is None or right.sentence is None:
        return 0.5 if left.sentence is right.sentence and (left.table is None) == (right.table is None) else 0.0
    if row_of[0].get(left.sentence.index) == row_of[1].get(right.sentence.index):
        return 1.0
    return 0.5 if (left.sentence.unit, right.sentence.unit) in units else 0.0


def _pairs(
    sides: tuple[list[Anchor], list[Anchor]],
    partner: Mapping[int, tuple[Anchor, float]],
    taken: set[int],
    row_of: tuple[Mapping[int, int], Mapping[int, int]],
    masked: bool,
) -> list[NotePair]:
    drafts = [
        NotePair(0, left.note.id, None, "dropped", 1.0, _sentence(left, row_of[0]))
        for left in sides[0]
        if left.note.id not in taken
    ]
    for anchor in sides[1]:
        found = partner.get(anchor.note.id)
        sentence = _sentence(anchor, row_of[1])
        if found is None:
            drafts.append(NotePair(0, None, anchor.note.id, "new", 1.0, sentence))
            continue
        one, score = found
        texts = one.note.text, anchor.note.text
        kind, runs = wording(*texts, masked), redline(*texts, masked)
        drafts.append(NotePair(0, one.note.id, anchor.note.id, kind, round(min(1.0, score), 3), sentence, runs))
    return [replace(pair, id=place) for place, pair in enumerate(in_order(drafts), start=1)]


def in_order(pairs: Sequence[NotePair]) -> list[NotePair]:
    """Return pairs of notes in the order of the right report."""
    return ordered(
        pairs,
        lambda pair: None if pair.left is None else (pair.left,),
        lambda pair: None if pair.right is None else (pair.right,),
    )


def _sentence(anchor: Anchor, row_of: Mapping[int, int]) -> int | None:
    place = row_of.get(anchor.sentence.index) if anchor.sentence else None
    return None if place is None else place + 1
