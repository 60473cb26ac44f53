"""From a live number to its series, to why it reads so, and back to its sentence, through the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.digest import digest
from db.layers import Correction, anchor_of
from db.library import Library
from db.model import Content, Source
from db.notebook import Notebook
from db.writer import add_report
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.settings import Settings
from desktop.themes import Themes

SIZE = {2022: 115.0, 2023: 112.5}


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    for number, (year, value) in enumerate(SIZE.items()):
        of_year = {"period": str(year), "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        size = {
            "value": value,
            "value_base": value * 1e12,
            "unit_base": "đồng",
            "indicator": "quy-mo-kinh-te",
            **of_year,
        }
        figures = tuple(replace(one, **size) if one.id == 2 else one for one in content.figures)
        whole = replace(content, data=replace(content.data, year=year, period=str(year)), figures=figures)
        source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
        with opened.writing() as conn:
            add_report(conn, whole, source, f"2024-01-0{number + 1}T00:00:00Z", digest(whole))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, library, tmp_path, qapp) -> Iterator[MainWindow]:
    memory = Memory(library, Notebook.open(tmp_path / "n.notebook"))
    made = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.open_report(2)
    yield made
    memory.close()


def figure_of(window: MainWindow, number: int) -> int:
    return window.desk.current().content.figures[number - 1].id


def test_the_series_of_a_number_opens_with_its_point_chosen(qtbot, window):
    window.desk.current().pane.figure_requested.emit(figure_of(window, 2))
    assert window.tabs.current_key() == "indicators"
    view = window.indicators
    qtbot.waitUntil(lambda: len(view.pane.chart.spots()) == 2)
    qtbot.waitUntil(lambda: view.pane.chart._now is not None)
    assert (view.pane.chart._now.point.year, view.pane.chart._now.point.value) == (2023, 112.5)
    with qtbot.waitSignal(window.session.destination_changed) as back:
        qtbot.keyClick(view.pane.chart, Qt.Key.Key_Return)
    assert back.args[0].report_id == 2
    assert window.tabs.current_key() == "report/2"


def test_a_number_of_no_series_is_explained_instead(window):
    window.desk.current().pane.figure_requested.emit(figure_of(window, 1))
    assert window.tabs.current_key() == "report/2"
    assert window.figures.why.figure.id == figure_of(window, 1)
    assert window.figures.isVisible()


def test_the_card_knows_the_year_before(window):
    pane = window.desk.current().pane
    before = pane.live.card.before(window.desk.current().content.figures[1])
    assert (before.point.year, before.point.value, before.unit) == (2022, 115.0, "nghìn tỷ đồng")


def test_why_in_the_chart_leads_to_the_panel_beside_the_sentence(qtbot, window):
    window.sourcing.show_indicator("quy-mo-kinh-te")
    qtbot.waitUntil(lambda: bool(window.indicators._sources.cards))
    older = window.indicators._sources.cards[1].point
    window.indicators._sources.cards[1].why.emit(older)
    assert window.tabs.current_key() == "report/1"
    assert window.figures.why.figure.id == older.figure_id


def test_a_correction_moves_the_chart_and_undo_moves_it_back(qtbot, window):
    opened = window.desk.current()
    figure = opened.content.figures[1]
    window.sourcing.show_indicator("quy-mo-kinh-te")
    qtbot.waitUntil(lambda: len(window.indicators.pane.chart.spots()) == 2)
    with qtbot.waitSignal(window.indicators.loaded):
        window.layering.correct(Correction(anchor_of(figure, opened.report.source.sha256), 120.0))
    values = [(spot.point.value, spot.kind) for spot in window.indicators.pane.chart.spots()]
    assert values == [(115.0, "estimate"), (120.0, "corrected")]
    assert any("112,5" in label for label in _words(window.indicators._sources))
    with qtbot.waitSignal(window.indicators.loaded):
        window.commands["undo"].trigger()
    assert [spot.point.value for spot in window.indicators.pane.chart.spots()] == [115.0, 112.5]


def test_commands_walk_numbers_and_explain_them(qtbot, window):
    window.commands["next-number"].trigger()
    pane = window.desk.current().pane
    assert pane.live.card.isVisible()
    window.commands["why"].trigger()
    assert window.figures.why.figure.id == pane.live.current


def test_the_state_of_the_library_opens_in_a_tab_and_leads_to_its_lists(qtbot, window):
    window.commands["health"].trigger()
    view = window.sourcing.health()
    qtbot.waitUntil(lambda: len(view.health.reports) == 2)
    assert window.tabs.current_key() == "health"
    view.note_requested.emit(1, 10_000_009)
    assert window.tabs.current_key() == "report/1"
    window.commands["watch-list"].trigger()
    assert window.tabs.current_key() == "indicators"
    assert window.indicators.watch_page.isVisible()


def _words(widget) -> list[str]:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - only here

    return [label.text() for label in widget.findChildren(QLabel)]
