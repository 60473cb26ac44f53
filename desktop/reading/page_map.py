"""Where the words of a page stand: from a line and column to Qt's positions and pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.reading.page import Page
from desktop.reading.passage import Passage
from desktop.reading.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the page: a line, one of its passages, and a column in it."""

    line: int
    passage: int = 0
    column: int = 0


class PageMap:
    """The way between a `Page` and the document a `Typesetter` makes of it. Heights are of the document, in pixels."""

    def __init__(self, document: QTextDocument, page: Page, setter: Typesetter) -> None:
        self._document = document
        self._page = page
        self._setter = setter

    @property
    def is_whole(self) -> bool:
        """Whether every line is set."""
        return self._setter.is_whole

    def has_line(self, line: int) -> bool:
        """Whether a line is set already."""
        return self._setter.first <= line < self._setter.last

    def passage(self, spot: Spot) -> Passage | None:
        """Return the words a spot is in; None between the lines."""
        if not 0 <= spot.line < len(self._page.lines):
            return None
        passages = self._page.lines[spot.line].passages()
        return passages[spot.passage] if spot.passage < len(passages) else None

    def position(self, spot: Spot) -> int:
        """Return the Qt position of a spot whose line is set."""
        line = self._page.lines[spot.line]
        table = self._setter.tables.get(spot.line)
        if table is not None and line.cells:
            cell = line.cells[min(spot.passage, len(line.cells) - 1)][0]
            return table.cellAt(cell.row, cell.col).firstPosition() + spot.column
        block = self._setter.blocks[spot.line]
        return block.position() + min(spot.column, max(0, block.length() - 1)) if block is not None else 0

    def spot(self, position: int) -> Spot:
        """Return the spot of a Qt position; the nearest one at the edges of the page."""
        block = self._document.findBlock(position)
        while block.isValid() and block.userState() < 0:
            block = block.next()
        if not block.isValid():
            return Spot(max(0, self._setter.last - 1))
        line = block.userState()
        table = self._setter.tables.get(line)
        if table is None:
            return Spot(line, 0, max(0, position - block.position()))
        places = [(cell.row, cell.col) for cell, _ in self._page.lines[line].cells]
        cell = table.cellAt(position)
        if not cell.isValid() or (cell.row(), cell.column()) not in places:
            return Spot(line) if position < table.firstPosition() or not places else self.end_of(line)
        return Spot(line, places.index((cell.row(), cell.column())), max(0, position - cell.firstPosition()))

    def spot_at(self, y: float) -> Spot:
        """Return the beginning of the text line at height `y`; the one above, in a gap."""
        left = self._document.rootFrame().frameFormat().leftMargin()
        position = self._document.documentLayout().hitTest(QPointF(left + 1, y), Qt.HitTestAccuracy.FuzzyHit)
        found = self.spot(max(0, position))
        if self.has_line(found.line - 1) and self.line_top(found.line) > y:
            return self.end_of(found.line - 1)
        return found

    def end_of(self, line: int) -> Spot:
        """Return the last spot of a line."""
        passages = self._page.lines[line].passages()
        if not passages:
            return Spot(line)
        return Spot(line, len(passages) - 1, passages[-1].column(len(passages[-1].text)))

    def line_top(self, line: int) -> float:
        """Return the upper edge of a line."""
        table = self._setter.tables.get(line)
        if table is not None:
            return self._document.documentLayout().frameBoundingRect(table).top()
        return self.rect_of(Spot(line)).top()

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where the text line of a spot lies, from the spot to the line's last letter."""
        position = self.position(spot)
        block = self._document.findBlock(position)
        return _line_rect(self._document, block, position - block.position())


def _line_rect(document: QTextDocument, block: QTextBlock, column: int) -> QRectF:
    """Return the rectangle of a text line in the document, from `column` to its end."""
    whole = document.documentLayout().blockBoundingRect(block)
    lines = block.layout()
    if lines.lineCount() == 0:
        return whole
    line = lines.lineForTextPosition(min(column, max(0, block.length() - 1)))
    if not line.isValid():
        return whole
    x: Any = line.cursorToX(column)  # PySide gives the position back beside it
    left = float(x[0])
    return QRectF(whole.left() + left, whole.top() + line.y(), max(1.0, line.naturalTextWidth() - left), line.height())
