"""Highlights and notes made with keys and mouse in the page, a note, a table, the comparison; listed, undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget

import resources
from db import queries
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Place
from db.notebook import Notebook
from desktop.jobs import abandon_all
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.reading.pane import ReadingPane
from desktop.session import Destination
from desktop.settings import Settings
from desktop.sheet.model import PEN
from desktop.themes import Themes

SAMPLES = ("bao-cao-mau-quang-nam-2022.docx", "bao-cao-mau-quang-nam-2024.docx")


@pytest.fixture(scope="module")
def stocked(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("annotations") / "tu.tubaocao"
    library = Library.open(path)
    for _step in import_paths(library, [resources.path(f"samples/{name}") for name in SAMPLES]):
        pass
    library.close()
    return path


@pytest.fixture
def window(qtbot, stocked, tmp_path) -> Iterator[MainWindow]:
    library = Library.open(Path(shutil.copy(stocked, tmp_path / "tu.tubaocao")))
    memory = Memory(library, Notebook.open(tmp_path / "so.notebook"))
    made = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.furnish()
    yield made
    made.close()
    abandon_all(5_000)
    QApplication.processEvents()
    memory.close()
    library.close()


def press(*names: str, on: QWidget | None = None) -> None:
    for name in names:
        combination = QKeySequence(name)[0]
        QTest.keyClick(on or QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def opened(window: MainWindow, qtbot, year: int) -> ReadingPane:
    report = next(one for one in queries.reports(window.library.reader()) if one.data.year == year)
    window.open_report(report.id)
    qtbot.waitUntil(lambda: window.desk.current() is not None)
    return window.desk.current().pane


def select(pane: ReadingPane, words: str) -> None:
    cursor = pane.view.document().find(words)
    assert not cursor.isNull()
    pane.view.setTextCursor(cursor)
    pane.view.setFocus()


def panel(window: MainWindow, qtbot):
    qtbot.waitUntil(lambda: window.annotating._job is None)
    return window.docks.annotations.widget()


def inked(pane: ReadingPane) -> list[str]:
    return [one.cursor.selectedText() for one in pane.view._layers.get("a-pens", [])]


def first_words(pane: ReadingPane, number: int = 1, length: int = 40) -> str:
    blocks = [block.text for block in pane.view.page.content.blocks if block.kind == "paragraph" and not block.marks]
    return [text for text in blocks if len(text) > length][number][:length].rstrip()


def test_a_highlight_is_drawn_kept_beside_the_report_and_taken_away_again(window, qtbot):
    pane = opened(window, qtbot, 2024)
    words = first_words(pane)
    select(pane, words)
    press("Ctrl+H")
    assert inked(pane) == [words]
    assert pane.view.selected() is None
    assert [one.quote for one in window.layering.annotations] == [words]
    press("Ctrl+Z", on=pane.view)
    assert inked(pane) == []
    press("Ctrl+Y", on=pane.view)
    assert inked(pane) == [words]
    select(pane, words)
    press("Ctrl+H")
    assert window.layering.annotations == ()
    choice = window.notices.notices()[-1].choices[0]
    choice.run()
    assert inked(pane) == [words]


def test_nothing_selected_is_no_highlight_but_a_note_is_on_the_paragraph(window, qtbot):
    pane = opened(window, qtbot, 2024)
    block = next(one for one in pane.view.page.content.blocks if one.kind == "paragraph" and len(one.text) > 60)
    pane.go_to(Destination(pane.here().report_id, place=Place(block_id=block.id)))
    pane.view.setFocus()
    press("Ctrl+H")
    assert window.layering.annotations == ()
    press("Ctrl+M")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    QTest.keyClicks(QApplication.focusWidget(), "xem")
    press("Ctrl+Return")
    (kept,) = window.layering.annotations
    assert (kept.words, kept.quote) == ("xem", " ".join(block.text.split()))
    assert QApplication.focusWidget() is pane.view


def test_a_note_is_written_edited_found_visited_and_deleted(window, qtbot):
    pane = opened(window, qtbot, 2024)
    select(pane, first_words(pane, 2))
    press("Ctrl+M")
    field = QApplication.focusWidget()
    field.insertPlainText("Hỏi lại Sở Tài chính")
    press("Esc")
    assert window.layering.annotations == ()
    select(pane, first_words(pane, 2))
    press("Ctrl+M")
    QApplication.focusWidget().insertPlainText("Hỏi lại Sở Tài chính")
    pane.view.setFocus()
    assert [one.words for one in window.layering.annotations] == ["Hỏi lại Sở Tài chính"]
    shown = panel(window, qtbot)
    assert shown.model.rowCount() == 1
    shown.box.setText("so tai chinh")
    assert shown.model.rowCount() == 1
    shown.box.setText("số tài")
    assert shown.model.rowCount() == 1
    shown.box.setText("không có")
    assert shown.model.rowCount() == 0
    shown.box.clear()
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    shown.list.setCurrentIndex(shown.model.index(0))
    shown.list.setFocus()
    press("F2")
    QApplication.focusWidget().insertPlainText("Gấp: ")
    shown.editor.pen.setCurrentIndex(1)
    press("Ctrl+Return")
    assert [(one.words, one.colour) for one in window.layering.annotations] == [("Gấp: Hỏi lại Sở Tài chính", "green")]
    shown = panel(window, qtbot)
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(0))
    press("Return")
    assert pane.here().place == window.annotating.drawn(pane.here().report_id)[0].place
    press("Delete", on=shown.list)
    assert window.layering.annotations == ()
    press("Ctrl+Z", on=shown.list)
    assert len(window.layering.annotations) == 1
    spoken = panel(window, qtbot).model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(word in spoken for word in ("green", "Gấp", "2024"))


def test_the_menu_of_the_page_names_the_pens_and_takes_the_paragraph_pointed_at(window, qtbot):
    pane = opened(window, qtbot, 2024)
    select(pane, first_words(pane))
    cursor = QTextCursor(pane.view.textCursor())
    cursor.setPosition(cursor.selectionStart() + 2)
    point = pane.view.cursorRect(cursor).center()
    pane.unselect()
    pane.pointer._open_menu(point, point)
    menu = next(one for one in pane.view.findChildren(QMenu) if one.objectName() != "pens")
    pens = menu.findChild(QMenu, "pens")
    assert [one.text() for one in pens.actions()] == ["Yellow", "Green", "Blue", "Pink"]
    pens.actions()[3].trigger()
    menu.close()
    (kept,) = window.layering.annotations
    assert kept.colour == "pink"
    assert kept.quote.startswith(first_words(pane)[:20])


def test_words_of_a_note_are_marked_in_its_card(window, qtbot):
    pane = opened(window, qtbot, 2024)
    note = pane.view.page.content.notes[0]
    pane.go_to_note(note.id)
    window.docks.want(window.docks.notes, True)
    qtbot.waitUntil(lambda: any(card.note_id == note.id for card in window.notes.canvas.cards()))
    card = next(card for card in window.notes.canvas.cards() if card.note_id == note.id)
    cursor = card._text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    card._text.setTextCursor(cursor)
    card._text.setFocus()
    press("Ctrl+H")
    (kept,) = window.layering.annotations
    assert kept.quote == " ".join(note.text[:8].split())
    assert kept.anchors[0].place.note_id
    assert [one.cursor.selectedText() for one in card._text.extraSelections()] == [note.text[:8].rstrip()]


def test_cells_of_a_table_are_marked_and_told(window, qtbot):
    opened(window, qtbot, 2024)
    window.commands["tables"].trigger()
    view = window.outgoing.view()
    qtbot.waitUntil(lambda: not view.busy and view.pane.table() is not None)
    sheet = view.pane.sheet
    sheet.setCurrentIndex(sheet.sheet.index(1, 1))
    sheet.setFocus()
    press("Ctrl+M")
    QApplication.focusWidget().insertPlainText("so với năm trước?")
    press("Ctrl+Return")
    (kept,) = window.layering.annotations
    words = sheet.sheet.cell(1, 1).text
    assert kept.quote == " ".join(words.split())
    index = sheet.sheet.index(1, 1)
    assert "so với năm trước?" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "so với năm trước?" in index.data(Qt.ItemDataRole.ToolTipRole)
    view.pane.sort_by(1)
    marked = [row for row in range(sheet.sheet.rowCount()) if sheet.sheet.index(row, 1).data(PEN)]
    assert [sheet.sheet.cell(row, 1).text for row in marked] == [words]


def test_a_sentence_of_the_comparison_is_marked_in_its_report(window, qtbot):
    opened(window, qtbot, 2024)
    window.comparing.compare(*[one.id for one in sorted(queries.reports(window.library.reader()), key=_year)])
    view = window.comparing.view()
    qtbot.waitUntil(lambda: view.found() is not None and bool(view.paper.rows()), timeout=20_000)
    row = next(n for n, one in enumerate(view.paper.rows()) if one.line.of == "sentence" and one.line.kind == "new")
    view.paper.go_to(row)
    view.paper.setFocus()
    press("Ctrl+H")
    (kept,) = window.layering.annotations
    line = view.paper.rows()[row].line
    assert kept.quote == " ".join(line.text(False).split())
    assert [(start, end) for start, end, _ in view.paper._spans(line, 1)] == [(0, len(line.text(False)))]
    assert inked(opened(window, qtbot, 2024)) != []


def _year(report) -> int:
    return report.data.year or 0


def test_own_notes_are_a_scope_of_the_search(window, qtbot):
    pane = opened(window, qtbot, 2024)
    select(pane, first_words(pane))
    press("Ctrl+M")
    QApplication.focusWidget().insertPlainText("Qzx riêng")
    press("Ctrl+Return")
    window.search.search_for("qzx")
    qtbot.waitUntil(lambda: window.search._answer is not None)
    assert [hit.scope for hit in window.search._answer.result.hits] == ["own"]
    window.search._scopes["own"].click()
    qtbot.waitUntil(lambda: window.search._answer is not None and window.search._job is None)
    assert window.search._answer.result.total == 0


def test_what_lost_its_place_is_listed_and_can_be_put_on_other_words(window, qtbot):
    pane = opened(window, qtbot, 2024)
    select(pane, first_words(pane))
    press("Ctrl+H")
    (kept,) = window.layering.annotations
    window.layering.annotate(replace(kept, anchors=(replace(kept.anchors[0], quote="lời đã bị bỏ hẳn đi rồi"),)))
    shown = panel(window, qtbot)
    assert shown.kind.itemText(2) == "Place lost (1)"
    shown.kind.setCurrentIndex(2)
    shown._limit()
    shown.list.setCurrentIndex(shown.model.index(0))
    assert inked(pane) == []
    select(pane, first_words(pane, 3))
    shown.menu().actions()[2].trigger()
    assert inked(pane) == [first_words(pane, 3)]
    panel(window, qtbot)
    assert shown.model.lost() == 0


def test_the_notes_in_view_go_to_the_export(window, qtbot):
    pane = opened(window, qtbot, 2024)
    for number in (1, 2):
        select(pane, first_words(pane, number))
        press("Ctrl+H")
    shown = panel(window, qtbot)
    window.docks.want(window.docks.annotations, True)
    shown.box.setText(first_words(pane, 2)[:25])
    qtbot.mouseClick(shown.out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.outgoing.dialog is not None)
    (table,) = window.outgoing._fill(window.outgoing.dialog._basket.items(), "vi").tables
    assert [row[1].text for row in table.rows] == [first_words(pane, 2)]
    assert table.rows[0][4].link.startswith("tubaocao://")
    window.outgoing.dialog.close()


def test_two_panes_are_marked_like_one(window, qtbot):
    opened(window, qtbot, 2024)
    window.commands["two-panes"].trigger()
    halves = window._rooms.beside.view().halves
    pane = halves[1].pane
    for report in queries.reports(window.library.reader()) * 2:  # the same pane shows one report after the other
        halves[1].choice.setCurrentIndex(halves[1].choice.findData(report.id))
        halves[1].chosen.emit()
    words = first_words(pane)
    select(pane, words)
    press("Ctrl+H")
    assert [one.quote for one in window.layering.annotations] == [words]
    assert inked(pane) == [words]
    select(pane, first_words(pane, 2))
    pane.annotation_asked.emit("highlight", "pink")
    assert [one.colour for one in window.layering.annotations] == ["yellow", "pink"]
    window.tabs.close_key("beside")
    qtbot.waitUntil(lambda: len(window.annotating._panes) == 1)
    press("Ctrl+Z", on=window.desk.all()[0].pane.view)
    assert len(window.layering.annotations) == 1
