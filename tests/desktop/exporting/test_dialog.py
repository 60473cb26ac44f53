"""The export: the preview is what is written, an existing file is asked about, a locked one can be tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

import desktop.exporting.dialog as dialog_module
from db import queries
from db.errors import ExportFailed
from db.export.basket import BasketItem, Part, fill, part_of
from db.model import Progress
from desktop.exporting.basket import Basket
from desktop.exporting.dialog import ExportDialog
from desktop.languages import Languages
from desktop.settings import EXPORT_CHOICES, EXPORT_FOLDER, Settings
from desktop.themes import Themes


@pytest.fixture
def basket(library) -> Basket:
    older, newer = sorted(queries.reports(library.reader()), key=lambda report: report.data.year)
    return Basket(
        items=(
            BasketItem("table", "2023 · Bảng 1", (part_of(newer, (1,), (2, 0)),)),
            BasketItem("notes", "2023 · Chú thích", (part_of(newer),)),
            BasketItem("figures", "2022 · Số liệu", (part_of(older),)),
        )
    )


@pytest.fixture
def dialog(qtbot, library, basket, tmp_path) -> ExportDialog:
    settings = Settings()
    settings.put(EXPORT_FOLDER, str(tmp_path))
    made = ExportDialog(lambda items, language: fill(library.reader(), items, language), basket, settings, Themes())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: not made.busy, timeout=5000)
    return made


def click(qtbot, dialog: ExportDialog, words: str) -> None:
    button = next(one for one in dialog.notices.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def run(qtbot, dialog: ExportDialog) -> tuple[Path, int]:
    with qtbot.waitSignal(dialog.exported, timeout=10000) as done:
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    return done.args[0], done.args[1]


def test_the_file_holds_exactly_the_rows_of_the_preview(dialog, qtbot, tmp_path):
    assert dialog.export_button.text() == "Export 14 rows"
    shown = [[cell.text for cell in row] for row in dialog.preview.table().rows]
    assert [row[0] for row in shown] == ["Tổng thu ngân sách trên địa bàn", "Thu nội địa"]
    path, rows = run(qtbot, dialog)
    assert (path.parent, rows) == (tmp_path, 14)
    sheet = load_workbook(path).worksheets[1]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any(row[:3] == ["Thu nội địa", 26667, 20880] for row in values)


def test_what_stays_at_home_is_not_written(dialog, qtbot):
    dialog.list.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.export_button.text() == "Export 5 rows"


def test_the_order_is_the_users(dialog, qtbot, basket):
    dialog.list.list.setCurrentRow(2)
    qtbot.mouseClick(dialog.list.up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert [item.kind for item in basket.items()] == ["table", "figures", "notes"]
    assert dialog.list.list.currentRow() == 1
    assert dialog.preview.choice.count() == 3


def test_del_takes_an_entry_out(dialog, qtbot, basket):
    dialog.list.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list.list, Qt.Key.Key_Delete)
    assert [item.kind for item in basket.items()] == ["notes", "figures"]


def test_the_ending_follows_the_kind_of_file(dialog, qtbot):
    dialog.options.kinds["ods"].click()
    assert dialog.target.text().endswith(".ods")
    dialog.target.clear()
    qtbot.keyClicks(dialog.target, "ten-rieng.ods")
    dialog.options.kinds["csv-plain"].click()
    assert dialog.target.text() == "ten-rieng.csv"
    assert not dialog.options.notes.isEnabled()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "docx", "csv", "csv-plain", "html", "md", "json", "zip"])
def test_every_kind_of_file_is_written(dialog, qtbot, kind):
    dialog.options.kinds[kind].click()
    path, _rows = run(qtbot, dialog)
    assert path.stat().st_size > 100


def test_an_existing_file_is_asked_about(dialog, qtbot, tmp_path):
    target = tmp_path / "co-roi.xlsx"
    target.write_bytes(b"x")
    dialog.target.setText(str(target))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.notices.notices()[0].what == "“co-roi.xlsx” exists already."
    assert target.read_bytes() == b"x"
    click(qtbot, dialog, "Rename")
    assert Path(dialog.target.text()).name == "co-roi-2.xlsx"
    assert run(qtbot, dialog)[0].name == "co-roi-2.xlsx"
    assert target.read_bytes() == b"x"


def test_overwriting_is_a_choice(dialog, qtbot, tmp_path):
    target = tmp_path / "co-roi.xlsx"
    target.write_bytes(b"x")
    dialog.target.setText(str(target))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.exported, timeout=10000):
        click(qtbot, dialog, "Overwrite")
    assert target.read_bytes()[:2] == b"PK"


def test_a_file_held_by_excel_can_be_tried_again(dialog, qtbot, tmp_path, monkeypatch):
    held = [True]
    whole = dialog_module.export_all

    def export_all(tables, target, options, exporters):
        if held[0]:
            raise ExportFailed(target, "", "TBC-501")
        return (yield from whole(tables, target, options, exporters))

    monkeypatch.setattr(dialog_module, "export_all", export_all)
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.notices.notices()), timeout=5000)
    assert dialog.notices.notices()[0].details.startswith("TBC-501")
    held[0] = False
    with qtbot.waitSignal(dialog.exported, timeout=10000):
        click(qtbot, dialog, "Try again")


def test_cancel_stops_the_writing(dialog, qtbot, tmp_path, monkeypatch):
    def endless(*_given):
        while True:
            yield Progress(1, 10, "export")

    monkeypatch.setattr(dialog_module, "export_all", endless)
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.bar.isVisible()
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.isVisible()
    assert dialog.notices.notices()[0].what == "Stopped. Nothing was written."
    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_is_gone_from_the_library_is_said(dialog, qtbot, basket):
    basket.add(BasketItem("table", "Bảng đã mất", (Part("khac", "9" * 64, (1,)),)))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert "Bảng đã mất" in dialog.notices.notices()[0].what


def test_an_empty_basket_writes_nothing(dialog, qtbot, basket):
    basket.put(())
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert not dialog.export_button.isEnabled()


def test_the_table_in_view_can_be_copied(dialog, qtbot):
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "26.667" in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text().startswith("Chỉ tiêu")


def test_choices_are_remembered(dialog):
    dialog.options.kinds["docx"].click()
    dialog.options.layouts.setCurrentIndex(1)
    dialog.options.layouts.activated.emit(1)
    kept = dialog._settings.get(EXPORT_CHOICES)
    assert '"kind":"docx"' in kept
    assert '"layout":"long"' in kept


def test_it_speaks_the_language_in_force(dialog, qapp, qtbot):
    languages = Languages()
    languages.use("vi")
    qapp.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.export_button.text() == "Xuất 14 dòng"
    assert dialog.list.title.text() != ""
    languages.use("en")
