"""Brings the user's places in a report along when it is read anew: by what was quoted, then by position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.model import Block, Content
from db.notebook import Bookmark, Notebook
from db.vietnamese.folding import fold, nfc

_ENOUGH = 12
"""So many letters of a quote at least tell one place from another."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """What became of a report's bookmarks: those that stand, those put elsewhere, those that lost their anchor."""

    standing: tuple[Bookmark, ...]
    moved: tuple[Bookmark, ...]
    lost: tuple[Bookmark, ...]


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
    same = [position for position, block in enumerate(blocks) if _plain(block.text).startswith(wanted)]
    if mark.block in same:
        return mark.block
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
