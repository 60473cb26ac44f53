"""What a row says of its cells, and the words that say it (RTF 1.9.1, "Table Definitions")."""

from __future__ import annotations

from collections.abc import Callable

from db.importer.readers.shared.cells import MAX_COLUMNS
from db.importer.readers.shared.edged_tables import SINGLE, CellMerge, RowShape

_FARTHEST = 1 << 20


class RowWords:
    """Collects the words on the next row; they hold until a \\trowd."""

    def __init__(self) -> None:
        self.begin(None)

    def begin(self, number: int | None) -> None:  # a word like the others
        """\\trowd: forget all. The object stays, so that the end of a group does not bring the old row back."""
        self._left = 0
        self._edges: list[int] = []
        self._merges: list[CellMerge] = []
        self._is_header = False
        self._cut = False
        self._across = self._down = ""

    def says(self) -> RowShape:
        """Return the row as it is laid down now."""
        edges = (self._left, *self._edges) if self._edges else ()
        return RowShape(edges, tuple(self._merges), self._is_header, self._cut)

    def left(self, number: int | None) -> None:
        """\\trleft: where the first cell begins."""
        self._left = _bounded(number)

    def header(self, number: int | None) -> None:
        """\\trhdr: the row is repeated on every page."""
        self._is_header = number != 0

    def first_across(self, number: int | None) -> None:  # a word like the others
        """\\clmgf: the first of cells merged sideways."""
        self._across = "restart"

    def more_across(self, number: int | None) -> None:  # a word like the others
        """\\clmrg: a cell merged with the one before it."""
        self._across = "continue"

    def first_down(self, number: int | None) -> None:  # a word like the others
        """\\clvmgf: the first of cells merged downwards."""
        self._down = "restart"

    def more_down(self, number: int | None) -> None:  # a word like the others
        """\\clvmrg: a cell merged with the one above it."""
        self._down = "continue"

    def edge(self, number: int | None) -> None:
        """\\cellx: a cell ends here, and what was said before it is said of it."""
        if len(self._edges) < MAX_COLUMNS:
            self._edges.append(_bounded(number))
            merged = self._across or self._down
            self._merges.append(CellMerge(self._across, self._down) if merged else SINGLE)
        else:
            self._cut = True
        self._across = self._down = ""


ROW_WORDS: dict[bytes, Callable[[RowWords, int | None], None]] = {
    b"trowd": RowWords.begin,
    b"trleft": RowWords.left,
    b"trhdr": RowWords.header,
    b"clmgf": RowWords.first_across,
    b"clmrg": RowWords.more_across,
    b"clvmgf": RowWords.first_down,
    b"clvmrg": RowWords.more_down,
    b"cellx": RowWords.edge,
}


def _bounded(number: int | None) -> int:
    return max(-_FARTHEST, min(number or 0, _FARTHEST))
