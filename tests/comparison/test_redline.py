"""A redline gives both texts back, cuts no syllable and no number, and turns round."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from db.comparison.masking import wording
from db.comparison.redline import mirrored, redline
from db.comparison.rows import Run

WORDS = ("kinh", "tế", "tăng", "giảm", "5,2%", "1.234", "năm", "2022", "2023", "tỷ", "đồng", ",", "nghìn", "27-NQ/TU")
TEXT = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def side(runs: tuple[Run, ...], other: str) -> str:
    return "".join(run.text for run in runs if run.kind != other)


@given(TEXT, TEXT)
def test_both_texts_come_back(left: str, right: str) -> None:
    runs = redline(left, right)
    if left == right:
        assert runs == ()
        return
    assert (side(runs, "new"), side(runs, "dropped")) == (left, right)
    back = mirrored(runs)
    assert (side(back, "new"), side(back, "dropped")) == (right, left)


@given(TEXT, TEXT)
def test_no_number_is_cut(left: str, right: str) -> None:
    for kind, text in (("new", left), ("dropped", right)):
        ends = set()
        done = 0
        for run in redline(left, right):
            if run.kind != kind:
                done += len(run.text)
                ends.add(done)
        for number in re.finditer(r"\d+(?:[.,]\d+)*|[^\W\d]+", text):
            assert not any(number.start() < end < number.end() for end in ends)


def test_a_year_is_marked_as_masked() -> None:
    runs = redline("GRDP năm 2022 tăng 5%.", "GRDP năm 2023 tăng 6%.")
    assert [(run.kind, run.text, run.masked) for run in runs if run.kind != "same"] == [
        ("dropped", "2022", True),
        ("new", "2023", True),
        ("dropped", "5", False),
        ("new", "6", False),
    ]


def test_wording_with_and_without_the_mask() -> None:
    assert wording("Năm 2022, thu 5 tỷ.", "Năm 2023, thu 5 tỷ.") == "unchanged"
    assert wording("Năm 2022, thu 5 tỷ.", "Năm 2023, thu 5 tỷ.", masked=False) == "numbers"
    assert wording("Thu 5 tỷ.", "Thu 5.000 triệu.") == "unchanged"
    assert wording("Thu 5 tỷ.", "Thu 6 tỷ.") == "numbers"
    assert wording("Thu 5 tỷ.", "Chi 5 tỷ.") == "reworded"
