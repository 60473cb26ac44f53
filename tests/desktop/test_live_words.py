"""The rise or fall said of a figure is live where its number is printed, and nowhere else."""

from __future__ import annotations

import pytest

from db.importer.figures import find_figures
from db.model import Block, Content, Figure, Place, ReportData
from desktop.live_words import live_words


def figures_of(text: str) -> tuple[Figure, ...]:
    block = Block(1, None, "paragraph", text)
    return find_figures(Content(ReportData(year=2023, period="2023"), (), (block,), (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("Tổng mức bán lẻ đạt 61.680 tỷ đồng, tăng 14,8% so với năm 2022.", ["61.680 tỷ đồng", "14,8%"]),
        ("Đàn bò 177,6 nghìn con, tăng 3,1 nghìn con.", ["177,6 nghìn con", "3,1 nghìn con"]),
        ("Khách quốc tế đạt 1,2 triệu lượt, gấp 2,5 lần cùng kỳ.", ["1,2 triệu lượt", "2,5 lần"]),
        ("Doanh thu du lịch ước đạt 7.950 tỷ đồng, tăng 02 lần so với năm trước.", ["7.950 tỷ đồng", "02 lần"]),
        ("Thu nội địa đạt 980 tỷ đồng, bằng 97,2% so với cùng kỳ.", ["980 tỷ đồng", "97,2%"]),
        (
            "Đàn trâu 45.320 con (giảm 2,1%), đàn bò 123.450 con (tăng 2,1%).",
            ["45.320 con", "2,1%", "123.450 con", "2,1%"],
        ),
    ],
)
def test_the_live_words_of_a_sentence(text, live):
    assert [text[one.start : one.end] for one in live_words(text, figures_of(text))] == live


def test_a_change_leads_to_the_figure_it_is_said_of():
    text = "Đàn trâu 45.320 con (giảm 2,1%), đàn bò 123.450 con (tăng 2,1%)."
    words = live_words(text, figures_of(text))
    assert [one.figure.id for one in words] == [words[0].figure.id] * 2 + [words[2].figure.id] * 2
    assert words[0].figure.id != words[2].figure.id


def test_a_part_of_another_number_is_not_taken_for_the_change():
    text = "Thu 1.250 tỷ đồng, đạt 105,9% dự toán, tăng 5,9%; năm 2025."
    live = [text[one.start : one.end] for one in live_words(text, figures_of(text))]
    assert live == ["1.250 tỷ đồng", "105,9%", "5,9%"]


def test_nothing_more_is_live_where_the_change_is_not_printed():
    change = figures_of("Đàn bò 177,6 nghìn con, tăng 3,1 nghìn con.")[0].change
    text = "Đàn bò 177,6 nghìn con."
    figure = Figure(1, Place(block_id=1), 7, 22, text, 177.6, "nghìn con", change=change)
    assert [(one.start, one.end) for one in live_words(text, [figure])] == [(7, 22)]
