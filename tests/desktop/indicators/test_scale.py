"""Value axes: round ticks, Vietnamese numbers, zero where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.indicators.scale import scale_for


def test_ticks_are_written_as_reports_write_numbers():
    assert scale_for(20880, 32144, 5).words() == ("20.000", "22.500", "25.000", "27.500", "30.000", "32.500")
    assert scale_for(8.13, 8.4, 4).words() == ("8,1", "8,2", "8,3", "8,4")
    assert scale_for(-8.37, 11.2, 5).words() == ("−10", "−5", "0", "5", "10", "15")


def test_a_million_is_never_written_with_an_exponent():
    assert scale_for(0, 4e6, 4).words()[-1] == "4.000.000"


def test_columns_begin_at_zero_and_lines_say_where_they_do_not():
    assert scale_for(96, 99, 5, from_zero=True).low == 0
    line = scale_for(96, 99, 5)
    assert line.broken
    assert line.low > 0
    assert not scale_for(10, 100, 5).broken  # zero is near enough to be taken in


@pytest.mark.parametrize("value", [0.0, 5.0, -3.0])
def test_one_value_has_an_axis_too(value):
    scale = scale_for(value, value, 5)
    assert scale.low < scale.high
    assert scale.low <= value <= scale.high


@given(
    st.floats(-1e12, 1e12, allow_nan=False), st.floats(1e-3, 1e12, allow_nan=False), st.integers(2, 8), st.booleans()
)
def test_every_value_lies_within_its_axis(low, wide, most, from_zero):
    high = low + wide
    if wide < 1e-6 * abs(low):
        return
    scale = scale_for(low, high, most, from_zero)
    assert scale.low <= low + 1e-6 * wide
    assert scale.high >= high - 1e-6 * wide
    assert len(scale.ticks) <= 2 * most + 4
