"""The button that takes a comparison out: Word with tracked changes, HTML, paper and PDF, the brief of one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from db.comparison_out.page import comparison_page
from db.comparison_out.tracked import LeftOut
from db.interface import comparison as interface
from db.messages import step_words
from db.model import Progress
from desktop.comparison.brief_dialog import BriefDialog
from desktop.comparison.saving import Saved, Saving, save_page, save_word
from desktop.comparison.working import Compared
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.widgets.plain_tips import plain_tip
from desktop.widgets.safe_document import PaperPage

KINDS = {"docx": "Word (*.docx)", "html": "HTML (*.html)"}


class ExportButton(QToolButton):
    """Asks where to save and saves in a job; `saved` tells the file, `failed` what went wrong.

    `print_requested` carries the PaperPage that is to be printed or made a PDF.
    """

    print_requested = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found: Callable[[], Compared | None] = lambda: None
        self._job: Job | None = None
        self._last: Saved | None = None
        self.brief: BriefDialog | None = None
        menu = QMenu(self)
        self.word, self.page, self.paper, self.one_page = (menu.addAction("") for _ in range(4))
        menu.insertSeparator(self.one_page)
        self.setMenu(menu)
        self.setIcon(icon("file-output"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.word.triggered.connect(lambda: self.ask("docx", lambda file: self._save("docx", file)))
        self.page.triggered.connect(lambda: self.ask("html", lambda file: self._save("html", file)))
        self.paper.triggered.connect(self.ask_for_print)
        self.one_page.triggered.connect(self.open_brief)
        menu.aboutToShow.connect(self._enable)
        self._retranslate()

    def bind(self, found: Callable[[], Compared | None], failed: Callable[[Exception], None]) -> None:
        """Take what is compared from `found`; failures go to `failed`."""
        self._found = found
        self.failed.connect(failed)

    def ask(self, suffix: str, chosen: Callable[[Path], None]) -> None:
        """Let the user choose a file; nothing waits meanwhile."""
        one = self._found()
        if one is None:
            return
        dialog = QFileDialog(self.window(), self.tr("Export the comparison"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(KINDS[suffix])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile("-".join(["so-sanh", *(report.slug for report in one.reports)])[:120] + f".{suffix}")
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def ask_for_print(self) -> None:
        """Ask for the pages of what is compared, to be printed or made a PDF."""
        one = self._found()
        if one is not None:
            plain, language = _plain(one), current_language()
            name = self.tr("Comparison {years}").format(years=_years(one))
            self.print_requested.emit(PaperPage(name, lambda: comparison_page(plain, language, paper=True)))

    def open_brief(self) -> None:
        """Show the brief of what is compared."""
        one = self._found()
        if one is None:
            return
        dialog = BriefDialog(_plain(one), current_language(), self.ask)
        dialog.setParent(self.window(), Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saving.connect(self.run)
        dialog.print_requested.connect(self.print_requested)
        dialog.destroyed.connect(lambda _gone: self._forget())
        self.brief = dialog
        dialog.open()

    def run(self, work: Saving) -> None:
        """Save in a job; one at a time."""
        if self._job is not None:
            return
        job = Job(work, self)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(lambda saved: self._ended(lambda: self._done(saved)))
        job.failed.connect(lambda error: self._ended(lambda: self.failed.emit(error)))
        self._job = job
        self.setEnabled(False)
        job.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _save(self, suffix: str, file: Path) -> None:
        one = self._found()
        if one is None:
            return
        plain, language = _plain(one), current_language()
        if suffix == "docx":
            self.run(save_word(plain, file))
        else:
            self.run(save_page(plain, language, file))

    def _show_progress(self, step: object) -> None:
        if isinstance(step, Progress):
            share = f" {100 * step.done // step.total}%" if step.total > 1 else "…"
            self.setText(step_words(step.step, current_language()) + share)

    def _ended(self, then: Callable[[], None]) -> None:
        self._job = None
        self.setEnabled(True)
        self._retranslate()
        then()

    def left_out(self) -> LeftOut | None:
        """Return the notes that the file saved last does not hold, None if it holds all."""
        return self._last.left_out if self._last else None

    def _done(self, saved: Saved) -> None:
        self._last = saved
        self._retranslate()
        self.saved.emit(saved.file)

    def _forget(self) -> None:
        self.brief = None

    def _enable(self) -> None:
        known = self._found() is not None
        for action in (self.word, self.page, self.paper, self.one_page):
            action.setEnabled(known)

    def _retranslate(self) -> None:
        self.setText(self.tr("Export…"))
        self.setAccessibleName(self.tr("Export the comparison"))
        self.word.setText(self.tr("Word with tracked changes…"))
        self.page.setText(self.tr("HTML page…"))
        self.paper.setText(self.tr("Print and PDF…"))
        self.one_page.setText(self.tr("Brief of one page…"))
        last = self.tr("Saved: {name}").format(name=self._last.file.name) if self._last else ""
        self.setToolTip(plain_tip(last) or self.tr("Export the comparison"))


def _plain(one: Compared) -> interface.Compared:
    return interface.Compared(*one.reports, *one.contents, one.comparison)


def _years(one: Compared) -> str:
    return " - ".join(report.data.period or str(report.data.year or "?") for report in one.reports)
