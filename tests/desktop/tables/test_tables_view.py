"""The view of tables: the list, the table as printed, sums, the clipboard, tables made of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from db import queries
from db.digest import digest
from db.export.basket import fill
from db.model import Source
from db.writer import add_report
from desktop.languages import Languages
from desktop.tables.list import ENTRY
from desktop.tables.view import TablesView
from desktop.themes import Themes


@pytest.fixture
def view(qtbot, library) -> TablesView:
    made = TablesView(library, Themes())
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.list.currentIndex().isValid(), timeout=5000)
    return made


def cell_at(view: TablesView, row: int, col: int):
    sheet = view.pane.sheet
    return sheet.visualRect(sheet.sheet.index(row, col)).center()


def choose(view: TablesView, *spots: tuple[int, int]) -> None:
    for spot in spots:
        index = view.pane.sheet.sheet.index(*spot)
        view.pane.sheet.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_the_models_keep_the_rules_of_qt(qtmodeltester, view):
    qtmodeltester.check(view.entries)
    qtmodeltester.check(view.pane.sheet.sheet)


def test_the_list_holds_every_table_and_every_text(view):
    rows = [view.entries.entry(row) for row in range(view.entries.rowCount())]
    assert [(entry.kind, entry.report.data.year, entry.number) for entry in rows] == [
        ("report", 2023, 0), ("table", 2023, 1), ("figures", 2023, 0), ("notes", 2023, 0),
        ("report", 2022, 0), ("figures", 2022, 0), ("notes", 2022, 0),
    ]  # fmt: skip


def test_the_first_table_is_shown_as_printed(view):
    sheet = view.pane.sheet
    assert view.pane.title.text() == "Bảng 1. Thu ngân sách nhà nước"
    assert [len(row) for row in sheet.head._rows] == [4, 4]
    assert sheet.head.sizeHint().height() > 2 * sheet.fontMetrics().height()
    assert sheet.sheet.data(sheet.sheet.index(2, 0)) == "Tổng thu ngân sách trên địa bàn[6]"
    assert "Đơn vị tính" in sheet.sheet.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_click_on_a_caption_sorts_by_its_column(view, qtbot):
    head = view.pane.sheet.head
    x = head.sectionViewportPosition(1) + head.sectionSize(1) // 2
    place = head.viewport().rect().bottomLeft() + cell_at(view, 0, 0) * 0
    place.setX(x)
    place.setY(head.height() - 4)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[1].text for row in view.pane.table().rows] == ["6.777", "26.667", "33.444"]
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[1].text for row in view.pane.table().rows] == ["33.444", "26.667", "6.777"]
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row[1].text for row in view.pane.table().rows] == ["26.667", "6.777", "33.444"]


def test_what_is_filtered_out_does_not_go_into_the_basket(view, qtbot):
    qtbot.keyClicks(view.pane.filter, "ngan sach")
    with qtbot.waitSignal(view.basket_requested) as asked:
        qtbot.mouseClick(view.pane.basket_button, Qt.MouseButton.LeftButton)
    assert asked.args[0].parts[0].rows == (2,)
    assert view.pane.count.text() == "1 of 3 rows"


def test_the_chosen_cells_are_summed_exactly(view):
    choose(view, (0, 1), (1, 1), (2, 0))
    assert view.pane.totals.text() == "Sum: 33.444   Mean: 16.722   Numbers: 2   Cells: 3"


def test_the_clipboard_gets_cells_captions_and_source(view, qtbot):
    choose(view, (0, 0), (0, 1))
    sheet = view.pane.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().strip() == "Thu nội địa\t26.667"
    assert "<table" in data.html()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(sheet, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Chỉ tiêu\tNăm"
    cited = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(sheet, Qt.Key.Key_C, cited)
    assert "Báo cáo năm 2023" in QGuiApplication.clipboard().text()


def test_enter_and_a_double_click_lead_to_the_cell(view, qtbot):
    sheet = view.pane.sheet
    place = cell_at(view, 1, 2)
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(view.destination_requested) as asked:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert (asked.args[0].report_id, asked.args[0].place.row, asked.args[0].place.col) == (2, 3, 2)
    with qtbot.waitSignal(view.destination_requested):
        qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_menu_offers_where_a_table_can_go(view, qtbot):
    choose(view, (0, 0))
    names = [action.text() for action in view.pane.menu().actions() if action.text()]
    assert names[0] == "Copy"
    assert {"Show in the report", "Into the basket", "Export…", "Print…"} <= set(names)


def test_filtering_the_list_needs_no_marks(view, qtbot):
    qtbot.keyClicks(view.filter, "ngan sach")
    assert [view.entries.entry(row).kind for row in range(view.entries.rowCount())] == ["report", "table"]
    view.filter.clear()
    view.filter.setText("ngàn")
    assert view.entries.rowCount() == 0


def test_a_report_without_a_table_offers_to_make_one(view, qtbot):
    view.show_table(1, 0)
    assert view.empty.text() == "This report has no table."
    assert view.empty_why.text() == "3 figures stand in the text."
    qtbot.mouseClick(view.make_button, Qt.MouseButton.LeftButton)
    assert view.picker.isVisible()
    assert view.list.currentIndex().data(ENTRY).kind == "figures"


def test_a_table_is_made_of_the_figures_chosen(view, qtbot):
    view.show_figures(2)
    qtbot.mouseClick(view.picker._all, Qt.MouseButton.LeftButton)
    table = view.pane.table()
    assert {row[1].text for row in table.rows} >= {"Tăng trưởng GRDP", "Quy mô kinh tế"}
    assert [cell.text for cell in table.head[0]][:3] == ["No.", "Indicator", "Unit"]
    item = view.item()
    assert (item.kind, item.year, item.parts[0].numbers) == ("clerk", 2023, (1, 2, 4))
    qtbot.mouseClick(view.picker._none, Qt.MouseButton.LeftButton)
    assert view.pane.table().rows == ()
    assert view.item() is None
    assert not view.pane.export_button.isEnabled()


def test_a_table_is_made_of_the_figures_of_two_reports(view, qtbot, library):
    view.show_figures(2)
    picker = view.picker
    assert [picker.other.itemData(row) for row in range(picker.other.count())] == [0, 1]
    picker.other.setCurrentIndex(1)
    assert picker.figures.count() == 6
    assert picker.figures.item(3).text().startswith("2022 · ")
    qtbot.mouseClick(picker._all, Qt.MouseButton.LeftButton)
    item = view.item()
    assert (item.kind, item.title) == ("clerk", "2023 + 2022 · Table made of the text")
    assert [(part.slug, part.numbers) for part in item.parts] == [
        (report.slug, numbers)
        for report, numbers in zip(reversed(queries.reports(library.reader())), ((1, 2, 4), (1, 2, 3)), strict=True)
    ]
    (made,) = fill(library.reader(), (item,), "en").tables
    assert made == view.pane.table()
    size = next(row for row in made.rows if row[1].text == "Quy mô kinh tế")
    assert [cell.text for cell in size[3:7]] == ["112,5", "", "112,5", "100,0"]
    assert size[3].marks == ()
    assert {origin.year for origin in made.origins} == {2022, 2023}
    qtbot.mouseClick(picker._none, Qt.MouseButton.LeftButton)
    picker.figures.item(4).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(view.destination_requested) as asked:
        view.pane._open_cell(0, 1)
    assert asked.args[0].report_id == 1
    assert [part.slug for part in view.item().parts] == [item.parts[1].slug]
    picker.other.setCurrentIndex(0)
    assert picker.figures.count() == 3
    assert view.item() is None


def test_figures_go_out_as_a_list_with_their_sentences(view, qtbot, library):
    view.show_figures(2)
    qtbot.mouseClick(view.picker._all, Qt.MouseButton.LeftButton)
    view.picker.layouts.setCurrentIndex(1)
    view.picker.layouts.activated.emit(1)
    item = view.item()
    assert (item.kind, item.year, item.parts[0].numbers) == ("figures", 0, (1, 2, 4))
    assert len(view.pane.table().rows) == 3
    assert fill(library.reader(), (item,), "en").tables == (view.pane.table(),)


def test_notes_are_a_table_that_can_be_filtered_and_taken(view, qtbot, library, content):
    view.show_notes(2)
    table = view.pane.table()
    assert [row[0].text for row in table.rows] == [note.label for note in content.notes]
    words = next(note.text for note in content.notes if note.text)
    view.pane.filter.setText(words.split()[-1])
    kept = view.pane.table().rows
    assert 0 < len(kept) <= len(table.rows)
    with qtbot.waitSignal(view.basket_requested) as asked:
        qtbot.mouseClick(view.pane.basket_button, Qt.MouseButton.LeftButton)
    assert fill(library.reader(), (asked.args[0],), "en").tables[0].rows == kept
    with qtbot.waitSignal(view.destination_requested) as there:
        view.pane._open_cell(0, 1)
    assert there.args[0].place.note_id is not None
    view.pane.filter.setText("không có chữ nào như thế")
    assert view.item() is None


def test_all_tables_of_a_report_go_into_the_basket_at_once(qtbot, library, content):
    twice = replace(
        content,
        data=replace(content.data, year=2021, period="2021"),
        tables=(*content.tables, replace(content.tables[0], id=max(table.id for table in content.tables) + 1)),
    )
    with library.writing() as conn:
        add_report(conn, twice, Source("x", "", "f" * 64, "docx", 1), "2024-01-09T00:00:00Z", digest(twice))
    made = TablesView(library, Themes())
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.entries.rowCount() > 0, timeout=5000)
    made.show_table(3, 1)
    assert made.all_button.text() == "Take all 2 tables"
    with qtbot.waitSignal(made.all_requested) as asked:
        made.all_button.click()
    assert [item.parts[0].numbers for item in asked.args[0]] == [(1,), (2,)]
    made.show_table(2, 1)
    assert made.all_button.isHidden()


def test_it_speaks_the_language_in_force(view, qapp):
    languages = Languages()
    languages.use("vi")
    qapp.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.found.text() == "1 bảng"
    assert view.make_button.text() == "Lập bảng từ lời văn"
    languages.use("en")


def test_a_theme_paints_without_a_word(view, qapp):
    view.pane.sheet._cells._themes.use("dark")
    assert not view.grab().isNull()
    qapp.setStyleSheet("")
