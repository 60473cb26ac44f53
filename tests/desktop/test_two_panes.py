"""Two panes side by side through the real window: matched by one key, linked, free; on two reports and on one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import digest, writer
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.library import Library
from db.model import Content, Source
from db.notebook import Notebook
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes
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
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    library = Library.open(tmp_path / "t.tubaocao")
    for number, content in enumerate((report(2022, SUBJECTS), report(2023, MOVED))):
        source = Source(f"{number}.txt", f"/{number}.txt", str(number) * 64, "txt", 10)
        with library.writing() as connection:
            writer.add_report(connection, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
    memory = Memory(library, Notebook.open(tmp_path / "notes.notebook"))
    made = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    made.furnish()
    made.open_report(2)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    memory.close()
    library.close()


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
