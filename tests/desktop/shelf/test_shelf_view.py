"""The shelf through its widgets: choose, filter, open, switch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from db import digest, writer
from db.library import Library
from db.model import Content, Source
from desktop.languages import Languages
from desktop.settings import SHELF_AS_LIST, Settings
from desktop.shelf.model import GridModel, ListModel
from desktop.shelf.view import ShelfView
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, year in enumerate((2021, 2023)):
        data = replace(
            content.data, year=year, period=str(year), title=f"tình hình năm {year}", issuer="Tỉnh ủy Quảng Nam"
        )
        one = replace(content, data=data)
        source = Source(f"{year}.docx", str(tmp_path / f"{year}.docx"), str(number) * 64, "docx", 10)
        with opened.writing() as connection:
            writer.add_report(connection, one, source, f"2026-11-2{number}T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def shelf(qtbot: QtBot, library: Library) -> ShelfView:
    view = ShelfView(library, Settings(), Themes())
    qtbot.addWidget(view)
    view.resize(1200, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_models_keep_the_rules_of_qt(qtmodeltester: object, shelf: ShelfView) -> None:
    for table in shelf.findChildren(QTableView):
        qtmodeltester.check(table.model())  # type: ignore[attr-defined]  # pytest-qt's fixture has no public type


def test_the_newest_import_is_chosen_and_a_missing_year_has_its_gap(shelf: ShelfView) -> None:
    grid = shelf.findChild(QTableView, "shelfGrid")
    model = grid.model()
    assert isinstance(model, GridModel)
    assert shelf.chosen() == 2
    assert model.columnCount() == 3
    gap = model.index(0, 1)
    assert "2022" in str(gap.data())
    assert not gap.flags() & Qt.ItemFlag.ItemIsSelectable


def test_enter_opens_the_chosen_report(qtbot: QtBot, shelf: ShelfView) -> None:
    with qtbot.waitSignal(shelf.report_requested) as opened:
        qtbot.keyClick(shelf, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_typing_without_diacritics_filters_after_a_pause(qtbot: QtBot, shelf: ShelfView) -> None:
    box = shelf.findChild(QLineEdit)
    qtbot.keyClicks(box, "quang nam 2021")
    grid = shelf.findChild(QTableView, "shelfGrid")
    qtbot.waitUntil(lambda: grid.model().columnCount() == 1)
    assert shelf.chosen() in (1, None)


def test_a_filter_without_answer_says_so(qtbot: QtBot, shelf: ShelfView) -> None:
    box = shelf.findChild(QLineEdit)
    qtbot.keyClicks(box, "khong co")
    qtbot.waitUntil(lambda: not shelf.findChild(QTableView, "shelfGrid").isVisible())


def test_the_choice_survives_the_change_to_a_list(qtbot: QtBot, shelf: ShelfView) -> None:
    shelf.choose(1)
    shelf._as_list.click()
    table = next(view for view in shelf.findChildren(QTableView) if isinstance(view.model(), ListModel))
    assert table.isVisible()
    assert shelf.chosen() == 1
    assert shelf._settings.get(SHELF_AS_LIST)


def test_the_original_that_is_gone_is_said(qtbot: QtBot, shelf: ShelfView) -> None:
    qtbot.waitUntil(lambda: any("⚠" in label.text() for label in shelf._details._values.values()))


def test_both_languages_are_complete(qtbot: QtBot, shelf: ShelfView) -> None:
    languages = Languages()
    read = next(button for button in shelf.findChildren(QPushButton) if button.text() in ("Read", "Đọc"))
    languages.use("vi")
    qtbot.waitUntil(lambda: read.text() == "Đọc")
    languages.use("en")
    qtbot.waitUntil(lambda: read.text() == "Read")


def test_an_empty_library_offers_the_first_step(qtbot: QtBot, tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "leer.tubaocao")
    view = ShelfView(opened, Settings(), Themes())
    qtbot.addWidget(view)
    view.show()
    assert not view.findChild(QTableView, "shelfGrid").isVisible()
    assert view.chosen() is None
    opened.close()
