"""This year against last year: both texts in step, what changed where, and the figures beside it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.comparison import Comparison, compare
from db.comparison.rows import CHANGE_KINDS, Contradiction, FigurePair
from db.library import Library
from db.messages import step_words
from db.model import Content, Place, Progress, Report
from desktop.comparison.changes import Changes
from desktop.comparison.lines import Line, Row, lines_of, rows_of, shown
from desktop.comparison.outline import ENTRY, OutlineModel, OutlineRow, entries_of
from desktop.comparison.paper import Paper
from desktop.comparison.words import FILTER_WORDS, footer_words, reuse_words
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import current_language, translate
from desktop.session import Destination
from desktop.settings import READING_FONT, ZOOM, Settings
from desktop.themes import Themes


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports and what their comparison found."""

    reports: tuple[Report, Report]
    contents: tuple[Content, Content]
    comparison: Comparison
    lines: list[Line]


def work(library: Library, left: int, right: int, masked: bool) -> Generator[Progress, None, Compared]:
    """Read two reports and compare them; for a Job, off the GUI thread."""
    connection = library.reader()
    contents = queries.content(connection, left), queries.content(connection, right)
    found = [report for report in (queries.report(connection, left), queries.report(connection, right)) if report]
    comparison = yield from compare(*contents, masked=masked)
    return Compared((found[0], found[1]), contents, comparison, lines_of(comparison, *contents))


