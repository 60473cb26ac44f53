"""The sheet of a comparison: both years in step by construction, for every row holds what answers each other.

Only the rows on screen are set in lines; the others stand with an estimated height until
they are seen or a slice of spare time has measured them, so 300 pages show at once.
"""

from __future__ import annotations

import bisect
import time
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.comparison.dressing import SIGNS, formats
from desktop.comparison.lines import Line, Row, folded
from desktop.comparison.pens import SidePens, Span, grounds, no_pens, paint_bar, spans_of
from desktop.themes import Themes

SLICE = 0.012  # seconds of measuring between two looks at the event loop


@dataclass(slots=True)
class Setting:
    """A row set in lines: one layout per column, and the height it takes."""

    columns: tuple[QTextLayout | None, QTextLayout | None]
    height: int


class Paper(QAbstractScrollArea):
    """Rows of a comparison in one or two columns. `row_in_view` tells the row at the top, `opened` a double click."""

    row_in_view = Signal(int)
    chosen = Signal(object)
    opened = Signal(object, bool)
    menu_asked = Signal(QPoint)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows: list[Row] = []
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._settings: dict[int, Setting] = {}
        self._unfolded: set[int] = set()
        self._current = -1
        self._two = True
        self._reading = QFont(self.font())
        self._measuring = QTimer(self)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure_more)
        self._next = 0
        self._pens: SidePens = no_pens
        self.on_left = False
        """Whether the older side of the chosen row was clicked."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())
        themes.changed.connect(self._forget)

    def show_rows(self, rows: list[Row], two_columns: bool) -> None:
        """Show other rows, from their beginning."""
        self._rows, self._two = rows, two_columns
        self._unfolded.clear()
        self._current = -1
        self._forget()
        self.verticalScrollBar().setValue(0)

    def set_reading_font(self, font: QFont) -> None:
        """Set the font of the words."""
        self._reading = QFont(font)
        self._forget()

    def show_pens(self, pens: SidePens) -> None:
        """Draw what the user has marked in the two reports; heights stay as they are."""
        self._pens = pens
        self._settings.clear()
        self.viewport().update()

    def rows(self) -> list[Row]:
        """Return the rows shown."""
        return self._rows

    def current(self) -> int:
        """Return the chosen row, -1 where there is none."""
        return self._current

    def go_to(self, row: int) -> None:
        """Choose a row and bring it to the upper third."""
        if not 0 <= row < len(self._rows):
            return
        self._current = row
        self._measure_around(row)
        third = self.viewport().height() // 4
        self.verticalScrollBar().setValue(max(0, self._tops[row] - third))
        self.viewport().update()
        self.chosen.emit(self._rows[row])

    def top_row(self) -> int:
        """Return the row at the top of the view, -1 where there is none."""
        if not self._rows:
            return -1
        return min(bisect.bisect_right(self._tops, self.verticalScrollBar().value()) - 1, len(self._rows) - 1)

    def row_at(self, y: float) -> int:
        """Return the row at a height of the viewport, -1 below the last one."""
        row = bisect.bisect_right(self._tops, y + self.verticalScrollBar().value()) - 1
        return row if row < len(self._rows) else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._forget()
        else:
            self._range()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().y())
        if row >= 0:
            self._current = row
            self.on_left = self._two and event.position().x() < self.viewport().width() / 2
            self.viewport().update()
            self.chosen.emit(self._rows[row])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._current >= 0:
            self.menu_asked.emit(event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().y())
        if row >= 0:
            left = self._two and event.position().x() < self.viewport().width() / 2
            self.opened.emit(self._rows[row], left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows:
            self.go_to(max(0, min(self._current + (1 if event.key() == Qt.Key.Key_Down else -1), len(self._rows) - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._rows[self._current], False)
        elif event.key() == Qt.Key.Key_Space and self._current >= 0:
            self.unfold(self._current)
        else:
            super().keyPressEvent(event)

    def unfold(self, row: int) -> None:
        """Show a folded sentence whole, or fold it again."""
        self._unfolded ^= {row}
        self._settings.pop(row, None)
        self._measure_around(row)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._themes.current
        painter.fillRect(event.rect(), QColor(theme.paper))
        first = self.top_row()
        if first < 0:
            return
        self._measure_view()
        offset = self.verticalScrollBar().value()
        for row in range(first, len(self._rows)):
            top = self._tops[row] - offset
            if top > self.viewport().height():
                break
            self._paint_row(painter, row, float(top))

    def _paint_row(self, painter: QPainter, row: int, top: float) -> None:
        theme, unit = self._themes.current, self._unit
        item, setting = self._rows[row], self._setting(row)
        for place, column in enumerate(self._columns()):
            line = (item.left, item.right)[place] if self._two else item.line
            layout = setting.columns[place]
            if line is None or layout is None:
                continue
            ground = _ground(line)
            if ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(getattr(theme, ground)))
                painter.drawRoundedRect(QRectF(column.left(), top + 2, column.width(), setting.height - 4), 5, 5)
            painter.setPen(QColor(theme.ink if line.is_change or line.of == "section" else theme.ink_soft))
            layout.draw(painter, QPointF(column.left() + unit * 0.6 + self._indent(line), top + self._above(line)))
            self._paint_label(painter, line, column, top)
            for _start, _end, drawn in self._spans(line, place)[-1:]:
                paint_bar(painter, QRectF(column.left(), top, column.width(), setting.height), drawn, theme)
        self._paint_sign(painter, item, top, setting.height)
        if row == self._current:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(unit * 0.3, top + 1, self.viewport().width() - unit * 0.6, setting.height - 2)
            painter.drawRoundedRect(frame, 6, 6)

    def _paint_label(self, painter: QPainter, line: Line, column: QRectF, top: float) -> None:
        if line.of != "note" or not line.head:
            return
        font = QFont(self._reading)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._themes.current.mark))
        metrics = QFontMetrics(self._reading)
        painter.drawText(
            QPointF(column.left() + self._unit * 0.6, top + self._above(line) + metrics.ascent()), line.head
        )

    def _paint_sign(self, painter: QPainter, item: Row, top: float, height: int) -> None:
        theme = self._themes.current
        signs = (item.line,) if item.together or not self._two else (item.left, item.right)
        text = " ".join(dict.fromkeys(SIGNS.get(line.kind, "") for line in signs if line is not None))
        if not text.strip():
            return
        painter.setFont(self.font())
        painter.setPen(QColor(theme.ink_soft))
        width = self._gutter
        left = self.viewport().width() / 2 - width / 2 if self._two else self.viewport().width() - width
        painter.drawText(QRectF(left, top, width, min(height, self._unit * 2.4)), Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _unit(self) -> int:
        return QFontMetrics(self._reading).height()

    @property
    def _gutter(self) -> int:
        return self._unit * 2

    def _columns(self) -> list[QRectF]:
        width, edge = self.viewport().width(), self._unit * 0.7
        if not self._two:
            return [QRectF(edge, 0, width - edge - self._gutter, 0)]
        half = (width - self._gutter) / 2
        return [QRectF(edge, 0, half - edge, 0), QRectF(half + self._gutter, 0, half - edge, 0)]

    def _indent(self, line: Line) -> float:
        return self._unit * {"note": 2.2, "row": 1.2}.get(line.of, 0.0)

    def _above(self, line: Line) -> float:
        return self._unit * (0.9 if line.of == "section" else 0.3)

    def _setting(self, row: int) -> Setting:
        found = self._settings.get(row)
        if found is None:
            found = self._settings[row] = self._set(row)
        return found

    def _set(self, row: int) -> Setting:
        item, made, height = self._rows[row], [], 0.0
        for place, column in enumerate(self._columns()):
            line = (item.left, item.right)[place] if self._two else item.line
            layout = self._lay(line, row, place, column) if line is not None else None
            made.append(layout)
            if line is not None and layout is not None:
                height = max(height, layout.boundingRect().height() + self._above(line) + self._unit * 0.35)
        pair = (made[0], made[1] if len(made) > 1 else None)
        return Setting(pair, round(height) or self._unit)

    def _lay(self, line: Line, row: int, place: int, column: QRectF) -> QTextLayout | None:
        runs = folded(line) if self._is_folded(row, line) else line.runs
        if self._two:
            runs = tuple(run for run in runs if run.kind != ("new" if place == 0 else "dropped"))
        text = "".join(run.text for run in runs)
        if not text:
            return None
        layout = QTextLayout(text, self._font_of(line))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        whole = self._two and bool(_ground(line))
        theme = self._themes.current
        pens = grounds(runs, line, self._two and place == 0, self._spans(line, place), theme)
        layout.setFormats([*pens, *formats(runs, line, theme, whole)])
        width = column.width() - self._unit * 1.2 - self._indent(line)
        layout.beginLayout()
        y = 0.0
        while (piece := layout.createLine()).isValid():
            piece.setLineWidth(max(width, 40.0))
            piece.setPosition(QPointF(0, y))
            y += piece.height() * 1.12
            if self._is_folded(row, line):
                break
        layout.endLayout()
        return layout

    def _spans(self, line: Line, place: int) -> list[Span]:
        left = self._two and place == 0
        return spans_of(line, left, self._pens(left))

    def _is_folded(self, row: int, line: Line) -> bool:
        return line.of == "sentence" and line.kind == "numbers" and row not in self._unfolded

    def _font_of(self, line: Line) -> QFont:
        font = QFont(self._reading)
        if line.of in ("section", "table"):
            font.setWeight(QFont.Weight.DemiBold)
        if line.of == "section" and line.level == 1:
            font.setPointSizeF(font.pointSizeF() * 1.12)
        if line.of in ("note", "row"):
            font.setPointSizeF(font.pointSizeF() * 0.92)
        return font

    def _forget(self) -> None:
        """Set everything anew: another width, font or theme."""
        self._settings.clear()
        letters = max(QFontMetrics(self._reading).averageCharWidth(), 1)
        width = max(self._columns()[0].width() - self._unit * 1.5, 60)
        per_line = max(int(width / letters), 10)
        line_height = self._unit * 1.12
        self._heights = []
        for item in self._rows:
            longest = max(
                (len(line.text(left)) for line, left in ((item.left, True), (item.right, False)) if line), default=0
            )
            self._heights.append(int((longest // per_line + 1) * line_height + self._unit * 0.65))
        self._next = 0
        self._range()
        self._measuring.start()
        self.viewport().update()

    def _range(self) -> None:
        self._tops = [0, *accumulate(self._heights)]
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._unit * 2)
        bar.setRange(0, max(0, self._tops[-1] + self._unit * 2 - self.viewport().height()))

    def _measure(self, row: int) -> bool:
        """Give a row its true height; True if it was another."""
        height = self._setting(row).height
        changed = height != self._heights[row]
        self._heights[row] = height
        return changed

    def _measure_around(self, row: int) -> None:
        changed = False
        for one in range(max(0, row - 30), min(len(self._rows), row + 30)):
            changed |= self._measure(one)
        if changed:
            self._range()

    def _measure_view(self) -> None:
        """Measure what is on screen before it is painted; the row at the top keeps its place."""
        first = self.top_row()
        hidden = self.verticalScrollBar().value() - self._tops[first]
        room, row, changed = self.viewport().height() + hidden, first, False
        while row < len(self._rows) and room > 0:
            changed |= self._measure(row)
            room -= self._heights[row]
            row += 1
        if changed:
            self._range()
            self.verticalScrollBar().setValue(self._tops[first] + hidden)

    def _measure_more(self) -> None:
        """Measure further rows for a moment; the row at the top keeps its place."""
        first = self.top_row()
        hidden = self.verticalScrollBar().value() - self._tops[first] if first >= 0 else 0
        end, changed = time.monotonic() + SLICE, False
        while self._next < len(self._rows) and time.monotonic() < end:
            changed |= self._measure(self._next)
            self._next += 1
        if changed and first >= 0:
            self._range()
            self.verticalScrollBar().setValue(self._tops[first] + hidden)
            self.viewport().update()
        if self._next >= len(self._rows):
            self._measuring.stop()

    def _tell(self) -> None:
        self.viewport().update()
        row = self.top_row()
        if row >= 0:
            self.row_in_view.emit(row)


def _ground(line: Line) -> str:
    """Return the theme's colour behind a line that stands on one side only; "" for none."""
    return {"new": "added_soft", "added": "added_soft", "dropped": "removed_soft", "removed": "removed_soft"}.get(
        line.kind, ""
    )
