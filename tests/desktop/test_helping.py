"""F1 opens the page about the room one stands in; tips come once; news of another version are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPlainTextEdit

from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.library import Library
from db.policy import Policy
from desktop.about import facts, licences
from desktop.jobs import abandon_all
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.settings import NEWS_SEEN, TIPS, TIPS_SEEN, Settings
from desktop.themes import Themes
from desktop.tips import TEXTS
from desktop.version import program_version


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("help") / "tu.tubaocao"
    library = Library.open(path)
    for _step in import_paths(library, sample_files()[:2]):
        pass
    library.close()
    return path


def made(qtbot, store: Path, settings: Settings, height: int = 700) -> MainWindow:
    library = Library.open(store)
    window = MainWindow(library, Memory(library, None), Shared(settings, Themes(), Languages()))
    qtbot.addWidget(window)
    window.resize(1200, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.furnish()
    return window


@pytest.fixture
def window(qtbot, store) -> Iterator[MainWindow]:
    window = made(qtbot, store, Settings())
    yield window
    window.close()
    abandon_all(5_000)
    QApplication.processEvents()
    window.library.close()


def press_f1(window: MainWindow) -> str:
    """Press F1 where the focus stands; return the page that opens, and close the guide."""
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    guide = window.helping.guide
    assert guide is not None
    assert guide.isVisible()
    page = guide.address
    guide.close()
    window.activateWindow()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize(("tab", "page"), [("shelf", "shelf"), ("indicators", "indicators")])
def test_f1_on_a_tab(window, tab, page):
    window.tabs.bring(tab)
    window.tabs.currentWidget().setFocus()
    assert press_f1(window) == page


@pytest.mark.parametrize(
    ("command", "page"),
    [
        ("tables", "tables"),
        ("health", "backup"),
        ("compare", "compare"),
        ("search", "search"),
        ("watch-list", "indicators"),
    ],
)
def test_f1_in_a_room_a_command_opens(window, command, page):
    window.commands[command].trigger()
    QApplication.processEvents()
    assert press_f1(window) == page


def test_f1_while_reading_and_beside_it(window):
    window.open_report(window.shelf.chosen())
    window.desk.current().pane.setFocus()
    assert press_f1(window) == "reading"
    window.contents.tree.setFocus()
    assert press_f1(window) == "reading"
    window.notes.tabs.setFocus()
    assert press_f1(window) == "notes"


def test_f1_in_a_dialog_that_holds_the_window(window, qtbot):
    window.open_report(window.shelf.chosen())
    window.commands["print"].trigger()
    dialog = window.outgoing.print_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    guide = window.helping.guide
    assert guide is not None
    assert guide.isVisible()
    assert guide.address == "print"
    dialog.close()


def test_the_guide_goes_with_its_window(window):
    window.helping.open("start")
    guide = window.helping.guide
    window.close()
    assert window.helping.guide is None
    assert not guide.isVisible()


def test_a_tip_comes_at_the_first_visit_only(window):
    assert window.tips.isVisible()
    window.tabs.bring("indicators")
    assert "six indicators" in window.tips._words.text()
    window.tabs.bring("shelf")
    assert not window.tips.isVisible()
    window.tabs.bring("indicators")
    assert not window.tips.isVisible()


def test_a_tip_is_dismissed_and_tips_are_switched_off(window):
    window.tips._close.click()
    assert not window.tips.isVisible()
    window.tabs.bring("indicators")
    assert window.tips.isVisible()
    window.shared.settings.put(TIPS, False)
    assert not window.tips.isVisible()
    window.tabs.bring("shelf")
    assert not window.tips.isVisible()


def test_a_tip_leads_to_the_page_about_its_room(window):
    window.tabs.bring("indicators")
    window.tips._more.click()
    assert window.helping.guide.address == "indicators"


def test_a_low_window_shows_no_tips_and_keeps_them_for_later(qtbot, store):
    settings = Settings()
    window = made(qtbot, store, settings, 420)
    assert not window.tips.isVisible()
    assert settings.get(TIPS_SEEN) == ""
    window.close()
    window.library.close()


def test_a_policy_switches_tips_off(qtbot, store):
    settings = Settings(policy=Policy(locked={"help/tips": "false"}))
    window = made(qtbot, store, settings)
    assert not window.tips.isVisible()
    assert settings.get(TIPS_SEEN) == ""
    window.close()
    window.library.close()


def test_every_tab_that_has_a_tip_has_a_page(window):
    window.helping.open("start")
    rooms = window.helping.guide.book.rooms
    assert {"reading" if room == "report" else room for room in TEXTS} <= set(rooms)


@pytest.mark.parametrize(("before", "told"), [("", 0), ("0.0.9", 1), (program_version(), 0)])
def test_another_version_than_last_time_is_told_once(qtbot, store, before, told):
    settings = Settings()
    settings.put(NEWS_SEEN, before)
    window = made(qtbot, store, settings)
    notices = [one for one in window.notices.notices() if program_version() in one.what]
    assert len(notices) == told
    assert settings.get(NEWS_SEEN) == program_version()
    for notice in notices:
        notice.choices[0].run()
        assert window.helping.guide.address == "news"
    window.close()
    window.library.close()


def test_about_tells_version_places_and_every_licence(window, store):
    assert program_version() in facts(store)
    assert str(store) in facts(store)
    parts = licences()
    assert len(parts) > 20
    assert all(len(text) > 200 for _part, _licence, text in parts)
    window.commands["about"].trigger()
    dialog = window.findChild(QDialog)
    listed = dialog.findChild(QListWidget)
    listed.setCurrentRow(1)
    text = next(one for one in dialog.findChildren(QPlainTextEdit) if "GNU LESSER" in one.toPlainText())
    assert text.isReadOnly()
    dialog.close()


def test_our_own_licence_is_the_one_of_the_project():
    root = Path(__file__).resolve().parents[2]
    assert licences()[0][2] == (root / "LICENSE").read_text(encoding="utf-8")
