"""Notes that lost their numbers: newlines for marks, U+FFFD for the notes."""

from __future__ import annotations

import pytest

from db.importer.document import NoteMark
from db.importer.readers.flattened import is_flattened, read_flattened

REPORT = """BÁO CÁO

tổng kết năm
Kết nạp 12 đảng viên
, kỷ luật 02 người
; còn lại giữ nguyên.
Ba chỉ tiêu không đạt
 (thu ngân sách, rừng).
Một số việc
 còn chậm.
 Nơi nhận:
- Ban Tổ chức,
  các ban đảng,
- Lưu.


\ufffd Theo số cuối năm.


\t\ufffd Với hình thức khiển trách.


\ufffd Trong đó, 01  người xin thôi.
Gồm cả người chuyển đi.

\ufffd Chưa tính xã miền núi."""


def test_marks_stand_where_the_newline_stood() -> None:
    paragraphs, notes, losses = read_flattened(REPORT.split("\n"))
    assert losses == []
    assert len(notes) == 4
    first = next(p for p in paragraphs if p.text.startswith("Kết nạp"))
    assert first.text == "Kết nạp 12 đảng viên, kỷ luật 02 người; còn lại giữ nguyên."
    assert first.marks == (NoteMark(20, "1"), NoteMark(38, "2"))
    assert [first.text[mark.offset] for mark in first.marks] == [",", ";"]


def test_a_mark_may_stand_before_a_space() -> None:
    paragraphs, _, _ = read_flattened(REPORT.split("\n"))
    spaced = [p for p in paragraphs if p.text.startswith(("Ba", "Một"))]
    assert [p.text[p.marks[0].offset :] for p in spaced] == [" (thu ngân sách, rừng).", " còn chậm."]


def test_nothing_is_a_mark_after_the_recipients() -> None:
    paragraphs, _, _ = read_flattened(REPORT.split("\n"))
    wrapped = next(p for p in paragraphs if "Ban Tổ chức" in p.text)
    assert wrapped.text == "- Ban Tổ chức, các ban đảng,"
    assert wrapped.marks == ()


def test_note_texts_keep_their_second_paragraph_and_lose_runs_of_spaces() -> None:
    _, notes, _ = read_flattened(REPORT.split("\n"))
    assert [note.label for note in notes] == ["1", "2", "3", "4"]
    assert notes[1].text == "Với hình thức khiển trách."
    assert notes[2].text == "Trong đó, 01 người xin thôi.\nGồm cả người chuyển đi."


def test_counts_that_disagree_set_no_mark_and_say_so() -> None:
    lines = ["Kết nạp 12 người", ", kỷ luật 02 người.", "", "\ufffd Một.", "", "\ufffd Hai."]
    paragraphs, notes, losses = read_flattened(lines)
    assert [p.text for p in paragraphs] == ["Kết nạp 12 người, kỷ luật 02 người."]
    assert all(not p.marks for p in paragraphs)
    assert len(notes) == 2
    assert [(loss.code, loss.detail) for loss in losses] == [("TBC-423", "1/2")]


def test_a_line_behind_a_blank_line_is_a_paragraph_of_its_own() -> None:
    paragraphs, _, losses = read_flattened(["Hết đoạn", "", ". Lạ", "\ufffd Một."])
    assert [p.text for p in paragraphs] == ["Hết đoạn", ". Lạ"]
    assert losses


@pytest.mark.parametrize(
    ("line", "flat"), [("\ufffd Một", True), ("\t\ufffd Một", True), ("một \ufffd", False), ("\ufffd", False)]
)
def test_the_manner_is_known_by_its_notes(line: str, flat: bool) -> None:
    assert is_flattened(["BÁO CÁO", line]) is flat


def test_a_title_under_capitals_is_not_their_sentence() -> None:
    lines = [" BÁO CÁO", " tình hình năm qua", "-----", ", lạ", "Đạt 5%", "; khá.", "\ufffd Một."]
    paragraphs, _, losses = read_flattened(lines)
    assert losses == []
    assert [p.text for p in paragraphs] == [" BÁO CÁO", " tình hình năm qua", "-----", ", lạ", "Đạt 5%; khá."]


def test_a_mark_before_a_capital_or_a_figure_counts_when_all_notes_then_have_one() -> None:
    lines = [
        "Theo số của Cục",
        " Thống kê, GRDP đạt",
        " 5% cả năm",
        "; khá.",
        "\ufffd Một.",
        "",
        "\ufffd Hai.",
        "",
        "\ufffd Ba.",
    ]
    paragraphs, _, losses = read_flattened(lines)
    assert losses == []
    assert paragraphs[0].text == "Theo số của Cục Thống kê, GRDP đạt 5% cả năm; khá."
    assert [mark.offset for mark in paragraphs[0].marks] == [15, 34, 44]
    fewer = read_flattened(lines[:-2])
    assert [p.text for p in fewer[0]] == ["Theo số của Cục", " Thống kê, GRDP đạt", " 5% cả năm; khá."]
    assert [loss.code for loss in fewer[2]] == ["TBC-423"]
