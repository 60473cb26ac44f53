"""The window: reports in tabs, the way back, docks, keys, languages, and what a restart brings back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton

from db import queries
from db.digest import digest
from db.library import Library
from db.model import Content, Place, Source
from db.notebook import Notebook
from db.writer import add_report
from desktop.commands import COMMANDS
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.session import Destination
from desktop.settings import LANGUAGE, THEME, ZOOM, Settings
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    for number, year in enumerate((2022, 2023)):
        data = replace(content.data, year=year, period=str(year), title=f"Báo cáo năm {year}")
        source = Source(f"{year}.docx", str(tmp_path / f"{year}.docx"), str(number) * 64, "docx", 10)
        whole = replace(content, data=data)
        with opened.writing() as conn:
            add_report(conn, whole, source, f"2024-01-0{number + 1}T00:00:00Z", digest(whole))
    yield opened
    opened.close()


@pytest.fixture
def shared(qapp) -> Iterator[Shared]:
    languages = Languages()
    yield Shared(Settings(), Themes(), languages)
    languages.use("en")


@pytest.fixture
def memory(library, tmp_path) -> Iterator[Memory]:
    made = Memory(library, Notebook.open(tmp_path / "notes.notebook"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot, library, memory, shared) -> MainWindow:
    return shown(qtbot, MainWindow(library, memory, shared))


def shown(qtbot, window: MainWindow) -> MainWindow:
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.furnish()
    return window


def window_section(window: MainWindow, report_id: int) -> int:
    return queries.sections(window.library.reader(), report_id)[2].id


def test_it_begins_on_the_shelf(window):
    assert window.tabs.current_key() == "shelf"
    assert window.windowTitle() == "Tủ Báo Cáo"
    assert not window.docks.contents.isVisible()


def test_every_key_of_the_table_is_on_the_window(window):
    on_window = {action.objectName(): action for action in window.actions()}
    for command in COMMANDS:
        keys = [key.toString() for key in on_window[command.id].shortcuts()]
        assert keys == [QKeySequence(key).toString() for key in command.keys]


def test_a_report_opens_in_a_tab_with_contents_and_notes(window):
    window.open_report(2)
    assert window.tabs.current_key() == "report/2"
    assert window.windowTitle() == "Report 2023 – Tỉnh ủy mẫu – Tủ Báo Cáo"
    assert window.docks.contents.isVisible()
    assert window.docks.notes.isVisible()
    assert window.commands["find"].isEnabled()


def test_the_same_report_opens_once(window):
    window.open_report(2)
    window.open_report(1)
    window.open_report(2)
    assert window.tabs.keys() == ["shelf", "indicators", "report/2", "report/1"]


def test_back_returns_over_reports(window):
    window.open_report(1)
    window.open_report(2)
    window.commands["back"].trigger()
    assert window.tabs.current_key() == "report/1"
    window.commands["forward"].trigger()
    assert window.tabs.current_key() == "report/2"


def test_the_mouse_goes_back_too(window, qtbot):
    window.open_report(1)
    window.open_report(2)
    qtbot.mouseClick(window.status, Qt.MouseButton.BackButton)
    assert window.tabs.current_key() == "report/1"


def test_the_mouse_goes_back_over_the_page_as_well(window, qtbot):
    window.open_report(1)
    window.open_report(2)
    page = window.desk.current().pane.view.viewport()
    qtbot.mouseClick(page, Qt.MouseButton.BackButton)
    assert window.tabs.current_key() == "report/1"


def test_walking_through_hits_keeps_the_focus_in_the_list(window):
    window.open_search()
    window.search.destination_requested.emit(Destination(1, window_section(window, 1)))
    assert window.search.isAncestorOf(window.focusWidget())


def test_a_report_opened_from_the_shelf_can_be_scrolled_at_once(window):
    window.shelf.report_requested.emit(1)
    pane = window.desk.current().pane
    assert pane is window.focusWidget() or pane.isAncestorOf(window.focusWidget())


@pytest.fixture
def styled(qapp, shared):
    """The look in force, for what depends on it."""
    shared.themes.use("light")
    yield
    qapp.setStyleSheet("")


def test_buttons_of_the_shell_can_be_hit(window, styled):
    window.open_report(1)
    window.open_search()
    parts = (window.tools, window.status, window.tabs.tabBar(), *(dock.titleBarWidget() for dock in window.docks.all))
    buttons = [button for part in parts for button in part.findChildren(QAbstractButton) if button.isVisible()]
    own = [button for button in buttons if type(button) is QToolButton and button.objectName() != "ScrollLeftButton"]
    small = [(b.objectName(), b.toolTip(), b.size()) for b in own if min(b.width(), b.height()) < 24]
    assert len(own) >= 6
    assert [entry for entry in small if "Scroll" not in entry[0]] == []


def test_a_damaged_report_is_shown_as_far_as_it_can_be_read(window, library):
    with library.writing() as conn:
        conn.execute("UPDATE block SET text = text || ' x' WHERE id = (SELECT max(id) FROM block WHERE text <> '')")
    window.open_report(2)
    assert window.desk.current() is not None
    assert [notice.level for notice in window.notices.notices()] == ["error"]
    assert window.notices.notices()[0].details.startswith("TBC-301")


def test_closing_and_reopening_a_tab(window):
    window.open_report(1)
    window.commands["close-tab"].trigger()
    assert window.tabs.index_of("report/1") < 0
    window.commands["reopen-tab"].trigger()
    assert window.tabs.current_key() == "report/1"


def test_the_shelf_cannot_be_closed(window):
    assert not window.commands["close-tab"].isEnabled()


def test_f6_goes_round_and_back(window):
    window.open_report(1)
    window.commands["next-pane"].trigger()
    first = window.focusWidget()
    window.commands["next-pane"].trigger()
    assert window.focusWidget() is not first
    window.commands["previous-pane"].trigger()
    assert window.focusWidget() is first


def test_a_section_asked_for_is_gone_to(window):
    window.open_report(1)
    opened = window.desk.current()
    section = opened.content.sections[3]
    window.contents.section_requested.emit(section.id)
    assert window.session.section_id == section.id


def test_before_the_first_section_the_contents_mark_none(window, qtbot):
    window.open_report(1)
    opened = window.desk.current()
    section = opened.content.sections[-1]
    window.contents.section_requested.emit(section.id)
    qtbot.waitUntil(lambda: window.contents.tree.row.reading == section.id)
    opened.pane.view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: window.contents.tree.row.reading == 0)


def test_the_language_changes_at_run_time(window, shared, qtbot):
    shared.languages.use("vi")
    qtbot.waitUntil(lambda: window.commands["search"].text() == "Tìm trong &cả tủ")
    assert window.tabs.tabText(0) == "Tủ"
    assert window.docks.contents.windowTitle() == "Mục lục"
    shared.languages.use("en")
    qtbot.waitUntil(lambda: window.tabs.tabText(0) == "Shelf")


def test_no_word_of_the_shell_stays_english(window, shared, qtbot):
    window.open_report(1)
    english = {command.text for command in COMMANDS} - {"English", "Tiếng Việt"}
    shared.languages.use("vi")
    qtbot.waitUntil(lambda: {window.commands[command.id].text() for command in COMMANDS} & english == set())


def test_choices_show_what_is_in_force(window, shared):
    shared.settings.put(THEME, "dark")
    shared.settings.put(LANGUAGE, "en")
    shared.settings.put(ZOOM, 150)
    assert window.commands["theme-dark"].isChecked()
    assert window.commands["language-en"].isChecked()
    assert "150%" in [button.text() for button in window.status.findChildren(type(window.status._percent))]


def test_zoom_stays_within_its_bounds(window, shared):
    for _ in range(40):
        window.commands["zoom-in"].trigger()
    assert shared.settings.get(ZOOM) == 300
    window.commands["zoom-reset"].trigger()
    assert shared.settings.get(ZOOM) == 100


def test_the_right_dock_joins_the_left_on_a_narrow_window(window):
    window.open_report(1)
    window.resize(1024, 700)
    assert window.docks.contents in window.tabifiedDockWidgets(window.docks.notes)
    window.resize(1366, 768)
    assert window.docks.contents not in window.tabifiedDockWidgets(window.docks.notes)


def test_the_default_layout_can_be_restored(window):
    window.open_report(1)
    window.docks.want(window.docks.contents, False)
    assert not window.docks.contents.isVisible()
    window.commands["reset-layout"].trigger()
    assert window.docks.contents.isVisible()


def test_search_opens_and_takes_the_cursor(window):
    window.commands["search"].trigger()
    assert window.docks.search.isVisible()
    assert window.search.isAncestorOf(window.focusWidget())


def test_a_bookmark_is_told_and_found_again(window):
    window.open_report(1)
    opened = window.desk.current()
    block = opened.content.blocks[10]
    window.bookmark(Destination(1, block.section_id, Place(block_id=block.id)))
    assert [notice.what for notice in window.notices.notices()] == ["Bookmarked."]
    marks = window.memory.bookmarks()
    assert [mark.destination.place.block_id for mark in marks] == [block.id]
    window.bookmark(Destination(1, block.section_id, Place(block_id=block.id)))
    assert window.memory.bookmarks() == []


def test_a_restart_brings_tabs_zoom_and_place_back(qtbot, library, memory, shared):
    first = shown(qtbot, MainWindow(library, memory, shared))
    first.open_report(2)
    first.open_report(1)
    block = first.desk.current().content.blocks[13]
    first.session.visit(Destination(1, block.section_id, Place(block_id=block.id)))
    place = first.desk.current().pane.here().place
    first.close()
    second = shown(qtbot, MainWindow(library, memory, shared))
    assert second.tabs.keys() == ["shelf", "indicators", "report/2", "report/1"]
    assert second.tabs.current_key() == "report/1"
    qtbot.waitUntil(lambda: second.desk.current().pane.here().place == place)


def test_removing_a_report_asks_first_and_closes_its_tab(window, qtbot):
    window.open_report(1)
    window.tasks.remove(1)
    assert window.tabs.index_of("report/1") >= 0
    card_choices = window.notices.notices()[0].choices
    assert [choice.text for choice in card_choices] == ["Remove", "Keep"]
    card_choices[0].run()
    assert window.tabs.index_of("report/1") < 0
    assert not window.session.can_go_back


def test_a_read_only_library_says_so(qtbot, library, memory, shared):
    library.read_only = True
    window = shown(qtbot, MainWindow(library, memory, shared))
    assert window.windowTitle().endswith("[Read-only]")
    assert not window.commands["import"].isEnabled()
    window.tasks.import_paths([Path("x.docx")])
    assert window.notices.notices()[0].details.startswith("TBC-203")


def test_two_windows_on_one_library_do_no_harm(qtbot, library, memory, shared):
    one = shown(qtbot, MainWindow(library, memory, shared))
    other_library = Library.open(library.path)
    two = shown(qtbot, MainWindow(other_library, Memory(other_library, None), shared))
    one.open_report(1)
    two.open_report(1)
    one.tasks.remove(1)
    one.notices.notices()[0].choices[0].run()
    two.refresh()
    assert two.session.report_id == 1
    two.close()
    other_library.close()


def test_every_part_has_a_name_for_screen_readers(window):
    window.open_report(1)
    for part in (*window.docks.all, window.tools, window.notices):
        assert part.accessibleName()


def test_labels_of_the_shell_read_nothing_as_rich_text(window):
    window.open_report(1)
    for label in window.status.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_go_to_answers_in_the_palette(window, qtbot):
    window.open_report(1)
    window.commands["go-to"].trigger()
    field = window.finder.parent().field
    field.insert("bang 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.section_id == window.desk.current().content.tables[0].section_id


def test_the_palette_runs_a_command_without_marks(window, qtbot, shared):
    shared.languages.use("vi")
    qtbot.waitUntil(lambda: window.tabs.tabText(0) == "Tủ")
    window.commands["palette"].trigger()
    field = window.finder.parent().field
    field.insert("chi tieu qua")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.tabs.current_key() == "indicators"


def test_restarts_do_not_creep_up_the_page(qtbot, library, memory, shared):
    places = []
    for number in range(4):
        window = shown(qtbot, MainWindow(library, memory, shared))
        if number == 0:
            window.open_report(1)
            block = window.desk.current().content.blocks[13]
            window.session.visit(Destination(1, block.section_id, Place(block_id=block.id)))
        places.append(window.desk.current().pane.here())
        window.close()
    assert len(set(places)) == 1
