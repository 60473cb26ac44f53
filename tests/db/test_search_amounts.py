"""Search by amount: at any scale, by comparison, by year and name; and words stay words."""

from __future__ import annotations

import dataclasses
import math

import pytest

from db.importer.figures import find_figures
from db.model import FIGURE_SCOPE, Block, Content, ReportData
from db.search import search
from db.search_amounts import read_amount

TEXTS = (
    "Quy mô nền kinh tế đạt 112.500 tỷ đồng, tăng 5,1% so với năm trước.",
    "Thu nội địa đạt 20.880 tỷ đồng; thu xuất nhập khẩu đạt 3.071 tỷ đồng.",
    "Hỗ trợ 1.200 hộ với số tiền 85,5 tỷ đồng; năm 2022 hỗ trợ 95 tỷ đồng.",
    "Tỷ lệ che phủ rừng đạt 58,82%.",
    "Tốc độ tăng trưởng công nghiệp giảm 0,75%.",
)


@pytest.fixture
def reader(library, add):
    blocks = tuple(Block(at, None, "paragraph", text) for at, text in enumerate(TEXTS, start=1))
    content = Content(ReportData(year=2023, period="2023", title="Báo cáo"), (), blocks, (), (), (), ())
    add(dataclasses.replace(content, figures=find_figures(content)))
    return library.reader()


def found(reader, query, **more):
    return [hit.snippet[slice(*hit.marks[0])] for hit in search(reader, query, scopes=(FIGURE_SCOPE,), **more).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("112,5", ["112.500 tỷ đồng"]),
        ("112,5 nghìn tỷ", ["112.500 tỷ đồng"]),
        ("112.500.000 triệu đồng", ["112.500 tỷ đồng"]),
        ("> 20.000 tỷ đồng", ["112.500 tỷ đồng", "20.880 tỷ đồng"]),
        (">= 20.880 tỷ đồng năm 2023", ["112.500 tỷ đồng", "20.880 tỷ đồng"]),
        ("> 20.880 tỷ đồng", ["112.500 tỷ đồng"]),
        ("dưới 100 tỷ đồng", ["85,5 tỷ đồng", "95 tỷ đồng"]),
        ("dưới 100 tỷ đồng năm 2022", ["95 tỷ đồng"]),
        ("thu noi dia trên 10.000 tỷ đồng", ["20.880 tỷ đồng"]),
        ("từ 3.000 đến 25.000 tỷ đồng", ["20.880 tỷ đồng", "3.071 tỷ đồng"]),
        ("> 50%", ["58,82%"]),
        ("> 1 triệu USD", []),
        ("-0,75%", ["0,75%"]),
        ("−0,75", ["0,75%"]),
        ("-58,82%", []),
        ("20880", ["20.880 tỷ đồng"]),
        ("112500", ["112.500 tỷ đồng"]),
        ("thu noi dia 20880", ["20.880 tỷ đồng"]),
    ],
)
def test_figures_are_found_by_their_amount(reader, query, expected):
    assert found(reader, query) == expected


@pytest.mark.parametrize(
    "query", ["thu nội địa", "2023", "năm 2023", "27-NQ/TU", "ngày 15/10/2023", "> 100", "", "1945", "2030", "999"]
)
def test_words_stay_words(query):
    assert read_amount(query) is None


def test_amounts_follow_the_words_in_a_search_of_everything(reader):
    everything = search(reader, "58,82")
    assert [hit.scope for hit in everything.hits] == ["body"]
    both = search(reader, "112,5")
    assert [(hit.scope, both.total) for hit in both.hits] == [("figures", 1)]
    assert search(reader, "112,5", scopes=("body", "notes", "tables")).total == 0
    assert search(reader, "112,5", years=(2022,)).total == 0
    assert search(reader, "112,5", report_id=99).total == 0


def test_pages_go_on_from_words_to_amounts(reader):
    query = "> 20.000 tỷ đồng"
    assert [search(reader, query, scopes=(FIGURE_SCOPE,), limit=1, offset=at).total for at in range(3)] == [2, 2, 2]
    assert found(reader, query, limit=1, offset=1) == ["20.880 tỷ đồng"]
    assert found(reader, query, limit=1, offset=2) == []


def test_an_open_end_is_open():
    asked = read_amount("trên 5 tỷ đồng")
    assert asked is not None
    assert asked.high == math.inf
    assert asked.low <= 5e9
