"""The chart under mouse and keys, and how fast it is first painted."""

from __future__ import annotations

import pytest
from pyqtgraph import GraphicsView
from PySide6.QtCore import QPoint, Qt

from desktop.indicators.chart import Chart
from desktop.themes import Themes


@pytest.fixture
def chart(qtbot, straight):
    made = Chart(Themes())
    qtbot.addWidget(made)
    made.resize(720, 440)
    made.show_series([straight("thu", 18250, range(2020, 2025), 900)])
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(spot) -> QPoint:
    return QPoint(round(spot.x), round(spot.y))


def test_the_mouse_finds_a_point_and_a_click_opens_it(qtbot, chart):
    spot = chart.spots()[2]
    qtbot.mouseMove(chart.viewport(), at(spot))
    qtbot.waitUntil(chart.tip.isVisible)
    assert "2022" in chart.tip.words.text() or chart.tip.words.text() == spot.point.quote
    with qtbot.waitSignal(chart.spot_opened) as opened:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at(spot))
    assert opened.args[0].point.year == 2022


def test_every_point_lies_in_the_scene_where_it_is_drawn(chart):
    assert isinstance(chart, GraphicsView)
    shown = [(point.pos().x(), point.pos().y()) for point in chart._points.points()]
    assert shown == [(spot.x, spot.y) for spot in chart.spots()]
    assert len(shown) == 5


def test_the_chosen_point_gets_a_halo(qtbot, chart):
    assert len(chart._halo.points()) == 0
    qtbot.keyClick(chart, Qt.Key.Key_End)
    halo, last = chart._halo.points()[0].pos(), chart.spots()[-1]
    assert (halo.x(), halo.y()) == (last.x, last.y)


def test_beside_the_points_nothing_is_meant(qtbot, chart):
    with qtbot.assertNotEmitted(chart.spot_opened):
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_keys_walk_from_end_to_end(qtbot, chart):
    walked = []
    chart.spot_chosen.connect(lambda spot: walked.append(spot.point.year if spot else 0))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Escape):
        qtbot.keyClick(chart, key)
    assert walked == [2024, 2024, 2023, 2020, 0]


def test_a_chosen_point_stays_chosen_while_the_window_changes(qtbot, chart):
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    chart.resize(500, 300)
    with qtbot.waitSignal(chart.spot_opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args[0].point.year == 2020


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_every_theme_is_followed(chart, theme):
    chart._themes.use(theme)
    assert chart.grab().toImage().width() == chart.width()
    chart._themes.use("light")


def test_twenty_series_over_fifteen_years_are_painted_at_once(qtbot, straight):
    many = [straight(f"chỉ tiêu {n}", 100 + n, range(2010, 2025)) for n in range(20)]
    made = Chart(Themes())
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show_series(many)
    picture = made.grab().toImage()
    assert len(made.spots()) == 300
    assert len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 20
