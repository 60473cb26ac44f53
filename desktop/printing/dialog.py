"""Print and preview: the very pages, what of a report goes on them, and out to a printer or a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from db.export.names import safe_name
from desktop.icons import icon
from desktop.jobs import Job
from desktop.messages import notice_of
from desktop.notices import Choice, NoticeBar, plain_label
from desktop.printing.drawing import Printout, draw_on, printing
from desktop.printing.html_flow import HtmlSubject
from desktop.printing.report_flow import NotePlace, section_names
from desktop.printing.sheets import Sheets
from desktop.printing.subject import PrintChoices, ReportSubject, Subject, dumps, loads
from desktop.settings import EXPORT_FOLDER, PRINT_CHOICES, READING_FONT, Settings
from desktop.themes import Themes
from desktop.widgets.roomy import Roomy, bounded

LINES = (76, 43)
_SECTION = Qt.ItemDataRole.UserRole
_PLACES: tuple[NotePlace, ...] = ("page", "section", "end")


class PrintDialog(QDialog):
    """Shows a Subject on paper. `written` tells the PDF that was written."""

    written = Signal(object)

    def __init__(self, subject: Subject, settings: Settings, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject, self._settings = subject, settings
        self._job: Job | None = None
        self._writing: Job | None = None
        self._printout: Printout | None = None
        self.notices = NoticeBar()
        self.sheets = Sheets(themes)
        self.sections = QListWidget()
        self.paper, self.letters, self.letter_size = QComboBox(), QComboBox(), QSpinBox()
        self.places = {place: QRadioButton() for place in _PLACES}
        self._group = QButtonGroup(self)
        self.footer = QCheckBox()
        self._names = {name: QLabel() for name in ("sections", "paper", "letters", "size", "notes")}
        self.count = plain_label("caption")
        self.print_button, self.pdf_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._place()
        self._show_choices(loads(settings.get(PRINT_CHOICES)))
        self._connect()
        self._retranslate()
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether pages are being laid out or written."""
        return self._job is not None or self._writing is not None

    def choices(self) -> PrintChoices:
        """Return what is chosen."""
        place = next(place for place, button in self.places.items() if button.isChecked())
        paper, letters = self.paper.currentData(), self.letters.currentData()
        return PrintChoices(paper, letters, self.letter_size.value(), place, self.footer.isChecked())

    def chosen_sections(self) -> frozenset[int] | None:
        """Return the sections to print; None for the whole report."""
        items = [self.sections.item(row) for row in range(self.sections.count())]
        checked = {item.data(_SECTION) for item in items if item.checkState() == Qt.CheckState.Checked}
        return None if len(checked) == len(items) else frozenset(checked)

    def choose_sections(self, chosen: frozenset[int]) -> None:
        """Choose sections by their ids, and nothing else."""
        self.sections.blockSignals(True)
        for row in range(self.sections.count()):
            item = self.sections.item(row)
            on = item.data(_SECTION) in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.sections.blockSignals(False)
        self.refresh()

    def printout(self) -> Printout | None:
        """Return the pages in view."""
        return self._printout

    def refresh(self) -> None:
        """Lay the pages out anew."""
        choices = self.choices()
        for box in (self.paper, self.letters):
            box.setToolTip(box.currentText())
        self._settings.put(PRINT_CHOICES, dumps(choices))
        if self._job is not None:
            self._job.abandon()
        reading = self._settings.get(READING_FONT)
        job = self._job = Job(self._subject.printout(choices, reading, self.chosen_sections()), self)
        job.succeeded.connect(lambda printout: self._laid_out(job, printout))
        job.failed.connect(lambda error: self._failed(job, error))
        job.start()
        self._allow()

    def write_pdf(self, file: Path) -> None:
        """Write the pages in view into a PDF."""
        if self._printout is None or not self._printout.pages:
            return
        job = self._writing = Job(printing(self._printout, file), self)
        job.succeeded.connect(self._wrote)
        job.failed.connect(lambda error: self._not_written(error, file))
        job.start()
        self._allow()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages in view, or those the printer's own dialog names."""
        if self._printout is None:
            return
        first, last = printer.fromPage(), printer.toPage()
        pages = range(max(first, 1) - 1, min(last or 10**6, len(self._printout.pages))) if first else ()
        for _page in draw_on(self._printout, printer, list(pages)):
            pass
        self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        for job in (self._job, self._writing):
            if job is not None:
                job.abandon()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _laid_out(self, job: Job, printout: Any) -> None:
        if job is self._job and isinstance(printout, Printout):
            self._job = None
            self._printout = printout
            self.sheets.show_printout(printout)
            self._tell(self.sheets.page())
            self._allow()

    def _failed(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self.notices.tell(notice_of(error))
            self._allow()

    def _wrote(self, path: Any) -> None:
        self._writing = None
        self._settings.put(EXPORT_FOLDER, str(Path(path).parent))
        self.accept()
        self.written.emit(Path(path))

    def _not_written(self, error: Exception, file: Path) -> None:
        self._writing = None
        again = Choice(self.tr("Try again"), lambda: self.write_pdf(file))
        self.notices.tell(notice_of(error, again))
        self._allow()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._subject.name)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._printout is not None:
            dialog.setMinMax(1, len(self._printout.pages))
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # its own asks for a slot

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        kept = self._settings.get(EXPORT_FOLDER)
        place = kept or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(place)
        dialog.selectFile(safe_name(self._subject.name, ".pdf"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write_pdf(Path(name)))
        dialog.open()

    def _tell(self, at: int) -> None:
        count = len(self._printout.pages) if self._printout is not None else 0
        self.count.setText(self.tr("Page {n} of {count}").format(n=at + 1, count=count) if count else "")

    def _allow(self) -> None:
        ready = not self.busy and self._printout is not None and bool(self._printout.pages)
        self.print_button.setEnabled(ready)
        self.pdf_button.setEnabled(ready)

    def _show_choices(self, choices: PrintChoices) -> None:
        self.paper.setCurrentIndex(max(0, self.paper.findData(choices.paper)))
        self.letters.setCurrentIndex(max(0, self.letters.findData(choices.letters)))
        self.letter_size.setValue(choices.size)
        self.places[choices.notes].setChecked(True)
        self.footer.setChecked(choices.footer)

    def _fill_sections(self) -> bool:
        """Offer the sections of a report; False where it is a table that is printed."""
        if not isinstance(self._subject, ReportSubject):
            return False
        for section_id, level, name in section_names(self._subject.content):
            item = QListWidgetItem("    " * (level - 1) + name)
            item.setData(_SECTION, section_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.sections.addItem(item)
        return self.sections.count() > 0

    def _section_changed(self, changed: QListWidgetItem) -> None:
        """A section takes those below it along."""
        if isinstance(self._subject, ReportSubject):
            names = section_names(self._subject.content)
            row = self.sections.row(changed)
            self.sections.blockSignals(True)
            for below in range(row + 1, len(names)):
                if names[below][1] <= names[row][1]:
                    break
                self.sections.item(below).setCheckState(changed.checkState())
            if changed.checkState() == Qt.CheckState.Unchecked:
                self._uncheck_above(row, [level for _id, level, _name in names])
            self.sections.blockSignals(False)
        self.refresh()

    def _uncheck_above(self, row: int, levels: list[int]) -> None:
        """What is above a section left out cannot be printed whole."""
        level = levels[row]
        for above in range(row - 1, -1, -1):
            if levels[above] < level:
                level = levels[above]
                self.sections.item(above).setCheckState(Qt.CheckState.Unchecked)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        bounded(self, QSize(*LINES) * unit, QSize(46, 26) * unit)
        for choices, data in ((self.paper, ("decree", "wide", "party")), (self.letters, ("official", "reading"))):
            for one in data:
                choices.addItem("", one)
            # As wide as there is room: else the longest margins would take that of their label.
            choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choices.setMinimumContentsLength(12)
            choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.letter_size.setRange(10, 18)
        self.sections.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        report = self._fill_sections()
        form = QFormLayout()
        form.setVerticalSpacing(unit // 3)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self._names["paper"], self.paper)
        form.addRow(self._names["letters"], self.letters)
        form.addRow(self._names["size"], self.letter_size)
        notes = QVBoxLayout()
        for choice in self.places.values():
            self._group.addButton(choice)
            notes.addWidget(choice)
        form.addRow(self._names["notes"], notes)
        form.addRow("", self.footer)
        side = self._side(form, report, unit)
        middle = QHBoxLayout()
        middle.setSpacing(unit)
        middle.addWidget(side)
        middle.addWidget(self.sheets, 1)
        self.print_button.setObjectName("primary")
        self.print_button.setDefault(True)
        self.pdf_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self.pdf_button.setIcon(icon("file-output"))
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        for button in (self.close_button, self.pdf_button, self.print_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit * 2 // 3)
        column.addWidget(self.notices)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _side(self, form: QFormLayout, report: bool, unit: int) -> QWidget:
        """Return the column of choices; what concerns reports only is hidden for a table."""
        for part in (self._names["sections"], self.sections):
            part.setVisible(report)
        for row in (self._names["size"], self._names["notes"]):
            form.setRowVisible(form.getWidgetPosition(row)[0], report)  # type: ignore[index]  # the stubs say object
        form.setRowVisible(self.letters, not isinstance(self._subject, HtmlSubject))
        left = QVBoxLayout()
        left.setSpacing(unit // 3)
        self._names["sections"].setObjectName("heading")
        left.addWidget(self._names["sections"])
        left.addWidget(self.sections, 1)
        left.addLayout(form)
        if not report:
            left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self.sections.setMinimumHeight(unit * 6)
        self._choices = Roomy(side)
        return self._choices

    def _fit_choices(self) -> None:
        """Make the column of choices as wide as its words, but leave the pages half of the dialog."""
        unit = QFontMetrics(self.font()).height()
        words = self._choices.widget().minimumSizeHint().width() + unit
        self._choices.setFixedWidth(min(max(unit * 23, words), self.width() // 2))

    def _connect(self) -> None:
        self.sections.itemChanged.connect(self._section_changed)
        for choice in (self.paper, self.letters):
            choice.activated.connect(lambda _row: self.refresh())
        self.letter_size.valueChanged.connect(lambda _size: self.refresh())
        self._group.buttonToggled.connect(self._toggled)
        self.footer.toggled.connect(lambda _on: self.refresh())
        self.sheets.page_in_view.connect(self._tell)
        self.print_button.clicked.connect(lambda _on: self._ask_printer())
        self.pdf_button.clicked.connect(lambda _on: self._ask_file())
        self.close_button.clicked.connect(lambda _on: self.reject())

    def _toggled(self, _button: QAbstractButton, on: bool) -> None:
        if on:
            self.refresh()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Print and preview"))
        names = {
            "sections": self.tr("Sections to print"),
            "paper": self.tr("Margins"),
            "letters": self.tr("Letters"),
            "size": self.tr("Size"),
            "notes": self.tr("Notes"),
        }
        for name, words in names.items():
            self._names[name].setText(words)
        self.sections.setAccessibleName(names["sections"])
        fields: tuple[tuple[QWidget, str], ...] = (
            (self.paper, "paper"),
            (self.letters, "letters"),
            (self.letter_size, "size"),
        )
        for field, name in fields:
            field.setAccessibleName(names[name])
        self.paper.setItemText(0, self.tr("Decree 30/2020 (30 and 15 mm)"))
        self.paper.setItemText(1, self.tr("Decree 30/2020, wide (35 and 20 mm)"))
        self.paper.setItemText(2, self.tr("Party documents (30 and 15 mm), not checked"))
        unsure = self.tr("As handbooks give Guide 36-HD/VPTW; not compared with the original.")
        self.paper.setItemData(2, unsure, Qt.ItemDataRole.ToolTipRole)
        self.letters.setItemText(0, self.tr("Times New Roman"))
        self.letters.setItemText(1, self.tr("As on the screen"))
        self.places["page"].setText(self.tr("At the foot of the page"))
        self.places["section"].setText(self.tr("At the end of the section"))
        self.places["end"].setText(self.tr("At the end"))
        self.footer.setText(self.tr("Source and day at the foot"))
        self.sheets.setAccessibleName(self.tr("Pages as they are printed"))
        self.print_button.setText(self.tr("Print…"))
        self.pdf_button.setText(self.tr("Save as PDF…"))
        self.close_button.setText(self.tr("Close"))
        self._tell(self.sheets.page())
        self._fit_choices()
