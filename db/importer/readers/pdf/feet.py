"""Where on a page the text ends and the notes at its bottom begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.importer.readers.pdf.lines import Line
from db.importer.readers.pdf.notes import FootNote, has_raised_label, label_of
from db.importer.readers.pdf.page import Page, Rule

_SMALLER = 0.93  # notes are set in type no larger than this part of the text's
_MARK = 0.82
_LEAST, _MOST = 30.0, 0.92  # the length of the rule above notes: points, part of the page's width
_BEFORE, _BEHIND = 20.0, 0.25  # where it may begin: points before the text, part of the page's width behind


@dataclass(frozen=True, slots=True)
class Foot:
    """The lines of a page, or of one of its columns, with what its notes are told by.

    `body` is the size of the report's text, `tables` are the heights its tables take,
    `before` is the last note so far.
    """

    page: Page
    lines: Sequence[Line]
    body: float
    tables: Sequence[tuple[float, float]]
    before: FootNote | None

    def start(self) -> int:
        """Return from which line on there are notes; the count of lines where there are none."""
        small = len(self.lines)
        while small > 0 and self.lines[small - 1].size <= self.body * _SMALLER:
            small -= 1
        for rule in sorted(self.page.rules.level, key=lambda rule: rule.at):
            below = self._below(rule)
            if below < len(self.lines) and self._may_part(rule) and self._begins_below_rule(below, small, rule):
                return below
        return self._unruled(small)

    def _below(self, rule: Rule) -> int:
        places = (index for index, line in enumerate(self.lines) if line.base - 0.5 * line.size > rule.at)
        return next(places, len(self.lines))

    def _may_part(self, rule: Rule) -> bool:
        """Whether a rule is as long as one above notes and none of a table."""
        left = min(line.left for line in self.lines)
        if not left - _BEFORE <= rule.start <= left + _BEHIND * self.page.width:
            return False
        if not _LEAST <= rule.end - rule.start <= _MOST * self.page.width:
            return False
        return not any(top - 2 <= rule.at <= bottom + 2 for top, bottom in self.tables)

    def _begins_below_rule(self, below: int, small: int, rule: Rule) -> bool:
        line = self.lines[below]
        if has_raised_label(line):
            return True
        table_above = any(bottom < rule.at for _, bottom in self.tables)
        if below < small or not (small > 0 or table_above):
            return False
        return self._is_called(line) or self._goes_on()

    def _unruled(self, small: int) -> int:
        """Without a rule only a label that is raised, or called on this page, begins the notes."""
        for index in range(small, len(self.lines)):
            line = self.lines[index]
            if has_raised_label(line) or (index == small > 0 and self._is_called(line)):
                return index
        if 0 < small < len(self.lines) and self.lines[small].text[:1].islower() and self._goes_on(within=True):
            return small
        return len(self.lines)

    def _is_called(self, line: Line) -> bool:
        """Whether the line begins with a label that stands as a mark somewhere on the page."""
        label = label_of(line)
        if label is None:
            return False
        small = self.body * _MARK
        return any(run.size <= small and run.text.strip(" ()[]") == label[0] for run in self.page.runs) or (
            line.base > self.page.height / 2 and any(f"%{label[0]}" in run.text for run in self.page.runs)
        )

    def _goes_on(self, within: bool = False) -> bool:
        """Whether the last note may go on here; `within`: only in the middle of a sentence."""
        before = self.before
        return before is not None and before.last_page == self.page.number - 1 and (before.is_open or not within)
