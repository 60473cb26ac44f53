"""Both readings of a doubtful number are offered, and every one has words."""

from __future__ import annotations

import pytest

from db.explanations import explanation
from db.importer.figures import open_readings, unused_numbers
from db.model import Block, Content, ReportData


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khách quốc tế tăng 02 lần.", [("times", 2.0), ("times-more", 3.0)]),
        ("Giảm 50% lệ phí trước bạ.", [("own-growth", -50.0), ("of-level", 50.0)]),
        ("Kết quả thu được 12.50 trong kỳ.", [("decimals", 12.5), ("thousands", 1250.0)]),
        ("Đường dây nóng 9.8.7.", []),
    ],
)
def test_both_readings_are_offered(text: str, expected: list[tuple[str, float]]) -> None:
    content = Content(ReportData(year=2023, period="2023"), (), (Block(1, None, "paragraph", text),), (), (), (), ())
    doubtful = [one for one in unused_numbers(content) if one[3] == "ambiguous"]
    found = [one for _, start, end, _ in doubtful for one in open_readings(text, start, end)]

    assert [(one.reading, one.value) for one in found] == expected
    for one in found:
        assert explanation("reading", one.reading, "vi") != one.reading


def test_a_place_without_a_number_has_no_readings() -> None:
    assert open_readings("không có số", 0, 5) == ()
