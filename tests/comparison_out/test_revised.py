"""Two texts as one row of pieces give either text back, marks and looks included; chains never go back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.comparison.rows import Comparison, Noise, NotePair
from db.comparison_out.chain import heaviest_chain, steps
from db.comparison_out.revised import Notes, Piece, Text, revised
from db.model import Emphasis, Mark

WORDS = st.lists(st.sampled_from(["thu", "ngân", "sách", "1.234,5", "2.033", "tỷ", "–", "\n", "(", "năm"]), max_size=12)
NOTE = NotePair(1, 7, 9, "unchanged", 1.0)
NOTHING = Comparison((), (), (), (NOTE,), (), (), (), (), (), (), Noise(0, 0))


def side(pieces: list[Piece], gone: str) -> str:
    return "".join("¹" if piece.notes else piece.text for piece in pieces if piece.kind != gone)


@given(WORDS, WORDS, st.integers(0, 40), st.integers(0, 40))
def test_either_text_comes_back_with_its_mark(left: list[str], right: list[str], one: int, two: int) -> None:
    texts = " ".join(left), " ".join(right)
    at = min(one, len(texts[0])), min(two, len(texts[1]))
    marked = [Text(text, (Mark(where, note),)) for text, where, note in zip(texts, at, (7, 9), strict=True)]
    pieces = revised(marked[0], marked[1], Notes(NOTHING))
    assert side(pieces, "new") == texts[0][: at[0]] + "¹" + texts[0][at[0] :]
    assert side(pieces, "dropped") == texts[1][: at[1]] + "¹" + texts[1][at[1] :]


def test_a_note_stays_where_only_the_number_before_it_changed() -> None:
    pieces = revised(Text("đạt 5%.", (Mark(6, 7),)), Text("đạt 6%.", (Mark(6, 9),)), Notes(NOTHING))
    assert [piece.kind for piece in pieces if piece.notes] == ["same"]


def test_each_side_keeps_its_looks() -> None:
    pieces = revised(Text("cũ", (), (Emphasis(0, 2, "b"),)), Text("mới", (), (Emphasis(0, 3, "i"),)), Notes(NOTHING))
    assert [(piece.kind, piece.style) for piece in pieces] == [("dropped", "b"), ("new", "i")]


@given(st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.floats(0.1, 9), max_size=12))
def test_a_chain_rises_and_its_steps_hold_every_place_once(weights: dict[tuple[int, int], float]) -> None:
    chain = heaviest_chain(weights)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weights[ends] for ends in chain) >= max(weights.values(), default=0)
    order = steps(chain, 9, 9)
    for at in (0, 1):
        assert [ends[at] for ends in order if ends[at] is not None] == list(range(9))
