"""Two reading panes side by side, on one report or two: linked section by section, or free."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from db.model import Content, Report
from desktop.answers import Answers
from desktop.desk import OpenReport, long_name
from desktop.session import Destination

if TYPE_CHECKING:
    # The panes are handed in: whoever only names reports need not load them.
    from desktop.reading.pane import ReadingPane

Read = Callable[[int], tuple[Report, Content] | None]


class Half(QWidget):
    """A choice of reports above a pane. `used` comes when the user turns to it, `stood` when its place changes."""

    used = Signal()
    stood = Signal(object)
    chosen = Signal()

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__()
        self.pane = pane
        self.open: OpenReport | None = None
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda _row: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(pane, 1)
        pane.stood_at.connect(self.stood)
        pane.section_requested.connect(self._go_to_section)
        for part in (pane.view, pane.view.viewport()):
            part.installEventFilter(self)

    def offer(self, reports: Sequence[Report]) -> None:
        """Let one of these reports be chosen."""
        kept = self.choice.currentData()
        self.choice.clear()
        for report in reports:
            self.choice.addItem(long_name(report), report.id)
        self.choice.setCurrentIndex(self.choice.findData(kept))

    def show_report(self, report: Report, content: Content) -> None:
        """Show a report from its beginning."""
        self.choice.setCurrentIndex(self.choice.findData(report.id))
        self.open = OpenReport(report, content, self.pane)
        self.pane.show_report(report, content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self.used.emit()
        return super().eventFilter(watched, event)

    def _go_to_section(self, section_id: int) -> None:
        if self.open is not None:
            self.pane.go_to(Destination(self.open.report.id, section_id))


class TwoPanes(QWidget):
    """`pair_wanted` asks for the answers between the two reports shown; `made` tells of each report put into a pane."""

    pair_wanted = Signal(int, int)
    made = Signal(object)
    renamed = Signal()

    def __init__(self, make_pane: Callable[[], ReadingPane], read: Read) -> None:
        super().__init__()
        self._read = read
        self._answers: Answers | None = None
        self._active = 0
        self._last_section: int | None = None
        self._waits = False
        self.halves = (Half(make_pane()), Half(make_pane()))
        self.linked = QCheckBox()
        self.match = QPushButton()
        self.said = QLabel()
        self._place()
        for side, half in enumerate(self.halves):
            half.used.connect(lambda side=side: self._turn_to(side))
            half.stood.connect(lambda here, side=side: self._stood(side, here))
            half.chosen.connect(self._choose)
        self.linked.toggled.connect(lambda on: self.match_other() if on else None)
        self.match.clicked.connect(lambda _on: self.match_other())
        self.retranslate()

    def offer(self, reports: Sequence[Report]) -> None:
        """Let these reports be chosen in either pane."""
        for half in self.halves:
            half.offer(reports)

    def show_reports(self, left: int, right: int) -> None:
        """Show two reports, or one twice."""
        self._answers = None
        for half, report_id in zip(self.halves, (left, right), strict=True):
            found = self._read(report_id)
            if found is not None and (half.open is None or half.open.report.id != report_id):
                half.show_report(*found)
                self.made.emit(half.open)
        self.said.clear()
        if left != right:
            self.pair_wanted.emit(left, right)

    def begin_at(self, side: int, here: Destination) -> None:
        """Go to a place in one pane, and bring the other to what answers it."""
        self._turn_to(side)
        self.halves[side].pane.go_to(here)
        self.match_other()

    def answer_with(self, left: int, right: int, answers: Answers) -> None:
        """Take the answers between two reports, if these are still shown."""
        if self.shown() == (left, right):
            self._answers = answers
            if self._waits or self.linked.isChecked():
                self.match_other()

    def no_answers(self) -> None:
        """The comparison came to nothing: nobody waits for it any more."""
        self._waits = False
        self.said.clear()

    def shown(self) -> tuple[int, int]:
        """Return the ids of the two reports, 0 for none."""
        left, right = (half.open.report.id if half.open is not None else 0 for half in self.halves)
        return left, right

    def match_other(self) -> None:
        """Bring the other pane to what answers the place in this one."""
        half, other = self.halves[self._active], self.halves[1 - self._active]
        if half.open is None or other.open is None:
            return
        same = half.open.report.id == other.open.report.id
        self._waits = not same and self._answers is None
        if self._waits:
            self.said.setText(self.tr("Comparing the two reports…"))
            return
        here = half.pane.here()
        there = here if same or self._answers is None else self._answers.of(self._active, here)
        self.said.setText("" if there is not None else self.tr("The other report has nothing that answers this place."))
        if there is not None:
            other.pane.go_to(there)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put the words of the language in force onto it."""
        self.linked.setText(self.tr("Linked section by section"))
        self.match.setText(self.tr("Match the other pane to this one"))
        self.match.setToolTip(f"{self.match.text()} (Shift+F7)")
        self.halves[0].choice.setAccessibleName(self.tr("Report on the left"))
        self.halves[1].choice.setAccessibleName(self.tr("Report on the right"))
        self.renamed.emit()

    def _turn_to(self, side: int) -> None:
        if side != self._active:
            self._active, self._last_section = side, None

    def _stood(self, side: int, here: Destination) -> None:
        if side == self._active and self.linked.isChecked() and here.section_id != self._last_section:
            self._last_section = here.section_id
            self.match_other()

    def _choose(self) -> None:
        left, right = (half.choice.currentData() or 0 for half in self.halves)
        self.show_reports(left, right)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("airy")
        split.setHandleWidth(unit // 2)
        split.setChildrenCollapsible(False)
        for half in self.halves:
            split.addWidget(half)
            half.setMinimumWidth(unit * 12)
        row = QHBoxLayout()
        row.addWidget(self.linked)
        row.addWidget(self.said, 1)
        row.addWidget(self.match)
        self.said.setObjectName("caption")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        column.addLayout(row)
        column.addWidget(split, 1)
        self.setFocusProxy(self.halves[0].pane)
