"""The import panel: progress of every file while one reads on, and the receipts afterwards."""

from __future__ import annotations

import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db import edits, history, queries
from db.importer.office import installed_office
from db.importer.pipeline import Step, import_paths
from db.importer.second_try import hosts
from db.library import Library
from db.messages import words_for
from db.model import Counts, Finding, Place, Progress, Receipt, ReportData
from desktop.icons import icon
from desktop.importing.grid import ImportGrid
from desktop.importing.model import ImportModel, Line, serious
from desktop.importing.receipt import sheet_of
from desktop.importing.second_try import SecondTryOffer
from desktop.importing.versions import VersionChoice
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.saving import ask_where, save
from desktop.session import Destination
from desktop.themes import Themes
from desktop.widgets.painting import line_of

TIME_LEFT_AFTER = 5.0  # seconds before the time left is worth saying


class ImportPanel(QWidget):
    """Imports files in the background and keeps what it has to say about each.

    Undoing, replacing and skipping are asked for by signals: the window removes reports.
    `edited` tells that the user's word on a report was kept.
    """

    started = Signal()
    finished = Signal(list)
    report_requested = Signal(int)
    destination_requested = Signal(object)
    undo_requested = Signal(int)
    compare_requested = Signal(int, int)
    replace_requested = Signal(int, int)
    skip_requested = Signal(int)
    edited = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, themes: Themes) -> None:
        super().__init__()
        self._library = library
        self._model = ImportModel(themes)
        self._job: Job | None = None
        self._waiting: list[list[Path]] = []
        self._began = 0.0
        self._progress = Progress(0, 0, "")
        self._summary = QLabel()
        self._summary.setObjectName("heading")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(icon("x"), "")
        self._cancel.clicked.connect(self.cancel)
        self._save = QPushButton(icon("download"), "")
        self._save.clicked.connect(self._ask_where_to_save)
        self._undo = QPushButton(icon("undo-2"), "")
        self._undo.clicked.connect(self._ask_to_undo)
        self._versions = VersionChoice()
        self._new: list[Receipt] = []
        self._office = installed_office()
        self._second_try = SecondTryOffer(self._office)
        self._second_try.asked.connect(self.try_again)
        self._edits: list[Job] = []
        self._model.edited.connect(self._correct)
        self._table = ImportGrid(self._model)
        self._table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_findings())
        self._table.activated.connect(lambda _index: self._open())
        self._findings = QListWidget()
        self._findings.setItemDelegate(_Wrapped(self._findings))
        self._findings.setWordWrap(True)
        self._findings.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._findings.itemActivated.connect(self._go)
        self._findings.itemDoubleClicked.connect(self._go)
        self._place()
        self._connect_versions()
        self._retranslate()

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def start(self, paths: list[Path]) -> None:
        """Import files and folders; while an import runs, these follow it."""
        if self._job is not None:
            self._waiting.append(paths)
            return
        self._model.clear()
        self._findings.clear()
        self._run(import_paths(self._library, paths))

    def try_again(self, path: Path) -> None:
        """Import a file that was refused through the office program of this machine; its line tells the outcome."""
        if self._job is None and self._office is not None:
            self._model.again(path)
            self._run(import_paths(self._library, [path], make_host=hosts(self._office)))

    def read_again(self, path: Path) -> None:
        """Read a file anew that is in the library; its line tells the outcome."""
        if self._job is None:
            self._model.again(path)
            self._run(import_paths(self._library, [path], again=True))

    def _run(self, work: Generator[Step, None, list[Receipt]]) -> None:
        self._new = []
        self._began = time.monotonic()
        self._job = Job(work, self)
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(lambda _receipts: self._end())
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._failed)
        self._job.start()
        self.started.emit()
        self._retranslate()

    def cancel(self) -> None:
        """Stop; the file being read is left out, those before it stay."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def receipts(self) -> list[Receipt]:
        """Return the receipts of the last import, in order."""
        return self._model.receipts()

    def save_receipt(self, target: Path) -> None:
        """Write the receipt to `target` (.xlsx or .docx); `failed` tells where that cannot be."""
        error = save(sheet_of(self._model.lines()), target)
        if error is not None:
            self.failed.emit(error)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        top = QHBoxLayout()
        top.addWidget(self._summary)
        top.addWidget(self._bar, 20)
        top.addStretch(1)
        top.addWidget(self._undo)
        top.addWidget(self._save)
        top.addWidget(self._cancel)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._table)
        split.addWidget(self._findings)
        split.setSizes([unit * 66, unit * 20])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit // 2, unit, unit // 2)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        layout.addWidget(self._versions)
        layout.addWidget(self._second_try)

    def _step(self, said: object) -> None:
        if isinstance(said, Receipt):
            self._new.append(said)
            self._model.put(self._line(said))
            self._library_changed(said)
        elif isinstance(said, Progress):
            self._progress = said
            if said.detail:
                self._model.step(said.detail, said.step)
            self._bar.setRange(0, said.total)
            self._bar.setValue(said.done)
        self._retranslate()

    def refresh(self) -> None:
        """Read again what has become of the files: reports were removed, brought back or corrected."""
        lines = self._model.lines()
        self._model.renew(self._line(line.receipt) if line.receipt else line for line in lines)
        self._retranslate()

    def _line(self, receipt: Receipt) -> Line:
        """Return the line of a receipt as the library stands now."""
        path = Path(receipt.path)
        if not receipt.report_id:
            return Line(path, receipt=receipt)
        conn = self._library.reader()
        report = queries.report(conn, receipt.report_id)
        if report is None:
            batch = history.change(conn, receipt.batch) if receipt.batch is not None else None
            return Line(path, receipt=receipt, gone="undone" if batch and batch.undone_at else "removed")
        known = receipt.status == "known"
        same = [] if known else queries.same_period(conn, report.data)
        versions = tuple(one for one in same if one.id < report.id)
        return Line(path, "", receipt, report.data, queries.as_read(conn, report.id), versions)

    def _correct(self, report_id: int, values: dict[str, object]) -> None:
        """Keep the user's word on a report, in the background."""
        job = Job(_corrected(self._library, report_id, values), self)
        self._edits.append(job)
        job.succeeded.connect(lambda _data: self._corrected(job))
        job.failed.connect(lambda error: self._not_corrected(job, error))
        job.start()

    def _corrected(self, job: Job) -> None:
        self._edits.remove(job)
        self.refresh()
        self.edited.emit()

    def _not_corrected(self, job: Job, error: Exception) -> None:
        self._edits.remove(job)
        self.failed.emit(error)

    def _connect_versions(self) -> None:
        choice = self._versions
        choice.replace_requested.connect(self.replace_requested)
        choice.skip_requested.connect(self.skip_requested)
        choice.compare_requested.connect(self.compare_requested)
        choice.report_requested.connect(self.report_requested)
        choice.rereading_requested.connect(self.read_again)

    def _ask_to_undo(self) -> None:
        batch = self._batch()
        if batch is not None:
            self.undo_requested.emit(batch)

    def _batch(self) -> int | None:
        """Return the batch of the files shown, while something of it can be undone."""
        taken = [line.receipt for line in self._model.lines() if line.receipt and line.editable]
        return next((one.batch for one in taken if one.status in {"imported", "revised"}), None)

    def _library_changed(self, receipt: Receipt) -> None:
        if self._table.currentIndex().isValid():
            self._show_findings()
        elif serious(receipt) or receipt.status == "refused":
            self._table.selectRow(self._model.rowCount() - 1)

    def _failed(self, error: object) -> None:
        code = getattr(error, "code", "TBC-100")
        receipt = Receipt(0, str(getattr(error, "path", "")), "refused", None, code, str(error), Counts(), (), "")
        self._new.append(receipt)
        self._model.put(Line(Path(receipt.path), receipt=receipt))
        self._end()

    def _end(self) -> None:
        self._job = None
        if self._model.rowCount() and not self._table.currentIndex().isValid():
            self._table.selectRow(0)
        self._retranslate()
        self.finished.emit(list(self._new))
        if self._waiting:
            self.start(self._waiting.pop(0))

    def _ask_where_to_save(self) -> None:
        ask_where(self, self.tr("Save the receipt"), "bien-ban-nhap.xlsx", self.save_receipt)

    def _show_findings(self) -> None:
        self._findings.clear()
        line = self._model.line(self._table.currentIndex())
        self._versions.show_line(line)
        self._second_try.show_line(None if self.busy else line)
        if line is None or line.receipt is None:
            return
        receipt = line.receipt
        if receipt.status == "refused":
            said = words_for(receipt.code, current_language(), file=line.path.name, detail=receipt.detail)
            for text in (said.what, said.why, said.todo, receipt.code):
                self._findings.addItem(text)
        for finding in receipt.findings:
            self._findings.addItem(_finding_item(finding))
        if not self._findings.count():
            self._findings.addItem(self.tr("Nothing to look at: everything found its place."))

    def _go(self, item: QListWidgetItem) -> None:
        finding = item.data(Qt.ItemDataRole.UserRole)
        line = self._model.line(self._table.currentIndex())
        if isinstance(finding, Finding) and line and line.receipt and line.receipt.report_id:
            place = Place(block_id=finding.block_id) if finding.block_id else None
            self.destination_requested.emit(Destination(line.receipt.report_id, place=place))

    def _open(self) -> None:
        line = self._model.line(self._table.currentIndex())
        if line and line.receipt and line.receipt.report_id:
            self.report_requested.emit(line.receipt.report_id)

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setVisible(self.busy)
        self._undo.setText(self.tr("Undo the import"))
        self._undo.setVisible(not self.busy and self._batch() is not None)
        self._save.setText(self.tr("Save the receipt…"))
        self._save.setVisible(not self.busy and bool(self.receipts()))
        self._bar.setVisible(self.busy)
        self._table.setAccessibleName(self.tr("Files of this import"))
        self._findings.setAccessibleName(self.tr("What the import noticed"))
        self._summary.setText(self._summary_text())
        self._model.retranslate()
        self._show_findings()

    def _summary_text(self) -> str:
        if self._job is not None:
            text = self.tr("Importing {done}/{total}").format(done=self._progress.done, total=self._progress.total)
            left = self._seconds_left()
            return text + (" · " + self.tr("about {n} seconds left").format(n=left) if left else "")
        receipts = self.receipts()
        if not receipts:
            return self.tr("Drop report files anywhere in the window.")
        refused = sum(receipt.status == "refused" for receipt in receipts)
        lines = [line for line in self._model.lines() if line.receipt is not None and not line.gone]
        taken = sum(line.receipt.status in ("imported", "revised") for line in lines if line.receipt is not None)
        text = self.tr("{n} reports imported.").format(n=taken)
        return text + (" " + self.tr("{n} files need attention.").format(n=refused) if refused else "")

    def _seconds_left(self) -> int:
        passed = time.monotonic() - self._began
        done, total = self._progress.done, self._progress.total
        if passed < TIME_LEFT_AFTER or not done or not total:
            return 0
        return round(passed / done * (total - done))


class _Wrapped(QStyledItemDelegate):
    """Measures text at the width its padding leaves it; Qt takes the whole width, and then cuts the last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = line_of(option)
        narrow: Any = QStyleOptionViewItem(option)  # PySide's stubs do not know its fields
        narrow.rect = line.rect.adjusted(0, 0, -2 * QFontMetrics(line.font).height(), 0)
        return super().sizeHint(narrow, index)


def _finding_item(finding: Finding) -> QListWidgetItem:
    said = words_for(finding.code, current_language(), detail=finding.detail, count=finding.count)
    item = QListWidgetItem(" ".join(part for part in (said.what, said.why) if part))
    item.setData(Qt.ItemDataRole.UserRole, finding)
    if finding.block_id:
        item.setIcon(icon("corner-up-left"))
    return item


def _corrected(library: Library, report_id: int, values: dict[str, object]) -> Generator[None, None, ReportData]:
    """Write a correction; for a Job, so that the window never waits for a busy library."""
    yield
    with library.writing() as conn:
        return edits.correct(conn, report_id, values)
