"""The review queue by keyboard: both sides shown, the decision stored, the doubt gone, all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db import digest, queries, writer
from db.library import Library
from db.model import Content, Figure, Place, Source
from db.notebook import Notebook
from db.notebook_layers import LayerBook
from desktop.indicators.review_page import ReviewPage
from desktop.indicators.view import REVIEW, IndicatorsView
from desktop.layering import Layering
from desktop.settings import Settings
from desktop.themes import Themes


def report(content: Content, year: int, name: str, value: float) -> Content:
    block = next(block for block in content.blocks if len(block.text) > 40)
    figure = Figure(
        id=1,
        place=Place(block_id=block.id),
        start=0,
        end=8,
        quote=block.text[:30],
        value=value,
        unit="tổ chức",
        name=name,
        indicator=f"x:{name}",
        value_base=value,
        unit_base="tổ chức",
        period=str(year),
        period_start=f"{year}-01-01",
        period_end=f"{year}-12-31",
    )
    return replace(content, data=replace(content.data, year=year, period=str(year)), figures=(figure,))


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    names = ("số tổ chức đảng cấp cơ sở kiểm tra", "số tổ chức đảng cấp cơ sở đã kiểm tra toàn tỉnh")
    for number, (year, name) in enumerate(zip((2021, 2022), names, strict=True)):
        one = report(content, year, name, 8.0 + number)
        with opened.writing() as connection:
            source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot, library, tmp_path):
    notebook = Notebook.open(tmp_path / "n.notebook")
    made = IndicatorsView(library, Themes(), Settings(), Layering(LayerBook(notebook, library.uuid)))
    qtbot.addWidget(made)
    made.resize(1200, 600)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    yield made
    notebook.close()


def test_a_doubt_is_shown_with_both_sentences_and_merged_by_a_key(qtbot, view, library):
    assert len(queries.review_queue(library.reader())) == 1
    view.show_review()
    page: ReviewPage = view.review_page
    assert page.case is not None
    assert (len(page.case.left), len(page.case.right)) == (1, 1)
    assert page.case.actions == ("keep", "merge")
    with qtbot.waitSignal(view.loaded):
        qtbot.keyClick(page, Qt.Key.Key_3)
    assert view.gathered.doubts == ()
    assert page.case is None
    merged = [entry.shown for entry in view.gathered.entries if entry.shown]
    assert [[p.value for p in shown.line] for shown in merged] == [[8.0, 9.0]]
    with qtbot.waitSignal(view.loaded):
        view._layering.undo()
    assert len(view.gathered.doubts) == 1


def test_keep_settles_without_joining(qtbot, view):
    view.show_review()
    with qtbot.waitSignal(view.loaded):
        qtbot.mouseClick(view.review_page.buttons["keep"], Qt.MouseButton.LeftButton)
    assert view.gathered.doubts == ()
    assert view.gathered.entries == ()  # each name has one year: nothing to list
    assert len(view.gathered.single) == 2


def test_a_key_that_is_not_offered_does_nothing(qtbot, view):
    view.show_review()
    with qtbot.assertNotEmitted(view.review_page.decided):
        qtbot.keyClick(view.review_page, Qt.Key.Key_2)


def test_escape_returns_to_the_charts(qtbot, view):
    view.show_review()
    assert view._pages.currentIndex() == REVIEW
    qtbot.keyClick(view.review_page, Qt.Key.Key_Escape)
    assert view._pages.currentIndex() != REVIEW


def test_a_series_of_one_year_is_shown_when_asked_for(qtbot, view):
    entry = view.gathered.single[0]
    view.choose(entry.shown.series.indicator, entry.shown.points[0].figure_id)
    assert [spot.point.value for spot in view.pane.chart.spots()] == [entry.shown.points[0].value]


def test_a_figure_in_no_series_is_told(qtbot, view):
    with qtbot.waitSignal(view.missing) as told:
        view.choose("x:không có", 7)
    assert told.args == [7]
