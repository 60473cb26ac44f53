"""The head, the recipients, the signature, and tables that only lay them out."""

from __future__ import annotations

from db.importer.document import Grid, GridCell, NoteMark, Paragraph
from db.importer.layout import unfold
from db.importer.zones import Part, zones

BODY = (
    "Thực hiện chương trình công tác, trong năm các đơn vị đã hoàn thành phần lớn nhiệm vụ được giao, kết quả như sau:"
)


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(GridCell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(len(rows), len(rows[0]), cells)


def lines(*texts: str | Grid) -> list[Part]:
    return [Paragraph(text) if isinstance(text, str) else text for text in texts]


def texts_of(parts: list[Part]) -> list[str]:
    return [part.text if isinstance(part, Paragraph) else "<grid>" for part in parts]


def test_a_two_column_head_becomes_lines() -> None:
    head = grid(
        ("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
        ("Số: 45/BC-UBND", "Quảng Ngãi, ngày 05 tháng 12 năm 2022"),
    )
    parts = unfold([head, *lines("BÁO CÁO", "Kết quả công tác năm 2022", BODY, "I. KẾT QUẢ")])
    assert texts_of(parts)[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"]
    assert zones(parts) == ["header"] * 8 + ["", ""]


def test_a_table_of_data_is_left_whole() -> None:
    data = grid(("STT", "Nội dung", "Số"), ("1", "Sở Y tế", "5"), ("2", "Nơi nhận", "7"))
    assert unfold([data, Paragraph("I. KẾT QUẢ"), data]) == [data, Paragraph("I. KẾT QUẢ"), data]


def test_a_head_like_table_inside_the_text_is_left_whole() -> None:
    form = grid(("UBND XÃ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"))
    assert unfold([Paragraph("I. MẪU"), form])[1] == form


def test_recipients_and_signature_beside_each_other() -> None:
    end = grid(("Nơi nhận:\n- Như trên;\n- Lưu VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Mẫu"))
    parts = unfold(lines("I. KẾT QUẢ", BODY, end))
    assert zones(parts) == ["", ""] + ["recipients"] * 3 + ["signature"] * 4


def test_marks_follow_their_line_out_of_a_cell() -> None:
    cell = GridCell(0, 0, 1, 1, "Nơi nhận:\n - Như trên;", (NoteMark(20, "1"),))
    parts = unfold([Grid(1, 1, (cell,))])
    assert [(p.text, [m.offset for m in p.marks]) for p in parts if isinstance(p, Paragraph)] == [
        ("Nơi nhận:", []),
        ("- Như trên;", [9]),
    ]


def test_lines_broken_inside_one_paragraph() -> None:
    parts = unfold(lines("BÁO CÁO\nTổng kết năm 2021", BODY, "TM. BAN CHẤP HÀNH\nBÍ THƯ\nTrần Văn Mẫu"))
    assert zones(parts) == ["header", "header", "", "signature", "signature", "signature"]


def test_recipients_and_signature_on_the_same_lines() -> None:
    parts = unfold(
        lines(
            "I. KẾT QUẢ",
            BODY,
            "Nơi nhận:\tT/M BAN THƯỜNG VỤ",
            "- Như trên,      BÍ THƯ",
            "- Lưu.",
            "Trần Văn Mẫu",
            "Phụ lục 1",
        )
    )
    assert texts_of(parts)[2:] == [
        "Nơi nhận:", "- Như trên,", "- Lưu.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Văn Mẫu", "Phụ lục 1",
    ]  # fmt: skip
    assert zones(parts) == ["", ""] + ["recipients"] * 3 + ["signature"] * 3 + [""]
