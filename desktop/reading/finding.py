"""Find in the open report: joins the find bar to the page. Hits are coloured; the current one stronger."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from db.search import highlights
from desktop.reading.colouring import coloured
from desktop.reading.find_bar import FindBar
from desktop.reading.hits import Hit, find_hits
from desktop.reading.page_map import Spot
from desktop.reading.page_view import PageView
from desktop.themes import Themes

MOST_COLOURED = 3_000


class Finding(QObject):
    """`reached` tells the hit one has stepped to; `note_id` in it says that it lies in a note.

    `found_in_notes` carries the spans found in each note, {note: [(start, end), …]}.
    """

    reached = Signal(object)
    found_in_notes = Signal(object)

    def __init__(self, bar: FindBar, view: PageView, themes: Themes) -> None:
        super().__init__(view)
        self._bar = bar
        self._view = view
        self._themes = themes
        self._query = ""
        self.hits: list[Hit] = []
        self.current = -1
        bar.searched.connect(self.search)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.clear)
        view.filled.connect(self.paint)

    def search(self) -> None:
        """Look for the bar's words anew and go to the first hit from the reading place on."""
        page = self._view.page
        words = self._bar.words
        self.hits = []
        if page is not None and words.strip():
            self.hits = find_hits(page, words, self._bar.whole_word.isChecked(), self._bar.marks.isChecked())
        first = self._view.lines_in_view().start
        self.current = next((number for number, hit in enumerate(self.hits) if hit.line >= first), 0)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next or previous hit, round and round."""
        if self.hits:
            self.current = (self.current + by) % len(self.hits)
            self._show()

    def clear(self) -> None:
        """Forget the hits."""
        self.hits, self.current, self._query = [], -1, ""
        self.paint()

    def show_query(self, query: str) -> None:
        """Colour what a search over the library found in this report."""
        self._query = query
        self.paint()

    def paint(self) -> None:
        """Colour what is found on the lines that are set."""
        theme = self._themes.current
        notes: dict[int, list[tuple[int, int]]] = {}
        for hit in self.hits:
            if hit.note_id:
                notes.setdefault(hit.note_id, []).append((hit.start, hit.end))
        self.found_in_notes.emit(notes)
        self._view.paint_over("query", self._query_hits())
        plain = [self._coloured(hit, theme.hit) for hit in self.hits[:MOST_COLOURED]]
        self._view.paint_over("search", [one for one in plain if one is not None])
        now = self._coloured(self.hits[self.current], theme.hit_now) if 0 <= self.current < len(self.hits) else None
        self._view.paint_over("search-now", [now] if now is not None else [])

    def _show(self) -> None:
        self._bar.show_count(self.current + 1 if self.hits else 0, len(self.hits))
        self.paint()
        if self.hits:
            self.reached.emit(self.hits[self.current])

    def _query_hits(self) -> list[QTextEdit.ExtraSelection]:
        page = self._view.page
        if page is None or not self._query:
            return []
        colour = self._themes.current.hit
        found = []
        for index, line in enumerate(page.lines):
            for number, passage in enumerate(line.passages()):
                for start, end in highlights(passage.text, self._query):
                    found.append(self._coloured(Hit(index, number, start, end), colour))
        return [one for one in found[:MOST_COLOURED] if one is not None]

    def _coloured(self, hit: Hit, colour: str) -> QTextEdit.ExtraSelection | None:
        cursor = cursor_of(self._view, hit)
        return coloured(cursor, colour) if cursor is not None else None


def cursor_of(view: PageView, hit: Hit) -> QTextCursor | None:
    """Return a cursor over a hit, or over the mark of the note it is in; None where its line is not set yet."""
    passage = view.map.passage(Spot(hit.line, hit.passage)) if view.map and view.map.has_line(hit.line) else None
    if passage is None:
        return None
    if hit.note_id:
        columns = next(((left, right) for note, left, right in passage.mark_columns() if note == hit.note_id), (0, 0))
    else:
        columns = passage.column(hit.start), passage.column(hit.end, before_marks=True)
    return view.words(Spot(hit.line, hit.passage, columns[0]), Spot(hit.line, hit.passage, columns[1]))
