"""A section of the contents sent to the comparison, the basket, the printer; badges that open what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.importer.assemble import content_of
from db.importer.document import Document, Grid, GridCell, NoteMark, NoteText, Paragraph
from db.model import Content
from desktop.contents.holdings import KINDS
from desktop.contents.model import BADGES
from desktop.contents.row import badge_places, inner
from desktop.main_window import MainWindow

OLDER = ("32.144", "đúng hạn", "Về kinh tế")
NEWER = ("23.951", "chậm", "Về phát triển kinh tế")


def report(year: int, income: str, when: str, title: str) -> Content:
    """A report with a table, a note and figures under its first section."""
    cells = [("Chỉ tiêu", "Năm"), ("Thu nội địa", income), ("Thu khác", "120")]
    placed = [(row, col, text) for row, line in enumerate(cells) for col, text in enumerate(line)]
    grid = Grid(3, 2, tuple(GridCell(row, col, 1, 1, text) for row, col, text in placed), 1)
    income_line = f"Tổng thu ngân sách nhà nước đạt {income} tỷ đồng. Công tác quy hoạch triển khai {when}."
    blocks = (
        Paragraph("BÁO CÁO"),
        Paragraph(f"tình hình thực hiện nhiệm vụ năm {year}"),
        Paragraph("I. KẾT QUẢ ĐẠT ĐƯỢC"),
        Paragraph(f"1. {title}"),
        Paragraph(income_line, (NoteMark(income_line.index(". C"), "a"),)),
        grid,
        Paragraph("2. Về văn hóa"),
        Paragraph("Các hoạt động văn hóa, thể thao được tổ chức đều khắp ở 18 xã."),
    )
    notes = (NoteText("a", "1", "footnote", f"Theo số liệu của Cục Thuế năm {year}."),)
    return content_of(Document("txt", blocks, notes), "bao-cao.txt")


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window(report(2022, *OLDER), report(2023, *NEWER))


def economy(window: MainWindow) -> int:
    opened = window.desk.current()
    assert opened is not None
    return next(one.id for one in opened.content.sections if one.title == NEWER[2])


def compared(qtbot: QtBot, window: MainWindow) -> str:
    """Wait for the comparison and return the heading it stands at."""
    qtbot.waitUntil(lambda: window.tabs.current_key() == "comparison")
    view = window.comparing.view()
    assert view is not None
    qtbot.waitUntil(lambda: view.comparison() is not None and view.paper.current() >= 0)
    return view.paper.rows()[view.paper.current()].line.text(False)


def by_key(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    tree = window.contents.tree
    tree.setCurrentIndex(window.contents.model.index_of(economy(window)))
    window.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    qtbot.keyClick(tree, key, modifier)


def by_menu(window: MainWindow, place: int) -> None:
    tree = window.contents.tree
    index = window.contents.model.index_of(economy(window))
    tree.setCurrentIndex(index)
    at = tree.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), event)
    menu = next(menu for menu in window.contents.findChildren(QMenu) if menu.isVisible())
    [action for action in menu.actions() if not action.isSeparator()][place].trigger()
    menu.close()


def by_drag(window: MainWindow, errand: str) -> None:
    contents = window.contents
    data = contents.model.mimeData([contents.model.index_of(economy(window))])
    contents.tree.carried.emit(True)
    field = contents.targets.fields[errand]
    assert field.isVisible()
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, no_keys)
    QApplication.sendEvent(field, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(field, QDropEvent(QPointF(5, 5), copy, data, left, no_keys, QEvent.Type.Drop))
    contents.tree.carried.emit(False)
    assert not contents.targets.isVisible()


ERRANDS = {
    "compare": (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
    "basket": (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier),
    "print": (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
}
"""The errands in the order of the menu, behind "Go there", with their keys."""


@pytest.mark.parametrize("manner", ["key", "menu", "drag"])
def test_a_section_is_kept_printed_and_compared_in_every_manner(qtbot: QtBot, window: MainWindow, manner: str) -> None:
    def ask(errand: str) -> None:
        if manner == "key":
            by_key(qtbot, window, *ERRANDS[errand])
        elif manner == "menu":
            by_menu(window, 1 + list(ERRANDS).index(errand))
        else:
            by_drag(window, errand)

    ask("basket")
    items = window.outgoing.basket.items()
    assert [item.kind for item in items] == ["table", "figures", "notes"]
    tables = window.outgoing._fill(items, "vi").tables
    assert [len(table.rows) for table in tables][2] == 1
    ask("print")
    dialog = window.outgoing.print_dialog
    assert dialog is not None
    assert dialog.chosen_sections() == {economy(window)}
    qtbot.waitUntil(lambda: dialog.printout() is not None)
    dialog.close()
    ask("compare")
    assert NEWER[2] in compared(qtbot, window)


def test_every_badge_opens_as_many_lines_as_it_counts(qtbot: QtBot, window: MainWindow) -> None:
    window._rooms.year_badges.compare_now()  # type: ignore[union-attr]
    contents = window.contents
    qtbot.waitUntil(lambda: bool(contents.model._changes))
    seen = dict.fromkeys(KINDS, 0)
    for section_id in list(contents.model.ids()):
        index = contents.model.index_of(section_id)
        row = inner(contents.tree.visualRect(index), contents.tree.font())
        for kind, number, place in badge_places(contents.tree.font(), row, contents.model.data(index, BADGES)):
            qtbot.mouseClick(contents.tree.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
            listing = contents.listing
            assert listing is not None
            assert listing.isVisible()
            assert listing.list.count() == int(number)
            seen[kind] += 1
            listing.close()
    assert all(seen.values()), seen


def test_a_line_of_a_list_leads_to_its_place(qtbot: QtBot, window: MainWindow) -> None:
    window._rooms.year_badges.compare_now()  # type: ignore[union-attr]
    contents = window.contents
    qtbot.waitUntil(lambda: bool(contents.model._changes))
    contents.open_list(economy(window), "notes")
    assert contents.listing is not None
    with qtbot.waitSignal(window.session.destination_changed) as gone:
        qtbot.keyClick(contents.listing.list, Qt.Key.Key_Return)
    assert gone.args[0].place.note_id is not None
    contents.open_list(economy(window), "changes")
    words = [contents.listing.list.item(row).text() for row in range(contents.listing.list.count())]
    assert any(text.startswith("Figures changed") and "23.951" in text for text in words)
    qtbot.keyClick(contents.listing.list, Qt.Key.Key_Return)
    assert NEWER[2] in compared(qtbot, window)


def test_what_the_user_compares_is_what_the_badges_say(qtbot: QtBot, window: MainWindow) -> None:
    window.comparing.with_year_before()
    compared_ = window.comparing.view()
    assert compared_ is not None
    qtbot.waitUntil(lambda: compared_.comparison() is not None)
    found = compared_.comparison()
    assert found is not None
    window.tabs.bring("report/2")
    assert len(window.contents.model._changes) == len(found.differences) > 0
    top = next(window.contents.model.ids())
    assert len(window.contents.model.held(top, "changes")) <= len(found.differences)
