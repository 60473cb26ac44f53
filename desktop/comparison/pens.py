"""The user's highlights in a comparison: which words of a line they lie on, and how a line is marked there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from db.comparison.rows import Run
from desktop.comparison.lines import Line
from desktop.pens import LINES, Drawn, pen_colour
from desktop.session import Destination
from desktop.themes import Theme
from desktop.widgets.utf16 import units

Span = tuple[int, int, Drawn]
"""Start and end in the text of one side of a line, in code points, and what is drawn there."""

SidePens = Callable[[bool], Sequence[Drawn]]
"""Gives what is to be drawn of the older report (True) and of the newer one."""


def no_pens(_left: bool) -> Sequence[Drawn]:
    """Nothing is drawn."""
    return ()


def spans_of(line: Line, left: bool, drawn: Sequence[Drawn]) -> list[Span]:
    """Return where highlights lie in the words of one side of a line."""
    text = line.text(left)
    if not drawn or not text:
        return []
    if line.of == "row":
        return [(0, len(text), one) for one in drawn if _in_row(one, line, left)]
    return [
        (max(0, one.start - start) + at, min(one.end, end) - start + at, one)
        for place, start, end, at in _pieces(line, left)
        for one in drawn
        if one.place == place and one.start < end and start < one.end
    ]


def places_of(line: Line, left: bool, report_id: int) -> tuple[Destination, ...]:
    """Return where the words of one side of a line stand in their report."""
    spots = line.spots[0 if left else 1]
    if spots:
        return tuple(Destination(report_id, spot.section_id, spot.place, spot.start, spot.end) for spot in spots)
    place = line.left if left else line.right
    return (Destination(report_id, None, place),) if place is not None else ()


def grounds(
    runs: Sequence[Run], line: Line, left: bool, spans: Sequence[Span], theme: Theme
) -> list[QTextLayout.FormatRange]:
    """Return the grounds of highlights for runs as they are laid out, cut at the front or not."""
    hidden = "new" if left else "dropped"
    found = []
    end, after = len(line.text(left)), sum(units(run.text) for run in runs)
    for run in reversed(runs):
        after -= units(run.text)
        if run.kind == hidden:
            continue
        start = end - len(run.text)
        for first, last, drawn in spans:
            low, high = max(first, start), min(last, end)
            if low < high:
                begin = after + units(run.text[: low - start])
                found.append(_range(begin, units(run.text[low - start : high - start]), drawn, theme))
        end = start
    return found


def paint_bar(painter: QPainter, row: QRectF, drawn: Drawn, theme: Theme) -> None:
    """Draw a bar in the manner of the pen beside a line, with a dot where there is a note."""
    painter.setPen(QPen(QColor(theme.mark), 3, LINES[drawn.colour][1]))
    painter.drawLine(QLineF(row.left() - 4, row.top() + 4, row.left() - 4, row.bottom() - 4))
    if drawn.words:
        painter.setBrush(QColor(theme.mark))
        painter.drawEllipse(QPointF(row.left() - 4, row.top() + 6), 3.5, 3.5)


def _pieces(line: Line, left: bool) -> Iterator[tuple[object, int, int, int]]:
    """Yield place, start and end of every piece of a side, and where it begins in the side's text."""
    at = 0
    for spot in line.spots[0 if left else 1]:
        yield spot.place, spot.start, spot.end, at
        at += len(spot.text) + 1
    if not line.spots[0 if left else 1]:
        yield (line.left if left else line.right), 0, len(line.text(left)), 0


def _in_row(drawn: Drawn, line: Line, left: bool) -> bool:
    place = line.left if left else line.right
    return place is not None and (drawn.place.table_id, drawn.place.row) == (place.table_id, place.row)


def _range(start: int, length: int, drawn: Drawn, theme: Theme) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # PySide's stubs do not know its fields
    style = QTextCharFormat()
    style.setBackground(QColor(pen_colour(drawn.colour, theme)))
    made.start, made.length, made.format = start, length, style
    return cast("QTextLayout.FormatRange", made)
