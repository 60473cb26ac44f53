"""Where the reader stands: the section and words at the reading line, the notes whose marks are on screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect

from db.model import Place
from desktop.reading.hits import Hit
from desktop.reading.page_map import Spot
from desktop.reading.page_view import PageView
from desktop.reading.probe import reading_line
from desktop.session import Destination, NoteInView


class Standing:
    """Reads a page view. After a jump it stands where one jumped to, until one scrolls."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._stay: Hit | None = None
        self._section: int | None = None
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take the scrolling inside as our own doing, not the reader's."""
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def scrolled(self) -> None:
        """The page was scrolled: what was jumped to counts no more."""
        if not self._held:
            self.forget()

    def forget(self) -> None:
        """Stand where the reading line is."""
        self._stay = self._section = None

    def stay(self, hit: Hit, section_id: int | None) -> None:
        """Stand at `hit` (and in `section_id` where it is given) until the reader scrolls."""
        self._stay, self._section = hit, section_id

    def spot_height(self) -> float:
        """Return the height of the reading line in the viewport, in pixels."""
        bar = self._view.verticalScrollBar()
        return reading_line(bar.value(), bar.maximum(), self.height())

    def height(self) -> float:
        """Return how much of the viewport holds text when the report is scrolled to its end."""
        below = self._view.document().rootFrame().frameFormat().bottomMargin()
        return max(1.0, self._view.viewport().height() - below)

    def spot(self) -> Spot:
        """Return the spot at the reading line."""
        if self._stay is not None:
            return self.spot_of(self._stay)
        if self._view.map is None:
            return Spot(0)
        return self._view.map.spot_at(self._view.scrolled() + self.spot_height())

    def section(self) -> int | None:
        """Return the section being read; None before the first one and after the last."""
        if self._section is not None:
            return self._section
        page = self._view.page
        line = self.spot().line
        return page.lines[line].section_id if page is not None and line < len(page.lines) else None

    def place(self) -> tuple[int | None, Place | None, int]:
        """Return section, place and offset of the words at the reading line."""
        spot = self.spot()
        passage = self._view.map.passage(spot) if self._view.map is not None else None
        if passage is None:
            return self.section(), None, 0
        return self.section(), passage.place, passage.offset(spot.column)

    def spot_of(self, hit: Hit) -> Spot:
        """Return the spot a hit begins at; a note's is its mark."""
        where = Spot(hit.line, hit.passage)
        passage = self._view.map.passage(where) if self._view.map is not None else None
        if passage is None:
            return where
        if hit.note_id:
            column = next((left for note, left, _ in passage.mark_columns() if note == hit.note_id), 0)
        else:
            column = passage.column(hit.start)
        return Spot(hit.line, hit.passage, column)

    def hit_of(self, destination: Destination) -> Hit | None:
        """Return the words a destination names; None for the beginning of the report, or what is not there."""
        page = self._view.page
        if page is None:
            return None
        place = destination.place
        line = page.line_of(place) if place is not None else page.line_of_section.get(destination.section_id or 0)
        if line is None:
            line = page.line_of_section.get(destination.section_id or 0)
            return self._heading(line) if line is not None else None
        if place is None:
            return self._heading(line)
        if place.note_id is not None:
            return self._mark(place.note_id, line)
        number = self._passage(place, line)
        return Hit(line, number, destination.start, destination.end)

    def clause_before(self, hit: Hit) -> Hit | None:
        """Return the words a note's mark hangs on: back to the last stop, 80 letters at most; None for other hits."""
        passage = self._view.map.passage(Spot(hit.line, hit.passage)) if self._view.map is not None else None
        if passage is None or not hit.note_id:
            return None
        end = passage.offset(self.spot_of(hit).column)
        before = passage.text[:end]
        start = max(
            0, end - 80, *(before.rfind(stop) + len(stop) for stop in (". ", "; ", ": ", ", ") if stop in before)
        )
        return Hit(hit.line, hit.passage, start, end)

    def notes(self) -> list[NoteInView]:
        """Return the notes whose marks are on screen, in order, with the height of the mark's line."""
        page, where = self._view.page, self._view.map
        if page is None or where is None:
            return []
        top, height = self._view.scrolled(), self._view.viewport().height()
        found: dict[int, NoteInView] = {}
        for line in self._view.lines_in_view():
            for number, passage in enumerate(page.lines[line].passages()):
                for note_id, left, right in passage.mark_columns():
                    rect = where.rect_of(Spot(line, number, right if right > left else left))
                    y = rect.top() - top
                    if -rect.height() / 2 < y < height - rect.height() / 2:
                        found.setdefault(note_id, NoteInView(note_id, y))
        return list(found.values())

    def mark_rect(self, note_id: int) -> QRect | None:
        """Return the text line of a note's mark in the viewport, from the mark on."""
        page, where = self._view.page, self._view.map
        line = page.line_of_note.get(note_id) if page is not None else None
        if where is None or line is None or not where.has_line(line):
            return None
        hit = self._mark(note_id, line)
        return where.rect_of(self.spot_of(hit)).translated(0, -self._view.scrolled()).toRect()

    def note_from_here(self, by: int) -> int:
        """Return the next (`by` 1) or previous (-1) note, seen from the mark jumped to or the reading line; or 0."""
        page = self._view.page
        if page is None or not page.note_order:
            return 0
        if self._stay is not None and self._stay.note_id in page.note_order:
            number = page.note_order.index(self._stay.note_id) + by
            return page.note_order[number] if 0 <= number < len(page.note_order) else 0
        here = self.spot()
        key = (here.line, here.passage, here.column)
        spots = {note: self.spot_of(self._mark(note, page.line_of_note[note])) for note in page.note_order}
        ahead = [note for note, at in spots.items() if (at.line, at.passage, at.column) >= key]
        behind = [note for note, at in spots.items() if (at.line, at.passage, at.column) < key]
        return (ahead[0] if ahead else 0) if by > 0 else (behind[-1] if behind else 0)

    def _heading(self, line: int) -> Hit:
        page = self._view.page
        return Hit(line, 0, 0, len(page.lines[line].passage.text) if page is not None else 0)

    def _mark(self, note_id: int, line: int) -> Hit:
        page = self._view.page
        passages = page.lines[line].passages() if page is not None else ()
        number = next((n for n, one in enumerate(passages) if note_id in [m[0] for m in one.mark_columns()]), 0)
        return Hit(line, number, 0, 0, note_id)

    def _passage(self, place: Place, line: int) -> int:
        page = self._view.page
        passages = page.lines[line].passages() if page is not None else ()
        return next((number for number, one in enumerate(passages) if one.place == place), 0)
