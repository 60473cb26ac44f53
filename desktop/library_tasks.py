"""What is done to the library from the window: importing, removing, the original file, the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from db import queries, writer
from db.errors import LibraryReadOnly, TuBaoCaoError
from db.library import Library
from db.model import Receipt, Report
from db.originals import CHANGED, MISSING, state_of
from desktop.importing.panel import ImportPanel
from desktop.jobs import Job
from desktop.messages import notice_of
from desktop.notices import Choice, Notice, NoticeBar


class LibraryTasks(QObject):
    """`changed` tells that reports came or went, `removed` which one went.

    `importing` tells that the panel has work, `samples_in` that all samples are in, with nothing to look at.
    """

    changed = Signal()
    removed = Signal(int)
    importing = Signal()
    samples_in = Signal()

    def __init__(self, library: Library, imports: ImportPanel, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._library = library
        self._imports = imports
        self._notices = notices
        self._job: Job | None = None
        self._samples = False
        imports.finished.connect(self._imported)

    def import_paths(self, paths: list[Path] | list[str]) -> None:
        """Import files and folders in the background."""
        if self._library.read_only:
            self._notices.tell(notice_of(LibraryReadOnly(self._library.path), level="warning"))
            return
        if paths:
            self._imports.start([Path(path) for path in paths])
            self.importing.emit()

    def import_samples(self, samples: list[Path], keep: Callable[[], None]) -> None:
        """Fill a new library with the samples and say what they are; `keep` is run when they are to stay."""
        self._samples = True
        self.import_paths(samples)
        self.tell_of_samples(keep)

    def tell_of_samples(self, keep: Callable[[], None]) -> None:
        """Say that the reports are samples, until it is decided what becomes of them."""
        self._notices.tell(
            Notice(
                "info",
                self.tr("These are sample reports."),
                self.tr("They were composed from published figures, to show what the program does."),
                "",
                choices=(
                    Choice(self.tr("Remove the samples"), self.remove_samples),
                    Choice(self.tr("Keep them"), keep),
                ),
            )
        )

    def remove_samples(self) -> None:
        """Take every sample report out of the library."""
        for report in queries.reports(self._library.reader()):
            if report.data.sample:
                self._remove(report.id)
        self.changed.emit()

    def remove(self, report_id: int) -> None:
        """Ask in the bar, then take a report out of the library."""
        report = queries.report(self._library.reader(), report_id)
        if report is None:
            return
        name = " ".join(report.data.title.split()) or report.source.name
        self._notices.tell(
            Notice(
                "warning",
                self.tr("Remove “{name}” from the library?").format(name=name),
                self.tr("Its source file stays where it is and can be imported again."),
                choices=(
                    Choice(self.tr("Remove"), lambda: self._remove_and_tell(report_id)),
                    Choice(self.tr("Keep"), lambda: None),
                ),
            )
        )

    def open_original(self, report_id: int) -> None:
        """Open the file a report came from, and say so where it is gone or another one by now."""
        report = queries.report(self._library.reader(), report_id)
        if report is None:
            return
        self._job = Job(state_of(report.source), self)
        self._job.succeeded.connect(lambda state: self._open(report, state))
        self._job.failed.connect(lambda error: self._notices.tell(notice_of(error)))
        self._job.start()

    def _imported(self, receipts: list[Receipt]) -> None:
        if self._samples and receipts and all(receipt.status == "imported" for receipt in receipts):
            self.samples_in.emit()
        self._samples = False
        self.changed.emit()

    def _open(self, report: Report, state: object) -> None:
        source = report.source
        if state == MISSING:
            what = self.tr("The original file “{name}” is not there.").format(name=source.name)
            why = self.tr("It lay at {path} when it was imported.").format(path=source.path)
            self._notices.tell(Notice("warning", what, why, details=f"{source.path}\nSHA-256 {source.sha256}"))
            return
        if state == CHANGED:
            what = self.tr("The original file “{name}” has changed since it was imported.").format(name=source.name)
            self._notices.tell(Notice("warning", what, self.tr("Import it again to see both versions.")))
        QDesktopServices.openUrl(QUrl.fromLocalFile(source.path))

    def _remove_and_tell(self, report_id: int) -> None:
        if self._remove(report_id):
            self._notices.tell(Notice("good", self.tr("The report was removed.")))
            self.changed.emit()

    def _remove(self, report_id: int) -> bool:
        try:
            with self._library.writing() as conn:
                gone = writer.remove_report(conn, report_id)
        except TuBaoCaoError as error:
            self._notices.tell(notice_of(error))
            return False
        if gone:
            self.removed.emit(report_id)
        return gone
