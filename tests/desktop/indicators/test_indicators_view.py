"""Indicators through their widgets: list, chart, keyboard, and the way to the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import digest, queries, writer
from db.indicators.catalogue import load
from db.library import Library
from db.model import Content, Figure, Place, Point, Series, Source
from desktop.figure_lookup import FigureLookup
from desktop.indicators.view import IndicatorsView
from desktop.layering import Layering
from desktop.session import Destination
from desktop.settings import Settings
from desktop.themes import Themes

VALUES = {2020: 23682.0, 2021: 21154.0, 2023: 23951.0}


def budget(content: Content, year: int, value: float) -> Content:
    """Return a report of `year` that states one budget figure in its first paragraph."""
    block = next(block for block in content.blocks if len(block.text) > 40)
    figure = Figure(
        id=1,
        place=Place(block_id=block.id),
        start=0,
        end=8,
        quote=block.text[:30],
        value=value,
        unit="tỷ đồng",
        name="Tổng thu ngân sách nhà nước",
        value_base=value * 1e9,
        unit_base="đồng",
        period=str(year),
        period_start=f"{year}-01-01",
        period_end=f"{year}-12-31",
    )
    return replace(content, data=replace(content.data, year=year, period=str(year)), figures=(figure,))


@pytest.fixture
def indicator() -> str:
    return next(one.id for one in load().indicators if "tỷ đồng" not in one.units and "đồng" in one.units)


@pytest.fixture
def library(tmp_path: Path, content: Content, indicator: str) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, (year, value) in enumerate(VALUES.items()):
        one = budget(content, year, value)
        one = replace(one, figures=tuple(replace(figure, indicator=indicator) for figure in one.figures))
        with opened.writing() as connection:
            source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def view(qtbot: QtBot, library: Library) -> IndicatorsView:
    made = IndicatorsView(library, Themes(), Settings(), Layering(None))
    qtbot.addWidget(made)
    made.resize(1200, 600)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    return made


def test_the_list_keeps_the_rules_of_qt(qtmodeltester: object, view: IndicatorsView) -> None:
    qtmodeltester.check(view._list.model())  # type: ignore[attr-defined]  # no public type


def test_the_first_chart_is_drawn_with_all_its_years(view: IndicatorsView) -> None:
    chart = view.pane.chart
    assert [(spot.point.year, spot.point.value) for spot in chart.spots()] == list(VALUES.items())


def test_no_line_crosses_the_missing_year(view: IndicatorsView) -> None:
    shown = view._chosen()[0]
    assert [(before.year, after.year) for before, after in shown.gaps] == [(2021, 2023)]


def test_arrows_walk_the_points_and_enter_opens_the_sentence(qtbot: QtBot, view: IndicatorsView) -> None:
    chart = view.pane.chart
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    with qtbot.waitSignal(view.destination_requested) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    destination = opened.args[0]
    assert isinstance(destination, Destination)
    assert destination.report_id == 2
    assert destination.place is not None
    assert destination.place.block_id is not None
    assert (destination.start, destination.end) == (0, 8)


def test_a_screen_reader_hears_the_facts(view: IndicatorsView) -> None:
    said = view.pane.chart.accessibleDescription()
    assert "to 23.951 (2023)" in said
    assert "2022" in said


def test_filtering_keeps_a_chart_on_screen(qtbot: QtBot, view: IndicatorsView) -> None:
    box = view.filters.words
    qtbot.keyClicks(box, "zzz")
    qtbot.waitUntil(lambda: view._list.model().rowCount() == 0)
    box.clear()
    qtbot.waitUntil(lambda: view._list.model().rowCount() > 0)
    assert view._chosen()


def test_a_theme_change_redraws(view: IndicatorsView) -> None:
    before = len(view.pane.chart.spots())
    view.pane.chart._themes.use("dark")
    assert len(view.pane.chart.spots()) == before
    view.pane.chart._themes.use("light")


def test_an_empty_library_explains_itself(qtbot: QtBot, tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "e.tubaocao")
    made = IndicatorsView(opened, Themes(), Settings(), Layering(None))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    assert made._empty.isVisible()
    opened.close()


def test_what_arrives_after_the_library_was_closed_is_let_go(view: IndicatorsView, library: Library) -> None:
    view.refresh()
    job = view._job
    assert job is not None
    shown = view.gathered
    library.close()  # ends the job first
    view._take(job, replace(shown, single=()))
    assert view.gathered is shown


@pytest.fixture
def two_areas(library: Library, content: Content, indicator: str) -> Library:
    """The library, and a report of another province for a year that the first has too."""
    one = budget(content, 2021, 99.0)
    data = replace(one.data, place="Sơn La", issuer="Tỉnh ủy Sơn La")
    one = replace(one, data=data, figures=tuple(replace(figure, indicator=indicator) for figure in one.figures))
    with library.writing() as connection:
        source = Source("son-la.docx", "/son-la.docx", "9" * 64, "docx", 10)
        writer.add_report(connection, one, source, "2026-11-24T11:00:00Z", digest.digest(one))
    return library


def test_two_areas_never_share_a_line(qtbot: QtBot, two_areas: Library, indicator: str) -> None:
    view = IndicatorsView(two_areas, Themes(), Settings(), Layering(None))
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.loaded), qtbot.waitExposed(view):
        view.show()
    assert view.filters.areas.isVisible()
    assert [spot.point.value for spot in view.pane.chart.spots()] == list(VALUES.values())
    view.filters.areas.setCurrentIndex(view.filters.areas.findData("Sơn La"))
    with qtbot.waitSignal(view.loaded):
        view.filters.areas.activated.emit(1)
    view.choose(indicator)
    qtbot.waitUntil(lambda: [spot.point.value for spot in view.pane.chart.spots()] == [99.0])


def test_a_figure_of_another_area_brings_its_area(qtbot: QtBot, two_areas: Library, indicator: str) -> None:
    view = IndicatorsView(two_areas, Themes(), Settings(), Layering(None))
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.loaded), qtbot.waitExposed(view):
        view.show()
    (there,) = (one for one in queries.series(two_areas.reader(), indicator) if one.area == "Sơn La")
    with qtbot.waitSignal(view.loaded):
        view.choose(indicator, there.points[0].figure_id)
    assert view.filters.area == "Sơn La"
    assert [spot.point.value for spot in view.pane.chart.spots()] == [99.0]


def test_one_area_alone_is_no_choice(view: IndicatorsView) -> None:
    assert not view.filters.areas.isVisible()


def test_the_year_before_is_never_that_of_another_area(two_areas: Library, indicator: str) -> None:
    conn = two_areas.reader()
    lookup = FigureLookup(two_areas, Layering(None))
    found = {one.area: one.points for one in queries.series(conn, indicator)}
    (there,) = found.pop("Sơn La")
    assert lookup.year_before(queries.figure(conn, there.figure_id)) is None
    here = next(point for point in next(iter(found.values())) if point.year == 2021)
    before = lookup.year_before(queries.figure(conn, here.figure_id))
    assert before is not None
    assert before.point.value == VALUES[2020]


def test_the_year_before_is_counted_from_what_is_stated_not_from_what_it_implies(
    two_areas: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def point(year: int, value: float, figure_id: int, rule: str = "") -> Point:
        state = "implied" if rule else "stated"
        return Point(year, str(year), value, None, None, state, 1, figure_id, "câu", rule=rule)

    points = (point(2020, 44.0, 1), point(2021, 53.7, 9, "level-rate"), point(2021, 42.6, 2), point(2022, 61.7, 9))
    lookup = FigureLookup(two_areas, Layering(None))
    monkeypatch.setattr(lookup, "_series", lambda _figure: [Series("ban-le", "Bán lẻ", "nghìn tỷ đồng", points)])
    figure = Figure(9, Place(block_id=1), 0, 3, "câu", 61.7, "nghìn tỷ đồng", indicator="ban-le")

    before = lookup.year_before(figure)
    assert before is not None
    assert (before.point.year, before.point.value) == (2021, 42.6)
