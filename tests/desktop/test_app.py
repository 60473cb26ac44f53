"""The program: first start, libraries that cannot be opened, and machines without a display."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import queries
from db.digest import digest
from db.library import Library
from db.model import Source
from db.places import default_store, notebook_path
from db.policy import Policy
from db.writer import add_report
from desktop import app as program_module
from desktop.app import Program, run_window, tell_of_policy
from desktop.application import has_display
from desktop.explaining import ExplainingWindow
from desktop.main_window import MainWindow
from desktop.settings import INTERFACE_SCALE, LANGUAGE, LAST_STORE, SAMPLES_KEPT, THEME, Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Keep the user's own files out of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def program(qapp, qtbot):
    font = qapp.font()
    made = Program(Settings(), "en")
    yield made
    for window in list(made.windows):
        window.close()
    made.shared.themes.use("light")
    qapp.setFont(font)


def whats(window: MainWindow) -> list[str]:
    return [notice.what for notice in window.notices.notices()]


def test_the_first_start_fills_the_library_with_samples_and_says_so(program, qtbot, tmp_path):
    window = program.open(tmp_path / "new" / "tu.tubaocao")
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: "These are sample reports." in whats(window), timeout=10_000)
    assert window.docks.imports.isVisible()
    qtbot.waitUntil(lambda: not window.imports.busy, timeout=60_000)
    reports = queries.reports(window.library.reader())
    assert len(reports) == 4
    assert all(report.data.sample for report in reports)
    qtbot.waitUntil(lambda: not window.docks.imports.isVisible())
    window.tasks.remove_samples()
    assert queries.reports(window.library.reader()) == []


def test_kept_samples_are_not_spoken_of_again(program, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(program_module, "sample_files", list)
    program.settings.put(SAMPLES_KEPT, True)
    window = program.open(tmp_path / "tu.tubaocao")
    window.close()
    again = program.open(tmp_path / "tu.tubaocao")
    qtbot.wait(20)
    assert whats(again) == []


def test_files_given_are_offered_for_import(program, qtbot, tmp_path):
    Library.open(tmp_path / "tu.tubaocao").close()
    strange = tmp_path / "x.pptx"
    strange.write_bytes(b"PK\x03\x04")
    window = program.open(tmp_path / "tu.tubaocao", [strange])
    with qtbot.waitSignal(window.imports.finished, timeout=60_000):
        pass
    assert [receipt.status for receipt in window.imports.receipts()] == ["refused"]


def test_what_is_no_library_is_explained_not_thrown(program, tmp_path):
    path = tmp_path / "thư.tubaocao"
    path.write_text("không phải tủ", encoding="utf-8")
    window = program.open(path)
    assert isinstance(window, ExplainingWindow)
    assert "TBC-201" in window._details.text()
    assert path.read_text(encoding="utf-8") == "không phải tủ"


def test_a_library_that_is_gone_is_explained(program, tmp_path):
    window = program.open(tmp_path / "gone.tubaocao", create=False)
    assert isinstance(window, ExplainingWindow)
    assert "TBC-202" in window._details.text()


def test_a_newer_library_opens_read_only_or_is_explained(program, tmp_path):
    path = tmp_path / "newer.tubaocao"
    Library.open(path).close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    conn.commit()
    conn.close()
    window = program.open(path)
    if isinstance(window, MainWindow):
        assert window.library.read_only
    else:
        assert "TBC-207" in window._details.text()


def test_another_library_takes_the_place_of_this_one(program, qtbot, tmp_path):
    Library.open(tmp_path / "one.tubaocao").close()
    Library.open(tmp_path / "two.tubaocao").close()
    first = program.open(tmp_path / "one.tubaocao")
    first.store_requested.emit(tmp_path / "two.tubaocao", False)
    assert [window.library.path.name for window in program.windows] == ["two.tubaocao"]
    assert program.settings.get(LAST_STORE).endswith("two.tubaocao")


def test_from_the_explanation_one_comes_to_a_library(program, tmp_path):
    Library.open(tmp_path / "two.tubaocao").close()
    first = program.open(tmp_path / "gone.tubaocao", create=False)
    first.store_requested.emit(tmp_path / "two.tubaocao", False)
    assert isinstance(program.windows[-1], MainWindow)
    assert len(program.windows) == 1


def test_the_language_named_at_the_start_is_remembered(program):
    assert program.settings.get(LANGUAGE) == "en"


def test_the_interface_grows_at_once(program, qapp):
    before = qapp.font().pointSizeF()
    program.settings.put(INTERFACE_SCALE, 200)
    assert qapp.font().pointSizeF() == pytest.approx(before * 2)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_a_display_or_a_platform_must_be_named():
    assert not has_display({})
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_pictures_are_drawn_and_the_place_is_said(monkeypatch, capsys, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    asked = []
    monkeypatch.setattr(
        "desktop.views.render_all", lambda *given: asked.append(given) or [tmp_path / "views" / "shelf.png"]
    )
    assert run_window(tmp_path / "tu.tubaocao", [], None) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "views") in said
    assert "DISPLAY" in said
    assert asked[0][0] == tmp_path / "tu.tubaocao"


HEAVY = """
import sys
from pathlib import Path
from desktop.application import application
from desktop.app import Program
from desktop.settings import Settings
app = application()
program = Program(Settings())
window = program.open(Path(sys.argv[1]))
window.grab()
heavy = ("sqlite_utils", "pyqtgraph", "numpy", "docx", "xlsxwriter", "click", "msgspec", "db.checks", "desktop.rooms")
print(type(window).__name__, [name for name in heavy if name in sys.modules])
"""


def test_heavy_libraries_wait_for_the_first_paint(tmp_path):
    """Together they cost more than a second; no window needs them to be seen."""
    Library.open(tmp_path / "tu.tubaocao").close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", HEAVY, str(tmp_path / "tu.tubaocao")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=120, check=True)
    assert done.stdout.split(maxsplit=1) == ["MainWindow", "[]\n"]


CHART = """
import sys, threading
from pathlib import Path
from desktop.application import application
from desktop.app import Program
from desktop.settings import Settings
threads = {}
def heard(event, args):
    if event == "import" and args[0] in ("pyqtgraph", "numpy"):
        threads.setdefault(args[0], threading.current_thread() is threading.main_thread())
