"""The state of the library: every count opens its list, every line its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from db import digest, writer
from db.errors import DamagedLibrary
from db.library import Library
from db.model import Content, Finding, Place, Source
from desktop.health import view as health_view
from desktop.health.counting import Health, Item
from desktop.health.view import HealthView
from desktop.languages import Languages
from desktop.layering import Layering
from desktop.session import Destination
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, year in enumerate((2020, 2023)):
        found = (Finding("TBC-451", "cột 3", 2, 13),)
        one = replace(content, data=replace(content.data, year=year, period=str(year)), findings=found)
        with opened.writing() as connection:
            source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot, library):
    made = HealthView(library, Layering(None), Themes())
    qtbot.addWidget(made)
    made.resize(1100, 650)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    return made


def test_years_without_a_report_are_named(view):
    assert view.health.missing == [2021, 2022]
    years = [row if isinstance(row, int) else row.report.data.year for row in view.reports.rows]
    assert years == [2023, 2022, 2021, 2020]


def test_every_count_opens_its_list(qtbot, view):
    for name, button in view.counts.items():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(view.items.rows) == len(view.health.lists[name])
        assert button.number.text() == str(len(view.items.rows))
        assert view.list.isVisible() == bool(view.items.rows)


def test_a_note_without_its_mark_leads_to_the_note(qtbot, view):
    view.open_list("notes")
    assert len(view.items.rows) == 2
    view.list.setCurrentIndex(view.items.index(0))
    with qtbot.waitSignal(view.note_requested) as asked:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    report, note = asked.args
    assert note // 10_000_000 == report


def test_a_remark_of_the_import_leads_to_its_block(qtbot, view):
    view.open_list("findings")
    row = view.list.visualRect(view.items.index(0)).center()
    with qtbot.waitSignal(view.destination_requested) as asked:
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert asked.args[0].place.block_id is not None
    assert "TBC-451" in view.items.rows[0].detail


def test_a_line_of_a_report_opens_it(qtbot, view):
    view.table.selectRow(0)
    with qtbot.waitSignal(view.destination_requested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args[0].report_id == view.reports.rows[0].report.id


def test_the_models_keep_the_rules_of_qt(qtmodeltester, view):
    qtmodeltester.check(view.reports)
    qtmodeltester.check(view.items)


def test_the_language_is_followed(qtbot, view):
    languages = Languages()
    with qtbot.waitSignal(view.loaded):
        languages.use("vi")
    assert view._title.text() == "Tình trạng tủ"
    assert view.counts["notes"].words.text() == "Chú thích chưa nối"
    with qtbot.waitSignal(view.loaded):
        languages.use("en")


def test_an_empty_library_has_nothing_open(qtbot, tmp_path):
    opened = Library.open(tmp_path / "e.tubaocao")
    made = HealthView(opened, Layering(None), Themes())
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    assert all(not rows for rows in made.health.lists.values())
    assert made._none.isVisible()
    opened.close()


def test_a_check_asked_for_lists_what_is_damaged_and_says_so_where_nothing_is(qtbot, view, library):
    qtbot.mouseClick(view.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.check.isEnabled)
    assert view.health.lists["damage"] == []
    assert "nothing is damaged" in view._state.text()
    with library.writing() as connection:
        connection.execute("UPDATE report SET source_path = '/other' WHERE id = 2")
    qtbot.mouseClick(view.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(view.health.lists["damage"]))
    (item,) = view.health.lists["damage"]
    assert item.detail.startswith("TBC-310")
    assert item.destination.report_id == 2
    assert "nothing is damaged" not in view._state.text()


def test_a_check_that_cannot_be_made_is_told(qtbot, view, library, monkeypatch):
    def refuse(_library):
        raise DamagedLibrary(library.path, "meta")
        yield

    monkeypatch.setattr(health_view, "check", refuse)
    with qtbot.waitSignal(view.failed):
        view.run_check()
    assert view.check.isEnabled()
    assert not view._state.text().startswith("Checking")


def test_each_kind_of_line_leads_where_it_belongs(view):
    asked = []
    view.review_requested.connect(lambda: asked.append("review"))
    view.series_requested.connect(lambda indicator, figure: asked.append((indicator, figure)))
    view.note_requested.connect(lambda report, note: asked.append(("note", report, note)))
    view.destination_requested.connect(asked.append)
    lines = (
        Item("a", "", review=True),
        Item("b", "", indicator="thu", figure_id=7),
        Item("c", "", Destination(1, place=Place(note_id=5))),
        Item("d", "", Destination(1, 3)),
        Item("e", ""),
    )
    view.health.lists["findings"] = list(lines)
    view.open_list("findings")
    for row in range(len(lines)):
        view._open(view.items.index(row, 0))
    view._open(QModelIndex())
    view._open_report(QModelIndex())
    assert asked == ["review", ("thu", 7), ("note", 1, 5), Destination(1, 3)]


def test_what_is_read_for_nobody_any_more_is_not_shown(view):
    shown = view.health
    view._take(object(), Health())
    view._broke(object(), RuntimeError())
    view._load()  # nothing is stale
    assert view.health is shown
