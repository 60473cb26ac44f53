"""Labels beside the lines' ends: none over another, none far from where it belongs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.indicators.labels import without_overlap

HEIGHT = 18.0


def gaps(middles: list[float]) -> list[float]:
    ordered = sorted(middles)
    return [after - before for before, after in pairwise(ordered)]


def test_eight_close_series_do_not_overlap():
    wanted = [200.0, 201, 202, 203.5, 204, 205, 206, 208]
    middles = without_overlap(wanted, HEIGHT, 0, 480)
    assert min(gaps(middles)) >= HEIGHT - 1e-6
    assert middles == sorted(middles)
    assert sum(middles) / 8 == pytest.approx(sum(wanted) / 8)  # as near as can be: centred on where they belong


def test_labels_with_room_stay_where_they_are():
    assert without_overlap([10.0, 100.0, 300.0], HEIGHT, 0, 480) == [10.0, 100.0, 300.0]


def test_the_order_given_is_kept():
    middles = without_overlap([300.0, 299.0, 10.0], HEIGHT, 0, 480)
    assert middles[2] < middles[1] < middles[0]


def test_labels_stay_inside_the_chart():
    middles = without_overlap([0.0, 0.0, 0.0, 479.0, 480.0], HEIGHT, 0, 480)
    assert min(middles) >= HEIGHT / 2 - 1e-6
    assert max(middles) <= 480 - HEIGHT / 2 + 1e-6
    assert min(gaps(middles)) >= HEIGHT - 1e-6


def test_nothing_to_place():
    assert without_overlap([], HEIGHT, 0, 480) == []


@given(st.lists(st.floats(-50, 550, allow_nan=False), min_size=1, max_size=20))
def test_no_two_labels_touch_as_long_as_there_is_room(wanted):
    middles = without_overlap(wanted, HEIGHT, 0, 500)
    assert all(gap >= HEIGHT - 1e-6 for gap in gaps(middles))
    assert min(middles) >= HEIGHT / 2 - 1e-6
    assert max(middles) <= 500 - HEIGHT / 2 + 1e-6
