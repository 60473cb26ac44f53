"""This year against last year: both texts in step, what changed where, and the figures beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db import queries
from db.comparison import Comparison
from db.comparison.rows import Contradiction, FigurePair
from db.comparison_out.tracked import LeftOut
from db.library import Library
from db.messages import words_of
from db.model import Progress, Report
from desktop.comparison.bar import CompareBar
from desktop.comparison.beside import below, beside
from desktop.comparison.changes import Changes
from desktop.comparison.footer import Footer
from desktop.comparison.lines import Line, Row, rows_of, shown
from desktop.comparison.marking import Marking
from desktop.comparison.matrix import MatrixView, Years
from desktop.comparison.outline import ENTRY, OutlineModel, OutlineRow, entries_of
from desktop.comparison.pairings import PairingsByHand
from desktop.comparison.paper import Paper
from desktop.comparison.repairing import RepairDialog
from desktop.comparison.waiting import Waiting
from desktop.comparison.wide import WideTables, WideView
from desktop.comparison.working import Compared, chain_of, several_years, tables_of_years, two_years
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.session import Destination
from desktop.settings import READING_FONT, ZOOM, Settings
from desktop.themes import Themes
from desktop.widgets.roomy import Roomy

TEXTS, WAITING, MATRIX, TABLES = range(4)


class CompareView(QWidget):
    """One comparison in a tab of its own."""

    destination_requested = Signal(object)
    failed = Signal(object)
    named = Signal(str)
    compared = Signal(object)
    print_requested = Signal(object)

    def __init__(self, library: Library, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._reports: list[Report] = []
        self._job: Job | None = None
        self._found: Compared | None = None
        self._by_hand: PairingsByHand | None = None
        self._steps: dict[int, int] = {}  # the rows F8 stops at, and the differences counted down to each
        self._left_out: LeftOut | None = None  # of the file saved last
        self._wanted = 0  # the newer section to go to once the comparison is there
        self.bar = CompareBar()
        self._outline_model = OutlineModel()
        self.outline = QListView()
        self.paper = Paper(themes)
        self.marking = Marking(self.paper, themes, self.found)
        self.changes = Changes()
        self.matrix = MatrixView(themes)
        self.tables = WideView()
        self._changes_title = QLabel()
        self._footer = Footer()
        self.waiting = Waiting()
        self._pages = QStackedWidget()
        self._place(themes)
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Take the library's reports anew into the two choices."""
        self._reports = sorted(
            queries.reports(self._library.reader()), key=lambda report: (report.data.year or 0, report.id)
        )
        self.bar.show_reports(self._reports)

    def compare(self, left: int, right: int, section: int = 0) -> None:
        """Compare two reports of the library, the older one at the left, and go to a section of the newer one."""
        self._wanted = section
        self.bar.choose(left, right)
        if section:
            self.bar.show_texts()
        self._go_to_wanted() if section and self._is_shown() else self._start()

    def _is_shown(self) -> bool:
        """Whether what is chosen is what was compared last."""
        last, asked = self._found, (self._chosen(), self.bar.masked.isChecked())
        at_rest = self._job is None and self._pages.currentIndex() == TEXTS
        return at_rest and last is not None and (last.reports, last.comparison.masked) == asked

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change; past the last one it begins again."""
        if not self._steps:
            return
        now = self.paper.current() if self.paper.current() >= 0 else self.paper.top_row() - (1 if by > 0 else 0)
        later = [row for row in self._steps if (row > now if by > 0 else row < now)] or list(self._steps)
        self.paper.go_to(later[0] if by > 0 else later[-1])

    def comparison(self) -> Comparison | None:
        """Return what was found last."""
        return self._found.comparison if self._found else None

    def found(self) -> Compared | None:
        """Return the reports compared and what was found."""
        return self._found

    def pair(self, left: int | None, right: int | None) -> None:
        """Pair two sections by hand (None: it has no like) and compare again; remembered for these two files."""
        if self._by_hand is not None and self._found is not None:
            self._by_hand.add(self._found.contents, left, right)
            self._start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_words()
        super().changeEvent(event)

    def _place(self, themes: Themes) -> None:
        unit = QFontMetrics(self.font()).height()
        self.outline.setModel(self._outline_model)
        self.outline.setItemDelegate(OutlineRow(themes))
        self.outline.setMouseTracking(True)
        self.outline.setUniformItemSizes(True)
        self.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._changes_title.setObjectName("heading")
        texts = beside((self.outline, 19), (self.paper, 46), (below(self._changes_title, self.changes), 14))
        for page in (texts, self.waiting, self.matrix, self.tables):
            self._pages.addWidget(page)
        self._pages.setMinimumHeight(unit * 14)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(unit, unit * 2 // 3, unit, unit // 2)
        layout.setSpacing(unit // 2)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._footer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(inside))
        self._take_font()

    def _connect(self) -> None:
        self.bar.years_chosen.connect(self._start)
        self.bar.filtered.connect(self._filtered)
        self.bar.stepped.connect(self.step)
        self.bar.unpaired.connect(self._unpair)
        self.bar.export.bind(self.found, self.failed.emit)
        self.bar.export.print_requested.connect(self.print_requested)
        self.bar.export.saved.connect(lambda _file: self._saved())
        self.waiting.cancelled.connect(self._cancel)
        self.waiting.asked.connect(self._start)
        self._footer.destination_requested.connect(self.destination_requested)
        self.outline.clicked.connect(lambda index: self._to_section(index.data(ENTRY).pair.id))
        self.outline.activated.connect(lambda index: self._to_section(index.data(ENTRY).pair.id))
        self.outline.customContextMenuRequested.connect(self._open_menu)
        self.paper.row_in_view.connect(self._follow)
        self.paper.chosen.connect(lambda _row: self._show_count())
        self.paper.opened.connect(self._open)
        self.changes.chosen.connect(self._to_figure)
        self.matrix.pair_requested.connect(self._from_matrix)
        self.tables.destination_requested.connect(self.destination_requested)
        self._settings.changed.connect(self._setting_changed)

    def _setting_changed(self, key: str) -> None:
        if key in (ZOOM.key, READING_FONT.key):
            self._take_font()

    def _take_font(self) -> None:
        font = QFont(self._settings.get(READING_FONT))
        font.setPointSizeF(self.font().pointSizeF() * 1.08 * self._settings.get(ZOOM) / 100)
        self.paper.set_reading_font(font)

    def _chosen(self) -> tuple[Report, Report] | None:
        by_id = {report.id: report for report in self._reports}
        left, right = (by_id.get(report_id) for report_id in self.bar.chosen())
        return (left, right) if left is not None and right is not None else None

    def _start(self) -> None:
        """Compare the two chosen reports, or all years where the matrix is asked for."""
        chosen = self._chosen()
        if chosen is None:
            return
        masked = self.bar.masked.isChecked()
        if self.bar.of_years():
            years = self._library, chain_of(self._reports, chosen[1]), masked
            if self.bar.manner.currentData() == "matrix":
                self._run(several_years(*years), self._years_done)
            else:
                self._run(tables_of_years(*years), self._tables_done)
            return
        self._by_hand = PairingsByHand(self._settings, chosen)
        self._run(two_years(self._library, *chosen, masked, self._by_hand.places()), self._done)

    def _run(self, work: Any, done: Callable[[Any], None]) -> None:
        if self._job is not None:
            self._job.abandon()
        job = Job(work, self)
        job.progressed.connect(lambda step: self._show_progress(job, step))
        job.succeeded.connect(lambda found: self._ended(job, lambda: done(found)))
        job.cancelled.connect(lambda: self._ended(job, self._stopped))
        job.failed.connect(lambda error: self._ended(job, lambda: self._fail(error)))
        self._job = job
        self.waiting.begin()
        self._pages.setCurrentIndex(WAITING)
        job.start()

    def _ended(self, job: Job, then: Callable[[], None]) -> None:
        if job is self._job:
            self._job = None
            then()

    def _show_progress(self, job: Job, step: Any) -> None:
        if job is self._job and isinstance(step, Progress):
            self.waiting.show_step(step)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        """Go back to what was compared before, and let the choices say so."""
        if self._found is None:
            self.waiting.stop()
            return
        self.bar.choose(*(report.id for report in self._found.reports))
        self.bar.go_back(self._found.comparison.masked)
        self._by_hand = PairingsByHand(self._settings, self._found.reports)
        self._pages.setCurrentIndex(TEXTS)
        self._show_words()

    def _done(self, found: Compared) -> None:
        self._found, self._left_out = found, None
        self.compared.emit(found)
        self._outline_model.show(entries_of(found.comparison, found.lines))
        self.changes.show_changes(found.comparison)
        self.bar.show_comparison(found.comparison)
        self.bar.undo.setVisible(bool(self._by_hand))
        self._pages.setCurrentIndex(TEXTS)
        self._show()
        self._show_words()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Go to the newer section that was asked for, if one was."""
        pairs = self._found.comparison.sections if self._found is not None else ()
        wanted = next((pair.id for pair in pairs if pair.right == self._wanted), None)
        self._wanted = 0
        if wanted is not None:
            self._to_section(wanted)

    def _years_done(self, years: Years) -> None:
        self.matrix.show_years(years)
        self.bar.show_manner(True)
        self._pages.setCurrentIndex(MATRIX)
        self._footer.say(self.tr("Bar: length of the section. Δ: changes since the year before. Enter compares."))

    def _tables_done(self, found: WideTables) -> None:
        self.tables.show_tables(found)
        self.bar.show_manner(True)
        self._pages.setCurrentIndex(TABLES)
        self._footer.say(
            self.tr("Lines that only one report has stand at the bottom. Enter opens a cell in its report.")
        )

    def _fail(self, error: Exception) -> None:
        self._pages.setCurrentIndex(TEXTS)
        self.failed.emit(error)

    def _filtered(self) -> None:
        if self.bar.of_years() or self._found is None or self._found.reports != self._chosen():
            self._start()
            return
        self._pages.setCurrentIndex(TEXTS)
        self._show()
        self._show_words()

    def _show(self) -> None:
        """Show the lines the filters leave."""
        if self._found is None:
            return
        self.bar.show_manner(False)
        kinds, only = self.bar.kinds(), self.bar.only_new.isChecked()
        kinds = {"new"} & kinds if only else kinds
        lines = shown(self._found.lines, kinds, only)
        two = self.bar.manner.currentData() != "one"
        rows = rows_of(lines) if two else [Row(line, line) for line in lines]
        counts = [row.count(kinds) for row in rows]
        self._steps = {row: told for row, told in enumerate(accumulate(counts)) if counts[row]}
        self.paper.show_rows(rows, two)
        self._show_count()

    def _show_words(self) -> None:
        if self._found is None:
            return
        self._footer.show_comparison(self._found, self._saved_words())
        years = " ↔ ".join(report.data.period or str(report.data.year or "?") for report in self._found.reports)
        self.named.emit(years)
        self._show_count()

    def _saved(self) -> None:
        self._left_out = self.bar.export.left_out()
        self._show_words()

    def _saved_words(self) -> str:
        if self._left_out is None:
            return ""
        return words_of("brief", "left_out", current_language(), left=self._left_out.left, right=self._left_out.right)

    def _show_count(self) -> None:
        now = self.paper.current()
        total = max(self._steps.values(), default=0)
        self.bar.show_count(max((told for row, told in self._steps.items() if row <= now), default=0), total)

    def _follow(self, row: int) -> None:
        rows = self.paper.rows()
        if 0 <= row < len(rows):
            place = self._outline_model.row_of(rows[row].line.section)
            if place >= 0 and place != self.outline.currentIndex().row():
                self.outline.setCurrentIndex(self._outline_model.index(place))

    def _to_section(self, pair_id: int) -> None:
        """Go to the heading of a pair of sections, else to the first line of an item that has none."""
        if not self._to(lambda line: line.of == "section" and line.id == pair_id):
            self._to(lambda line: line.section == pair_id)

    def _to_figure(self, about: object) -> None:
        if isinstance(about, FigurePair) and about.sentence is not None:
            self._to(lambda line: line.of == "sentence" and line.id == about.sentence)
        elif isinstance(about, FigurePair | Contradiction) and self._found is not None:
            figure = about.right
            report = self._found.reports[1]
            self.destination_requested.emit(
                Destination(report.id, place=figure.place, start=figure.start, end=figure.end)
            )

    def _to(self, wanted: Callable[[Line], bool]) -> bool:
        for number, row in enumerate(self.paper.rows()):
            if any(line is not None and wanted(line) for line in (row.left, row.right)):
                self.paper.go_to(number)
                return True
        return False

    def _from_matrix(self, column: int, right: int) -> None:
        """Open the pair of years a cell of the matrix stands for, at the section of the newer one."""
        chosen = self._chosen()
        years = chain_of(self._reports, chosen[1]) if chosen else []
        if column < len(years):
            self.bar.show_texts()
            self.compare(years[column - 1].id, years[column].id, right)

    def _open(self, row: Row, left: bool) -> None:
        """Open the report a line stands in, at its place."""
        line = (row.left if left else row.right) or row.line
        place, side = (line.left, 0) if left else (line.right, 1)
        if place is None:
            place, side = (line.right, 1) if left else (line.left, 0)
        if place is not None and self._found is not None:
            self.destination_requested.emit(Destination(self._found.reports[side].id, place=place))

    def _open_menu(self, point: QPoint) -> None:
        index = self.outline.indexAt(point)
        pair = index.data(ENTRY).pair if index.isValid() else None
        if pair is None or pair.right is None or self._found is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Pair with another section…"), lambda: self.ask_for_pair(pair.right))
        menu.popup(self.outline.viewport().mapToGlobal(point))

    def ask_for_pair(self, right: int) -> None:
        """Let the user choose the older section that answers a newer one."""
        if self._found is None:
            return
        section = next(one for one in self._found.contents[1].sections if one.id == right)
        dialog = RepairDialog(section, self._found.contents[0], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda left: self.pair(left, right))
        dialog.open()

    def _unpair(self) -> None:
        if self._by_hand is not None and self._by_hand.undo():
            self._start()

    def _retranslate(self) -> None:
        self._changes_title.setText(self.tr("Figures"))
        self.outline.setAccessibleName(self.tr("Sections and their changes"))
        self.paper.setAccessibleName(self.tr("Both texts side by side"))
        self.matrix.setAccessibleName(self.tr("Sections by years"))
