"""Print and preview: the pages follow the choices, and go out as they are seen."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter

from db.export.tables import export_table
from desktop.languages import Languages
from desktop.printing.dialog import PrintDialog
from desktop.printing.subject import ReportSubject, TableSubject
from desktop.settings import PRINT_CHOICES, Settings
from desktop.themes import Themes


@pytest.fixture
def settings() -> Settings:
    return Settings()


def shown(qtbot, dialog: PrintDialog) -> PrintDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    return dialog


@pytest.fixture
def dialog(qtbot, report, content, settings) -> PrintDialog:
    return shown(qtbot, PrintDialog(ReportSubject(report, content), settings, Themes()))


def test_the_preview_shows_white_pages_in_every_theme(dialog):
    count = len(dialog.printout().pages)
    assert dialog.count.text() == f"Page 1 of {count}"
    image = dialog.sheets.grab().toImage()
    white = sum(image.pixelColor(image.width() // 2, y).lightness() > 250 for y in range(0, image.height(), 3))
    assert white > image.height() // 12


def test_scrolling_tells_the_page(dialog):
    dialog.sheets.go_to(1)
    assert dialog.count.text().startswith("Page 2 ")


def test_choosing_a_section_takes_what_is_below_along(dialog, qtbot):
    dialog.sections.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.chosen_sections() == {5, 6, 8}
    dialog.sections.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen_sections() is None
    dialog.sections.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.sections.item(0).checkState() == Qt.CheckState.Unchecked
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)


def test_nothing_chosen_prints_nothing(dialog, qtbot):
    dialog.choose_sections(frozenset())
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert not dialog.pdf_button.isEnabled() or len(dialog.printout().pages) == 1


def test_the_notes_go_where_they_are_wanted_and_it_is_remembered(dialog, qtbot, settings):
    qtbot.mouseClick(dialog.places["end"], Qt.MouseButton.LeftButton, pos=dialog.places["end"].rect().center() * 0)
    dialog.places["end"].click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert '"notes":"end"' in settings.get(PRINT_CHOICES)


def test_the_pdf_has_the_pages_of_the_preview(dialog, qtbot, tmp_path):
    count = len(dialog.printout().pages)
    with qtbot.waitSignal(dialog.written, timeout=10000) as done:
        dialog.write_pdf(tmp_path / "bao-cao.pdf")
    document = pypdfium2.PdfDocument(str(done.args[0]))
    assert len(document) == count
    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [210, 297]
    document.close()


def test_a_pdf_that_cannot_be_written_can_be_tried_again(dialog, qtbot, tmp_path):
    dialog.write_pdf(tmp_path / "khong-co" / "bao-cao.pdf")
    qtbot.waitUntil(lambda: bool(dialog.notices.notices()), timeout=5000)
    assert dialog.notices.notices()[0].details.startswith("TBC-502")
    assert dialog.pdf_button.isEnabled()


def test_the_printer_gets_the_same_pages(dialog, tmp_path):
    count = len(dialog.printout().pages)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "may-in.pdf"))
    dialog.print_on(printer)
    document = pypdfium2.PdfDocument(str(tmp_path / "may-in.pdf"))
    assert len(document) == count
    document.close()


def test_a_table_has_no_sections_to_choose(qtbot, report, content, settings):
    tables = (export_table(report, content, content.tables[0]),)
    dialog = shown(qtbot, PrintDialog(TableSubject(tables), settings, Themes()))
    assert not dialog.sections.isVisible()
    assert len(dialog.printout().pages) == 1


def test_it_speaks_the_language_in_force(dialog, qapp, qtbot):
    languages = Languages()
    languages.use("vi")
    qapp.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.pdf_button.text() == "Lưu PDF…"
    assert dialog.count.text().startswith("Trang 1/")
    languages.use("en")
