"""Joins notes that were typed by hand, (1) in the text and "(1) …" at its end or at the foot of a page.

Nothing is joined unless every mark has its note and every note its mark, in one order. What agrees becomes what
Word's own notes are: a mark that is not part of the text, and a note that is not part of the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.importer.document import Document, Grid, GridCell, Loss, NoteMark, NoteText, Paragraph
from db.importer.note_signs import KINDS, Sign, sign_at_start, signs_inside, without_signs
from db.importer.zones import RECIPIENTS, is_ruler
from db.model import Emphasis

DISAGREE = "TBC-423"
_CAPTIONS = ("ghi chú", "chú thích", "chú giải")

Part = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class _Place:
    """A sign in a block, and in which cell of it; -1 where the block is a paragraph."""

    block: int
    cell: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class _Group:
    """Paragraphs in a row that open with signs counting on, as notes at a page's foot or at the end do."""

    places: tuple[_Place, ...]

    @property
    def numbers(self) -> list[int]:
        return [place.sign.number for place in self.places]

    @property
    def first(self) -> int:
        return self.places[0].block


@dataclass(frozen=True, slots=True)
class _Agreement:
    """Marks and the groups of their notes, as many in the same order."""

    marks: Sequence[_Place]
    groups: Sequence[_Group]
    kind: str


def link_bracketed(document: Document) -> Document:
    """Return a cleaned document with its hand-typed notes joined, or with a Loss that says they disagree."""
    opened = [_opening_sign(part) for part in document.blocks]
    losses: list[Loss] = []
    linked = document
    for kind in KINDS:
        groups = _groups(document.blocks, opened, kind)
        marks = list(_marks_to_weigh(document.blocks, kind, groups))
        if not marks:
            continue
        found = _agreement(marks, groups)
        if found is not None:
            linked = _linked(document, found)
            break
        losses.extend(_disagreement(document.blocks, marks, groups))
    return linked if linked is not document or not losses else replace(document, losses=(*document.losses, losses[0]))


def _opening_sign(part: Part) -> Sign | None:
    if isinstance(part, Grid) or part.heading is not None or part.marks:
        return None
    return sign_at_start(part.text, part.emphasis, part.marker)


def _groups(blocks: Sequence[Part], opened: Sequence[Sign | None], kind: str) -> list[_Group]:
    groups: list[list[_Place]] = []
    going_on = False
    for index, (part, sign) in enumerate(zip(blocks, opened, strict=True)):
        if sign is None or sign.kind != kind:
            going_on = going_on and isinstance(part, Paragraph) and (not part.text or is_ruler(part.text))
            continue
        if going_on and groups[-1][-1].sign.number + 1 == sign.number:
            groups[-1].append(_Place(index, -1, sign))
        else:
            groups.append([_Place(index, -1, sign)])
        going_on = True
    return [_Group(tuple(group)) for group in groups]


def _marks_to_weigh(blocks: Sequence[Part], kind: str, groups: Sequence[_Group]) -> Iterator[_Place]:
    """The signs of the text, without numbers far beyond the notes: a mark without a note is the next one at least."""
    highest = max((number for group in groups for number in group.numbers), default=-1)
    return (mark for mark in _marks(blocks, kind) if mark.sign.number <= highest + 1) if groups else iter(())


def _marks(blocks: Sequence[Part], kind: str) -> Iterator[_Place]:
    for index, part in enumerate(blocks):
        if isinstance(part, Paragraph):
            signs = signs_inside(part.text, part.emphasis)
            yield from (_Place(index, -1, sign) for sign in signs if sign.kind == kind)
            continue
        for number, cell in enumerate(part.cells):
            yield from (
                _Place(index, number, sign) for sign in signs_inside(cell.text) if sign.kind == kind and sign.close
            )


def _agreement(marks: Sequence[_Place], groups: Sequence[_Group]) -> _Agreement | None:
    """Try the surest marks first: those set close behind a word, then without those of tables, then all."""
    close = [mark for mark in marks if mark.sign.close]
    outside = [mark for mark in close if mark.cell < 0]
    for some in (close, outside, list(marks)):
        found = some and (_at_the_end(some, groups) or _by_pages(some, groups))
        if found:
            return found
    return None


def _at_the_end(marks: Sequence[_Place], groups: Sequence[_Group]) -> _Agreement | None:
    """All notes stand together behind all marks."""
    numbers = [mark.sign.number for mark in marks]
    if numbers != list(range(1, len(numbers) + 1)):
        return None
    for group in reversed(groups):
        if group.numbers == numbers and marks[-1].block < group.first:
            return _Agreement(marks, [group], "endnote")
    return None


