"""The whole from a Document to a Content."""

from __future__ import annotations

import pytest

from db.errors import NoText
from db.importer.assemble import content_of
from db.importer.document import Document, Grid, GridCell, Loss, NoteMark, NoteText, Paragraph
from db.model import Mark

DOCUMENT = Document(
    "docx",
    (
        Paragraph("UBND TỈNH LÀO CAI      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Paragraph("Số: 7/BC-UBND       Lào Cai, ngày 01 tháng 12 năm 2021"),
        Paragraph("BÁO CÁO"),
        Paragraph("công tác năm 2021"),
        Paragraph("KẾT QUẢ", marker="I."),
        Paragraph("Thu ngân sách đạt 500 tỷ đồng, tăng 5% so với năm 2020.", (NoteMark(30, "a"), NoteMark(5, "mất"))),
        Paragraph("PHỤ LỤC 1"),
        Paragraph("CÁC CHỈ TIÊU"),
        Grid(
            2,
            2,
            (
                GridCell(0, 0, 1, 1, "Nội dung"),
                GridCell(0, 1, 1, 1, "Số (xã)"),
                GridCell(1, 0, 1, 1, "Đạt", (NoteMark(3, "b"),)),
                GridCell(1, 1, 1, 1, "12"),
            ),
        ),
    ),
    (
        NoteText("a", "1", "footnote", "Ước cả năm."),
        NoteText("b", "2", "footnote", "Theo chuẩn mới."),
        NoteText("c", "3", "footnote", "Lạc."),
    ),
    (Loss("TBC-402", 2, "ảnh"),),
)


def test_everything_has_its_place_and_its_id() -> None:
    content = content_of(DOCUMENT, "bao-cao.docx")
    assert [b.id for b in content.blocks] == list(range(1, len(content.blocks) + 1))
    assert [s.id for s in content.sections] == [1, 2]
    assert [n.id for n in content.notes] == [1, 2, 3]
    body = next(b for b in content.blocks if b.kind == "paragraph")
    assert body.marks == (Mark(30, 1),)
    assert content.tables[0].cells[2].marks == (Mark(3, 2),)
    assert (content.tables[0].caption, content.tables[0].section_id) == ("CÁC CHỈ TIÊU", 2)
    assert content.blocks[-1].table_id == 1


def test_the_data_of_a_head_saved_in_two_columns() -> None:
    data = content_of(DOCUMENT, "bao-cao.docx").data
    assert (data.issuer, data.number, data.date, data.year) == (
        "Ủy ban nhân dân tỉnh Lào Cai",
        "7/BC-UBND",
        "2021-12-01",
        2021,
    )


def test_losses_and_doubts_are_findings() -> None:
    found = {f.code: (f.count, f.detail, f.block_id) for f in content_of(DOCUMENT, "x").findings}
    assert found["TBC-402"] == (2, "ảnh", None)
    assert found["TBC-421"] == (1, "3", None)
    assert found["TBC-422"] == (1, "mất", 6)
    assert found["TBC-435"] == (1, "", None)


def test_figures_are_found_in_their_place() -> None:
    figures = content_of(DOCUMENT, "x").figures
    assert (500.0, "tỷ đồng") in {(f.value, f.unit) for f in figures}
    assert all(f.place.block_id or f.place.note_id or f.place.table_id for f in figures)


def test_no_words_no_report() -> None:
    for blocks in ((), (Paragraph(" \u00a0"),), (Grid(1, 1, (GridCell(0, 0, 1, 1, " "),)),)):
        with pytest.raises(NoText):
            content_of(Document("txt", blocks), "x.txt")


def test_a_text_without_numbered_lines_is_kept_and_said() -> None:
    content = content_of(Document("txt", (Paragraph("Một đoạn."),)), "x.txt")
    assert "TBC-443" in {f.code for f in content.findings}
    assert content.blocks[0].text == "Một đoạn."


@pytest.mark.parametrize(
    "run",
    [
        "9" * 20000,
        "a" + " " * 20000 + "x",
        "-" * 20000,
        "I" * 20000,
        "\n".join("a" * 5000),
        "Nơi nhận" + " " * 9000 + ":x",
    ],
)
def test_endless_runs_are_taken_in_stride(run: str) -> None:
    cells = (GridCell(0, 0, 1, 1, run), GridCell(0, 1, 1, 1, "1"), GridCell(1, 0, 1, 1, "2"), GridCell(1, 1, 1, 1, run))
    content = content_of(Document("txt", (Paragraph("BÁO CÁO"), Paragraph(run), Grid(2, 2, cells))), "x.txt")
    assert len(content.tables) == 1
    assert sum(len(block.text) for block in content.blocks) > 4000


def test_the_same_document_gives_the_same_content() -> None:
    assert content_of(DOCUMENT, "x") == content_of(DOCUMENT, "x")
