"""Words by year: a bar for each, and a click that narrows the search to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db import digest, writer
from db.library import Library
from db.model import Content, Source
from desktop.search.frequency import Frequency
from desktop.search.panel import SearchPanel
from desktop.settings import Settings
from desktop.themes import Themes


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, year in enumerate((2021, 2022, 2023)):
        one = replace(content, data=replace(content.data, year=year, period=str(year)))
        if year == 2022:
            first = next(block for block in one.blocks if block.kind == "paragraph")
            blocks = tuple(
                replace(block, text="Thanh long ruột đỏ.") if block is first else block for block in one.blocks
            )
            one = replace(one, blocks=blocks)
        with opened.writing() as connection:
            source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def panel(qtbot, library):
    made = SearchPanel(library, Settings(), Themes())
    qtbot.addWidget(made)
    made.resize(320, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.refresh()
    return made


def centre(bars, number: int):
    return bars.place_of(number).center().toPoint()


def test_every_year_has_a_bar_and_a_click_narrows_to_it(qtbot, panel):
    panel.search_for("ngân sách")
    qtbot.waitUntil(panel.bars.isVisible)
    assert [bar.year for bar in panel.bars.bars] == [2021, 2022, 2023]
    assert all(bar.places > 0 for bar in panel.bars.bars)
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=centre(panel.bars, 2))
    qtbot.waitUntil(lambda: panel.bars.chosen == 2023)
    assert panel._year.currentData() == 2023
    assert len(panel.bars.bars) == 3
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=centre(panel.bars, 2))
    qtbot.waitUntil(lambda: panel.bars.chosen == 0)
    assert panel._year.currentData() is None


def test_years_without_the_words_have_an_empty_bar(qtbot, panel):
    panel.search_for("thanh long")
    qtbot.waitUntil(panel.bars.isVisible)
    assert [bar.places for bar in panel.bars.bars] == [0, 1, 0]


def test_the_bars_are_walked_by_keys(qtbot, panel):
    panel.search_for("ngân sách")
    qtbot.waitUntil(panel.bars.isVisible)
    qtbot.keyClick(panel.bars, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.bars.year_chosen) as chosen:
        qtbot.keyClick(panel.bars, Qt.Key.Key_Return)
    assert chosen.args == [2022]
    assert "2022: " in panel.bars.accessibleDescription()


def test_nothing_found_is_no_chart(qtbot, panel):
    panel.search_for("không hề có chữ này")
    qtbot.waitUntil(lambda: panel._answer is not None and panel._answer.result.total == 0)
    assert not panel.bars.isVisible()


def test_a_rate_is_told_per_ten_thousand_syllables():
    assert Frequency(2023, 3, 15_000).rate == 2.0
    assert Frequency(2023, 3, 0).rate == 0.0
