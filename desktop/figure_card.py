"""The card of a live number: what it counts, the year before, and the ways on; for the text and for notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.model import Figure, Point
from desktop.amounts import SIGNS, amount_of, kind_words, number, point_line, state_of, state_words
from desktop.widgets.floating import Floating

OPEN_AFTER = 300  # ms
CLOSE_AFTER = 350  # ms; time enough to move the mouse into it


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The value of the year before a figure's, in `unit`."""

    point: Point
    unit: str


Before = Callable[[Figure], YearBefore | None]


def nothing_before(_figure: Figure) -> YearBefore | None:
    """Know of no year before."""
    return None


class FigureCard(Floating):
    """Floats over `parent`. `want` opens it after a moment, `show_for` at once; `before` tells of the year before."""

    series_requested = Signal(int)
    why_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, OPEN_AFTER, CLOSE_AFTER)
        self.setObjectName("figureCard")
        self.before: Before = nothing_before
        self.figure: Figure | None = None
        self._note = ""
        self.name, self.value, self.state, self.past = (
            _plain(name) for name in ("heading", "figureValue", "caption", "caption")
        )
        self.series, self.why, self.copy = QPushButton(), QPushButton(), QPushButton()
        self._place()
        self._set_words()

    def want(self, figure: Figure, line: QRect, note: str = "") -> None:
        """Open for a figure soon; `line` are its words in the parent's pixels, `note` the label of its note."""
        if self.open_soon(line, same=self.figure == figure):
            self.figure, self._note = figure, note

    def show_for(self, figure: Figure, line: QRect, note: str = "") -> None:
        """Open at once."""
        self.stay()
        self.figure, self.line, self._note = figure, line, note
        self.open_now()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.close_now()
        super().changeEvent(event)

    def open_now(self) -> None:
        figure = self.figure
        if figure is None:
            return
        self.name.setText(" · ".join(part for part in (figure.name, figure.period) if part))
        self.name.setVisible(bool(self.name.text()))
        self.value.setText(amount_of(figure))
        state = f"{SIGNS.get(figure.state, '●')} {state_words(figure.state)}"
        note = self.tr("from note {n}").format(n=self._note) if self._note else ""
        self.state.setText(" · ".join(part for part in (state, kind_words(figure.kind), note) if part))
        self.past.setText(self._past(figure))
        self.past.setVisible(bool(self.past.text()))
        self.series.setVisible(bool(figure.indicator))
        self.setAccessibleName("; ".join(label.text() for label in (self.name, self.value, self.state, self.past)))
        self._put()
        self.show()
        self.raise_()

    def _past(self, figure: Figure) -> str:
        before = self.before(figure)
        if before is not None:
            point = before.point
            return f"{point.year}: {point_line(point, before.unit)} ({state_words(state_of(point))})"
        if figure.implied_previous is not None and figure.period[:4].isdecimal():
            value = f"{number(round(figure.implied_previous, 4))} {figure.unit}"
            return f"{int(figure.period[:4]) - 1}: ○ {value} ({state_words('implied')})"
        return ""

    def _put(self) -> None:
        """Take the room the words need, below the line or above it."""
        unit = QFontMetrics(self.font()).height()
        around = self.over.rect()
        width = min(unit * 24, around.width() - unit // 2)
        self.setFixedWidth(max(width, unit * 8))
        self.layout().activate()  # type: ignore[union-attr]  # _place gave it one
        height = max(self.sizeHint().height(), self.heightForWidth(self.width()))
        left = min(max(2, self.line.left() - unit), around.width() - self.width() - 2)
        below = self.line.bottom() + unit // 4
        top = below if below + height < around.height() else max(0, self.line.top() - unit // 4 - height)
        self.setGeometry(left, top, self.width(), height)

    def _copy(self) -> None:
        if self.figure is not None:
            words = " ".join(part for part in (self.figure.name, self.figure.period) if part)
            QApplication.clipboard().setText(f"{words}: {amount_of(self.figure)}" if words else amount_of(self.figure))
            self.close_now()

    def _tell(self, signal: object) -> None:
        if self.figure is not None:
            self.close_now()
            signal.emit(self.figure.id)  # type: ignore[attr-defined]  # a bound signal

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit * 3 // 4, unit // 2, unit * 3 // 4, unit // 3)
        column.setSpacing(unit // 5)
        for label in (self.name, self.value, self.state, self.past):
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.series, self.why, self.copy):
            button.setObjectName("link")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.series.clicked.connect(lambda _on: self._tell(self.series_requested))
        self.why.clicked.connect(lambda _on: self._tell(self.why_requested))
        self.copy.clicked.connect(lambda _on: self._copy())

    def _set_words(self) -> None:
        self.series.setText(self.tr("Open the series"))
        self.why.setText(self.tr("Why?"))
        self.copy.setText(self.tr("Copy"))


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
