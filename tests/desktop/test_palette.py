"""The palette: keys walk through the list while words are typed; Enter runs, Esc gives the focus back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow

from desktop.palette import Entry, EntryModel, Palette


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.setCentralWidget(QLineEdit())
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def ran():
    return []


@pytest.fixture
def palette(window, ran):
    made = Palette(window)
    names = ["So sánh năm", "Số liệu sống", "Chỉ tiêu"]
    entries = [Entry(name, lambda name=name: ran.append(name), keys="F7") for name in names]
    made.open("Lệnh…", lambda typed: [entry for entry in entries if typed.lower() in entry.text.lower()])
    return made


def test_all_is_listed_before_a_letter_is_typed(palette):
    assert palette.model.rowCount() == 3
    assert palette.isVisible()
    assert palette.field.hasFocus()


def test_enter_runs_the_first_answer_and_closes(palette, qtbot, ran):
    palette.field.insert("chỉ")  # QTest knows ASCII keys only
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Chỉ tiêu"]
    assert not palette.isVisible()


def test_down_chooses_the_next_while_the_field_keeps_the_focus(palette, qtbot, ran):
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Số liệu sống"]


def test_up_stops_at_the_first(palette, qtbot, ran):
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["So sánh năm"]


def test_escape_closes_and_returns_the_focus(palette, window, qtbot, ran):
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.centralWidget().hasFocus()
    assert ran == []


def test_backspaces_of_a_vietnamese_keyboard_pass_through(palette, qtbot):
    for key in "taoj":
        qtbot.keyClicks(palette.field, key)
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    palette.field.insert("ạo")
    assert palette.field.text() == "tạo"


def test_it_stays_inside_the_window(palette, window):
    assert window.rect().contains(palette.geometry())


def test_the_model_keeps_the_rules_of_qt(qtmodeltester):
    model = EntryModel()
    model.show([Entry("Một", lambda: None, "chi tiết", "F1")])
    qtmodeltester.check(model)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Một, chi tiết, F1"


def test_the_list_is_painted(palette):
    assert not palette.grab().isNull()
