"""Why a figure reads as it does: its words stand in its text, and every key has words in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.explanations import explanation
from db.importer.assemble import content_of
from db.importer.figures import Why, explain_figure, find_figures
from db.importer.readers import reader_for
from db.model import Block, Cell, Content, Mark, Note, Place, ReportData, Table


def explained(text: str, at: int = 0) -> tuple[Why, list[tuple[str, str]]]:
    content = Content(ReportData(year=2023, period="2023"), (), (Block(1, None, "paragraph", text),), (), (), (), ())
    why = explain_figure(content, find_figures(content)[at])
    return why, [(word.role, text[word.start : word.end]) for word in why.words]


def test_a_level_with_its_change_and_its_unit_step_by_step() -> None:
    why, words = explained(
        "Quy mô nền kinh tế năm 2023 khoảng 112,5 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng so với năm 2022."
    )

    assert (why.rule, why.bounds, why.period, why.change) == ("level", "about", "said", "attached")
    assert words == [
        ("subject", "Quy mô nền kinh tế năm 2023"),
        ("cue", "khoảng"),
        ("number", "112,5"),
        ("unit", "nghìn tỷ đồng"),
        ("tail", "giảm 3,2 nghìn tỷ đồng so với năm 2022"),
        ("period", "năm 2023"),
    ]
    assert [(step.value, step.unit) for step in why.steps] == [(112500.0, "tỷ đồng"), (1.125e14, "đồng")]
    assert [(one.reading, one.reason) for one in why.rejected] == [("thousands", "comma")]
    assert (why.low, why.high) == (112.4, 112.6)


@pytest.mark.parametrize(
    ("text", "at", "rule", "rejected"),
    [
        ("Thu nội địa đạt 98,5% dự toán.", 0, "attained", "change"),
        ("Thu nội địa vượt 5,5% dự toán.", 0, "excess", "change"),
        ("Thu nội địa 100 tỷ đồng, bằng 78,3% so với năm 2022.", 1, "compared", "plan_attainment"),
        ("Tốc độ tăng trưởng GRDP giảm 8,25%.", 0, "growth", "share"),
        ("Nông nghiệp chiếm 12,4%.", 0, "share-of", "change"),
        ("Phấn đấu năm 2024 thu ngân sách 27.000 tỷ đồng.", 0, "target", "decimals"),
        ("Có 130/193 xã đạt chuẩn.", 0, "ratio", ""),
        ("Khách quốc tế gần 3,9 triệu lượt, tăng 5,6 lần.", 0, "level", "previous"),
    ],
)
def test_the_rule_and_what_was_rejected(text: str, at: int, rule: str, rejected: str) -> None:
    why, _ = explained(text, at)

    assert why.rule == rule
    assert not rejected or rejected in {one.reading for one in why.rejected}


def test_a_note_is_read_with_what_it_hangs_on() -> None:
    block = Block(1, None, "paragraph", "Kỷ luật 351 đảng viên vi phạm.", (Mark(29, 1),))
    note = Note(1, "1", "footnote", "Với hình thức: 311 khiển trách, 40 cảnh cáo.", True)
    content = Content(ReportData(year=2023, period="2023"), (), (block,), (note,), (), (), ())
    figure = find_figures(content)[1]

    assert explain_figure(content, figure).rule == "form"


def test_a_figure_the_words_give_no_more() -> None:
    content = Content(
        ReportData(year=2023, period="2023"), (), (Block(1, None, "paragraph", "Có 12 xã."),), (), (), (), ()
    )
    figure = replace(find_figures(content)[0], start=0)

    assert explain_figure(content, figure).rule == "other"
    assert explain_figure(content, replace(figure, place=Place(block_id=9))).rule == "other"


def test_a_cell_is_explained_by_its_column() -> None:
    head = ("STT", "Chỉ tiêu", "ĐVT", "Thực hiện", "Kế hoạch")
    row = ("1", "Thu nội địa", "Tỷ đồng", "20.880", "20.000")
    cells = [Cell(0, at, 1, 1, text) for at, text in enumerate(head)]
    cells += [Cell(1, at, 1, 1, text) for at, text in enumerate(row[:3])]
    cells += [Cell(1, 3, 1, 1, row[3], (), 20880.0, "tỷ đồng"), Cell(1, 4, 1, 1, row[4], (), 20000.0, "tỷ đồng")]
    table = Table(1, None, "", 2, 5, 1, tuple(cells))
    content = Content(ReportData(year=2023, period="2023"), (), (), (), (table,), (), ())

    assert [explain_figure(content, one).rule for one in find_figures(content)] == ["cell-level", "cell-target"]


@pytest.mark.shared
def test_every_figure_of_the_real_report_is_explained_in_words(shared: Path) -> None:
    path = shared / "reports" / "quang-nam-2023.txt"
    content = content_of(reader_for(path).read(path), path.name)
    texts = {Place(block_id=block.id): block.text for block in content.blocks}
    texts |= {Place(note_id=note.id): note.text for note in content.notes}
    for figure in content.figures:
        why = explain_figure(content, figure)
        assert why.rule != "other"
        keys = [("rule", why.rule), ("bounds", why.bounds), ("period", why.period)]
        keys += [("role", word.role) for word in why.words]
        keys += [pair for one in why.rejected for pair in (("reading", one.reading), ("reason", one.reason))]
        for table, key in keys:
            assert explanation(table, key, "vi") != key
            assert explanation(table, key, "en") != key
        for word in why.words:
            assert texts[figure.place][word.start : word.end].strip()
