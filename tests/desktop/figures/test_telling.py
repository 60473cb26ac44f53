"""Why a figure reads so, as words; and the stretch of text that holds them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.importer.figures import Word, explain_figure
from db.model import Change, Figure, Place
from desktop.figures.telling import both_readings, excerpt, facts_of, text_of, unit_steps
from desktop.languages import Languages

TEXT = "Tình hình chung ổn định. Quy mô nền kinh tế khoảng 112,5 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng so với năm 2022."


@pytest.fixture
def languages():
    made = Languages()
    made.use("vi")
    yield made
    made.use("en")


def test_a_figure_is_told_in_vietnamese_with_unit_steps_and_bounds(content, languages):
    figure = content.figures[1]
    figure = replace(figure, value_base=1.125e14, unit_base="đồng", low=112.4, high=112.6, qualifier="khoảng")
    why = explain_figure(content, figure)
    facts = {fact.name: fact.words for fact in facts_of(figure, why)}
    assert facts["Đơn vị"] == "112,5 nghìn tỷ đồng = 112.500 tỷ đồng = 112.500.000.000.000 đồng"
    assert facts["Khoảng tin"].startswith("112,4 – 112,6 nghìn tỷ đồng.")
    assert facts["Loại"] == "mức · ước"
    assert {"Quy tắc", "Thời gian"} <= set(facts)


def test_a_unit_that_is_its_own_base_has_no_steps(content):
    figure = content.figures[0]
    assert unit_steps(figure, explain_figure(content, figure)) == ""


def test_the_text_of_a_figure_is_found_wherever_it_stands(content):
    assert text_of(content, Place(block_id=11)).startswith("Tổng sản phẩm")
    assert text_of(content, Place(note_id=3)) == "Năm trước tăng 11,2%."
    assert text_of(content, Place(table_id=1, row=2, col=2)) == "20.880"
    assert text_of(content, Place(block_id=99)) == ""


def test_the_excerpt_is_the_sentence_and_its_words_move_along():
    start = TEXT.index("112,5")
    figure = Figure(
        1, Place(block_id=1), start, start + 19, "Quy mô nền kinh tế khoảng 112,5 nghìn tỷ đồng", 112.5, "nghìn tỷ đồng"
    )
    words = (Word("number", start, start + 5),)
    text, moved = excerpt(TEXT + " Câu sau.", words, figure)
    assert text == "… " + TEXT[25:] + " …"
    assert text[moved[0].start : moved[0].end] == "112,5"


def test_a_long_text_is_cut_around_the_number():
    text = "x" * 3000 + " 12 xã " + "y" * 3000
    figure = Figure(1, Place(block_id=1), 3001, 3006, "", 12, "xã")
    cut, _ = excerpt(text, (Word("number", 3001, 3003),), figure)
    assert "12 xã" in cut
    assert len(cut) < 500


@pytest.mark.parametrize(
    ("change", "previous", "told"),
    [
        (Change("tăng", 2.0, "lần", "2022"), None, "2 times as much (≈ 3.975 tỷ đồng before)"),
        (Change("tăng", 1.6, "lần", "2022"), 4.69, ""),
        (Change("tăng", 2.0, "%", "2022"), None, ""),
        (None, None, ""),
    ],
)
def test_times_more_are_told_in_both_readings_and_none_is_chosen(change, previous, told):
    figure = Figure(
        1, Place(block_id=1), 0, 1, "…", 7950.0, "tỷ đồng", kind="level", change=change, implied_previous=previous
    )

    said = both_readings(figure)

    assert said.startswith(told)
    assert bool(said) == bool(told)
    assert ("more by 2 times (≈ 2.650 tỷ đồng before)" in said) == bool(told)
