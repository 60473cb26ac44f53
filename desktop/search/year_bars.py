"""A small chart of how often words come up year by year; a bar narrows the search to its year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from db.vietnamese.writing import written
from desktop.search.frequency import PER, Frequency
from desktop.themes import Themes


class YearBars(QWidget):
    """`year_chosen` carries the year of a bar, 0 where the chosen one is taken back."""

    year_chosen = Signal(int)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self.bars: Sequence[Frequency] = ()
        self.chosen = 0
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)
        self.hide()

    def show_bars(self, bars: Sequence[Frequency], chosen: int) -> None:
        """Show these years; fewer than two are no chart."""
        self.bars, self.chosen = bars, chosen
        self._at = min(self._at, max(0, len(bars) - 1))
        self.setVisible(len(bars) > 1 and any(bar.places for bar in bars))
        self.setAccessibleName(self.tr("How often by year, per 10.000 syllables"))
        self.setAccessibleDescription("; ".join(self._words(bar) for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 14, line * 5)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 6, line * 5)

    def place_of(self, number: int) -> QRectF:
        """Return the column of a bar, from top to bottom."""
        slot = self.width() / max(1, len(self.bars))
        return QRectF(slot * number, 0, slot, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, metrics = self._themes.current, self.fontMetrics()
        line = metrics.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.rate for bar in self.bars), default=0.0) or 1.0
        foot = self.height() - line * 1.25
        room = foot - line * 1.1
        skip = max(1, -(-metrics.horizontalAdvance("2088 ") * len(self.bars) // max(1, self.width())))
        for number, bar in enumerate(self.bars):
            place = self.place_of(number)
            wide = min(place.width() * 0.7, line * 2.2)
            tall = max(1.0, room * bar.rate / most) if bar.places else 1.0
            box = QRectF(place.center().x() - wide / 2, foot - tall, wide, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            is_faint = self.chosen not in (0, bar.year)
            painter.setBrush(QColor(theme.line_strong if is_faint else theme.accent))
            painter.drawRoundedRect(box, 2, 2)
            painter.setPen(QColor(theme.ink_soft))
            if metrics.horizontalAdvance(str(bar.places)) < place.width():
                above = QRectF(place.left(), box.top() - line, place.width(), line)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(bar.places))
            if not (len(self.bars) - 1 - number) % skip:
                below = QRectF(place.center().x() - line * 2, foot + line * 0.15, line * 4, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(bar.year))
            if self.hasFocus() and number == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.focus), 2))
                painter.drawRoundedRect(place.adjusted(2, 1, -2, -1), 4, 4)
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def event(self, event: QEvent) -> bool:
        """Say a bar's figures as its tool-tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._words(self.bars[number]) if number >= 0 else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().x())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(number)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.bars:
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            self._at = min(max(self._at + by, 0), len(self.bars) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.bars:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self._at = number
        year = self.bars[number].year
        self.year_chosen.emit(0 if year == self.chosen else year)

    def _number_at(self, x: float) -> int:
        number = int(x / (self.width() / len(self.bars))) if self.bars and self.width() else -1
        return number if 0 <= number < len(self.bars) else -1

    def _words(self, bar: Frequency) -> str:
        text = self.tr("{year}: {n} places, {rate} per {per} syllables")
        return text.format(year=bar.year, n=bar.places, rate=written(bar.rate, 1), per=written(PER))
