"""The user's highlights on the page: drawn where their lines are set, told under the mouse, and what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from db.model import Place
from desktop.pens import Drawn, pen_format
from desktop.reading.copying import columns_in
from desktop.reading.finding import cursor_of
from desktop.reading.hits import Hit
from desktop.reading.page import Page
from desktop.reading.page_map import Spot
from desktop.reading.page_view import PageView
from desktop.session import Destination
from desktop.themes import Themes

LAYER = "a-pens"
"""Its name sorts before those of the other layers: hits are seen above highlights."""


class Pens(QObject):
    """Knows what the user marked on one page view."""

    def __init__(self, view: PageView, themes: Themes) -> None:
        super().__init__(view)
        self._view = view
        self._themes = themes
        self._places = _Places(None)
        self.drawn: tuple[Drawn, ...] = ()
        self.pointed: Place | None = None
        """The paragraph the menu was opened at, taken where nothing is selected."""
        view.filled.connect(self.paint)

    def show(self, drawn: Sequence[Drawn]) -> None:
        """Draw other highlights."""
        self.drawn = tuple(drawn)
        self.paint()

    def paint(self) -> None:
        """Draw on the lines that are set."""
        found, signs = [], []
        for one in self.drawn:
            hit = self._hit(one)
            cursor = cursor_of(self._view, hit) if hit is not None else None
            if hit is not None and cursor is not None and cursor.hasSelection():
                found.append(_marked(cursor, pen_format(one.colour, self._themes.current)))
                passage = self._view.map.passage(Spot(hit.line, hit.passage)) if self._view.map else None
                if one.words and passage is not None:
                    signs.append(Spot(hit.line, hit.passage, passage.column(one.start)))
        self._view.paint_over(LAYER, found)
        self._view.show_signs(signs, self._themes.current.mark)

    def at(self, place: Place, offset: int) -> Drawn | None:
        """Return the highlight over a letter; of several the last one made."""
        over = [one for one in self.drawn if one.place == place and one.start <= offset < one.end]
        return over[-1] if over else None

    def selection(self, here: Destination) -> tuple[Destination, ...]:
        """Return the stretches selected, by paragraph and cell; else the paragraph pointed at, or being read."""
        ends, page = self._view.selected(), self._view.page
        if ends is None or page is None:
            place = self.pointed or here.place
            return (Destination(here.report_id, None, place),) if place is not None else ()
        start, end = ends
        found = []
        for index in range(start.line, end.line + 1):
            for number, passage in enumerate(page.lines[index].passages()):
                first, last = columns_in(passage, Spot(index, number), start, end)
                stretch = passage.offset(first), passage.offset(last)
                if first <= last and stretch[0] < stretch[1]:
                    found.append(Destination(here.report_id, page.lines[index].section_id, passage.place, *stretch))
        return tuple(found)

    def _hit(self, one: Drawn) -> Hit | None:
        if self._places.page is not self._view.page:
            self._places = _Places(self._view.page)
        where = self._places.lines.get(one.place)
        return Hit(*where, one.start, one.end) if where is not None else None


class _Places:
    """Where the passages of a page are, by place."""

    def __init__(self, page: Page | None) -> None:
        self.page = page

    @cached_property
    def lines(self) -> dict[Place, tuple[int, int]]:
        """Line and number of each passage."""
        return {
            passage.place: (index, number)
            for index, line in enumerate(self.page.lines if self.page is not None else ())
            for number, passage in enumerate(line.passages())
        }


def _marked(cursor: object, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.format = look  # type: ignore[attr-defined]  # the stubs leave the two fields out
    made.cursor = cursor  # type: ignore[attr-defined]
    return made
