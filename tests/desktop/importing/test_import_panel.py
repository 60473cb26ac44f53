"""The import panel through its widgets: correcting what was read, two versions of a report, undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

import resources
from db import queries
from db.digest import store_digest
from db.errors import LibraryReadOnly
from db.importer.office import Office
from db.library import Library
from db.model import Finding, Place
from desktop.importing.grid import ImportGrid
from desktop.importing.model import ISSUER, KIND, OUTCOME, PERIOD, YEAR
from desktop.importing.panel import ImportPanel
from desktop.languages import Languages
from desktop.library_tasks import LibraryTasks
from desktop.notices import NoticeBar
from desktop.themes import Themes

TEXT = """TỈNH ỦY QUẢNG THỬ
*
Quảng Thử, ngày 06 tháng 12 năm {year}

BÁO CÁO
tình hình thực hiện nhiệm vụ năm {year}

I. KẾT QUẢ
1. Thu ngân sách đạt {amount} tỷ đồng.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    yield opened
    opened.close()


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def panel(qtbot: QtBot, library: Library, notices: NoticeBar) -> ImportPanel:
    panel = ImportPanel(library, Themes())
    panel.tasks = LibraryTasks(library, panel, notices)  # type: ignore[attr-defined]  # lives as long as the panel
    qtbot.addWidget(panel)
    panel.resize(1300, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def file(folder: Path, name: str, year: int = 2023, amount: int = 100) -> Path:
    path = folder / name
    path.write_text(TEXT.format(year=year, amount=amount), encoding="utf-8")
    return path


def take(qtbot: QtBot, panel: ImportPanel, *paths: Path) -> None:
    with qtbot.waitSignal(panel.finished, timeout=60_000):
        panel.start(list(paths))


def grid_of(panel: ImportPanel) -> ImportGrid:
    return panel.findChild(ImportGrid)


def button(panel: ImportPanel, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == text)


def way(panel: ImportPanel, text: str) -> QRadioButton:
    return next(one for one in panel.findChildren(QRadioButton) if one.text() == text)


def type_over(qtbot: QtBot, grid: ImportGrid, text: str, end: Qt.Key) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, end)


def test_tab_and_enter_are_enough_to_correct_a_year(qtbot, panel, library, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"), file(tmp_path, "b.txt", 2022))
    grid = grid_of(panel)
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert grid.currentIndex().column() == YEAR
    with qtbot.waitSignal(panel.edited):
        type_over(qtbot, grid, "2019", Qt.Key.Key_Return)
    report = queries.report(library.reader(), 1)
    assert (report.data.year, report.data.period) == (2019, "2019")
    assert queries.as_read(library.reader(), 1).year == 2023
    cell = grid.model().index(0, YEAR)
    assert cell.data() == "2019"
    assert "2023" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, YEAR)


