"""The indicator view by mouse and keys: several series, index, state of knowledge, table, pictures, contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from db import digest, writer
from db.library import Library
from db.model import Content, Figure, Place, Source
from desktop.indicators.chart_pane import OUT
from desktop.indicators.view import CHARTS, WATCH, IndicatorsView
from desktop.indicators.watch_paper import watch_paper
from desktop.languages import Languages
from desktop.layering import Layering
from desktop.settings import Settings
from desktop.themes import Themes
from desktop.widgets.safe_document import SafeDocument


def figure(number: int, block: int, value: float, year: int, indicator: str, unit: str = "tỷ đồng") -> Figure:
    scale, base = (1e9, "đồng") if unit == "tỷ đồng" else (1.0, unit)
    kind = "level" if unit == "tỷ đồng" else "change"
    return Figure(
        id=number,
        place=Place(block_id=block),
        start=number,
        end=number + 3,
        quote=f"câu nói {value} của năm {year}",
        value=value,
        unit=unit,
        name=indicator,
        indicator=indicator,
        low=value,
        high=value,
        value_base=value * scale,
        unit_base=base,
        kind=kind,
        period=str(year),
        period_start=f"{year}-01-01",
        period_end=f"{year}-12-31",
    )


@pytest.fixture
def library(tmp_path: Path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    block = next(block.id for block in content.blocks if len(block.text) > 60)
    for number, year in enumerate((2021, 2022, 2023)):
        figures = (
            figure(1, block, 100.0 + 10 * number, year, "thu-ngan-sach"),
            figure(2, block, 95.0 + 10 * number, year - 1, "thu-ngan-sach"),
            figure(3, block, 50.0 + number, year, "thu-noi-dia"),
            figure(4, block, 5.0 + number, year, "tang-truong-grdp", "%"),
        )
        one = replace(content, data=replace(content.data, year=year, period=str(year)), figures=figures)
        with opened.writing() as connection:
            source = Source(f"{year}.docx", f"/{year}.docx", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def view(qtbot, library, settings) -> IndicatorsView:
    made = IndicatorsView(library, Themes(), settings, Layering(None))
    qtbot.addWidget(made)
    made.resize(1300, 640)
    with qtbot.waitSignal(made.loaded), qtbot.waitExposed(made):
        made.show()
    made.choose("thu-ngan-sach")
    return made


def box_of(view: IndicatorsView, indicator: str) -> QPoint:
    rect = view._list.visualRect(view._model.index(view._model.row_of(indicator)))
    return QPoint(rect.left() + 10, rect.center().y())


def pick(qtbot, view: IndicatorsView, indicator: str) -> None:
    view._list.scrollTo(view._model.index(view._model.row_of(indicator)))
    qtbot.mouseClick(view._list.viewport(), Qt.MouseButton.LeftButton, pos=box_of(view, indicator))


def names(view: IndicatorsView) -> list[str]:
    return [shown.series.indicator for shown in view.pane.drawable]


def test_a_click_on_the_box_adds_a_series_and_takes_it_away(qtbot, view):
    pick(qtbot, view, "thu-noi-dia")
    assert names(view) == ["thu-ngan-sach", "thu-noi-dia"]
    pick(qtbot, view, "thu-noi-dia")
    assert names(view) == ["thu-ngan-sach"]


def test_space_adds_the_row_under_the_cursor(qtbot, view):
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view._list, Qt.Key.Key_Space)
    assert len(names(view)) == 2


def test_other_units_get_charts_of_their_own(qtbot, view):
    pick(qtbot, view, "tang-truong-grdp")
    assert {shown.series.unit for shown in view.pane.drawable} == {"tỷ đồng", "%"}
    assert "different units" in view.pane._unit.text()
    xs = {round(spot.x) for spot in view.pane.chart.spots() if spot.shown.series.unit == "%"}
    ys = {round(spot.x) for spot in view.pane.chart.spots() if spot.shown.series.unit != "%"}
    assert not xs & ys


def test_an_index_sets_the_base_year_to_a_hundred(qtbot, view):
    pick(qtbot, view, "thu-noi-dia")
    options = view.pane.options
    options.base.setCurrentIndex(options.base.findData(2022))
    options.base.activated.emit(options.base.currentIndex())
    assert view.pane._unit.text() == "2022 = 100"
    of_base = [p.value for shown in view.pane.drawable for p in shown.line if p.year == 2022]
    assert of_base == [100.0, 100.0]


def test_as_known_in_a_year_forgets_the_later_reports(qtbot, view):
    assert [p.value for p in view.pane.drawable[0].line] == [95.0, 105.0, 115.0, 120.0]
    options = view.pane.options
    options.known.setCurrentIndex(options.known.findData(2022))
    options.known.activated.emit(options.known.currentIndex())
    assert [p.value for p in view.pane.drawable[0].line] == [95.0, 105.0, 110.0]
    assert "2022" in view.pane._unit.text()


def test_the_table_shows_what_is_drawn_and_enter_opens_the_sentence(qtbot, view):
    qtbot.mouseClick(view.pane.options.table, Qt.MouseButton.LeftButton)
    assert view.pane.table.isVisible()
    assert view.pane.model.rowCount() == len(view.pane.chart.spots())
    view.pane.table.selectRow(0)
    with qtbot.waitSignal(view.destination_requested):
        qtbot.keyClick(view.pane.table, Qt.Key.Key_Return)
    view.pane.copy_table()
    assert QApplication.clipboard().text().count("\n") == view.pane.model.rowCount()


def test_the_table_keeps_the_rules_of_qt(qtmodeltester, view):
    qtmodeltester.check(view.pane.model)
    view.show_watch_list()
    qtmodeltester.check(view.watch_page.model)


def test_the_picture_is_copied_and_saved(qtbot, view, tmp_path):
    qtbot.mouseClick(view.pane.options.copy, Qt.MouseButton.LeftButton)
    assert not QApplication.clipboard().image().isNull()
    drawing = bytes(QApplication.clipboard().mimeData().data("image/svg+xml").data())
    assert view.pane._name.text() in drawing.decode("utf-8")
    for ending in ("svg", "pdf", "png"):
        view.pane.save_to(tmp_path / f"a.{ending}")
        assert (tmp_path / f"a.{ending}").stat().st_size > 1000
    with qtbot.waitSignal(view.failed):
        view.pane.save_to(tmp_path / "gone" / "a.svg")
    assert {action.objectName() for action in view.pane.menu().actions()} - {""} == {
        "copy-picture", "copy-figures", "save", "table", "basket", "export", "print"
    }  # fmt: skip


def test_what_is_drawn_goes_where_it_is_asked_to(qtbot, view):
    sent: list[str] = []
    view.out_requested.connect(sent.append)
    qtbot.mouseClick(view.pane.options.basket, Qt.MouseButton.LeftButton)
    for action in view.pane.menu().actions():
        if action.objectName() in OUT:
            action.trigger()
    assert sent == ["basket", "basket", "export", "print"]
    view.pane.options.kinds["column"].click()
    item = view.item()
    assert (item.kind, item.chart, item.indicators) == ("series", "column", (view._chosen()[0].series.indicator,))
    view.show_watch_list()
    assert view.item() is None


def test_reports_that_do_not_agree_are_shown_with_both_sentences(qtbot, view):
    warnings = view._sources.warnings
    assert len(warnings) == 2
    words = " ".join(label.text() for label in warnings[0].findChildren(QLabel))
    assert "câu nói 100.0 của năm 2021" in words
    assert "câu nói 105.0 của năm 2021" in words
    qtbot.mouseClick(warnings[0].more, Qt.MouseButton.LeftButton)
    assert warnings[0]._both.isVisible()


def test_an_indicator_is_watched_and_taken_off(qtbot, view, settings):
    qtbot.mouseClick(view.pane.watch, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view._watch_list, Qt.MouseButton.LeftButton)
    assert view._pages.currentIndex() == WATCH
    assert [line.shown.series.indicator for line in view.watch_page.model.rows] == ["thu-ngan-sach"]
    view.watch_page.table.selectRow(0)
    qtbot.keyClick(view.watch_page.table, Qt.Key.Key_Delete)
    assert view.watch_page.model.rows == []
    qtbot.keyClick(view.watch_page, Qt.Key.Key_Escape)
    assert view._pages.currentIndex() == CHARTS


def test_the_watch_list_is_printed_on_one_page_with_its_curves(qtbot, view):
    assert view.paper() is None
    qtbot.mouseClick(view.pane.watch, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view._watch_list, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.out_requested) as asked:
        qtbot.mouseClick(view.watch_page.print, Qt.MouseButton.LeftButton)
    assert asked.args == ["print"]
    lines = [view.watch_page.model.rows[0]] * 12
    page = watch_paper(lines)
    document = SafeDocument(page.html(), view.font().family(), page.chart, page.pictures)

    assert view.paper() is not None
    assert document.paged(624, 971) == 1  # A4 within the margins of the decree
    assert document.toPlainText().count(lines[0].name) == 12
    assert all(
        len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 2
        for image in page.pictures.values()
    )


def test_a_group_narrows_the_list(qtbot, view):
    view.filters.groups.setCurrentIndex(1)
    view.filters.groups.activated.emit(1)
    groups = {view._model.entry(view._model.index(row)).group for row in range(view._model.rowCount())}
    assert groups == {view.filters.groups.currentData()}


def test_the_language_is_followed(qtbot, view):
    languages = Languages()
    with qtbot.waitSignal(view.loaded):
        languages.use("vi")
    assert view.pane.options.kinds["dumbbell"].text() == "Hai đầu"
    assert "số báo cáo" in view.pane._legend.text()
    with qtbot.waitSignal(view.loaded):
        languages.use("en")
