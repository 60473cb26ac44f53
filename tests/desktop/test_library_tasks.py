"""What the window does to the library, and what it says where that is not possible."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import digest, history, queries, undo, writer
from db.errors import LibraryReadOnly
from db.library import Library
from db.model import Content, Counts, Receipt, Source
from desktop import library_tasks
from desktop.importing.panel import ImportPanel
from desktop.library_tasks import LibraryTasks
from desktop.notices import NoticeBar
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    """One report whose file lies beside the library, imported by another start of the program."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"the original")
    opened = Library.open(tmp_path / "t.tubaocao")
    source = Source(path.name, str(path), hashlib.sha256(b"the original").hexdigest(), "docx", 12)
    with opened.writing() as conn:
        number = writer.add_report(conn, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
        batch = history.begin(conn, history.IMPORT, "2026-11-24T10:00:00Z")
        writer.add_receipt(conn, Receipt(0, str(path), "imported", number, "", "", Counts(), (), "2026", batch))
    yield opened
    opened.close()


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tasks(qtbot, library, bar):
    panel = ImportPanel(library, Themes())
    qtbot.addWidget(panel)
    made = LibraryTasks(library, panel, bar)
    made.panel = panel  # lives as long as the tasks
    return made


@pytest.fixture
def opened(monkeypatch):
    """The files that were handed to the system."""
    found = []
    monkeypatch.setattr(library_tasks.QDesktopServices, "openUrl", lambda url: found.append(Path(url.toLocalFile())))
    return found


def whats(bar):
    return [notice.what for notice in bar.notices()]


def choose(bar, number):
    bar.notices()[-1].choices[number].run()


def test_the_original_is_opened_where_it_is_the_same(qtbot, tasks, bar, opened, tmp_path):
    tasks.open_original(1)
    qtbot.waitUntil(lambda: opened == [tmp_path / "a.docx"])
    assert whats(bar) == []


def test_an_original_that_changed_is_opened_and_told(qtbot, tasks, bar, opened, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"another one!")
    tasks.open_original(1)
    qtbot.waitUntil(lambda: bool(opened))
    assert "has changed since it was imported" in whats(bar)[0]


def test_an_original_that_is_gone_is_told_with_where_it_lay(qtbot, tasks, bar, opened, tmp_path):
    (tmp_path / "a.docx").unlink()
    tasks.open_original(1)
    qtbot.waitUntil(lambda: bool(whats(bar)))
    assert "is not there" in whats(bar)[0]
    assert str(tmp_path) in bar.notices()[0].why
    assert opened == []


def test_a_report_that_is_gone_is_neither_opened_nor_removed(tasks, bar, opened):
    tasks.open_original(99)
    tasks.remove(99)
    assert (whats(bar), opened) == ([], [])


def test_an_import_of_another_day_is_undone_only_after_a_question(qtbot, tasks, bar, library):
    tasks.undo_last()
    assert whats(bar) == ["Undo the import of 24/11/2026 (1 reports)?"]
    choose(bar, 1)
    assert len(queries.reports(library.reader())) == 1
    with qtbot.waitSignal(tasks.removed):
        bar.notices()[-1].choices[0].run() if bar.notices() else tasks.undo(1)
    qtbot.waitUntil(lambda: "The import was undone: 1 reports taken out." in whats(bar))
    tasks.undo_last()
    assert "There is no import or removal to undo." in whats(bar)


def test_what_was_undone_before_is_said_so(qtbot, tasks, bar):
    tasks.undo(77)
    tasks.undo(1)  # while the first is under way, a second one waits for nothing
    qtbot.waitUntil(lambda: "This was undone before." in whats(bar))


def test_an_undo_that_cannot_be_written_is_told(qtbot, tasks, bar, library, monkeypatch):
    def refuse(*_):
        raise LibraryReadOnly(library.path)
        yield

    monkeypatch.setattr(undo, "undo", refuse)
    tasks.undo(1)
    qtbot.waitUntil(lambda: bool(whats(bar)))
    assert bar.notices()[0].details.startswith("TBC-20")
    assert len(queries.reports(library.reader())) == 1


def test_a_removal_is_asked_for_done_and_offered_back(qtbot, tasks, bar, library):
    tasks.remove(1)
    assert "Remove “" in whats(bar)[0]
    choose(bar, 1)
    assert len(queries.reports(library.reader())) == 1
    with qtbot.waitSignal(tasks.removed):
        tasks._remove_and_tell(1)
    assert queries.reports(library.reader()) == []
    assert "The report was removed." in whats(bar)[-1]


def test_nothing_is_said_of_a_removal_that_removed_nothing(tasks, bar):
    tasks.replace(98, 99)
    tasks._skip(98)
    tasks._remove_and_tell(98)
    assert whats(bar) == []


def test_nothing_to_import_begins_nothing(tasks, bar):
    begun = []
    tasks.importing.connect(lambda: begun.append(1))
    tasks.import_paths([])
    assert begun == []