sys.addaudithook(heard)
app = application()
window = Program(Settings()).open(Path(sys.argv[1]))
window.indicators.loaded.connect(app.quit)
window.show()
window.tabs.bring("indicators")
app.exec()
print(sorted(threads.items()))
"""


def test_the_charts_libraries_are_imported_off_the_gui_thread(tmp_path):
    Library.open(tmp_path / "tu.tubaocao").close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHART, str(tmp_path / "tu.tubaocao")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=120, check=True)
    assert done.stdout == "[('numpy', False), ('pyqtgraph', False)]\n"


@pytest.fixture
def filled(tmp_path, content) -> Path:
    """A library of one report."""
    path = tmp_path / "tu.tubaocao"
    library = Library.open(path)
    with library.writing() as conn:
        source = Source("m.docx", "m.docx", "a" * 64, "docx", 1)
        add_report(conn, content, source, "2024-01-01T00:00:00Z", digest(content))
    library.close()
    return path


def made(window: MainWindow) -> bool:
    """Whether the rooms are there; asking for one of them would make them."""
    return "desk" in vars(window)


def test_the_rooms_come_in_several_turns_and_at_once_when_one_is_asked_for(program, qtbot, filled):
    window = program.open(filled)
    turns: list[bool] = []
    steps = window._turns._steps

    def counted():
        for step in steps:
            turns.append(made(window))
            yield step

    window._turns._steps = counted()
    with qtbot.waitSignal(window.furnished):
        pass
    assert len(turns) > 5
    assert not any(turns)
    other = program.open(filled)
    assert not made(other)
    assert other.desk.reports() == []
    assert made(other)
    assert other.updatesEnabled()


def test_the_shelf_is_seen_before_the_other_rooms_are_made(program, qtbot, filled):
    window = program.open(filled)
    assert not made(window)
    assert window.shelf.isVisible()
    with qtbot.waitSignal(window.furnished):
        pass
    assert window.tabs.keys() == ["shelf", "indicators"]


def test_what_is_asked_for_early_is_made_early(program, filled):
    window = program.open(filled)
    window.commands["indicators"].trigger()
    assert window.tabs.current_key() == "indicators"
    window.close()
    again = program.open(filled)
    assert again.docks.search.isHidden()
    assert made(again)


def test_a_report_that_was_in_front_comes_back_without_the_shelf_before_it(program, qtbot, filled):
    window = program.open(filled)
    window.open_report(1)
    window.close()
    again = program.open(filled)
    assert not again.shelf.isVisible()
    qtbot.waitUntil(lambda: made(again))
    assert again.tabs.current_key() == "report/1"
    again.tabs.bring("shelf")
    assert again.shelf.isVisible()


def test_closed_before_it_was_complete_a_window_forgets_nothing(program, qtbot, filled):
    window = program.open(filled)
    window.open_report(1)
    window.close()
    program.open(filled).close()
    again = program.open(filled)
    qtbot.waitUntil(lambda: made(again))
    assert again.tabs.keys() == ["shelf", "indicators", "report/1"]


def test_a_policy_that_cannot_be_used_is_told_once_in_the_window(program, tmp_path):
    window = program.open(tmp_path / "tu.tubaocao")
    tell_of_policy(window, Policy(file=tmp_path / "policy.ini", locked={"theme": "light"}))
    assert not [one for one in window.notices.notices() if "TBC-231" in one.details]
    tell_of_policy(window, Policy(file=tmp_path / "policy.ini", broken="#3", locked={"theme": "pink"}))
    (told,) = [one for one in window.notices.notices() if "TBC-231" in one.details]
    assert "#3, theme" in told.what
    assert str(tmp_path / "policy.ini") in told.details
    assert told.level == "warning"


def test_the_library_opened_last_comes_back_unless_it_is_gone(program, tmp_path):
    kept = tmp_path / "kept.tubaocao"
    Library.open(kept).close()
    program.settings.put(LAST_STORE, str(kept))
    assert program.last_store() == kept
    kept.unlink()
    assert program.last_store() == default_store()


def test_damaged_notes_are_set_aside_and_told_and_newer_ones_left_alone(program, tmp_path):
    store = tmp_path / "tu.tubaocao"
    Library.open(store).close()
    path = notebook_path(store)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no notes at all" * 100)
    window = program.open(store)
    assert any(notice.details.startswith("TBC-221") for notice in window.notices.notices())
    window.close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 99")
    again = program.open(store)
    assert any(notice.level == "warning" for notice in again.notices.notices())
    assert isinstance(again, MainWindow)


def test_language_and_theme_are_followed_at_once(program, tmp_path):
    program.settings.put(LANGUAGE, "vi")
    assert program.shared.languages.current == "vi"
    program.settings.put(THEME, "dark")
    assert program.shared.themes.current.name == "dark"


def test_samples_alone_are_spoken_of_until_they_are_kept(program, qtbot, tmp_path, content):
    store = tmp_path / "tu.tubaocao"
    with closing(Library.open(store)) as library, library.writing() as conn:
        sample = replace(content, data=replace(content.data, sample=True))
        add_report(conn, sample, Source("a", "/a", "0" * 64, "txt", 1), "2024", digest(sample))
    window = program.open(store)
    qtbot.waitUntil(lambda: bool(whats(window)))
    assert "sample" in whats(window)[0]
    program._keep_samples()
    window.close()
    again = program.open(store)
    qtbot.wait(20)
    assert whats(again) == []


def test_the_rubbish_is_looked_for_again_once_the_window_stands(monkeypatch):
    done = []
    monkeypatch.setattr(program_module.gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr(program_module.gc, "enable", lambda: done.append("enable"))
    program_module._collect_garbage()
    assert done == ["freeze", "enable"]
