"""Finds the user's places in a report again when it was read anew: by what was quoted, then by position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from db.layers import Anchor, local_place
from db.model import Block, Content, Place
from db.notebook import Bookmark, Notebook
from db.vietnamese.folding import fold, nfc, search_form

_ENOUGH = 12
"""So many letters of a quote at least tell one place from another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a report: `start` and `end` are code points of the text of `place`; equal, all of it is meant."""

    place: Place
    start: int = 0
    end: int = 0


class Texts:
    """Every text of a report by its place, and in which order they are read."""

    def __init__(self, content: Content) -> None:
        self.by_place = texts_of(content)
        self._number = {place: number for number, place in enumerate(self.by_place)}

    def order(self, stretch: Stretch) -> tuple[int, int]:
        """Return what sorts stretches into reading order: text, then notes, then tables."""
        return self._number.get(stretch.place, 0), stretch.start

    @cached_property
    def by_local(self) -> dict[Place, Place]:
        """The places by the report's own counting."""
        return {local_place(place): place for place in self.by_place}

    @cached_property
    def folded(self) -> dict[Place, str]:
        """The texts as a search reads them, letter for letter as long as they are."""
        return {place: search_form(text) for place, text in self.by_place.items()}


@dataclass(frozen=True, slots=True)
class Anchored:
    """What became of a report's bookmarks: those that stand, those put elsewhere, those that lost their anchor."""

    standing: tuple[Bookmark, ...]
    moved: tuple[Bookmark, ...]
    lost: tuple[Bookmark, ...]


def texts_of(content: Content) -> dict[Place, str]:
    """Return the text of every block, note, caption and cell of a report."""
    texts = {Place(block_id=block.id): block.text for block in content.blocks}
    texts |= {Place(note_id=note.id): note.text for note in content.notes}
    for table in content.tables:
        texts[Place(table_id=table.id)] = table.caption
        texts |= {Place(table_id=table.id, row=cell.row, col=cell.col): cell.text for cell in table.cells}
    return texts


def found_at(anchor: Anchor, texts: Texts) -> Stretch | None:
    """Return where the words of an anchor stand in a report now; None where they are gone or could be elsewhere.

    The same words at the same place first; then in the same paragraph, the nearest; then the
    only place that has them, or, where they are long enough to tell, the nearest of several.
    """
    here = texts.by_local.get(anchor.place)
    if here is not None and texts.by_place[here][anchor.start : anchor.end] == anchor.quote:
        return Stretch(here, anchor.start, anchor.end)
    words = search_form(nfc(anchor.quote)).split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    near = _all_in(pattern, here, texts) if here is not None else []
    if near:
        return min(near, key=lambda one: abs(one.start - anchor.start))
    found = [one for place in texts.by_place for one in _all_in(pattern, place, texts)]
    if len(found) > 1 and sum(map(len, words)) < _ENOUGH:
        return None
    return min(found, key=lambda one: _distance(one, anchor), default=None)


def _all_in(pattern: re.Pattern[str], place: Place, texts: Texts) -> list[Stretch]:
    return [Stretch(place, *match.span()) for match in pattern.finditer(texts.folded[place])]


def _distance(found: Stretch, anchor: Anchor) -> tuple[int, int, int]:
    """Return how far a stretch is from where an anchor was: of its kind first, then by its number, then in the text."""
    place, was = local_place(found.place), anchor.place
    alike = (place.block_id is None, place.note_id is None) == (was.block_id is None, was.note_id is None)
    number = (place.block_id or place.note_id or place.table_id or 0) - (
        was.block_id or was.note_id or was.table_id or 0
    )
    return 0 if alike else 1, abs(number), abs(found.start - anchor.start)


def reanchor(notebook: Notebook, store: str, report: str, content: Content, new_report: str = "") -> Anchored:
    """Find the bookmarks of a report (its file's sha256) in `content`, and keep where they stand now.

    With `new_report`, the sha256 of a revised file, they are copied to that report and
    the old ones stay. What is not found stays as it is, in `lost` (mất neo): nothing is deleted.
    """
    found: dict[str, list[Bookmark]] = {"standing": [], "moved": [], "lost": []}
    for mark in notebook.bookmarks(store, report):
        block = place_of(mark, content.blocks)
        if block is None:
            found["lost"].append(mark)
        elif block == mark.block and not new_report:
            found["standing"].append(mark)
        else:
            offset = min(mark.offset, len(content.blocks[block].text))
            found["moved"].append(_keep(notebook, mark, replace(mark, block=block, offset=offset), new_report))
    return Anchored(*(tuple(found[name]) for name in ("standing", "moved", "lost")))


def place_of(mark: Bookmark, blocks: Sequence[Block]) -> int | None:
    """Return the position of the block a bookmark means, None where it is gone or cannot be told.

    The block at its position if it still begins with the quote; else the nearest that
    does; a bookmark without a quote is trusted where it stands.
    """
    wanted = _plain(mark.quote.removesuffix("…"))
    if not wanted:
        return mark.block if mark.block < len(blocks) else None
    if mark.block < len(blocks) and _plain(blocks[mark.block].text).startswith(wanted):
        return mark.block
    same = [position for position, block in enumerate(blocks) if _plain(block.text).startswith(wanted)]
    if len(same) > 1 and len(wanted) < _ENOUGH:
        return None
    return min(same, key=lambda position: abs(position - mark.block), default=None)


def _keep(notebook: Notebook, old: Bookmark, new: Bookmark, new_report: str) -> Bookmark:
    if new_report:
        there = {(one.block, one.quote): one for one in notebook.bookmarks(new.store, new_report)}
        return there.get((new.block, new.quote)) or notebook.add_bookmark(replace(new, report=new_report))
    kept = notebook.add_bookmark(new)
    notebook.remove_bookmark(old.id)
    return kept


def _plain(text: str) -> str:
    return " ".join(fold(nfc(text)).split())