class CompareView(QWidget):
    """One comparison in a tab of its own."""

    destination_requested = Signal(object)
    failed = Signal(object)
    named = Signal(str)

    def __init__(self, library: Library, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._job: Job | None = None
        self._found: Compared | None = None
        self._steps: list[int] = []
        self.left, self.right = QComboBox(), QComboBox()
        self._swap = QToolButton()
        self._manner = QComboBox()
        self._masked = QCheckBox()
        self._only_new = QCheckBox()
        self._chips = {kind: QPushButton() for kind in CHANGE_KINDS}
        self._reuse = QLabel()
        self._count = QLabel()
        self._previous, self._next = QToolButton(), QToolButton()
        self._outline_model = OutlineModel()
        self.outline = QListView()
        self.paper = Paper(themes)
        self.changes = Changes()
        self._changes_title = QLabel()
        self._footer = QLabel()
        self._bar = QProgressBar()
        self._doing = QLabel()
        self._pages = QStackedWidget()
        self._place(themes)
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Take the library's reports anew into the two choices."""
        chosen = [box.currentData() for box in (self.left, self.right)]
        reports = queries.reports(self._library.reader())
        reports.sort(key=lambda report: (report.data.year or 0, report.id))
        for box, kept in zip((self.left, self.right), chosen, strict=True):
            box.blockSignals(True)
            box.clear()
            for report in reports:
                box.addItem(_name(report), report.id)
            box.setCurrentIndex(box.findData(kept))
            box.blockSignals(False)

    def compare(self, left: int, right: int) -> None:
        """Compare two reports of the library, the older one at the left."""
        for box, report_id in ((self.left, left), (self.right, right)):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(report_id))
            box.blockSignals(False)
        self._start()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change."""
        if not self._steps:
            return
        now = self.paper.current() if self.paper.current() >= 0 else self.paper.top_row() - (1 if by > 0 else 0)
        later = [row for row in self._steps if (row > now if by > 0 else row < now)]
        if later:
            self.paper.go_to(later[0] if by > 0 else later[-1])
        else:
            self.paper.go_to(self._steps[0] if by > 0 else self._steps[-1])

    def comparison(self) -> Comparison | None:
        """Return what was found last."""
        return self._found.comparison if self._found else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_words()
        super().changeEvent(event)

    def _place(self, themes: Themes) -> None:
        unit = QFontMetrics(self.font()).height()
        head = QHBoxLayout()
        head.setSpacing(unit // 2)
        for part in (self.left, self._swap, self.right, self._manner):
            head.addWidget(part)
        head.addStretch(1)
        for tool in (self._count, self._previous, self._next):
            head.addWidget(tool)
        second = QHBoxLayout()
        second.setSpacing(unit // 3)
        for kind, chip in self._chips.items():
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setChecked(True)
            second.addWidget(chip)
            chip.setProperty("kind", kind)
        second.addStretch(1)
        second.addWidget(self._only_new)
        second.addWidget(self._masked)
        self._masked.setChecked(True)
        self._reuse.setObjectName("caption")
        self._footer.setObjectName("caption")
        for label in (self._reuse, self._footer, self._count, self._doing):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._footer.setWordWrap(True)
        self.outline.setModel(self._outline_model)
        self.outline.setItemDelegate(OutlineRow(themes))
        self.outline.setMouseTracking(True)
        self.outline.setUniformItemSizes(True)
        self._changes_title.setObjectName("heading")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._changes_title)
        column.addWidget(self.changes, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("airy")
        for pane, width in ((self.outline, 15), (self.paper, 50), (right, 15)):
            split.addWidget(pane)
            pane.setMinimumWidth(unit * min(width, 11))
        split.setSizes([unit * 15, unit * 50, unit * 15])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(unit // 2)
        self._pages.addWidget(split)
        self._pages.addWidget(self._waiting(unit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit * 2 // 3, unit, unit // 2)
        layout.setSpacing(unit // 2)
        layout.addLayout(head)
        layout.addLayout(second)
        layout.addWidget(self._reuse)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._footer)
        self._take_font()

    def _waiting(self, unit: int) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        self._doing.setObjectName("emptyTitle")
        self._bar.setMaximumWidth(unit * 24)
        self._bar.setTextVisible(False)
        layout.addWidget(self._doing, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def _connect(self) -> None:
        self._swap.setIcon(icon("arrow-left-right"))
        self._previous.setIcon(icon("chevron-up"))
        self._next.setIcon(icon("chevron-down"))
        for box in (self.left, self.right):
            box.activated.connect(lambda _row: self._start())
        self._swap.clicked.connect(lambda _on: self._turn())
        self._masked.toggled.connect(lambda _on: self._start())
        self._only_new.toggled.connect(lambda _on: self._show())
        self._manner.activated.connect(lambda _row: self._show())
        for chip in self._chips.values():
            chip.toggled.connect(lambda _on: self._show())
        self._previous.clicked.connect(lambda _on: self.step(-1))
        self._next.clicked.connect(lambda _on: self.step(1))
        self.outline.clicked.connect(lambda index: self._to_section(index.data(ENTRY).pair.id))
        self.outline.activated.connect(lambda index: self._to_section(index.data(ENTRY).pair.id))
        self.paper.row_in_view.connect(self._follow)
        self.paper.chosen.connect(lambda _row: self._show_count())
        self.paper.opened.connect(self._open)
        self.changes.chosen.connect(self._to_figure)
        self._settings.changed.connect(lambda key: self._take_font() if key in (ZOOM.key, READING_FONT.key) else None)

    def _take_font(self) -> None:
        font = QFont(self._settings.get(READING_FONT))
        font.setPointSizeF(self.font().pointSizeF() * 1.08 * self._settings.get(ZOOM) / 100)
        self.paper.set_reading_font(font)

    def _turn(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        if left and right:
            self.compare(right, left)

    def _start(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        if not left or not right:
            return
        if self._job is not None:
            self._job.abandon()
        job = Job(work(self._library, left, right, self._masked.isChecked()), self)
        job.progressed.connect(lambda step: self._progress(job, step))
        job.succeeded.connect(lambda found: self._done(job, found))
        job.failed.connect(lambda error: self._failed(job, error))
        self._job = job
        self._pages.setCurrentIndex(1)
        job.start()

    def _progress(self, job: Job, step: Any) -> None:
        if job is self._job and isinstance(step, Progress):
            self._bar.setRange(0, step.total)
            self._bar.setValue(step.done)
            self._doing.setText(step_words(step.step, current_language()))

    def _done(self, job: Job, found: Any) -> None:
        if job is not self._job or not isinstance(found, Compared):
            return
        self._job = None
        self._found = found
        self._outline_model.show(entries_of(found.comparison, found.lines))
        self.changes.show_changes(found.comparison)
        self._pages.setCurrentIndex(0)
        self._show()
        self._show_words()

    def _failed(self, job: Job, error: Any) -> None:
        if job is self._job:
            self._job = None
            self._pages.setCurrentIndex(0)
            self.failed.emit(error)

    def _show(self) -> None:
        """Show the lines the filters leave."""
        if self._found is None:
            return
        kinds = {kind for kind, chip in self._chips.items() if chip.isChecked()}
        only = self._only_new.isChecked()
        lines = shown(self._found.lines, {"new"} & kinds if only else kinds, only)
        two = self._manner.currentData() != "one"
        rows = rows_of(lines) if two else [Row(line, line) for line in lines]
        self._steps = [
            number for number, row in enumerate(rows) if any(x and x.is_change for x in (row.left, row.right))
        ]
        self.paper.show_rows(rows, two)
        self._show_count()

    def _show_words(self) -> None:
        if self._found is None:
            return
        comparison = self._found.comparison
        counts = comparison.counts
        for kind, chip in self._chips.items():
            chip.setText(f"{translate('Comparison', FILTER_WORDS[kind])} {counts[kind]}")
        self._reuse.setText(reuse_words(comparison))
        self._footer.setText(footer_words(comparison, self._found.contents))
        years = " ↔ ".join(report.data.period or str(report.data.year or "?") for report in self._found.reports)
        self.named.emit(years)
        self._show_count()

    def _show_count(self) -> None:
        now = self.paper.current()
        passed = sum(row <= now for row in self._steps)
        self._count.setText(self.tr("Change {n}/{total}").format(n=passed, total=len(self._steps)))

    def _follow(self, row: int) -> None:
        rows = self.paper.rows()
        if 0 <= row < len(rows):
            place = self._outline_model.row_of(rows[row].line.section)
            if place >= 0 and place != self.outline.currentIndex().row():
                self.outline.setCurrentIndex(self._outline_model.index(place))

    def _to_section(self, pair_id: int) -> None:
        self._to(lambda line: line.of == "section" and line.id == pair_id)

    def _to_figure(self, about: object) -> None:
        if isinstance(about, FigurePair) and about.sentence is not None:
            self._to(lambda line: line.of == "sentence" and line.id == about.sentence)
        elif isinstance(about, FigurePair | Contradiction) and self._found is not None:
            report = self._found.reports[1]
            figure = about.right
            self.destination_requested.emit(
                Destination(report.id, place=figure.place, start=figure.start, end=figure.end)
            )

    def _to(self, wanted: Any) -> None:
        for number, row in enumerate(self.paper.rows()):
            if any(line is not None and wanted(line) for line in (row.left, row.right)):
                self.paper.go_to(number)
                return

    def _open(self, row: Row, left: bool) -> None:
        """Open the report a line stands in, at its place."""
        line = (row.left if left else row.right) or row.line
        place: Place | None = line.left if left else line.right
        side = 0 if left else 1
        if place is None:
            place, side = (line.right, 1) if left else (line.left, 0)
        if place is not None and self._found is not None:
            self.destination_requested.emit(Destination(self._found.reports[side].id, place=place))

    def _retranslate(self) -> None:
        chosen = max(self._manner.currentIndex(), 0)
        self._manner.clear()
        self._manner.addItem(self.tr("Two columns"), "two")
        self._manner.addItem(self.tr("One column"), "one")
        self._manner.setCurrentIndex(chosen)
        self._masked.setText(self.tr("Pass over years, dates, document numbers"))
        self._only_new.setText(self.tr("Only what is new"))
        self._changes_title.setText(self.tr("Figures"))
        for button, text in (
            (self._swap, self.tr("Swap the two sides")),
            (self._previous, self.tr("Previous change (Shift+F8)")),
            (self._next, self.tr("Next change (F8)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        for widget, text in (
            (self.left, self.tr("The older report")),
            (self.right, self.tr("The newer report")),
            (self._manner, self.tr("Arrangement")),
            (self.outline, self.tr("Sections and their changes")),
            (self.paper, self.tr("Both texts side by side")),
        ):
            widget.setAccessibleName(text)
        for kind, chip in self._chips.items():
            chip.setText(translate("Comparison", FILTER_WORDS[kind]))


def _name(report: Report) -> str:
    data = report.data
    return " · ".join(part for part in (data.period or str(data.year or "?"), data.issuer) if part)
