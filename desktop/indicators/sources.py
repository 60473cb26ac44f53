"""The sentences behind a series: every value with its state, its report and its words; a click opens the sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.model import Point, Report
from db.vietnamese.writing import MINUS, with_unit, written
from desktop.indicators.drawing import Drawn, is_whole_year
from desktop.languages import QT_TRANSLATE_NOOP

STATES = {
    "stated": QT_TRANSLATE_NOOP("Indicators", "stated"),
    "estimate": QT_TRANSLATE_NOOP("Indicators", "estimate"),
    "plan": QT_TRANSLATE_NOOP("Indicators", "target"),
    "implied": QT_TRANSLATE_NOOP("Indicators", "implied"),
    "corrected": QT_TRANSLATE_NOOP("Indicators", "corrected"),
}
SIGNS = {"stated": "●", "estimate": "◐", "plan": "─", "implied": "○", "corrected": "◇"}


def words(text: str) -> str:
    """Return the interface's words for `text` in the language in force."""
    return QCoreApplication.translate("Indicators", text)


def value_line(point: Point, unit: str) -> str:
    """Return "● 112,5 nghìn tỷ đồng" with its sign, and the part of the year it covers where it is not whole."""
    part = "" if is_whole_year(point) else f" · {point.period}"
    return f"{SIGNS.get(point.state, '●')} {with_unit(written(point.value, minus=MINUS), unit)}{part}"


class Sources(QScrollArea):
    """The values of a series, newest year first, as cards."""

    figure_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("column")
        self._cards: list[_Card] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        unit = QFontMetrics(self.font()).height()
        self._column.setContentsMargins(0, 0, unit // 2, 0)
        self._column.setSpacing(unit // 2)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_series(self, shown: Drawn | None, reports: dict[int, Report]) -> None:
        """Show every value of a series; None empties the list."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = []
        if shown is None:
            return
        points = sorted(shown.series.points, key=lambda point: (-point.year, -point.report_id, point.figure_id))
        for place, point in enumerate(points):
            card = _Card(point, shown.series.unit, reports.get(point.report_id))
            card.opened.connect(self.figure_requested)
            self._column.insertWidget(place, card)
            self._cards.append(card)

    def point_at(self, point: Point | None) -> None:
        """Mark the card of a point and bring it into view."""
        for card in self._cards:
            same = point is not None and card.point.figure_id == point.figure_id
            card.choose(same)
            if same:
                self.ensureWidgetVisible(card)


class _Card(QFrame):
    opened = Signal(object)

    def __init__(self, point: Point, unit: str, report: Report | None) -> None:
        super().__init__()
        self.point = point
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        year = _label(str(point.year), "heading")
        value = _label(value_line(point, unit), "")
        state = _label(words(STATES.get(point.state, point.state)), "caption")
        quote = _label(f"“{point.quote.strip()}”", "quote")
        quote.setWordWrap(True)
        origin = _label(_origin(report), "caption")
        origin.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(year)
        top.addWidget(value, 1)
        top.addWidget(state)
        layout = QVBoxLayout(self)
        margin = QFontMetrics(self.font()).height() * 2 // 3
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin // 2)
        layout.addLayout(top)
        layout.addWidget(quote)
        layout.addWidget(origin)
        self.setAccessibleName(f"{point.year}: {value.text()}, {state.text()}")
        self.setAccessibleDescription(point.quote)

    def choose(self, chosen: bool) -> None:
        """Mark the card, or unmark it."""
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.point)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.point)
        else:
            super().keyPressEvent(event)


def _origin(report: Report | None) -> str:
    if report is None:
        return ""
    data = report.data
    return " · ".join(part for part in (f"{data.kind} {data.period or data.year or ''}".strip(), data.issuer) if part)


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
