"""The sentences behind a series: what does not agree, then every value with its state, its report and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db.checks.between import Contradiction
from db.explanations import explanation
from db.model import Point, Report
from desktop.amounts import number, point_line, state_of, state_words
from desktop.indicators.drawing import Drawn
from desktop.languages import current_language, translate
from desktop.widgets.column import CardColumn

MOST = 60
"""So many cards at most; a series of more values is read in the table."""


class Sources(QWidget):
    """The values of a series, newest year first, as cards. `why_requested` carries a point, too."""

    figure_requested = Signal(object)
    why_requested = Signal(object)
    split_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.column = CardColumn(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)

    @property
    def cards(self) -> list[_Card]:
        """The cards of the values, from top to bottom."""
        return [card for card in self.column.cards if isinstance(card, _Card)]

    @property
    def warnings(self) -> list[_Conflict]:
        """What does not agree, from top to bottom."""
        return [card for card in self.column.cards if isinstance(card, _Conflict)]

    def show_series(
        self,
        shown: Drawn | None,
        reports: Mapping[int, Report],
        conflicts: Sequence[Contradiction] = (),
    ) -> None:
        """Show every value of a series, the newest year first; None empties the list."""
        self.column.clear()
        if shown is None:
            return
        for one in conflicts:
            if one.kind == "conflict":
                self._warn(one, reports)
        points = sorted(shown.series.points, key=lambda point: (-point.year, -point.report_id, point.figure_id))
        for point in points[:MOST]:
            card = _Card(point, shown.series.unit, reports.get(point.report_id))
            card.opened.connect(self.figure_requested)
            card.why.connect(self.why_requested)
            card.split.connect(self.split_requested)
            self.column.add(card)
        for one in conflicts:
            if one.kind != "conflict":
                self._warn(one, reports)

    def _warn(self, found: Contradiction, reports: Mapping[int, Report]) -> None:
        warning = _Conflict(found, reports)
        warning.opened.connect(self.figure_requested)
        self.column.add(warning)

    def point_at(self, point: Point | None) -> None:
        """Mark the card of a point and bring it into view."""
        for card in self.cards:
            same = point is not None and card.is_of(point)
            card.choose(same)
            if same:
                self.column.ensureWidgetVisible(card)


class _Card(QFrame):
    opened = Signal(object)
    why = Signal(object)
    split = Signal(object)

    def __init__(self, point: Point, unit: str, report: Report | None) -> None:
        super().__init__()
        self.point = point
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        value = plain(point_line(point, unit), "")
        value.setWordWrap(True)
        state = plain(state_words(state_of(point)), "caption")
        top = QHBoxLayout()
        top.addWidget(plain(str(point.year), "heading"))
        top.addWidget(value, 1)
        top.addWidget(state)
        layout = QVBoxLayout(self)
        margin = QFontMetrics(self.font()).height() * 2 // 3
        layout.setContentsMargins(margin, margin, margin, margin // 2)
        layout.setSpacing(margin // 2)
        layout.addLayout(top)
        for text, name in (
            (f"“{point.quote.strip()}”", "quote"),
            (_derived(point), "caption"),
            (origin(point, report), "caption"),
        ):
            if text:
                label = plain(text, name)
                label.setWordWrap(True)
                layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        for words, signal in (
            (translate("Sources", "Open the sentence"), self.opened),
            (translate("Sources", "Why?"), self.why),
        ):
            button = QPushButton(words)
            button.setObjectName("link")
            button.clicked.connect(lambda _on, told=signal: told.emit(self.point))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.setAccessibleName(f"{point.year}: {value.text()}, {state.text()}")
        self.setAccessibleDescription(point.quote)

    def is_of(self, point: Point) -> bool:
        """Whether the card shows a point; an implied value shares its figure with the stated one."""
        mine = self.point
        return (mine.figure_id, mine.year, mine.kind, mine.state) == (
            point.figure_id,
            point.year,
            point.kind,
            point.state,
        )

    def choose(self, chosen: bool) -> None:
        """Mark the card, or unmark it."""
        if self.property("chosen") != chosen:
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = card_menu(self)
        menu.popup(event.globalPos())


def card_menu(card: _Card) -> QMenu:
    """Return the menu of a card: open, why, take out of the series."""
    menu = QMenu(card)
    menu.aboutToHide.connect(menu.deleteLater)
    for words, signal in (
        (translate("Sources", "Open the sentence"), card.opened),
        (translate("Sources", "Why?"), card.why),
        (translate("Sources", "Take out of this series"), card.split),
    ):
        menu.addAction(words).triggered.connect(lambda _on, told=signal: told.emit(card.point))
    return menu


class _Conflict(QFrame):
    """Two reports on one year: one line, and on demand both sentences. Nobody is said to be right."""

    opened = Signal(object)

    def __init__(self, found: Contradiction, reports: Mapping[int, Report]) -> None:
        super().__init__()
        self.found = found
        self.setObjectName("card")
        self.setProperty("level", "warning" if found.kind == "conflict" else "info")
        what = explanation("contradiction", found.kind, current_language())
        text = translate(
            "Sources", "{sign} {year}: {left} in the report of {first}, {right} in that of {second} ({what})"
        )
        sign = "⚠" if found.kind == "conflict" else "ℹ"
        words = text.format(
            sign=sign,
            year=found.year,
            left=point_line(found.left, found.unit),
            first=report_year(found.left, reports),
            right=point_line(found.right, found.unit),
            second=report_year(found.right, reports),
            what=what,
        )
        line = plain(words, "")
        line.setWordWrap(True)
        self._both = QWidget()
        inner = QVBoxLayout(self._both)
        inner.setContentsMargins(0, 0, 0, 0)
        for point in (found.left, found.right):
            quote = plain(f"“{point.quote.strip()}”", "quote")
            quote.setWordWrap(True)
            inner.addWidget(quote)
            button = QPushButton(
                translate("Sources", "Open the sentence of {year}").format(year=report_year(point, reports))
            )
            button.setObjectName("link")
            button.clicked.connect(lambda _on, one=point: self.opened.emit(one))
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more = QPushButton(translate("Sources", "See both sentences"))
        self.more.setObjectName("link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._both.setVisible)
        self._both.hide()
        layout = QVBoxLayout(self)
        margin = QFontMetrics(self.font()).height() // 2
        layout.setContentsMargins(margin, margin, margin, margin // 2)
        layout.setSpacing(margin // 2)
        layout.addWidget(line)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._both)
        self.setAccessibleName(words)


def report_year(point: Point, reports: Mapping[int, Report]) -> str:
    """Return the period of the report that states a point."""
    report = reports.get(point.report_id)
    return (report.data.period or str(report.data.year or "")) if report else str(point.report_year or "")


def origin(point: Point, report: Report | None) -> str:
    """Return where a value stands: its report, its place beyond the running text."""
    where = point.context
    if current_language() == "en":
        where = where.replace("chú thích ", "note ") if point.place and point.place.note_id else where
    if report is None:
        return where
    data = report.data
    name = f"{data.kind} {data.period or data.year or ''}".strip()
    return " · ".join(part for part in (name, data.issuer, where) if part)


def _derived(point: Point) -> str:
    if point.original is not None:
        return translate("Sources", "corrected; the report says {value}").format(value=number(point.original))
    return explanation("derived", point.rule, current_language()) if point.rule else ""


def plain(text: str, name: str) -> QLabel:
    """Return a label for words of a report."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
