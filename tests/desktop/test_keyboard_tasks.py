"""A clerk's tasks done by keys alone, each from a window that has just been opened: no mouse, no call into a part."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db import queries
from db.first_start import sample_files
from db.importer.pipeline import import_paths
from db.library import Library
from db.model import Place
from db.notebook import Notebook
from desktop.jobs import abandon_all
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.session import Destination
from desktop.settings import LANGUAGE, THEME, ZOOM, Settings
from desktop.themes import Themes


@dataclass
class Keys:
    """Presses keys on whatever has the focus, as a keyboard does."""

    window: MainWindow
    wait: Callable[[Callable[[], bool]], None]

    def press(self, *names: str) -> None:
        for name in names:
            combination: QKeyCombination = QKeySequence(name)[0]
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(self._target(), text)

    def until(self, reached: Callable[[], object]) -> None:
        self.wait(lambda: bool(reached()))

    def standing(self) -> tuple[int, int]:
        """Return the report in front and how far it is scrolled."""
        opened = self.window.desk.current()
        return opened.report.id, opened.pane.view.verticalScrollBar().value()

    def settle(self) -> None:
        """Wait until the page has said where it stands."""
        telling = self.window.desk.current().pane._tell
        while telling.isActive():
            QTest.qWait(1)
        telling.setInterval(0)  # the pause is for the eye of a reader who scrolls
        QTest.qWait(1)

    def open_report(self) -> None:
        """Open the report chosen on the shelf."""
        self.until(self.window.shelf.isVisible)
        self.press("Alt+Home")
        self.until(lambda: self.window.tabs.current_key() == "shelf")
        self.press("Return")
        self.until(lambda: self.window.tabs.current_key().startswith("report/"))

    def dialog(self, holds: type[QWidget] = QDialog) -> QDialog | None:
        return next((one for one in self.window.findChildren(holds) if one.isVisible()), None)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "tu.tubaocao"
    library = Library.open(path)
    for _step in import_paths(library, sample_files()):
        pass
    library.close()
    return path


@pytest.fixture
def keys(qtbot, samples, tmp_path) -> Iterator[Keys]:
    store = Path(shutil.copy(samples, tmp_path / "tu.tubaocao"))
    library = Library.open(store)
    memory = Memory(library, Notebook.open(tmp_path / "notes.notebook"))
    window = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    qtbot.waitUntil(window.isActiveWindow)
    yield Keys(window, lambda reached: qtbot.waitUntil(reached, timeout=5_000))
    window.close()
    abandon_all(5_000)
    QApplication.processEvents()
    memory.close()
    library.close()
    Languages().use("en")


def pane(keys: Keys):
    opened = keys.window.desk.current()
    assert opened is not None
    return opened.pane


def shown_notes(keys: Keys):
    """Return the notes whose marks are on the screen."""
    content = keys.window.desk.current().content
    shown = {note.note_id for note in keys.window.notes._notes}
    return [note for note in content.notes if note.id in shown]


def title(keys: Keys) -> str:
    """Return the number of the section that the contents mark as being read."""
    opened = keys.window.desk.current()
    section = next((one for one in opened.content.sections if one.id == keys.window.contents.tree.row.reading), None)
    return section.number if section else ""


def test_open_a_report_from_the_shelf(keys):
    keys.open_report()
    assert keys.window.docks.contents.isVisible()


def test_choose_another_report_on_the_shelf(keys):
    keys.press("Home")
    chosen = keys.window.shelf.chosen()
    keys.press("End")
    assert keys.window.shelf.chosen() not in {chosen, None}


def test_find_a_report_by_its_year(keys):
    keys.press("Ctrl+K")
    keys.write("bao cao 2022")
    keys.press("Return")
    keys.until(lambda: keys.window.tabs.current_key().startswith("report/"))
    assert keys.window.desk.current().report.data.year == 2022


def test_go_to_a_section_by_its_number(keys):
    keys.open_report()
    keys.press("Ctrl+G")
    keys.write("1.2")
    keys.press("Return")
    keys.until(lambda: title(keys) == "1.2")


def test_go_to_a_note(keys):
    keys.open_report()
    keys.press("F5")
    keys.write("chu thich 12")
    keys.press("Return")
    view = pane(keys).view
    keys.until(lambda: any(note.label == "12" for note in shown_notes(keys)))
    assert view.verticalScrollBar().value() > 0


def test_walk_the_contents(keys):
    keys.open_report()
    while not keys.window.contents.isAncestorOf(QApplication.focusWidget()):
        keys.press("F6")
    keys.press("Home", "Down", "Down")
    keys.press("Return")
    keys.until(lambda: title(keys))


def test_open_the_contents_to_a_level(keys):
    keys.open_report()
    keys.press("Alt+1")
    tree = keys.window.contents.tree
    rows = tree.model().rowCount()
    assert not any(tree.isExpanded(tree.model().index(row, 0)) for row in range(rows))
    keys.press("Alt+3")
    assert any(tree.isExpanded(tree.model().index(row, 0)) for row in range(rows))


def test_go_from_note_to_note_and_back(keys):
    keys.open_report()
    before = pane(keys).view.verticalScrollBar().value()
    for _ in range(6):
        keys.press("Ctrl+.")
    assert pane(keys).view.verticalScrollBar().value() != before
    keys.press("Ctrl+,")


def test_come_back_after_a_jump(keys):
    keys.open_report()
    keys.press("Ctrl+G")
    keys.write("1.2")
    keys.press("Return")
    keys.until(lambda: title(keys) == "1.2")
    keys.press("Alt+Left")
    keys.until(lambda: title(keys) != "1.2")
    keys.press("Alt+Right")
    keys.until(lambda: title(keys) == "1.2")


def test_find_words_in_the_report(keys):
    keys.open_report()
    keys.press("Ctrl+F")
    keys.write("ngan sach")
    bar = pane(keys).find_bar
    keys.until(lambda: bar.count.text().strip())
    first = bar.count.text()
    keys.press("F3")
    keys.until(lambda: bar.count.text() != first)
    keys.press("Escape")
    keys.until(lambda: not bar.isVisible())


def test_search_the_library_and_open_a_hit(keys):
    keys.press("Ctrl+Shift+F")
    keys.write("dang vien")
    keys.until(lambda: keys.window.search._model.rowCount() > 0)
    keys.press("Down", "Return")
    keys.until(lambda: keys.window.tabs.current_key().startswith("report/"))


def test_walk_the_numbers_and_ask_why(keys):
    keys.open_report()
    for _ in range(8):
        keys.press("Ctrl+]")
    keys.press("Ctrl+Alt+V")
    keys.until(lambda: keys.window.docks.sources.isVisible() and keys.window.figures.why.figure is not None)


def test_bookmark_a_place_and_find_it_again(keys):
    keys.open_report()
    keys.press("Ctrl+G")
    keys.write("1.2")
    keys.press("Return")
    keys.until(lambda: title(keys) == "1.2")
    keys.press("Ctrl+D", "Alt+Home", "Ctrl+Alt+B", "Return")
    keys.until(lambda: keys.window.tabs.current_key().startswith("report/"))
    assert len(keys.window.memory.bookmarks()) == 1


def test_make_the_text_larger_and_usual_again(keys):
    keys.open_report()
    keys.press("Ctrl+=", "Ctrl+=")
    assert keys.window._settings.get(ZOOM) == 120
    keys.press("Ctrl+0")
    assert keys.window._settings.get(ZOOM) == 100


def test_put_on_the_dark_theme(keys):
    keys.press("Ctrl+K")
    keys.write("theme dark")
    keys.press("Return")
    assert keys.window._settings.get(THEME) == "dark"


def test_switch_the_language_without_marks(keys):
    keys.press("Ctrl+K")
    keys.write("tieng viet")
    keys.press("Return")
    assert keys.window._settings.get(LANGUAGE) == "vi"


def test_go_to_the_sentence_behind_a_point_of_a_chart(keys):
    keys.press("Ctrl+Alt+I")
    view = keys.window.indicators
    keys.until(lambda: view.gathered.entries and view.pane.drawable)
    for _ in range(40):
        if QApplication.focusWidget() is view.pane.chart:
            break
        keys.press("Tab")
    keys.press("End", "Left", "Return")
    keys.until(lambda: keys.window.tabs.current_key().startswith("report/"))


def test_watch_an_indicator(keys):
    keys.press("Ctrl+Alt+L")
    page = keys.window.indicators.watch_page
    keys.until(page.isVisible)
    keys.press("Escape")


def test_compare_with_the_year_before_and_walk_the_changes(keys):
    keys.open_report()
    keys.press("F7")
    keys.until(lambda: keys.window.comparing.view() and keys.window.comparing.view().comparison())
    bar = keys.window.comparing.view().bar
    before = bar._count.text()
    keys.press("F8")
    keys.until(lambda: bar._count.text() != before)
    keys.press("F8", "Shift+F8")


def test_choose_a_table_and_copy_its_cells(keys):
    keys.press("Ctrl+T")
    keys.until(lambda: keys.window.outgoing.view() and not keys.window.outgoing.view().busy)
    view = keys.window.outgoing.view()
    for _ in range(40):
        if QApplication.focusWidget() is view.pane.sheet:
            break
        keys.press("Tab")
    QApplication.clipboard().clear()
    keys.press("Ctrl+A", "Ctrl+C")
    assert "\t" in QApplication.clipboard().text()


def test_put_a_table_into_the_basket_and_export_it(keys):
    keys.press("Ctrl+T")
    keys.until(lambda: keys.window.outgoing.view() and not keys.window.outgoing.view().busy)
    keys.press("Ctrl+B")
    keys.press("Ctrl+E")
    keys.until(lambda: keys.window.outgoing.dialog is not None and keys.window.outgoing.dialog.isVisible())
    keys.press("Escape")
    keys.until(lambda: keys.window.outgoing.dialog is None or not keys.window.outgoing.dialog.isVisible())


def test_look_at_the_pages_before_printing(keys):
    keys.open_report()
    keys.press("Ctrl+P")
    keys.until(lambda: keys.window.outgoing.print_dialog is not None and keys.window.outgoing.print_dialog.isVisible())
    keys.press("Escape")
    keys.until(lambda: keys.window.outgoing.print_dialog is None or not keys.window.outgoing.print_dialog.isVisible())


def test_close_a_tab_and_take_it_back(keys):
    keys.open_report()
    key = keys.window.tabs.current_key()
    keys.press("Ctrl+W")
    assert keys.window.tabs.index_of(key) < 0
    keys.press("Ctrl+Shift+T")
    keys.until(lambda: keys.window.tabs.current_key() == key)


def test_go_round_tabs_and_parts(keys):
    keys.open_report()
    key = keys.window.tabs.current_key()
    keys.press("Ctrl+PgUp")
    assert keys.window.tabs.current_key() != key
    keys.press("Ctrl+PgDown")
    assert keys.window.tabs.current_key() == key
    seen = set()
    for _ in range(5):
        keys.press("F6")
        seen.add(QApplication.focusWidget())
    assert len(seen) >= 3


def test_hide_and_show_the_parts(keys):
    keys.open_report()
    keys.press("F9", "Shift+F9")
    assert not keys.window.docks.contents.isVisible()
    assert not keys.window.docks.notes.isVisible()
    keys.press("F9", "Shift+F9")
    assert keys.window.docks.contents.isVisible()
    assert keys.window.docks.notes.isVisible()


def test_open_and_leave_the_preferences(keys):
    keys.press("Ctrl+Alt+S")
    keys.until(keys.dialog)
    keys.press("Escape")
    keys.until(lambda: not keys.dialog())


def test_look_up_the_keys(keys):
    keys.press("Ctrl+F1")
    keys.until(keys.dialog)
    keys.press("Escape")
    keys.until(lambda: not keys.dialog())


def test_read_in_the_guide_and_come_back(keys):
    keys.press("Ctrl+Alt+I")
    keys.press("F1")
    guide = keys.window.helping.guide
    keys.until(lambda: guide.isActiveWindow() and guide.address == "indicators")
    keys.press("Ctrl+F")
    keys.write("cau goc" if guide.book.language == "vi" else "sentence")
    keys.press("Return")
    keys.until(lambda: guide.address != "indicators")
    keys.press("Escape", "Escape")
    keys.until(lambda: not guide.isVisible())


def test_write_down_a_doubtful_link(keys):
    keys.press("Ctrl+K")
    keys.write("review doubtful")
    keys.press("Return")
    page = keys.window.indicators.review_page
    keys.until(lambda: page.isVisible() and page.case is not None)
    waiting = len(keys.window.indicators.gathered.doubts)
    keys.press("1")
    keys.until(lambda: len(keys.window.indicators.gathered.doubts) == waiting - 1)
    keys.press("Ctrl+Z")
    keys.until(lambda: len(keys.window.indicators.gathered.doubts) == waiting)


def test_look_at_the_state_of_the_library(keys):
    keys.press("Ctrl+K")
    keys.write("state of the library")
    keys.press("Return")
    keys.until(lambda: keys.window.sourcing.health() and keys.window.sourcing.health().isVisible())
    view = keys.window.sourcing.health()
    keys.until(lambda: view.health.reports)


def test_full_screen_and_back(keys):
    keys.press("F11")
    keys.until(keys.window.isFullScreen)
    keys.press("F11")
    keys.until(lambda: not keys.window.isFullScreen())


LINE = 60  # pixels of a line of text and the space above a heading, whatever fonts the machine has


def test_a_hundred_jumps_are_gone_back_to_the_same_line(keys):
    chance = random.Random(4)
    conn = keys.window.library.reader()
    whole = {report.id: queries.content(conn, report.id) for report in queries.reports(conn)}
    keys.open_report()
    stood = []
    for _ in range(100):
        report_id = chance.choice([keys.window.session.report_id] * 4 + list(whole))
        block = chance.choice(whole[report_id].blocks)
        stood.append(keys.standing())
        keys.window.session.visit(Destination(report_id, block.section_id, Place(block_id=block.id)))
        keys.settle()
    for number, (report_id, scrolled) in enumerate(reversed(stood)):
        keys.press("Alt+Left")
        keys.settle()
        now = keys.standing()
        assert now[0] == report_id, f"step {number}"
        assert abs(now[1] - scrolled) <= LINE, f"step {number}"
