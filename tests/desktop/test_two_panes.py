"""Two panes side by side through the real window: matched by one key, linked, free; on two reports and on one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import queries
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.model import Content
from desktop.main_window import MainWindow
from desktop.session import Destination
from desktop.two_panes import Half, TwoPanes

SUBJECTS = ("Nông nghiệp", "Công nghiệp", "Thương mại", "Giáo dục", "Y tế", "Văn hóa", "Lao động", "Quốc phòng")
MOVED = (*SUBJECTS[4:], *SUBJECTS[:4])


def report(year: int, subjects: tuple[str, ...]) -> Content:
    lines = ["BÁO CÁO", f"tình hình năm {year}"]
    for number, subject in enumerate(subjects, start=1):
        lines.append(f"{number}. {subject}")
        lines += [
            f"Lĩnh vực {subject.lower()} có {len(subject) * 7 + part} đơn vị thực hiện phần việc thứ {part}, từng bước "
            f"đi vào nền nếp ở các xã của huyện; {subject.lower()} được các ngành theo dõi sát."
            for part in range(2, 9)
        ]
    return content_of(Document("txt", tuple(Paragraph(line) for line in lines)), "bao-cao.txt")


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window(report(2022, SUBJECTS), report(2023, MOVED))


@pytest.fixture
def panes(qtbot: QtBot, window: MainWindow) -> TwoPanes:
    press(qtbot, window, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.current_key() == "beside"
    view = window.beside.view()
    assert view is not None
    assert view.shown() == (1, 2)
    qtbot.waitUntil(lambda: view._answers is not None)
    return view


def press(qtbot: QtBot, window: MainWindow, modifier: Qt.KeyboardModifier) -> None:
    """Press F7 where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F7, modifier)


def title(half: Half) -> str:
    """The section at the reading line of a pane."""
    assert half.open is not None
    here = half.pane.section_in_view()
    return next((one.title for one in half.open.content.sections if one.id == here), "")


def go(qtbot: QtBot, half: Half, subject: str) -> None:
    assert half.open is not None
    half.pane.view.setFocus()
    qtbot.waitUntil(half.pane.view.hasFocus)
    section = next(one.id for one in half.open.content.sections if one.title == subject)
    half.pane.go_to(Destination(half.open.report.id, section))


def test_one_key_matches_the_other_pane_to_this_one(qtbot: QtBot, window: MainWindow, panes: TwoPanes) -> None:
    left, right = panes.halves
    go(qtbot, left, "Giáo dục")
    assert title(right) != "Giáo dục"
    press(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert (title(left), title(right)) == ("Giáo dục", "Giáo dục")
    go(qtbot, right, "Văn hóa")
    press(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert (title(left), title(right)) == ("Văn hóa", "Văn hóa")


def test_linked_panes_go_together_and_free_ones_do_not(qtbot: QtBot, panes: TwoPanes) -> None:
    left, right = panes.halves
    go(qtbot, left, "Thương mại")
    before = title(right)
    qtbot.wait(200)
    assert title(right) == before
    panes.linked.click()
    assert title(right) == "Thương mại"
    go(qtbot, left, "Y tế")
    qtbot.waitUntil(lambda: title(right) == "Y tế")
    go(qtbot, right, "Công nghiệp")
    qtbot.waitUntil(lambda: title(left) == "Công nghiệp")


def test_one_report_stands_in_both_panes(qtbot: QtBot, window: MainWindow, panes: TwoPanes) -> None:
    left, right = panes.halves
    left.choice.setCurrentIndex(left.choice.findData(2))
    left.choice.activated.emit(left.choice.currentIndex())
    assert panes.shown() == (2, 2)
    go(qtbot, left, "Nông nghiệp")
    assert title(right) != "Nông nghiệp"
    press(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert title(right) == "Nông nghiệp"
    assert left.pane.here().place == right.pane.here().place


def test_the_key_is_for_two_panes_only(qtbot: QtBot, window: MainWindow, panes: TwoPanes) -> None:
    assert window.commands["match-pane"].isEnabled()
    window.tabs.bring("report/2")
    assert not window.commands["match-pane"].isEnabled()
    window.tabs.bring("beside")
    window.tabs.close_key("beside")
    assert window.beside.view() is None


def test_two_panes_begin_where_one_reads(qtbot: QtBot, window: MainWindow) -> None:
    window.open_report(2)
    opened = window.desk.current()
    assert opened is not None
    section = next(one.id for one in opened.content.sections if one.title == "Văn hóa")
    opened.pane.go_to(Destination(2, section))
    press(qtbot, window, Qt.KeyboardModifier.ControlModifier)
    view = window.beside.view()
    assert view is not None
    left, right = view.halves
    assert title(right) == "Văn hóa"
    qtbot.waitUntil(lambda: title(left) == "Văn hóa")


def test_an_empty_library_says_so(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "reports", lambda _conn: [])
    window.beside.open()
    assert window.beside.view() is None
    assert [notice.what for notice in window.notices.notices()] == ["The shelf is empty."]
