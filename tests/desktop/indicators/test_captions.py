"""The words around a chart: what its signs mean, and what a screen reader says of it."""

from __future__ import annotations

import pytest

from db.model import Break, Place
from desktop.indicators.captions import described, legend_of, sentence_of


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({2019: 23278.0, 2020: 23682.5, 2023: 20880.0}, "lower, with rises between"),
        ({2020: 1.0, 2021: 2.0, 2022: 3.0}, "rising throughout"),
        ({2020: 3.0, 2021: 2.0, 2022: 1.0}, "falling throughout"),
        ({2020: 1.0, 2021: 5.0, 2022: 3.0}, "higher, with falls between"),
        ({2020: 1.0, 2021: 5.0, 2022: 1.0}, "the same at both ends"),
    ],
)
def test_a_screen_reader_hears_the_trend_in_words(made, point, values, words):
    said = described(made("thu", [point(year, value) for year, value in values.items()]))

    assert words in said
    assert not set(said) & set("↓↑∅⟂→")


def test_a_screen_reader_hears_ends_extremes_gaps_and_breaks(made, point):
    shown = made(
        "thu",
        [point(2019, 23278.0), point(2020, 23682.5), point(2023, 20880.0)],
        breaks=(Break(2023, "territory", "trước", "sau", 1),),
    )

    assert described(shown) == (
        "from 23.278 (2019) to 20.880 (2023), lower, with rises between; "
        "lowest 20.880 (2023), highest 23.682,5 (2020); no figures for 2021, 2022; "
        "from 2023 on it does not compare with before"
    )


def test_a_single_value_has_no_trend(made, point):
    assert described(made("thu", [point(2023, 5.0)])) == "5 (2023)"
    assert described(made("thu", [])) == ""


def test_the_legend_shows_what_the_kind_of_chart_draws(made, point):
    shown = made("thu", [point(2022, 1.0), point(2023, 2.0, "estimate"), point(2021, 3.0, "implied")])

    assert legend_of([shown]).split("   ")[:3] == ["● stated", "◐ estimate", "○ implied"]
    assert legend_of([shown], "column").split("   ")[:3] == ["■ stated", "▨ estimate", "□ implied"]


def test_a_card_gives_the_sentence_but_no_cell(point):
    assert sentence_of(point(2023, 1.0, place=Place(block_id=3))) == "“câu 2023”"
    assert sentence_of(point(2023, 1.0, place=Place(table_id=3, row=1, col=1))) == ""
