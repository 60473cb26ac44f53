"""The state of the library: every count opens its list, every line its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db import digest, writer
from db.library import Library
from db.model import Content, Finding, Source
from desktop.health.view import HealthView
from desktop.languages import Languages
from desktop.layering import Layering
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
