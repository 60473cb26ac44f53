"""What a live number says of itself."""

from __future__ import annotations

from dataclasses import replace

from db.model import Content, Figure, Place
from desktop.reading.figure_words import figure_tip, figure_words, number


def test_name_value_period_and_state(content: Content, qapp: object) -> None:
    assert figure_words(content.figures[1]) == ["Quy mô kinh tế", "112,5 nghìn tỷ đồng", "2023 · estimate"]


def test_figures_are_written_as_reports_write_them() -> None:
    assert number(112500) == "112.500"
    assert number(8.25) == "8,25"
    assert number(-21.7) == "−21,7"
    assert number(23951.5) == "23.951,5"


def test_a_ratio_names_its_whole(qapp: object) -> None:
    figure = Figure(1, Place(block_id=1), 0, 7, "130/193 xã", 130, "xã", of=193)
    assert figure_words(figure)[0] == "130 xã out of 193"


def test_words_of_a_report_are_no_markup(content: Content) -> None:
    tip = figure_tip(replace(content.figures[0], name="<img src=x>"))
    assert "<img" not in tip
    assert "&lt;img" in tip
