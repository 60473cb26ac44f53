"""Lines wrapped by hand are joined, lines that are paragraphs are not."""

from __future__ import annotations

import textwrap

from db.importer.readers.wrapped import read_lines

PROSE = (
    "Trong năm qua tỉnh đã hoàn thành hầu hết các mục tiêu đề ra, thu ngân sách vượt dự toán, đời sống người dân "
    "được cải thiện, an ninh được giữ vững và nhiều công trình lớn được đưa vào sử dụng đúng hạn như đã cam kết"
)


def test_lines_are_paragraphs() -> None:
    lines = ["BÁO CÁO", "", "I. KẾT QUẢ", "Thu ngân sách đạt khá.", "chưa đồng đều ở vùng cao"]
    assert [p.text for p in read_lines(lines)] == [
        "BÁO CÁO",
        "I. KẾT QUẢ",
        "Thu ngân sách đạt khá.",
        "chưa đồng đều ở vùng cao",
    ]


def test_a_wrapped_paragraph_is_one_again() -> None:
    lines = ["I. KẾT QUẢ", *textwrap.wrap(PROSE, 60), "", "- Một mục", *textwrap.wrap(PROSE.capitalize(), 60)]
    assert [p.text for p in read_lines(lines)] == ["I. KẾT QUẢ", PROSE, "- Một mục", PROSE.capitalize()]


def test_an_opening_never_joins_the_line_above() -> None:
    wrapped = textwrap.wrap(PROSE, 60)
    texts = [p.text for p in read_lines([*wrapped, "1. Về kinh tế", *wrapped, "- Về xã hội"])]
    assert texts == [PROSE, "1. Về kinh tế", PROSE, "- Về xã hội"]


def test_long_lines_are_never_joined() -> None:
    long = "a" * 150
    assert len(read_lines([long, "b " * 70, long, "c"])) == 4


def test_the_origin_is_the_first_line() -> None:
    assert [p.origin for p in read_lines(["", "Một", "", "Hai"])] == ["line 2", "line 4"]
