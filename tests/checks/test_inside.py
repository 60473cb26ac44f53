"""A report's own arithmetic, on the real report and on sentences of its kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.checks import Check, inside
from db.importer.assemble import content_of
from db.importer.figures import find_figures
from db.importer.readers import reader_for
from db.model import Block, Content, Mark, Note, ReportData


def checked(text: str, note: str = "", at: int = 0) -> tuple[Check, ...]:
    notes = (Note(1, "1", "footnote", note, True),) if note else ()
    marks = (Mark(at or len(text), 1),) if note else ()
    content = Content(
        ReportData(year=2023, period="2023"), (), (Block(1, None, "paragraph", text, marks),), notes, (), (), ()
    )
    return inside(replace(content, figures=find_figures(content)))


@pytest.mark.shared
def test_the_real_report(shared: Path) -> None:
    path = shared / "reports" / "quang-nam-2023.txt"
    found = inside(content_of(reader_for(path).read(path), path.name))
    said = {(check.rule, check.printed, check.verdict) for check in found}

    assert {
        ("shares", 100.0, "agree"),
        ("sum", 23951.0, "agree"),
        ("sum", 129.8, "agree"),
        ("ratio", 50.8, "agree"),
        ("sum", 547.0, "agree"),
        ("sum", 1144.0, "agree"),
        ("sum", 351.0, "agree"),
        ("sum", 155.0, "agree"),
        ("sum", 5.9, "agree"),
    } <= said
    assert {one for one in said if one[2] == "hint"} == {("ratio", 67.3, "hint"), ("share_of", 31.4, "hint")}
    assert {one for one in said if one[2] == "differ"} == {("sum", 145.0, "differ")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn đạt 145 huy chương (19 HCV, 42 HCB, 82 HCĐ).", [("sum", "differ", 143.0)]),
        ("Đoàn đạt 143 huy chương (19 HCV, 42 HCB, 82 HCĐ).", [("sum", "agree", 143.0)]),
        ("Có 18/22 xã đạt chuẩn nông thôn mới, tỷ lệ xã đạt chuẩn 81,8%.", [("ratio", "agree", 81.81818182)]),
        ("Có 18/22 xã đạt chuẩn nông thôn mới, tỷ lệ xã đạt chuẩn 88,1%.", [("ratio", "differ", 81.81818182)]),
        (
            "Cơ cấu kinh tế: nông nghiệp chiếm 12,4%; công nghiệp chiếm 41,8%; dịch vụ chiếm 45,8%.",
            [("shares", "agree", 100.0)],
        ),
        (
            "Cơ cấu kinh tế: nông nghiệp chiếm 12,4%; công nghiệp chiếm 41,8%; dịch vụ chiếm 46,5%.",
            [("shares", "differ", 100.7)],
        ),
        (
            "Tổng kim ngạch xuất nhập khẩu 5,9 tỷ USD; xuất khẩu 2,3 tỷ USD; nhập khẩu 3,6 tỷ USD.",
            [("sum", "agree", 5.9)],
        ),
        ("Thu ngân sách 23.951 tỷ đồng; thu nội địa 20.000 tỷ đồng; thu xuất nhập khẩu 3.000 tỷ đồng.", []),
        ("Có 30 xã, gồm 12 xã miền núi. Ưu tiên 18 xã ven biển.", []),
        ("Có 40 xã, trong đó có 12 xã miền núi, 09 xã ven biển.", []),
        ("Tỷ lệ hộ nghèo 5,2%, tỷ lệ hộ cận nghèo 3,1%, tỷ lệ đô thị hóa 37,5%.", []),
    ],
)
def test_sentences(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert [(one.rule, one.verdict, one.computed) for one in checked(text)] == expected


def test_a_total_in_the_text_with_its_parts_in_the_note() -> None:
    found = checked(
        "Toàn tỉnh có 547 trường đạt chuẩn.", "Gồm: mầm non 179 trường, tiểu học 186 trường, THCS 182 trường.", 32
    )

    assert [(one.rule, one.verdict) for one in found] == [("sum", "agree")]
