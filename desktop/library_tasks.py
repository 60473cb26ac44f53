"""What is done to the library from the window: importing, removing, undoing both, the original file, the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from db import history, queries
from db import undo as undoing
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
        self._undoing: Job | None = None
        self._batches: set[int] = set()
        self._offer: Notice | None = None
        imports.undo_requested.connect(self.undo)
        imports.replace_requested.connect(self.replace)
        imports.skip_requested.connect(self._skip)
        imports.edited.connect(self.changed)
        self.changed.connect(imports.refresh)
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
        reports = queries.reports(self._library.reader())
        self._remove(*(report.id for report in reports if report.data.sample))
        self.changed.emit()

    def undo_last(self) -> None:
        """Take the last import or removal back; an import of an earlier session only after asking."""
        change = history.last(self._library.reader())
        if change is None:
            self._notices.tell(Notice("info", self.tr("There is no import or removal to undo.")))
        elif change.kind == history.IMPORT and change.id not in self._batches:
            self._ask_to_undo(change)
        else:
            self.undo(change.id)

    def undo(self, change_id: int) -> None:
        """Take an import or a removal back, in the background."""
        if self._undoing is not None:
            return
        self._undoing = Job(undoing.undo(self._library, change_id), self)
        self._undoing.succeeded.connect(self._undone)
        self._undoing.failed.connect(self._not_undone)
        self._undoing.start()

    def replace(self, old: int, new: int) -> None:
        """Let a report take the place of an older version, which goes into the bin."""
        if self._remove(old, replaced_by=new):
            self._tell_removed(self.tr("The new version has replaced the old one."))

    def _skip(self, report_id: int) -> None:
        if self._remove(report_id):
            self._tell_removed(self.tr("The file was skipped; the library keeps the older version."))

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
        samples, self._samples = self._samples, False
        if samples and receipts and all(receipt.status == "imported" for receipt in receipts):
            self.samples_in.emit()
        taken = [receipt for receipt in receipts if receipt.status in {"imported", "revised"}]
        for receipt in taken:
            # A report that was read again is shown as it was read before, until its page is opened anew.
            self.removed.emit(receipt.report_id)
        self._batches |= {receipt.batch for receipt in receipts if receipt.batch is not None}
        if taken and taken[0].batch is not None and not samples:
            self._tell_imported(len(taken), taken[0].batch)
        self.changed.emit()

    def _tell_imported(self, count: int, batch: int) -> None:
        text = self.tr("{n} reports imported.") if count > 1 else self.tr("One report imported.")
        self._offer_to_undo(text.format(n=count), batch)

    def _tell_removed(self, text: str) -> None:
        change = history.last(self._library.reader())
        if change is not None and change.kind == history.REMOVAL:
            self._offer_to_undo(text, change.id)
        self.changed.emit()

    def _offer_to_undo(self, text: str, change_id: int) -> None:
        """Say what was done, with a button to undo it; such a notice of an earlier change gives way."""
        self._withdraw_offer()
        self._offer = Notice("good", text, choices=(Choice(self.tr("Undo"), lambda: self.undo(change_id)),))
        self._notices.tell(self._offer)

    def _withdraw_offer(self) -> None:
        if self._offer is not None:
            self._notices.withdraw(self._offer)
        self._offer = None

    def _ask_to_undo(self, change: history.Change) -> None:
        text = self.tr("Undo the import of {date} ({n} reports)?")
        day = f"{change.at[8:10]}/{change.at[5:7]}/{change.at[:4]}"
        self._notices.tell(
            Notice(
                "warning",
                text.format(date=day, n=len(change.reports)),
                self.tr("The reports are taken out of the library; their source files stay where they are."),
                choices=(
                    Choice(self.tr("Undo"), lambda: self.undo(change.id)),
                    Choice(self.tr("Keep"), lambda: None),
                ),
            )
        )

    def _undone(self, done: undoing.Undone) -> None:
        self._undoing = None
        self._withdraw_offer()
        for report_id in done.removed:
            self.removed.emit(report_id)
        if done.change.kind == history.IMPORT:
            text = self.tr("The import was undone: {n} reports taken out.").format(n=len(done.removed))
        else:
            text = self.tr("Removed reports are back: {n}.").format(n=len(done.restored))
        why = self.tr("Left out, because imported anew meanwhile: {n}.").format(n=done.left_out)
        self._notices.tell(Notice("good", text, why if done.left_out else ""))
        self.changed.emit()

    def _not_undone(self, error: Exception) -> None:
        self._undoing = None
        if isinstance(error, undoing.NothingToUndo):
            self._notices.tell(Notice("info", self.tr("This was undone before.")))
        else:
            self._notices.tell(notice_of(error))

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
            self._tell_removed(self.tr("The report was removed."))

    def _remove(self, *reports: int, replaced_by: int | None = None) -> bool:
        try:
            gone = undoing.remove_reports(self._library, reports, replaced_by)
        except TuBaoCaoError as error:
            self._notices.tell(notice_of(error))
            return False
        for report_id in gone:
            self.removed.emit(report_id)
        return bool(gone)
