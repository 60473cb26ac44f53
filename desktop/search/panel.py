"""Search over the whole library: a box, its scope, and hits that stay open while one walks them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from db import queries
from db.annotated import OWN_SCOPE, found_in
from db.connections import stoppable
from db.layers import Annotation
from db.library import Library
from db.model import SEARCH_SCOPES, Progress, Report, SearchHit, SearchResult
from db.search import search, wider_forms
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import REPORT_NUMBERS
from desktop.search.delegate import HitDelegate
from desktop.search.frequency import frequencies
from desktop.search.model import SCOPES, HitModel, tree_of, words
from desktop.search.year_bars import YearBars
from desktop.session import Destination
from desktop.settings import SEARCH_HISTORY, Settings
from desktop.themes import Themes

WiderForm = tuple[str, str, int]
"""Kind, query and number of hits of a way to ask that finds more, as `db.search.wider_forms` gives them."""

PAGE = 200
HISTORY = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits of one query with all that is needed to show them, and wider forms where there are none."""

    result: SearchResult
    reports: dict[int, Report]
    sections: dict[int, str]
    wider: tuple[WiderForm, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for, in which years (none: all) and scopes of the library; `own` are the user's notes to search.

    Where `own` is None they are not asked for, and no scope means all of them.
    """

    query: str
    years: tuple[int, ...]
    scopes: tuple[str, ...]
    own: tuple[Annotation, ...] | None


def ask(library: Library, question: Question, stop: threading.Event) -> Generator[Progress, None, Answer]:
    """Search and gather what the hits need; for a Job, off the GUI thread. Ends early when `stop` is set."""
    connection = library.reader()
    query, years, scopes = question.query, question.years, question.scopes
    with stoppable(connection, stop.is_set):
        yield Progress(0, 0, "search")
        result = SearchResult(query, 0, ())
        if scopes or question.own is None:
            result = search(connection, query, years=years, scopes=scopes, limit=PAGE, quick=True)
        own = found_in(connection, question.own or (), query, years)
        result = replace(result, total=result.total + len(own), hits=(*result.hits, *own))
        reports = queries.reports_of(connection, {hit.report_id for hit in result.hits})
        sections = {}
        for report_id in reports:
            for section in queries.sections(connection, report_id):
                sections[section.id] = f"{section.marker} {section.title or section.opening}".strip()
        wider = tuple(wider_forms(connection, query, years, scopes)) if scopes and not result.total else ()
        return Answer(result, reports, sections, wider)


class SearchPanel(QWidget):
    """Searches as one types; nothing is completed inside the box, nothing is taken from it."""

    destination_requested = Signal(object)

    def __init__(self, library: Library, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._job: Job | None = None
        self._answer: Answer | None = None
        self._box = QLineEdit()
        self._scopes = {scope: QPushButton() for scope in (*SEARCH_SCOPES, OWN_SCOPE)}
        self.annotations: Callable[[], tuple[Annotation, ...]] = lambda: ()
        """Gives the user's highlights and notes, to be searched as well."""
        self._year = QComboBox()
        self._count = QLabel()
        self._count.setObjectName("caption")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._model = HitModel()
        self._tree = QTreeView()
        self.bars = YearBars(themes)
        self._bars_job: Job | None = None
        self._bars_of: tuple[str, tuple[str, ...]] = ("", ())
        self._syllables: dict[int, int] = {}
        self._wider = QWidget()
        self._wider_layout = QVBoxLayout(self._wider)
        self._typing = QTimer(self)
        self._place(themes)
        self._connect()
        self._fill_years()
        self._retranslate()

    def focus_box(self) -> None:
        """Put the cursor into the box, its words chosen."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def search_for(self, query: str) -> None:
        """Search for `query` at once."""
        self._box.setText(query)
        self._typing.stop()
        self._ask()

    def refresh(self) -> None:
        """Take the library's years anew and ask again."""
        self._fill_years()
        self._bars_of = ("", ())
        self._syllables.clear()
        self._ask()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        leaves = self._model.leaves()
        if not leaves:
            return
        now = self._tree.currentIndex()
        place = leaves.index(now) + by if now in leaves else (0 if by > 0 else -1)
        self._tree.setCurrentIndex(leaves[place % len(leaves)])
        self._visit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._tree.hasFocus():
                self._visit()
            else:
                self.step(1)
        elif event.key() == Qt.Key.Key_Down and self._box.hasFocus():
            self._tree.setFocus()
            self.step(1)
        else:
            super().keyPressEvent(event)

    def _place(self, themes: Themes) -> None:
        unit = QFontMetrics(self.font()).height()
        self._box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._box.setClearButtonEnabled(True)
        chips = QHBoxLayout()
        chips.setSpacing(unit // 3)
        for button in self._scopes.values():
            button.setCheckable(True)
            button.setChecked(True)
            button.setObjectName("chip")
            chips.addWidget(button)
        chips.addStretch(1)
        self._tree.setModel(self._model)
        self._tree.setItemDelegate(HitDelegate(themes, self._tree))
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(unit * 3 // 4)
        self._tree.setMouseTracking(True)
        self._wider_layout.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        layout.setSpacing(unit // 2)
        told = QHBoxLayout()
        told.addWidget(self._count, 1)
        told.addWidget(self._year)
        layout.addWidget(self._box)
        layout.addLayout(chips)
        layout.addLayout(told)
        layout.addWidget(self.bars)
        layout.addWidget(self._wider)
        layout.addWidget(self._tree, 1)

    def _connect(self) -> None:
        self._typing.setSingleShot(True)
        self._typing.setInterval(150)
        self._typing.timeout.connect(self._ask)
        self._box.textChanged.connect(lambda _text: self._typing.start())
        self._box.editingFinished.connect(self._remember)
        for button in self._scopes.values():
            button.clicked.connect(lambda _checked: self._ask())
        self._year.activated.connect(lambda _row: self._ask())
        self.bars.year_chosen.connect(self._narrow)
        self._tree.clicked.connect(lambda _index: self._visit())
        history = QCompleter(QStringListModel(self._history(), self), self)
        history.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._history_list = history  # shown by ↓ in an empty box; never completes inside the box (UniKey)

    def _history(self) -> list[str]:
        try:
            kept = json.loads(self._settings.get(SEARCH_HISTORY))
        except ValueError:
            return []
        return [text for text in kept if isinstance(text, str)][:HISTORY] if isinstance(kept, list) else []

    def _remember(self) -> None:
        query = self._box.text().strip()
        if query and self._answer is not None and self._answer.result.total:
            kept = [query, *(text for text in self._history() if text != query)][:HISTORY]
            self._settings.put(SEARCH_HISTORY, json.dumps(kept, ensure_ascii=False))

    def _ask(self) -> None:
        """Search for what stands in the box; an older search that is still under way is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        query = self._box.text().strip()
        if not query:
            self._show(None)
            return
        scopes = self._scopes_asked()
        year = self._year.currentData()
        own = self.annotations() if self._scopes[OWN_SCOPE].isChecked() else None
        stop = threading.Event()
        question = Question(query, (year,) if year else (), scopes, own)
        job = Job(ask(self._library, question, stop), self, stop)
        job.succeeded.connect(lambda answer: self._answered(job, answer))
        job.failed.connect(lambda _error: self._answered(job, None))
        self._job = job
        job.start()

    def _answered(self, job: Job, answer: object) -> None:
        if job is self._job:
            self._job = None
            self._show(answer if isinstance(answer, Answer) else None)

    def _show(self, answer: Answer | None) -> None:
        self._answer = answer
        hits: tuple[SearchHit, ...] = answer.result.hits if answer else ()
        self._model.show(tree_of(hits, answer.reports if answer else {}, answer.sections if answer else {}))
        self._tree.expandAll()
        self._offer_wider(answer.wider if answer else ())
        self._count_by_year(answer)
        self._count.setText(self._count_text())

    def _count_by_year(self, answer: Answer | None) -> None:
        """Show how often the words come up in each year; narrowed to a year, the same bars stay."""
        chosen = self._year.currentData() or 0
        asked = (answer.result.query, self._scopes_asked()) if answer else ("", ())
        if asked == self._bars_of:
            self.bars.show_bars(self.bars.bars, chosen)
            return
        self._bars_of = asked
        self.bars.show_bars((), 0)
        if self._bars_job is not None:
            self._bars_job.abandon()
            self._bars_job = None
        if answer is not None and answer.result.total:
            stop = threading.Event()
            job = Job(frequencies(self._library, *asked, self._syllables, stop), self, stop)
            job.succeeded.connect(lambda bars: self.bars.show_bars(bars, chosen) if job is self._bars_job else None)
            self._bars_job = job
            job.start()

    def _narrow(self, year: int) -> None:
        """Search in one year only; 0 for all."""
        self._year.setCurrentIndex(max(0, self._year.findData(year or None)))
        self._ask()

    def _scopes_asked(self) -> tuple[str, ...]:
        """Return the scopes of the library that are asked for; the user's own notes are no part of it."""
        return tuple(scope for scope in SEARCH_SCOPES if self._scopes[scope].isChecked())

    def _count_text(self) -> str:
        if self._answer is None:
            return self.tr("Words without diacritics find all; words with diacritics find only themselves.")
        result = self._answer.result
        if not result.total:
            return self.tr("Nothing found for “{query}”.").format(query=result.query)
        text = self.tr("{n} places")
        if result.capped:
            text = self.tr("More than {n} places, the first {m} shown")
        elif result.total > len(result.hits):
            text = self.tr("{n} places, the first {m} shown")
        text = text.format(n=REPORT_NUMBERS.toString(result.total), m=len(result.hits))
        return text + (" · " + self.tr("read as plain words") if result.fallback else "")

    def _offer_wider(self, wider: tuple[WiderForm, ...]) -> None:
        for button in self._wider.findChildren(QPushButton):
            self._wider_layout.removeWidget(button)
            button.deleteLater()
        names = {
            "unmarked": self.tr("Without diacritics ({n})"),
            "unquoted": self.tr("Without quotes ({n})"),
            "all_scopes": self.tr("In notes and tables too ({n})"),
        }
        for form in wider:
            kind, _query, total = form
            button = QPushButton(names[kind].format(n=total))
            button.clicked.connect(lambda _checked, form=form: self._widen(form))
            self._wider_layout.addWidget(button)
        self._wider.setVisible(bool(wider))

    def _widen(self, form: WiderForm) -> None:
        kind, query, _total = form
        if kind == "all_scopes":
            for button in self._scopes.values():
                button.setChecked(True)
        self.search_for(query)

    def _visit(self) -> None:
        hit = self._model.hit(self._tree.currentIndex())
        if hit is not None and self._answer is not None:
            place = Destination(hit.report_id, hit.section_id, hit.place, query=self._answer.result.query)
            self.destination_requested.emit(place)

    def _fill_years(self) -> None:
        chosen = self._year.currentData()
        years = [year for year in queries.years(self._library.reader()) if year]
        self._year.clear()
        self._year.addItem(self.tr("All years"), None)
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(self._year.findData(chosen), 0))

    def _retranslate(self) -> None:
        self._box.setPlaceholderText(self.tr("Search the whole shelf…"))
        self._box.setAccessibleName(self.tr("Search the whole shelf"))
        self._tree.setAccessibleName(self.tr("Places found"))
        self._year.setAccessibleName(self.tr("Year"))
        for scope, button in self._scopes.items():
            button.setText(words(SCOPES[scope]))
        self._year.setItemText(0, self.tr("All years"))
        self._show(self._answer)
