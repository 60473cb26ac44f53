"""Notes that a page writes by hand: a raised 1 or [1] in the text, and their texts at its end.

They are linked only where the marks are 1, 2, 3 … without a gap and as many as the notes; else all stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.importer.document import Grid, GridCell, Loss, NoteMark, NoteText, Paragraph
from db.importer.readers.shared.cells import Blocks
from db.importer.readers.shared.note_kinds import FOOTNOTE, key_of
from db.model import Emphasis

DISAGREE = "TBC-423"
RAISED = "^"

_TITLE = re.compile(r"\s*(?:ghi chú|chú thích|chú giải|notes?|footnotes?)\s*:?\s*", re.IGNORECASE)
_BRACKETS = {"[": r"\[\s*(\d{1,4})\s*\]", "(": r"\(\s*(\d{1,4})\s*\)"}
_RAISED_LABEL = re.compile(r"\s*[\[(]?(\d{1,4})[\])]?\s*")
_LISTED = re.compile(r"(\d{1,4})[.)]")
# The 2 of m² is no mark.
_UNIT = re.compile(r"(?:^|[\W\d])[kcdm]?m$")


@dataclass(frozen=True, slots=True)
class _Opening:
    """The label a paragraph begins with, how it is written ("[", "(", "^" or "."), and where the words begin."""

    number: int
    manner: str
    end: int


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    number: int


def link_plain_notes(blocks: Blocks) -> tuple[Blocks, tuple[NoteText, ...], tuple[Loss, ...]]:
    """Return the blocks with marks for hand-made notes, the notes, and a Loss where marks and notes disagree."""
    first, openings = _notes_at_end(blocks)
    if not openings:
        return blocks, (), ()
    body = blocks[:first]
    manner = openings[0].manner
    for written in (RAISED, "[") if manner == "." else (manner,):
        spans = [_spans(block, written) for block in body]
        found = [span.number for here in spans for each in here for span in each]
        if found:
            break
    if not found:
        return blocks, (), ()
    if found != [opening.number for opening in openings]:
        return blocks, (), (Loss(DISAGREE, 1, f"{len(found)}/{len(openings)}"),)
    texts = [block.text for block in blocks[first:] if isinstance(block, Paragraph)]
    notes = tuple(
        NoteText(_key(opening.number), str(opening.number), FOOTNOTE, text[opening.end :].strip())
        for opening, text in zip(openings, texts, strict=True)
    )
    marked = [_marked(block, here) for block, here in zip(body, spans, strict=True)]
    if marked and isinstance(marked[-1], Paragraph) and _TITLE.fullmatch(marked[-1].text):
        marked.pop()
    return marked, notes, ()


def _notes_at_end(blocks: Sequence[Paragraph | Grid]) -> tuple[int, list[_Opening]]:
    """Return where the notes begin and their labels 1, 2, 3 …; none if the end does not look like notes."""
    openings: list[_Opening] = []
    first = len(blocks)
    while first:
        block = blocks[first - 1]
        opening = _opening(block) if isinstance(block, Paragraph) else None
        if opening is None or (openings and (opening.manner, opening.number) != _before(openings[0])):
            break
        openings.insert(0, opening)
        first -= 1
        if opening.number == 1:
            break
    if not openings or openings[0].number != 1:
        return len(blocks), []
    above = blocks[first - 1] if first else None
    titled = isinstance(above, Paragraph) and bool(_TITLE.fullmatch(above.text))
    if openings[0].manner == "." and not titled:
        return len(blocks), []
    return first, openings


def _before(opening: _Opening) -> tuple[str, int]:
    return opening.manner, opening.number - 1


def _opening(paragraph: Paragraph) -> _Opening | None:
    if paragraph.marker:
        listed = _LISTED.fullmatch(paragraph.marker)
        return _Opening(int(listed[1]), ".", 0) if listed else None
    for stretch in paragraph.emphasis[:1]:
        label = _RAISED_LABEL.fullmatch(paragraph.text[: stretch.end])
        if stretch.start == 0 and RAISED in stretch.style and label:
            return _Opening(int(label[1]), RAISED, stretch.end)
    for manner, pattern in _BRACKETS.items():
        found = re.match(pattern, paragraph.text)
        if found:
            return _Opening(int(found[1]), manner, found.end())
    return None


def _spans(block: Paragraph | Grid, manner: str) -> list[list[_Span]]:
    """Return the marks in each text of a block: one list for a paragraph, one per cell for a grid."""
    if isinstance(block, Paragraph):
        return [_raised(block) if manner == RAISED else _bracketed(block.text, manner)]
    return [[] if manner == RAISED else _bracketed(cell.text, manner) for cell in block.cells]


def _bracketed(text: str, manner: str) -> list[_Span]:
    found = re.finditer(_BRACKETS[manner], text)
    return [_Span(one.start(), one.end(), int(one[1])) for one in found if text[: one.start()].strip()]


def _raised(paragraph: Paragraph) -> list[_Span]:
    spans = []
    for stretch in paragraph.emphasis:
        label = _RAISED_LABEL.fullmatch(paragraph.text[stretch.start : stretch.end])
        is_unit = label and label[1] in ("2", "3") and _UNIT.search(paragraph.text[: stretch.start])
        if RAISED in stretch.style and label and not is_unit:
            spans.append(_Span(stretch.start, stretch.end, int(label[1])))
    return spans


def _marked(block: Paragraph | Grid, spans: list[list[_Span]]) -> Paragraph | Grid:
    """Return a block with marks where the labels stood."""
    if not any(spans):
        return block
    if isinstance(block, Paragraph):
        text, marks, place = _cut(block.text, spans[0])
        moved = (Emphasis(place(each.start), place(each.end), each.style) for each in block.emphasis)
        emphasis = tuple(each for each in moved if each.start < each.end)
        return replace(block, text=text, marks=marks, emphasis=emphasis)
    cells = tuple(_marked_cell(cell, here) for cell, here in zip(block.cells, spans, strict=True))
    return replace(block, cells=cells)


def _marked_cell(cell: GridCell, spans: list[_Span]) -> GridCell:
    text, marks, _ = _cut(cell.text, spans)
    return replace(cell, text=text, marks=marks)


def _cut(text: str, spans: list[_Span]) -> tuple[str, tuple[NoteMark, ...], Callable[[int], int]]:
    """Return a text without its labels, the marks in their places, and where any other offset has gone."""

    def place(offset: int) -> int:
        return offset - sum(min(span.end, offset) - span.start for span in spans if span.start < offset)

    pieces = []
    end = 0
    for span in spans:
        pieces.append(text[end : span.start])
        end = span.end
    marks = tuple(NoteMark(place(span.start), _key(span.number)) for span in spans)
    return "".join((*pieces, text[end:])), marks, place


def _key(number: int) -> str:
    return key_of(FOOTNOTE, f"plain{number}")
