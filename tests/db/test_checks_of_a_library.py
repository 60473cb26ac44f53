"""Checks and the review queue over a library of several reports."""

from __future__ import annotations

import dataclasses

import pytest

from db import queries
from db.importer.figures import find_figures
from db.layers import Correction, Decision, Layers, anchor_of, moved_to
from db.model import Block, Content, ReportData


def report_of(year: int, *texts: str) -> Content:
    blocks = tuple(Block(at, None, "paragraph", text) for at, text in enumerate(texts, start=1))
    data = ReportData(year=year, period=str(year), title=f"Báo cáo {year}")
    content = Content(data, (), blocks, (), (), (), ())
    return dataclasses.replace(content, figures=find_figures(content))


@pytest.fixture
def two_reports(library, add):
    old = report_of(
        2022,
        "Thu nội địa năm 2022 đạt 25.210 tỷ đồng.",
        "Có 18/22 xã đạt chuẩn nông thôn mới, tỷ lệ xã đạt chuẩn 88,1%.",
        "Tổ chức 12 hội nghị tiếp xúc cử tri chuyên đề.",
    )
    new = report_of(
        2023,
        "Thu nội địa ước đạt 20.880 tỷ đồng, chỉ bằng 78,3% so với năm 2022.",
        "Tổ chức 15 hội nghị chuyên đề tiếp xúc cử tri.",
    )
    return add(old, "cũ.docx"), add(new, "mới.docx")


def test_a_reports_own_arithmetic(library, two_reports):
    old, new = two_reports
    assert [check.verdict for check in queries.report_checks(library.reader(), old)] == ["differ"]
    assert queries.report_checks(library.reader(), new) == ()


def test_what_reports_say_of_one_year(library, two_reports):
    (found,) = queries.open_contradictions(library.reader())
    assert (found.kind, found.year, found.left.value, found.right.value) == ("conflict", 2022, 25210, 26667)
    assert "25.210" in found.left.quote
    assert "78,3%" in found.right.quote
    assert queries.open_contradictions(library.reader(), "thu-ngan-sach") == ()


def test_a_correction_settles_a_contradiction(library, two_reports):
    conn = library.reader()
    report = queries.report(conn, two_reports[0])
    figure = queries.content(conn, two_reports[0]).figures[0]
    layers = Layers((Correction(anchor_of(figure, report.source.sha256), value=26667),))
    assert queries.open_contradictions(conn, "thu-noi-dia", layers) == ()


def test_the_review_queue_until_it_is_settled(library, two_reports):
    (doubt,) = queries.review_queue(library.reader())
    assert doubt.kind == "synonym"
    layers = Layers(decisions=(Decision("keep", doubt.key),), settled=frozenset({doubt.key}))
    assert queries.review_queue(library.reader(), layers) == ()
    merged = Layers(decisions=(Decision("merge", "", *doubt.indicators),))
    assert queries.review_queue(library.reader(), merged) == ()
    (series,) = queries.series(library.reader(), doubt.indicators[0], layers=merged)
    assert [point.value for point in series.points] == [12, 15]


def test_corrections_move_to_a_revised_file(two_reports):
    before = report_of(2022, "Thu nội địa năm 2022 đạt 25.210 tỷ đồng.").figures
    after = report_of(2022, "Mở đầu.", "Thu nội địa năm 2022 đạt 25.210 tỷ đồng.").figures
    kept = Correction(anchor_of(before[0], "cũ"), value=1.0)
    gone = dataclasses.replace(kept, anchor=dataclasses.replace(kept.anchor, quote="khác", end=99))
    moved, lost = moved_to(after, "mới", [kept, gone])
    assert [(one.anchor.report, one.anchor.place.block_id, one.value) for one in moved] == [("mới", 2, 1.0)]
    assert lost == (gone,)


def test_series_outside_the_catalogue_are_given_when_asked_for(library, two_reports):
    conn = library.reader()
    assert all(not one.indicator.startswith("x:") for one in queries.series(conn))
    assert any(one.indicator.startswith("x:") for one in queries.series(conn, outside=True))
    assert all(not one.indicator.startswith("x:") for one in queries.indicator_overview(conn))


def test_a_note_and_a_cell_tell_their_context(library, add, made_up):
    content = made_up()
    figures = tuple(dataclasses.replace(one, indicator="a") for one in content.figures[1:])
    add(dataclasses.replace(content, figures=figures))
    contexts = {point.context for one in queries.series(library.reader(), "a") for point in one.points}
    assert contexts == {"Dân số thành thị · Chỉ tiêu bảng", "chú thích 2"}