def _by_pages(marks: Sequence[_Place], groups: Sequence[_Group]) -> _Agreement | None:
    """The notes of each page follow its marks; they count on through the report, or from 1 on each page."""
    chosen: list[_Group] = []
    at = 0
    for group in groups:
        end = at
        while end < len(marks) and marks[end].block < group.first:
            end += 1
        if end > at and [mark.sign.number for mark in marks[at:end]] == group.numbers:
            chosen.append(group)
            at = end
    numbers = [number for group in chosen for number in group.numbers]
    counts_on = numbers == list(range(1, len(numbers) + 1))
    if at < len(marks) or not (counts_on or all(group.numbers[0] == 1 for group in chosen)):
        return None
    return _Agreement(marks, chosen, "footnote")


def _disagreement(blocks: Sequence[Part], marks: Sequence[_Place], groups: Sequence[_Group]) -> list[Loss]:
    """Say that marks and notes disagree where both are there without doubt; a list with numbers is no notes."""
    close = [mark for mark in marks if mark.sign.close and mark.cell < 0]
    notes = [group for group in groups if close and group.first > close[0].block and _looks_like_notes(blocks, group)]
    if not notes or not any(mark.sign.number == 1 for mark in close):
        return []
    return [Loss(DISAGREE, 1, f"{len(close)}/{sum(len(group.places) for group in notes)}")]


def _looks_like_notes(blocks: Sequence[Part], group: _Group) -> bool:
    """Whether a ruler or a caption stands above the paragraphs, or nothing but the signature follows them."""
    above = blocks[group.first - 1]
    if isinstance(above, Paragraph) and (is_ruler(above.text) or above.text.lower().startswith(_CAPTIONS)):
        return True
    rest = blocks[group.places[-1].block + 1 :]
    return not rest or any(isinstance(part, Paragraph) and RECIPIENTS.match(part.text) for part in rest[:1])


def _linked(document: Document, found: _Agreement) -> Document:
    keys = [f"bracketed:{number}" for number in range(1, len(found.marks) + 1)]
    places = [place for group in found.groups for place in group.places]
    notes = tuple(
        NoteText(key, mark.sign.label, found.kind, _words(document.blocks[place.block], place.sign))
        for key, mark, place in zip(keys, found.marks, places, strict=True)
    )
    calls: dict[int, list[tuple[_Place, str]]] = {}
    for mark, key in zip(found.marks, keys, strict=True):
        calls.setdefault(mark.block, []).append((mark, key))
    gone = {place.block for place in places} | set(_rulers(document.blocks, found.groups))
    blocks = tuple(
        _marked(part, calls[index]) if index in calls else part
        for index, part in enumerate(document.blocks)
        if index not in gone
    )
    return replace(document, blocks=blocks, notes=(*document.notes, *notes))


def _words(part: Part, sign: Sign) -> str:
    assert isinstance(part, Paragraph)
    return part.text[sign.end :].lstrip().removeprefix(":").removeprefix(".").strip()


def _rulers(blocks: Sequence[Part], groups: Sequence[_Group]) -> Iterator[int]:
    """The lines drawn above notes; they hold no words."""
    for group in groups:
        above = blocks[group.first - 1] if group.first else None
        if isinstance(above, Paragraph) and is_ruler(above.text) and not above.marks:
            yield group.first - 1


def _marked(part: Part, calls: Sequence[tuple[_Place, str]]) -> Part:
    if isinstance(part, Paragraph):
        signs = [(place.sign, key) for place, key in calls]
        text, marks, emphasis = _cut(part.text, part.marks, part.emphasis, signs)
        return replace(part, text=text, marks=marks, emphasis=emphasis)
    cells = list(part.cells)
    for number in {place.cell for place, _ in calls}:
        cells[number] = _cell(cells[number], [(place.sign, key) for place, key in calls if place.cell == number])
    return replace(part, cells=tuple(cells))


def _cell(cell: GridCell, signs: Sequence[tuple[Sign, str]]) -> GridCell:
    text, marks, _ = _cut(cell.text, cell.marks, (), signs)
    return replace(cell, text=text, marks=marks)


def _cut(
    text: str, marks: Sequence[NoteMark], emphasis: Sequence[Emphasis], signs: Sequence[tuple[Sign, str]]
) -> tuple[str, tuple[NoteMark, ...], tuple[Emphasis, ...]]:
    """Take signs out of a text, set marks in their places, and move along what stands behind them."""
    stretches = without_signs(text, [sign for sign, _ in signs])

    def at(offset: int) -> int:
        return offset - sum(min(end, offset) - start for start, end in stretches if start < offset)

    kept = "".join(char for index, char in enumerate(text) if not any(a <= index < b for a, b in stretches))
    new = [NoteMark(at(start), key) for (start, _), (_, key) in zip(stretches, signs, strict=True)]
    old = [NoteMark(at(mark.offset), mark.key) for mark in marks]
    moved = (Emphasis(at(span.start), at(span.end), span.style) for span in emphasis)
    return (
        kept,
        tuple(sorted([*old, *new], key=lambda mark: mark.offset)),
        tuple(span for span in moved if span.start < span.end),
    )
