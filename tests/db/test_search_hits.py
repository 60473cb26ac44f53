"""The text around a hit is short, on one line, and its marks hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.search_hits import SNIPPET, kind_of, snippet


def test_a_short_text_is_shown_whole():
    shown = snippet("Kết nạp\nđảng viên", ((8, 12), (13, 17)))
    assert shown.text == "Kết nạp đảng viên"
    assert shown.marks == ((8, 12), (13, 17))


def test_a_text_without_a_hit_begins_at_its_beginning():
    assert snippet("từ " * 100, ()).text == ("từ " * 40).strip() + "…"


@given(st.text(min_size=1, max_size=400), st.data())
def test_marks_point_at_the_same_letters(text, data):
    ends = st.integers(0, len(text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    if end - start > SNIPPET or start == end:
        return
    shown = snippet(text, ((start, end),))
    (mark,) = shown.marks
    expected = "".join(" " if sign.isspace() else sign for sign in text[start:end])
    assert shown.text[mark[0] : mark[1]] == expected
    assert len(shown.text) <= 2 * SNIPPET + 2


def test_an_id_tells_its_kind():
    assert [kind_of(10_000_001), kind_of(14_000_001), kind_of(15_000_001)] == [0, 1, 2]
    assert [kind_of(14_000_000), kind_of(15_000_000), kind_of(19_999_999)] == [0, 1, 2]
