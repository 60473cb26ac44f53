"""What the user leaves in reports: reading places and bookmarks, by position, so that they survive a new import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from db import queries
from db.anchoring import place_of
from db.errors import TuBaoCaoError
from db.library import Library
from db.model import Block, Content, Place, Report
from db.notebook import Bookmark, Notebook, ReadingPlace
from db.notebook_layers import LayerBook
from db.vietnamese.folding import fold
from desktop.desk import long_name
from desktop.session import Destination
from desktop.targets import Target

_QUOTE = 90


class Memory:
    """The notebook, spoken to in places of the open library. Without a notebook nothing is remembered."""

    def __init__(self, library: Library, notebook: Notebook | None) -> None:
        self._library = library
        self._notebook = notebook
        self.troubled: Callable[[TuBaoCaoError], None] = lambda _error: None
        """Told where the notebook fails in the middle of work; what was asked of it is then left out."""

    def place_of(self, report: Report, content: Content) -> Destination | None:
        """Return where reading of a report stopped; None if it never began."""
        if self._notebook is None:
            return None
        try:
            kept = self._notebook.place(self._library.uuid, report.source.sha256)
        except TuBaoCaoError as error:
            self.troubled(error)
            return None
        return _destination(report, content, kept.block, kept.offset) if kept else None

    def leave(self, report: Report, content: Content, here: Destination) -> None:
        """Remember where reading stops."""
        block = _position(content, here)
        if self._notebook is not None and block is not None:
            place = ReadingPlace(self._library.uuid, report.source.sha256, block, here.start)
            try:
                self._notebook.keep_place(place)
            except TuBaoCaoError as error:
                self.troubled(error)

    def toggle_bookmark(self, report: Report, content: Content, here: Destination) -> bool:
        """Set a bookmark on the paragraph of `here`, or take away the one it has; True where one is set now."""
        block = _position(content, here)
        if self._notebook is None or block is None:
            return False
        known = [mark for mark in self._marks(report) if place_of(mark, content.blocks) == block]
        for mark in known:
            self._notebook.remove_bookmark(mark.id)
        if not known:
            quote = _quote(content.blocks[block])
            made = Bookmark(0, self._library.uuid, report.source.sha256, block, here.start, quote, "", "")
            self._notebook.add_bookmark(made)
        return not known

    def bookmarks(self, lost: str = "") -> list[Target]:
        """Return the bookmarks of the library as places to go to, in reading order per report.

        `lost` is the word for one whose paragraph is no longer there.
        """
        conn = self._library.reader()
        marks: defaultdict[str, list[Bookmark]] = defaultdict(list)
        for mark in self._marks():
            marks[mark.report].append(mark)
        marked = (queries.report_with_source(conn, sha256) for sha256 in marks)
        found = []
        for report in sorted((one for one in marked if one is not None), key=lambda one: one.id):
            content = queries.content(conn, report.id, verify=False)
            found += [_target(report, content, mark, lost) for mark in marks[report.source.sha256]]
        return found

    def layer_book(self) -> LayerBook | None:
        """Return the corrections and decisions of the open library; None without a notebook."""
        return LayerBook(self._notebook, self._library.uuid) if self._notebook is not None else None

    def close(self) -> None:
        """Close the notebook."""
        if self._notebook is not None:
            self._notebook.close()

    def _marks(self, report: Report | None = None) -> list[Bookmark]:
        """Return the bookmarks of a report, or all there are."""
        sha256 = report.source.sha256 if report is not None else ""
        try:
            return self._notebook.bookmarks(self._library.uuid, sha256) if self._notebook else []
        except TuBaoCaoError as error:
            self.troubled(error)
            return []


def _target(report: Report, content: Content, mark: Bookmark, lost: str) -> Target:
    """Return where a bookmark leads; one whose words are gone leads to its report, and says `lost`."""
    name = long_name(report)
    position = place_of(mark, content.blocks)
    destination = None if position is None else _destination(report, content, position, mark.offset)
    text = mark.label or mark.quote
    if destination is None:
        destination, text = Destination(report.id), f"{text} ({lost})"
    return Target(text, name, destination, fold(f"{text} {name}"), icon="bookmark")


def _destination(report: Report, content: Content, position: int, offset: int) -> Destination | None:
    """Return the place of a block by its position; None where the report has become shorter."""
    if position >= len(content.blocks):
        return None
    block = content.blocks[position]
    start = min(offset, len(block.text))
    return Destination(report.id, block.section_id, Place(block_id=block.id), start, start)


def _position(content: Content, here: Destination) -> int | None:
    """Return the position of the block of `here`: itself, the one a note is marked in, or its section's first."""
    place = here.place or Place()
    for position, block in enumerate(content.blocks):
        if block.id == place.block_id or any(mark.note_id == place.note_id for mark in block.marks):
            return position
        if place.table_id is not None and block.table_id == place.table_id:
            return position
    sections = [block.section_id for block in content.blocks]
    return sections.index(here.section_id) if here.section_id in sections else None


def _quote(block: Block) -> str:
    text = " ".join(block.text.split())
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"
