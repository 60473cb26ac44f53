"""What leaves the library, through the window: basket, table menu, links there and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from db import queries
from db.digest import digest
from db.library import Library
from db.model import Content, Place, Source
from db.writer import add_report
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.reading.page_menu import PageMenu
from desktop.session import Destination
from desktop.settings import BASKET, Settings
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    with opened.writing() as conn:
        add_report(
            conn, content, Source("m.docx", "m.docx", "a" * 64, "docx", 1), "2024-01-01T00:00:00Z", digest(content)
        )
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, library) -> MainWindow:
    made = MainWindow(library, Memory(library, None), Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_table_of_the_page_goes_where_its_menu_says(window, qtbot):
    window.open_report(1)
    opened = window.desk.current()
    table = opened.content.tables[0]
    menu = PageMenu(opened.pane.view, None, opened.pane, Place(table_id=table.id, row=2, col=1))
    menu.table_asked.connect(opened.pane.table_requested)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["table-basket"].trigger()
    assert [item.kind for item in window.outgoing.basket.items()] == ["table"]
    assert window.commands["export"].iconText().strip() == "Export (1)"
    assert '"table"' in window._settings.get(BASKET)
    actions["table-copy"].trigger()
    assert "23.951" in QGuiApplication.clipboard().text()
    actions["table-open"].trigger()
    assert window.tabs.current_key() == "tables"
    view = window.outgoing.view()
    qtbot.waitUntil(lambda: not view.busy and view.item() is not None, timeout=5000)


def test_ctrl_b_without_a_table_says_so(window):
    window.commands["basket-add"].trigger()
    assert window.notices.notices()[0].level == "info"
    assert window.outgoing.basket.items() == ()


def test_a_link_leads_back_to_the_words_it_was_copied_from(window):
    window.open_report(1)
    opened = window.desk.current()
    block = next(block for block in opened.content.blocks if "112,5" in block.text)
    opened.pane.link_requested.emit(Place(block_id=block.id), 5, 20)
    link = QGuiApplication.clipboard().text()
    assert link.startswith("tubaocao://")
    visited: list[Destination] = []
    window.session.destination_changed.connect(visited.append)
    window.tabs.bring("shelf")
    assert window.outgoing.open_link(link)
    assert (visited[-1].place, visited[-1].start, visited[-1].end) == (Place(block_id=block.id), 5, 20)
    assert window.tabs.current_key() == "report/1"


@pytest.mark.parametrize("link", ["http://x.vn", "tubaocao://bao-cao-khac/block/3", "", "tubaocao://x/../y"])
def test_a_link_that_leads_nowhere_says_why(window, link):
    assert not window.outgoing.open_link(link)
    assert window.notices.notices()[0].level == "warning"


def test_a_place_that_is_gone_opens_the_report(window, library):
    slug = queries.reports(library.reader())[0].slug
    assert window.outgoing.open_link(f"tubaocao://{slug}/block/9999")
    assert window.tabs.current_key() == "report/1"
    assert window.notices.notices()[0].level == "warning"


def test_print_asks_for_something_to_print(window, qtbot):
    window.commands["print"].trigger()
    assert window.outgoing.print_dialog is None
    window.open_report(1)
    window.commands["print"].trigger()
    dialog = window.outgoing.print_dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert len(dialog.printout().pages) >= 1
    window.outgoing.close()


def test_ctrl_e_exports_the_basket(window, qtbot):
    window.open_report(1)
    opened = window.desk.current()
    window.outgoing.add_table(opened.report, replace(opened.content), opened.content.tables[0].id)
    window.commands["export"].trigger()
    dialog = window.outgoing.dialog
    qtbot.waitUntil(lambda: not dialog.busy, timeout=5000)
    assert dialog.export_button.text() == "Export 3 rows"
    assert ".pdf" in {exporter.suffix for exporter in dialog.exporters}
    window.outgoing.close()
