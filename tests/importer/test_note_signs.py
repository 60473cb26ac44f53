"""Signs that call a note, and what only looks like one."""

from __future__ import annotations

import pytest

from db.importer.note_signs import sign_at_start, signs_inside
from db.model import Emphasis


def labels(text: str, emphasis: tuple[Emphasis, ...] = ()) -> list[tuple[str, str, bool]]:
    return [(sign.kind, sign.label, sign.close) for sign in signs_inside(text, emphasis)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu ngân sách tăng 5%(1), chi giảm(2).", [("paren", "(1)", True), ("paren", "(2)", True)]),
        ("theo Nghị quyết[12] của tỉnh", [("square", "[12]", True)]),
        ("đạt chỉ tiêu.(3) Tiếp tục", [("paren", "(3)", True)]),
        ("tăng 5%1), chi", [("half", "1)", True)]),
        ("so với năm 20227) và 202114), còn", [("half", "7)", True), ("half", "14)", True)]),
        ("tăng 5%¹², chi năm 2023³", [("raised", "12", True), ("raised", "3", True)]),
        ("theo Nghị quyết (1), các cấp", [("paren", "(1)", False)]),
        ("có việc làm đạt 84% (5).", [("paren", "(5)", False)]),
        ("của Đề án(4) đã", [("paren", "(4)", True)]),
    ],
)
def test_signs_that_may_call_a_note(text, found):
    assert labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "(1) Tăng cường lãnh đạo",
        "[1] Theo nghị quyết",
        "gồm: (1) kinh tế; (2) xã hội; và (3) văn hóa",
        "nghỉ lễ (2/9) và (30/4)",
        "từ năm (2019) đến nay",
        "lấy cột (3) chia cột (2)",
        "theo công thức (1) ở trên",
        "f(1) và x[2]",
        "(3)=(1)+(2)",
        "diện tích 5.000 m² và 12 km², 3 m³, 10³ con",
        "nhiệm kỳ (2021) và 12021)",
        "(theo bảng 1) và (năm 12)",
        "quy định tại khoản (2) Điều 5",
        "dòng một\n(1) dòng hai",
        "a(1)b",
    ],
)
def test_look_alikes(text):
    assert labels(text) == []


def test_digits_raised_by_their_setting():
    assert labels("tăng 5%1, chi 10 m2", (Emphasis(7, 8, "^"), Emphasis(18, 19, "^"))) == [("raised", "1", True)]
    assert labels("theo quyết định 2 này", (Emphasis(16, 18, "b^"),)) == [("raised", "2", True)]
    assert labels("quyết định (2) này", (Emphasis(11, 14, "^"),)) == [("paren", "(2)", True)]
    assert labels("ngày 1st", (Emphasis(6, 8, "^"),)) == []


@pytest.mark.parametrize(
    ("text", "emphasis", "marker", "label"),
    [
        ("(1) Theo nghị quyết", (), "", "(1)"),
        ("[2]Theo nghị quyết", (), "", "[2]"),
        ("1) Theo", (), "", "1)"),
        ("¹ Theo", (), "", "1"),
        ("1 Theo", (Emphasis(0, 1, "^"),), "", "1"),
        ("Theo", (), "(3)", "(3)"),
        ("1. Theo", (), "", None),
        ("(1)", (), "", None),
        ("1 Theo", (Emphasis(0, 1, "b"),), "", None),
        ("Theo (1)", (), "", None),
        ("(1)", (), "a)", None),
    ],
)
def test_the_sign_a_note_opens_with(text, emphasis, marker, label):
    sign = sign_at_start(text, emphasis, marker)
    assert (sign.label if sign else None) == label
