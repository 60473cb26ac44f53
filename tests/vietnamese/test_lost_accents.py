"""Texts whose accents are gone, and texts that never had them."""

from __future__ import annotations

import re

import pytest

from db.vietnamese.folding import without_marks
from db.vietnamese.legacy import accents_lost

REPORT = (
    "Về kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2019 của huyện: tổng giá trị sản xuất ước đạt "
    "1.250 tỷ đồng, tăng 8,3% so với cùng kỳ; đời sống nhân dân từng bước được cải thiện. Ủy ban nhân dân huyện đã chỉ "
    "đạo các xã, thị trấn đẩy mạnh xây dựng nông thôn mới, giữ vững quốc phòng và an ninh."
)


@pytest.mark.parametrize("instead", ["", "?", "\ufffd", "_"])
def test_letters_that_fell_out(instead):
    assert accents_lost(re.sub(r"[^\x00-\x7f]", instead, REPORT))


def test_marks_that_fell_off():
    assert accents_lost(without_marks(REPORT))


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "",
        "Cng tc",
        "BCH TW, BTV, UBND, HĐND, MTTQ, THPT, THCS, NN PTNT, KHCN",
        "The committee met in the town hall and made plans to go on with the work of the year. Can we do so? No one "
        "can say, but many of them hope to be on time, and the men who do the work are not in doubt about it at all. "
        "In the end it may not be that hard to see what has to be done by then.",
        "km, mm, cm, kg, dm, ml, mg, pH, Hz, kHz, MHz, GHz, dB",
        "Fch wrd hs ls ts vwls bt ths s nt Vtnms; jst strng txt wrttn shrt",
    ],
)
def test_texts_that_lost_nothing_we_know_of(text):
    assert not accents_lost(text)
