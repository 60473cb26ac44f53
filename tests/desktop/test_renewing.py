"""A library whose series were made by another catalogue: the window says so, and links anew when asked, not before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from db import relinking
from db.digest import digest
from db.library import Library
from db.model import Source
from db.writer import add_report
from desktop.jobs import under_way
from desktop.notices import NoticeBar
from desktop.renewing import Renewing


@pytest.fixture
def store(tmp_path, content):
    path = tmp_path / "tu.tubaocao"
    library = Library.open(path)
    with library.writing() as conn:
        add_report(conn, content, Source("a", "", "0" * 64, "docx", 1), "2024-01-01T00:00:00Z", digest(content))
    library.close()
    return path


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    made.show()
    return made


def age(store):
    library = Library.open(store)
    with library.writing() as conn:
        conn.execute("UPDATE meta SET value = '0-old' WHERE key = 'catalogue'")
    library.close()


def looked(qtbot, library, bar) -> Renewing:
    renewing = Renewing(library, bar)
    renewing.begin()
    # Whether it has begun or ended already: its thread may be done before one begins to wait.
    qtbot.waitUntil(lambda: not under_way((renewing._job,)))
    return renewing


def test_a_library_of_this_catalogue_says_nothing(qtbot, store, bar):
    library = Library.open(store)
    looked(qtbot, library, bar)
    assert bar.notices() == []
    library.close()


def test_another_catalogue_is_told_and_linked_anew_when_asked(qtbot, store, bar):
    age(store)
    library = Library.open(store)
    renewing = looked(qtbot, library, bar)
    (notice,) = bar.notices()
    assert "another catalogue" in notice.what
    assert not relinking.is_current(library.reader()), "nothing is written before the user says so"
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Link anew")
    with qtbot.waitSignal(renewing.changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert relinking.is_current(library.reader())
    assert [one.level for one in bar.notices()] == ["good"]
    library.close()


def test_a_library_for_reading_only_is_told_without_a_button(qtbot, store, bar):
    age(store)
    library = Library.open(store, read_only=True)
    looked(qtbot, library, bar)
    (notice,) = bar.notices()
    assert notice.choices == ()
    assert "written to" in notice.todo
    library.close()
