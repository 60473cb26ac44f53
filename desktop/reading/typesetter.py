"""Fills a text document with the lines of a page, in slices around the place one reads."""

from __future__ import annotations

import time

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from desktop.reading.grid import insert_table
from desktop.reading.page import Line, Page
from desktop.reading.typography import Typography

CONTEXT = 12  # lines set before the place one goes to
LEAST_LETTERS = 6_000  # about two screens; the first slice is not smaller


class Typesetter:
    """Sets `page` into `document`. Lines `first` to `last` (not included) are set; the rest comes by `more`.

    A block's userState is the number of its line; -1 marks the two edges of the page.
    """

    def __init__(self, document: QTextDocument, page: Page, type_: Typography, width: float, around: int = 0) -> None:
        self._document = document
        self._page = page
        self._type = type_
        self._width = width
        self.blocks: list[QTextBlock | None] = [None] * len(page.lines)
        self.tables: dict[int, QTextTable] = {}
        self.first = self.last = max(0, min(around - CONTEXT, len(page.lines)))
        self._front = document.firstBlock()
        self._front.setUserState(-1)
        cursor = QTextCursor(self._front)
        cursor.setBlockFormat(self._edge())
        cursor.setBlockCharFormat(self._tiny())

    @property
    def is_whole(self) -> bool:
        """Whether every line is set."""
        return self.first == 0 and self.last == len(self._page.lines)

    def begin(self, seconds: float) -> None:
        """Set the first slice: at least LEAST_LETTERS, then as much as `seconds` allow."""
        self._append(seconds, LEAST_LETTERS)

    def more(self, seconds: float) -> bool:
        """Set another slice; return whether it lies before what was there, so that the view must be kept in place."""
        if self.last < len(self._page.lines):
            self._append(seconds, 0)
            return False
        self._prepend(seconds)
        return True

    def _append(self, seconds: float, letters: int) -> None:
        until = time.perf_counter() + seconds
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self.last < len(self._page.lines) and (letters > 0 or time.perf_counter() < until):
            self._set(cursor, self.last)
            letters -= len(self._page.lines[self.last].passage.text) + 40 * len(self._page.lines[self.last].cells)
            self.last += 1
        cursor.endEditBlock()

    def _prepend(self, seconds: float) -> None:
        """Set lines in front of what is there: slices of growing count, each from its first line on."""
        until = time.perf_counter() + seconds
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        while self.first > 0 and time.perf_counter() < until:
            start = max(0, self.first - 8)
            cursor.setPosition(self._front.position())
            for index in range(start, self.first):
                self._set(cursor, index)
            self.first = start
        cursor.endEditBlock()

    def _set(self, cursor: QTextCursor, index: int) -> None:
        line = self._page.lines[index]
        if line.kind == "table":
            self._set_table(cursor, line, index)
            return
        cursor.insertBlock(self._type.block(line, self._width, index == 0), self._type.chars(line))
        for run in line.passage.runs:
            cursor.insertText(_one_block(run.text), self._type.chars(line, run))
        block = cursor.block()
        block.setUserState(index)
        self.blocks[index] = block

    def _set_table(self, cursor: QTextCursor, line: Line, index: int) -> None:
        cursor.insertBlock(self._edge(), self._tiny())
        cursor.block().setUserState(index)
        table = insert_table(cursor, line, self._type, index, self._width)
        if table is not None:
            self.tables[index] = table
            cursor.setBlockFormat(self._edge(self._type.em))
            cursor.setBlockCharFormat(self._tiny())
        block = cursor.block()
        block.setUserState(index)
        self.blocks[index] = block

    def _edge(self, below: float = 0.0) -> QTextBlockFormat:
        """Return the format of an empty line that only keeps a distance."""
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setBottomMargin(below)
        return made

    def _tiny(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontPointSize(1)
        return made


def _one_block(text: str) -> str:
    """Return `text` with line breaks that do not begin a new block; as long as before."""
    return text.replace("\r", " ").replace("\n", "\u2028").replace("\u2029", "\u2028")
