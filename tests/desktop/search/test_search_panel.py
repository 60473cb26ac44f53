"""Search through its widgets: typing, scopes, hits, wider forms."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from db import digest, writer
from db.library import Library
from db.model import Content, SearchResult, Source
from db.search import search
from db.sqlite_errors import typed_errors
from desktop.search.model import HitModel
from desktop.search.panel import SearchPanel
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    with opened.writing() as connection:
        source = Source("a.docx", "/a.docx", "0" * 64, "docx", 10)
        writer.add_report(connection, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
    yield opened
    opened.close()


@pytest.fixture
def panel(qtbot: QtBot, library: Library) -> SearchPanel:
    made = SearchPanel(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.resize(380, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def hits(panel: SearchPanel) -> HitModel:
    model = panel.findChild(QTreeView).model()
    assert isinstance(model, HitModel)
    return model


def test_typing_without_diacritics_finds_after_a_pause(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.keyClicks(panel.findChild(QLineEdit), "xay dung dang")
    qtbot.waitUntil(lambda: len(hits(panel).leaves()) > 0)
    assert any("xây dựng Đảng" in str(index.data()) for index in hits(panel).leaves())


def test_the_box_keeps_exactly_what_was_typed(qtbot: QtBot, panel: SearchPanel) -> None:
    box = panel.findChild(QLineEdit)
    for step in (
        "t",
        "ta",
        "tao",
        "ta",
        "t",
        "tạo",
    ):  # what UniKey sends for t-a-o-j: letters, then Backspaces, then "ạo"
        box.setText(step)
    qtbot.wait(250)
    assert box.text() == "tạo"
    assert box.completer() is None


def test_down_and_enter_walk_to_a_hit(qtbot: QtBot, panel: SearchPanel) -> None:
    box = panel.findChild(QLineEdit)
    box.setFocus()
    qtbot.keyClicks(box, "kinh te")
    qtbot.waitUntil(lambda: len(hits(panel).leaves()) > 0)
    with qtbot.waitSignal(panel.destination_requested) as opened:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    destination = opened.args[0]
    assert isinstance(destination, Destination)
    assert destination.query == "kinh te"
    assert destination.place is not None


def test_nothing_found_offers_the_form_without_marks(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.search_for("xảy dựng đạng")
    qtbot.waitUntil(lambda: panel._answer is not None and not panel._answer.result.total)
    offers = panel._wider.findChildren(QPushButton)
    assert len(offers) == 1
    offers[0].click()
    qtbot.waitUntil(lambda: panel._answer is not None and panel._answer.result.total > 0)
    assert panel.findChild(QLineEdit).text() == "xay dung dang"


def test_leaving_the_text_out_of_scope_changes_the_answer(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.search_for("xay dung dang")
    qtbot.waitUntil(lambda: panel._answer is not None and panel._answer.result.total > 0)
    qtbot.mouseClick(panel._scopes["body"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel._answer is not None and all(hit.scope != "body" for hit in panel._answer.result.hits))


def test_broken_syntax_is_searched_as_words_and_said(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.search_for('kinh AND ( "')
    qtbot.waitUntil(lambda: panel._answer is not None)
    assert panel._answer is not None
    assert panel._answer.result.fallback


def test_an_empty_box_shows_nothing(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.search_for("kinh te")
    qtbot.waitUntil(lambda: len(hits(panel).leaves()) > 0)
    panel.search_for("")
    assert hits(panel).rowCount() == 0


def test_the_next_key_stops_a_search_within_its_statement(
    qtbot: QtBot, panel: SearchPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    begun = threading.Event()

    @typed_errors
    def slow(connection: sqlite3.Connection, query: str, **asked: object) -> SearchResult:
        if query == "slow":
            begun.set()
            connection.execute(endless).fetchone()
        return search(connection, query, **asked)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr("desktop.search.panel.search", slow)
    panel.search_for("slow")
    job = panel._job
    assert job is not None
    assert begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        panel.search_for("kinh te")
    qtbot.waitUntil(lambda: len(hits(panel).leaves()) > 0)
