"""The review queue: two sentences side by side, and one key to keep, split or merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.explanations import explanation
from db.indicators.doubts import Doubt
from db.library import Library
from db.model import Figure, Report
from desktop.amounts import amount_of
from desktop.icons import icon
from desktop.indicators.reviewing import Case, case_of, decision_of
from desktop.indicators.sources import plain
from desktop.languages import current_language
from desktop.widgets.flow import FlowLayout

ACTIONS = ("keep", "split", "merge")
SHOWN = 6


class ReviewPage(QWidget):
    """One doubt at a time. Keys: 1 keep, 2 split, 3 merge, ← → walk, Esc leaves."""

    decided = Signal(object)
    figure_requested = Signal(object)
    left = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._doubts: Sequence[Doubt] = ()
        self._reports: Mapping[int, Report] = {}
        self._at = 0
        self.case: Case | None = None
        self.buttons = {action: QPushButton() for action in ACTIONS}
        self.previous = QPushButton(icon("arrow-left"), "")
        self.next = QPushButton(icon("arrow-right"), "")
        self.back = QPushButton()
        self._title = plain("", "viewTitle")
        self._what = plain("", "heading")
        self._reason = plain("", "caption")
        self._keys = plain("", "caption")
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        self._place()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _on, one=action: self.decide(one))
        self.previous.clicked.connect(lambda _on: self._step(-1))
        self.next.clicked.connect(lambda _on: self._step(1))
        self.back.clicked.connect(lambda _on: self.left.emit())
        self.retranslate()

    def show_doubts(self, doubts: Sequence[Doubt], reports: Mapping[int, Report], writable: bool) -> None:
        """Take the queue anew; one stays at the same place of it."""
        self._doubts, self._reports, self._writable = doubts, reports, writable
        self._at = max(0, min(self._at, len(doubts) - 1))
        self._show()

    def decide(self, action: str) -> None:
        """Tell the decision on the doubt in view."""
        if self.case is not None and action in self.case.actions and self._writable:
            self.decided.emit(decision_of(self.case, action))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {Qt.Key.Key_1: "keep", Qt.Key.Key_2: "split", Qt.Key.Key_3: "merge"}
        if event.key() in actions:
            self.decide(actions[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        language = current_language()
        for number, (action, button) in enumerate(self.buttons.items(), 1):
            button.setText(f"{number}  {explanation('doubt', action, language)}")
        self.buttons["keep"].setToolTip(self.tr("Everything stays as it is"))
        self.buttons["split"].setToolTip(self.tr("The figures at the right leave this series for one of their own"))
        self.buttons["merge"].setToolTip(self.tr("Both names count as one indicator"))
        self.setAccessibleName(self.tr("Links to review"))
        self.back.setText(self.tr("Back to the charts"))
        self.previous.setToolTip(self.tr("Previous"))
        self.next.setToolTip(self.tr("Next"))
        self.previous.setAccessibleName(self.tr("Previous"))
        self.next.setAccessibleName(self.tr("Next"))
        self._keys.setText(self.tr("Keys: 1, 2, 3 decide · ← → walk · Esc leaves. Every decision can be undone."))
        self._show()

    def _step(self, by: int) -> None:
        if self._doubts:
            self._at = (self._at + by) % len(self._doubts)
            self._show()

    def _show(self) -> None:
        for side in self._sides:
            while side.count():
                item = side.takeAt(0)
                if item.widget() is not None:
                    item.widget().deleteLater()
        doubt = self._doubts[self._at] if self._doubts else None
        self.case = case_of(doubt, self._library, self._reports) if doubt else None
        if doubt is None or self.case is None:
            self._title.setText(self.tr("Review"))
            self._what.setText(self.tr("Nothing waits for review."))
            self._reason.setText("")
        else:
            place = self.tr("Review {n} of {total}").format(n=self._at + 1, total=len(self._doubts))
            self._title.setText(place)
            self._what.setText(explanation("doubt", doubt.kind, current_language()).capitalize())
            self._reason.setText(doubt.reason)
            for side, figures in zip(self._sides, (self.case.left, self.case.right), strict=True):
                for figure, report in figures[:SHOWN]:
                    side.addWidget(self._card(figure, report))
                side.addStretch(1)
        actions = self.case.actions if self.case else ()
        for action, button in self.buttons.items():
            button.setVisible(action in actions)
            button.setEnabled(action in actions and self._writable)
        for button in (self.previous, self.next):
            button.setEnabled(len(self._doubts) > 1)

    def _card(self, figure: Figure, report: Report) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        margin = QFontMetrics(self.font()).height() * 2 // 3
        layout.setContentsMargins(margin, margin, margin, margin // 2)
        layout.setSpacing(margin // 2)
        year = report.data.period or str(report.data.year or "")
        value = f"{figure.period}: {amount_of(figure)}" if figure.period else amount_of(figure)
        source = self.tr("Report {year} · {issuer}").format(year=year, issuer=report.data.issuer)
        for text, name in (
            (figure.name, "heading"), (value, ""), (f"“{figure.quote.strip()}”", "quote"), (source, "caption")
        ):  # fmt: skip
            label = plain(text, name)
            label.setWordWrap(True)
            layout.addWidget(label)
        button = QPushButton(self.tr("Open the sentence"))
        button.setObjectName("link")
        button.clicked.connect(lambda _on: self.figure_requested.emit(figure.id))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _place(self) -> None:
        self._writable = False
        unit = QFontMetrics(self.font()).height()
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.previous, self.next, self.back):
            top.addWidget(button)
        self._reason.setWordWrap(True)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, unit // 2, 0)
        row.setSpacing(unit)
        for side in self._sides:
            side.setSpacing(unit // 2)
            row.addLayout(side, 1)
        area = QScrollArea()
        area.setObjectName("column")
        area.setWidget(both)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        actions = FlowLayout(unit // 2)
        for button in self.buttons.values():
            actions.addWidget(button)
        self._keys.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit // 2)
        layout.addLayout(top)
        layout.addWidget(self._what)
        layout.addWidget(self._reason)
        layout.addWidget(area, 1)
        layout.addLayout(actions)
        layout.addWidget(self._keys)
