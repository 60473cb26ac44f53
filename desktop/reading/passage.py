"""The words of one block or cell as they stand on the page, and how positions are counted in them. No Qt.

A position is counted twice: as an offset in the owner's text (code points, as everywhere in
`db.model`) and as a column of the page (UTF-16 units, as Qt counts, with the note marks in
between). `Passage` turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Place
from desktop.widgets.utf16 import code_points, units


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one manner, from `offset` of the owner's text. A note's mark (`note_id`) has no length there."""

    text: str
    offset: int
    style: str = ""
    note_id: int = 0
    figure_id: int = 0

    @property
    def length(self) -> int:
        """How many code points of the owner's text the run stands for."""
        return 0 if self.note_id else len(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block or one cell, cut into runs."""

    place: Place
    text: str
    runs: tuple[Run, ...]

    @property
    def width(self) -> int:
        """The column behind the last letter or mark."""
        return sum(units(run.text) for run in self.runs)

    def column(self, offset: int, before_marks: bool = False) -> int:
        """Return the column of `offset`; `before_marks` takes the near side of marks that stand right there."""
        column = 0
        for run in self.runs:
            if run.note_id:
                if run.offset > offset or (before_marks and run.offset == offset):
                    break
                column += units(run.text)
            elif run.offset + len(run.text) <= offset:
                column += units(run.text)
            else:
                return column + (units(run.text[: offset - run.offset]) if offset > run.offset else 0)
        return column

    def offset(self, column: int) -> int:
        """Return the offset of a column of the page; inside a mark it is the mark's place."""
        for run in self.runs:
            width = units(run.text)
            if column < width:
                return run.offset if run.note_id else run.offset + code_points(run.text, column)
            column -= width
        return len(self.text)

    def mark_at(self, column: int) -> int:
        """Return the note whose mark covers `column`, or 0."""
        return self._run_at(column).note_id

    def figure_at(self, column: int) -> int:
        """Return the figure whose words cover `column`, or 0."""
        return self._run_at(column).figure_id

    def mark_columns(self) -> list[tuple[int, int, int]]:
        """Return (note, column where its mark begins, column where it ends) for every mark."""
        if not any(run.note_id for run in self.runs):
            return []
        found, column = [], 0
        for run in self.runs:
            width = units(run.text)
            if run.note_id:
                found.append((run.note_id, column, column + width))
            column += width
        return found

    def _run_at(self, column: int) -> Run:
        for run in self.runs:
            column -= units(run.text)
            if column < 0:
                return run
        return Run("", len(self.text))
