"""Numbers that became no figure are counted by reason; doubtful ones are told once, with their count."""

from __future__ import annotations

import pytest

from db.explanations import explanation
from db.importer.figures import coverage, read_figures, unused_numbers
from db.importer.figures.coverage import doubts_found
from db.model import Block, Content, ReportData
from db.vietnamese.numbers import REASONS


def report(*texts: str) -> Content:
    blocks = tuple(Block(at, None, "paragraph", text) for at, text in enumerate(texts, start=1))
    return Content(ReportData(year=2023, period="2023"), (), blocks, (), (), (), ())


def test_the_share_counts_doubtful_numbers_only() -> None:
    content = report("Ngày 15/10/2023, Nghị quyết số 12-NQ/TU: có 12 xã.", "Đường dây nóng 9.8.7; còn 1.2.3.4.5.")
    figures, unused = read_figures(content)
    found = coverage(figures, unused)

    assert found.figures == 1
    assert dict(found.reasons)["date"] >= 1
    assert dict(found.reasons)["document"] >= 1
    assert found.share == 1 / (1 + dict(found.reasons)["ambiguous"])


def test_a_report_without_numbers_is_covered() -> None:
    assert coverage((), ()).share == 1.0


def test_one_finding_for_each_kind_of_doubt() -> None:
    _, unused = read_figures(report("Khách quốc tế tăng 5,6 lần.", "Tỷ lệ tăng 3 lần so với trước."))
    found = doubts_found(unused)

    assert [(one.code, one.count) for one in found] == [("TBC-452", 2)]


def test_every_number_left_out_has_its_place() -> None:
    text = "Ngày 15/10/2023, tổng kết 10 năm thực hiện Nghị quyết số 12-NQ/TU, khóa 13."
    for place, start, end, reason in unused_numbers(report(text)):
        assert place.block_id == 1
        assert any(letter.isdigit() for letter in text[start:end])
        assert reason in REASONS


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reason_has_words(reason: str, language: str) -> None:
    assert explanation("unused", reason, language) not in ("", reason) or (reason, language) == ("ordinal", "")
