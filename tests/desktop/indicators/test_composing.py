"""Charts laid out: every kind, every state, and the same figures as the table."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainterPath, QPainterPathStroker

from db.model import Break
from desktop.amounts import point_value
from desktop.indicators.changes import rows_of
from desktop.indicators.composing import KINDS, compose, ends_of
from desktop.indicators.drawing import drawn, indexed
from desktop.indicators.frame import Room
from desktop.indicators.shapes import Letters, Sign, Stroke, Words
from desktop.themes import load

ROOM = Room(0, 20, 720, 440)


@pytest.fixture
def lay(qapp):
    def run(chosen, kind="line", room=ROOM):
        return compose(chosen, kind, room, Letters(QFont(qapp.font())), load("light"))

    return run


def words(sheet) -> list[str]:
    return [shape.text for shape in sheet.shapes if isinstance(shape, Words)]


@pytest.mark.parametrize("kind", ["line", "column", "multiples"])
def test_the_table_has_a_row_for_every_spot(lay, made, point, kind):
    shown = made(
        "thu", [point(2020, 90.0), point(2022, 100.0), point(2022, 80.0, report_year=2021), point(2022, 95.0, "plan")]
    )
    sheet = lay([shown], kind)
    assert sorted((spot.point.year, spot.point.value) for spot in sheet.spots) == sorted(
        (row.point.year, row.point.value) for row in rows_of([shown])
    )


def test_an_older_value_on_a_column_stands_on_a_ring_of_the_ground(lay, made, point):
    shown = made("thu", [point(2022, 100.0), point(2022, 80.0, report_year=2021)])
    signs = [shape for shape in lay([shown], "column").shapes if isinstance(shape, Sign)]
    ring, older = signs[-2:]

    assert (ring.x, ring.y) == (older.x, older.y)
    assert (ring.colour, ring.fill) == (load("light").surface, "full")
    assert ring.size > older.size * 1.5


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_inside_its_room(lay, straight, kind):
    sheet = lay([straight("a", 100, range(2019, 2025)), straight("b", 98, range(2019, 2025), 2)], kind)
    assert sheet.spots
    assert all(0 <= spot.x <= 720 and 0 <= spot.y <= 460 for spot in sheet.spots)


def test_eight_close_series_get_labels_that_do_not_overlap(lay, straight, qapp):
    sheet = lay([straight(f"chỉ tiêu {n}", 100 + n * 0.1, range(2015, 2025)) for n in range(8)])
    labels = sorted(shape.y for shape in sheet.shapes if isinstance(shape, Words) and shape.text.startswith("chỉ tiêu"))
    assert len(labels) == 8
    em = Letters(qapp.font()).em
    assert min(after - before for before, after in pairwise(labels)) >= em


@pytest.mark.parametrize("lowest", [-9.9, -9.6, -9.2, -8.8, -8.37, -7.0, -4.9, -4.5, 2.0])
@pytest.mark.parametrize("height", [120, 160, 240, 300, 340, 400, 440])
def test_no_line_runs_through_the_value_of_a_valley(lay, made, point, qapp, lowest, height):
    values = (-5.5, 5.04, 11.2, lowest, 7.1)
    room = Room(0, 20, 720, height)
    sheet = lay([made("tăng", [point(2020 + n, value) for n, value in enumerate(values)], "%")], room=room)
    letters = Letters(qapp.font())
    at = next(spot for spot in sheet.spots if spot.point.value == lowest)
    text = point_value(at.point)
    label = next(one for one in sheet.shapes if isinstance(one, Words) and one.text == text and one.align == "centre")
    middle = QRectF(0, 0, letters.width(label.text) - 2, letters.em * 0.5)
    middle.moveCenter(QPointF(label.x, label.y))
    line = next(one for one in sheet.shapes if isinstance(one, Stroke) and len(one.points) == len(values))
    path = QPainterPath(QPointF(*line.points[0]))
    for place in line.points[1:]:
        path.lineTo(QPointF(*place))
    assert not QPainterPathStroker().createStroke(path).intersects(middle)
    assert middle.bottom() <= 20 + height


def test_different_units_never_share_an_axis(lay, straight):
    sheet = lay([straight("thu", 23000, range(2020, 2024)), straight("tăng", 5, range(2020, 2024), unit="%")], "line")
    assert {"tỷ đồng", "%"} <= set(words(sheet))


def test_a_line_that_does_not_begin_at_zero_says_so_and_a_column_begins_there(lay, straight):
    shown = straight("tỷ lệ", 96, range(2020, 2024))
    line, column = lay([shown]), lay([shown], "column")
    assert line.broken
    assert "The axis does not begin at 0" in words(line)
    assert not column.broken
    assert "0" in words(column)


def test_signs_tell_states_apart(lay, made, point):
    states = ("stated", "estimate", "implied", "corrected")
    shown = made(
        "thu", [*(point(2019 + n, 10.0 + n, state) for n, state in enumerate(states)), point(2022, 14.0, "plan")]
    )
    signs = [shape for shape in lay([shown]).shapes if isinstance(shape, Sign)]
    assert {(sign.shape, sign.fill) for sign in signs} == {
        ("disc", "full"), ("disc", "half"), ("disc", "none"), ("diamond", "none"), ("dash", "full")
    }  # fmt: skip


def test_a_hole_is_dotted_and_named(lay, made, point):
    sheet = lay([made("thu", [point(2015, 1.0), point(2016, 2.0), point(2021, 3.0)])])
    assert "no figures" in words(sheet)


def test_a_break_tells_both_definitions_and_is_not_joined(lay, made, point):
    broken = (Break(2022, "definition", "chuẩn 2016-2020", "chuẩn 2022-2025", 1),)
    shown = made("nghèo", [point(2020, 5.0), point(2021, 4.0), point(2022, 7.0), point(2023, 6.0)], "%", broken)
    assert [[p.year for p in run] for run in shown.runs] == [[2020, 2021], [2022, 2023]]
    assert shown.gaps == []
    zone = next(zone for zone in lay([shown]).zones if "2022" in zone.text)
    assert "chuẩn 2016-2020" in zone.text
    assert "chuẩn 2022-2025" in zone.text


def test_an_index_begins_at_a_hundred(made, point):
    shown = indexed(made("thu", [point(2020, 200.0), point(2021, 250.0)]), 2020)
    assert shown is not None
    assert [p.value for p in shown.line] == [100.0, 125.0]
    assert shown.series.unit == "2020 = 100"
    assert indexed(made("thu", [point(2021, 250.0)]), 2020) is None
    assert indexed(made("tăng", [point(2020, 5.0, kind="change")]), 2020) is None


def test_slopes_take_the_years_all_series_share(straight):
    assert ends_of([straight("a", 1, range(2018, 2025)), straight("b", 1, range(2020, 2024))]) == (2020, 2023)
    assert ends_of([straight("a", 1, range(2018, 2020)), straight("b", 1, range(2020, 2024))]) is None


def test_a_derived_value_that_says_the_same_gets_no_second_mark(made, point):
    implied = point(2021, 23775.0, "implied", 2022, low=23770.0, high=23780.0)
    shown = made("thu", [implied, point(2021, 23772.0, report_year=2022)])
    assert shown.older == ()
    far = point(2021, 23000.0, "implied", 2022, low=22990.0, high=23010.0)
    assert made("thu", [far, point(2021, 23772.0, report_year=2022)]).older == (far,)


def test_nothing_is_drawn_of_nothing(lay):
    assert lay([]).shapes == []
    assert lay([drawn_empty()]).spots == []


def drawn_empty():
    from db.model import Series  # noqa: PLC0415 - only here

    return drawn(Series("x", "x", "", ()), {})


def test_twenty_series_over_fifteen_years_are_laid_out(lay, straight):
    many = [straight(f"chỉ tiêu {n}", 100 + n, range(2010, 2025)) for n in range(20)]
    for kind in ("line", "column", "multiples"):
        sheet = lay(many, kind)
        assert len(sheet.spots) == 300
        assert any(isinstance(shape, Stroke) for shape in sheet.shapes)


@pytest.mark.parametrize("kind", ["line", "column"])
def test_a_range_reaches_to_its_far_end_inside_the_field(lay, made, point, kind):
    plan = replace(point(2022, 9.5, "plan"), low=9.5, high=30.0)
    sheet = lay([made("tăng", [point(2020, 7.0), point(2021, 8.0), plan], "%")], kind)
    spot = next(one for one in sheet.spots if one.point == plan)
    reach = next(one for one in sheet.shapes if isinstance(one, Stroke) and one.points[0] == (spot.x, spot.y))
    near, far = reach.points
    assert near[0] == far[0]
    assert 20 <= far[1] < near[1]