def test_tab_walks_the_cells_that_can_be_corrected_and_then_leaves(qtbot, panel, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    grid = grid_of(panel)
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setFocus()
    walked = []
    for _ in range(4):
        qtbot.keyClick(grid, Qt.Key.Key_Tab)
        walked.append(grid.currentIndex().column())
    assert walked == [YEAR, PERIOD, ISSUER, KIND]
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()


def test_a_year_that_is_none_is_not_taken(qtbot, panel, library, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    grid = grid_of(panel)
    assert not grid.model().setData(grid.model().index(0, YEAR), "hai nghìn")
    assert not grid.model().setData(grid.model().index(0, YEAR), "20233")
    assert queries.report(library.reader(), 1).data.year == 2023


def test_undo_takes_the_reports_out_and_the_lines_say_so(qtbot, panel, library, notices, tmp_path):
    before = store_digest(library.reader())
    take(qtbot, panel, file(tmp_path, "a.txt"), file(tmp_path, "b.txt", 2022))
    (notice,) = notices.notices()
    assert notice.what == "2 reports imported."
    assert [choice.text for choice in notice.choices] == ["Undo"]
    with qtbot.waitSignal(panel.tasks.changed):
        qtbot.mouseClick(button(panel, "Undo the import"), Qt.MouseButton.LeftButton)
    assert store_digest(library.reader()) == before
    assert grid_of(panel).model().index(0, OUTCOME).data() == "Undone"
    assert not button(panel, "Undo the import").isVisible()


def test_the_notice_undoes_as_well(qtbot, panel, library, notices, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    with qtbot.waitSignal(panel.tasks.changed):
        notices.notices()[0].choices[0].run()
    assert queries.reports(library.reader()) == []


def test_the_same_bytes_are_known_and_can_be_opened(qtbot, panel, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    take(qtbot, panel, file(tmp_path, "b.txt"))
    opener = button(panel, "Open the report")
    assert opener.isVisible()
    with qtbot.waitSignal(panel.report_requested) as asked:
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert asked.args == [1]


@pytest.fixture
def two(qtbot, panel, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    take(qtbot, panel, file(tmp_path, "a (sửa).txt", amount=120))
    return panel


def test_another_version_is_kept_beside_the_old_one_and_can_be_compared(qtbot, two, library):
    assert way(two, "Keep as a new version").isChecked()
    assert len(queries.reports(library.reader())) == 2
    with qtbot.waitSignal(two.compare_requested) as asked:
        qtbot.mouseClick(button(two, "Compare the two"), Qt.MouseButton.LeftButton)
    assert asked.args == [1, 2]


def test_the_old_version_can_be_replaced_and_that_undone(qtbot, two, library, notices):
    before = store_digest(library.reader())
    way(two, "Replace the old one").click()
    assert [report.id for report in queries.reports(library.reader())] == [2]
    assert not way(two, "Skip").isVisible()
    with qtbot.waitSignal(two.tasks.changed):
        notices.notices()[-1].choices[0].run()
    assert store_digest(library.reader()) == before


def test_the_new_version_can_be_skipped(qtbot, two, library):
    way(two, "Skip").click()
    assert [report.id for report in queries.reports(library.reader())] == [1]
    assert grid_of(two).model().index(0, OUTCOME).data() == "Removed again"


def test_the_words_change_with_the_language(qtbot, two):
    languages = Languages()
    languages.use("vi")
    try:
        qtbot.waitUntil(lambda: "Thay bản cũ" in {one.text() for one in two.findChildren(QRadioButton)})
        assert button(two, "So hai bản").isVisible()
        assert button(two, "Hoàn tác nhập").isVisible()
    finally:
        languages.use("en")


OLD = b"\xdb\xa5" + b"x" * 4000
"""The head of a Word 2 file: known by name, read by no reader."""


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office program that makes a sample report of every file."""
    script = tmp_path / "soffice"
    sample = next((Path(resources.__file__).parent / "samples").glob("*.docx"))
    script.write_text(f'#!/bin/sh\nfor last; do :; done\ncp "{sample}" "$(dirname "$last")/out/original.docx"\n')
    script.chmod(0o755)
    monkeypatch.setattr("desktop.importing.panel.installed_office", lambda: Office("LibreOffice", script))


def test_a_refused_file_is_offered_a_second_try_that_takes_its_line(office, qtbot, panel, library, tmp_path):
    old = tmp_path / "cũ.doc"
    old.write_bytes(OLD)
    take(qtbot, panel, file(tmp_path, "a.txt"), old)
    grid = grid_of(panel)
    grid.selectRow(0)
    assert not button(panel, "Try with LibreOffice").isVisible()
    grid.selectRow(1)
    offer = button(panel, "Try with LibreOffice")
    assert offer.isVisible()
    with qtbot.waitSignal(panel.finished, timeout=60_000) as ended:
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert [receipt.status for receipt in ended.args[0]] == ["imported"]
    assert [receipt.status for receipt in panel.receipts()] == ["imported", "imported"]
    assert panel.receipts()[1].findings[0].code == "TBC-436"
    assert not offer.isVisible()
    assert len(queries.reports(library.reader())) == 2


def test_nothing_is_offered_without_an_office_program(qtbot, library, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.importing.panel.installed_office", lambda: None)
    panel = ImportPanel(library, Themes())
    qtbot.addWidget(panel)
    old = tmp_path / "cũ.doc"
    old.write_bytes(OLD)
    take(qtbot, panel, old)
    panel.show()
    grid_of(panel).selectRow(0)
    assert not [one for one in panel.findChildren(QPushButton) if one.isVisible() and "Try" in one.text()]


def test_what_is_dropped_during_an_import_follows_it(qtbot, panel, library, tmp_path):
    first, second = file(tmp_path, "a.txt"), file(tmp_path, "b.txt", 2021)
    ends = []
    panel.finished.connect(ends.append)
    panel.start([first])
    panel.start([second])
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=60_000)
    assert [report.data.year for report in queries.reports(library.reader())] == [2023, 2021]
    assert not panel.busy


def test_a_cancel_ends_the_import_and_what_waits_behind_it(qtbot, panel, library, tmp_path):
    with qtbot.waitSignal(panel.finished, timeout=60_000):
        panel.start([file(tmp_path, f"{year}.txt", year) for year in range(2010, 2024)])
        panel.start([file(tmp_path, "z.txt", 1999)])
        panel.cancel()
    assert len(queries.reports(library.reader())) < 15
    assert 1999 not in queries.years(library.reader())
    panel.cancel()  # with nothing under way it does nothing


def test_a_receipt_is_written_and_a_place_that_refuses_is_told(qtbot, panel, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    panel.save_receipt(tmp_path / "bien-ban.xlsx")
    assert (tmp_path / "bien-ban.xlsx").read_bytes().startswith(b"PK")
    with qtbot.waitSignal(panel.failed):
        panel.save_receipt(tmp_path / "none" / "bien-ban.xlsx")


def test_a_line_leads_to_its_report_and_a_finding_to_its_place(qtbot, panel, tmp_path):
    take(qtbot, panel, file(tmp_path, "a.txt"))
    opened, places = [], []
    panel.report_requested.connect(opened.append)
    panel.destination_requested.connect(places.append)
    panel._table.selectRow(0)
    panel._open()
    assert opened == [1]
    finding = QListWidgetItem("x")
    finding.setData(Qt.ItemDataRole.UserRole, Finding("TBC-402", "", 1, 10_000_004))
    panel._go(finding)
    whole = QListWidgetItem("y")
    whole.setData(Qt.ItemDataRole.UserRole, Finding("TBC-402"))
    panel._go(whole)
    panel._go(QListWidgetItem("no finding"))
    assert [(one.report_id, one.place) for one in places] == [(1, Place(block_id=10_000_004)), (1, None)]


def test_a_refused_file_leads_nowhere(qtbot, panel, tmp_path):
    empty = tmp_path / "trống.txt"
    empty.write_bytes(b"")
    take(qtbot, panel, empty)
    opened = []
    panel.report_requested.connect(opened.append)
    panel._table.selectRow(0)
    panel._open()
    assert opened == []


def test_an_import_that_fails_as_a_whole_is_a_line_of_its_own(qtbot, panel, library):
    with qtbot.waitSignal(panel.finished):
        panel._failed(LibraryReadOnly(library.path))
    (receipt,) = panel.receipts()
    assert (receipt.status, receipt.code) == ("refused", LibraryReadOnly.code)
    with qtbot.waitSignal(panel.finished):
        panel._failed(RuntimeError("a bug"))
    assert panel.receipts()[-1].code == "TBC-100"


def test_a_known_file_can_be_read_again(qtbot, panel, library, tmp_path):
    path = file(tmp_path, "a.txt")
    take(qtbot, panel, path)
    take(qtbot, panel, path)
    grid_of(panel).selectRow(0)
    before = store_digest(library.reader())
    with qtbot.waitSignal(panel.finished, timeout=60_000):
        button(panel, "Read it again").click()
    (receipt,) = panel.receipts()
    assert receipt.status == "known"  # nothing reads otherwise than before
    assert store_digest(library.reader()) == before
