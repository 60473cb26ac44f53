"""The reading line reaches every line of the report, and finds its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.probe import SHARE, reading_line, scroll_for


def test_it_lies_near_the_top_third_in_the_middle_and_at_the_edges_at_the_ends() -> None:
    assert reading_line(0, 10_000, 700) == 0
    assert reading_line(5_000, 10_000, 700) == SHARE * 700
    assert reading_line(10_000, 10_000, 700) == 700


@given(st.floats(1, 50_000), st.floats(200, 2_000), st.floats(0, 1))
def test_one_comes_back_to_the_same_scroll(most: float, height: float, share: float) -> None:
    scroll = share * most
    there = scroll + reading_line(scroll, most, height)
    assert abs(scroll_for(there, most, height) - scroll) < 0.01


def test_a_report_that_fits_the_window_is_not_scrolled() -> None:
    assert scroll_for(400, 0, 700) == 0
    assert reading_line(0, 0, 700) == 0
