"""Text for a terminal: whole, with notes in brackets, and one line where one line is promised."""

from __future__ import annotations

from db.interface.text import failure_line, list_text, receipt_text, refusal_line, report_text, with_labels
from db.model import Content, Counts, Finding, Mark, Receipt, Report


def test_a_report_reads_from_top_to_notes(report: Report, content: Content) -> None:
    lines = report_text(report, content).splitlines()
    assert lines[0] == "Báo cáo <b>thử</b>"
    assert "Cơ quan: Tỉnh ủy" in lines
    assert "Quy mô kinh tế[1] 112,5 nghìn tỷ đồng & hơn" in lines
    assert lines[lines.index("Biểu 1") + 1 :][:2] == ["Chỉ tiêu[1]", "GRDP | 8,25"]
    assert lines[-3:] == ["CHÚ THÍCH", "[1] Nguồn <script>", "[2] Hai."]


def test_marks_stand_where_they_stood() -> None:
    assert with_labels("ab", [Mark(2, 2), Mark(0, 1), Mark(2, 3)], {1: "1", 2: "2"}) == "[1]ab[2][?]"


def test_a_receipt_counts_and_warns() -> None:
    receipt = Receipt(1, "/x/a.docx", "revised", 7, "", "", Counts(3, 5, 4, 1, 9), (Finding("TBC-402", count=2),), "")
    first, second = receipt_text(receipt, "en").splitlines()
    assert (
        first == "#7\ta.docx: imported as another version of a period already there; "
        "3 sections, 4/5 notes, 1 tables, 9 figures"
    )
    assert second == "\tTBC-402\tPictures left out: 2."


def test_a_refusal_is_one_line_with_code_and_name() -> None:
    line = refusal_line("TBC-114", "a b.doc", "", "vi")
    assert line.startswith('TBC-114 "a b.doc": Tệp có mật khẩu.')
    assert "\n" not in line


def test_a_library_is_never_called_by_the_name_of_a_report() -> None:
    assert "“a.docx”" not in refusal_line("TBC-203", "a.docx", "", "vi")
    assert failure_line("TBC-203", "t.tubaocao", "", "vi").startswith('TBC-203 "t.tubaocao": Tủ “t.tubaocao” đang')


def test_a_list_is_one_line_each(report: Report) -> None:
    assert list_text([report]).split("\t") == [
        "1",
        "2023",
        "2023",
        "Tỉnh ủy",
        "Báo cáo <b>thử</b>",
        "thử.docx",
        "2024-01-02T03:04:05Z\n",
    ]
