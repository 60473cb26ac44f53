"""Where the cards go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.footnotes.placing import place, share_out

CARDS = st.lists(st.tuples(st.floats(0, 800), st.floats(10, 120)), min_size=1, max_size=12)


@given(CARDS)
def test_cards_keep_order_and_never_overlap(cards: list[tuple[float, float]]) -> None:
    lines = sorted(line for line, _ in cards)
    heights = [height for _, height in cards]
    tops = place(lines, heights, 6, 900)
    assert tops[0] >= 0
    for number in range(1, len(tops)):
        assert tops[number] >= tops[number - 1] + heights[number - 1] + 6 - 1e-6
    if sum(heights) + 6 * (len(heights) - 1) <= 900:
        assert tops[-1] + heights[-1] <= 900 + 1e-6


def test_a_card_that_is_free_lies_exactly_at_its_line() -> None:
    assert place([40, 300], [50, 50], 6, 900) == [40, 300]


def test_two_in_each_others_way_share_the_distance() -> None:
    assert place([100, 110], [50, 50], 0, 900) == [80, 130]


def test_the_last_one_stays_in_the_panel() -> None:
    assert place([880], [60], 6, 900) == [840]


def test_short_cards_stay_whole_when_long_ones_are_cut() -> None:
    assert share_out([40, 500, 60], 30, 312, 6) == [40, 200, 60]
    assert share_out([40, 50], 30, 312, 6) == [40, 50]
    assert share_out([400, 500], 90, 100, 0) == [90, 90], "never below the least; the panel then scrolls"


def test_fifty_notes_stand_under_one_another() -> None:
    lines, heights = [10.0 * n for n in range(50)], [30.0 + n % 7 for n in range(50)]
    shares = share_out(heights, 20, 700, 6)
    tops = place(lines, shares, 6, 700)
    assert all(below >= top + share for top, share, below in zip(tops, shares, tops[1:], strict=False))
