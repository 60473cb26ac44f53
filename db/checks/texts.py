"""The texts of a report with the figures that stand in them, for arithmetic on what is said together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from db.importer.figures.prose import Prose, prose_of
from db.model import Content, Figure


@dataclass(frozen=True, slots=True)
class Text:
    """A block's or note's words with its figures in order; `whole` are the figures a note hangs on, if any."""

    prose: Prose
    figures: tuple[Figure, ...]
    whole: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.prose.text


def texts(content: Content) -> list[Text]:
    """Return the texts that hold figures: blocks, then notes."""
    by_block: defaultdict[int, list[Figure]] = defaultdict(list)
    by_note: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in sorted(content.figures, key=lambda one: one.start):
        if figure.place.block_id is not None:
            by_block[figure.place.block_id].append(figure)
        elif figure.place.note_id is not None:
            by_note[figure.place.note_id].append(figure)
    found = [Text(prose_of(block.text), tuple(by_block[block.id])) for block in content.blocks if block.id in by_block]
    anchors = {
        mark.note_id: tuple(one for one in by_block.get(block.id, ()) if _hangs(block.text, one, mark.offset))
        for block in content.blocks
        for mark in block.marks
    }
    found += [
        Text(prose_of(note.text), tuple(by_note[note.id]), anchors.get(note.id, ()))
        for note in content.notes
        if note.id in by_note
    ]
    return found


def _hangs(text: str, figure: Figure, offset: int) -> bool:
    """Tell whether a figure stands before a note's mark in the same clause."""
    return figure.end <= offset and not any(sign in text[figure.end : offset] for sign in (";", ". ", ".\n"))
