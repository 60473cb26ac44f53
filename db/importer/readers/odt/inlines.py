"""From a text:p or text:h to its text (OpenDocument 1.3 part 3, 6.1).

Kept: text, blanks, tabs, breaks, what fields show, the base of ruby. Left out and counted: hidden text, comments,
pictures and objects. The words of text boxes follow the paragraph.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from db.importer.readers.odt import names as o
from db.importer.readers.odt.drawings import leads_outside, text_boxes
from db.importer.readers.odt.styles import Styles
from db.importer.readers.shared.flowing_line import FlowingLine
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.letters import Letters
from db.importer.readers.shared.losses import COMMENT, HIDDEN_TEXT, OUTSIDE_LINK, Losses

MOST_SPACES = 1_000

_DRAWINGS = frozenset(o.DRAWINGS)
_SILENT = frozenset((*o.CAPTIONS, o.RUBY_TEXT, o.SCRIPT_WORDS, o.PRINTED_NUMBER, o.TRACKED_CHANGES))


class Line(FlowingLine):
    """The text of a paragraph, and the text boxes anchored in it."""

    def __init__(self, runs: LegacyRuns) -> None:
        super().__init__(runs)
        self.boxes: list[etree._Element] = []


class Inlines:
    """Reads the paragraphs of one document; `note` keeps a text:note and returns the key of its mark."""

    def __init__(self, styles: Styles, losses: Losses, runs: LegacyRuns, note: Callable[[etree._Element], str]) -> None:
        self._runs = runs
        self._styles = styles
        self._losses = losses
        self._note = note

    def read(self, paragraph: etree._Element, ground: Letters) -> Line:
        """Return the text of a paragraph whose style sets letters as `ground` says."""
        line = Line(self._runs)
        self._content(paragraph, line, ground)
        return line

    def _content(self, parent: etree._Element, line: Line, letters: Letters) -> None:
        self._words(parent.text, line, letters)
        for child in parent:
            if letters.hidden and child.tag != o.SPAN:
                self._losses.add(HIDDEN_TEXT, child.tag == o.NOTE)
            else:
                self._child(child, line, letters)
            self._words(child.tail, line, letters)

    def _words(self, text: str | None, line: Line, letters: Letters) -> None:
        if not text:
            return
        if letters.hidden:
            self._losses.add(HIDDEN_TEXT, bool(text.strip()))
        else:
            line.flow(text, letters.emphasis, letters.font or "")

    def _child(self, child: etree._Element, line: Line, letters: Letters) -> None:
        tag = child.tag
        if tag == o.SPAN:
            self._content(child, line, self._styles.letters(child.get(o.TEXT_STYLE, "")).over(letters))
        elif tag == o.SPACE:
            line.exact(" " * o.whole_number(child.get(o.SPACE_COUNT), 1, MOST_SPACES), letters.emphasis)
        elif tag == o.TAB:
            line.exact("\t", letters.emphasis)
        elif tag == o.LINE_BREAK:
            line.exact("\n", letters.emphasis)
        elif tag == o.NOTE:
            line.add_mark(self._note(child))
        elif tag in _DRAWINGS:
            line.boxes.extend(text_boxes(child, self._losses))
        elif tag == o.ANNOTATION:
            self._losses.add(COMMENT)
        elif tag == o.HIDDEN_WORDS:
            self._losses.add(HIDDEN_TEXT)
        elif tag not in _SILENT:
            self._losses.add(OUTSIDE_LINK, tag == o.LINK and leads_outside(child))
            self._content(child, line, letters)
