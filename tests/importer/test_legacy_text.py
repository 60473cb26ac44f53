"""Documents without fonts to tell their encoding."""

from __future__ import annotations

import re

import pytest

from db.errors import AccentsLost
from db.importer.assemble import content_of
from db.importer.document import Document, Grid, GridCell, NoteMark, NoteText, Paragraph
from db.importer.legacy_text import restored
from db.model import Emphasis

LINES = (
    "Tình hình kinh tế của tỉnh năm 2022 giữ ổn định; thu ngân sách đạt 1.250 tỷ đồng, tăng 5%.",
    "Đời sống nhân dân được cải thiện, các xã đẩy mạnh xây dựng nông thôn mới.",
)


@pytest.mark.parametrize("way", ["tcvn3", "vni", "viqr"])
def test_all_texts_are_turned_and_what_points_into_them_moves_along(old, way):
    write = getattr(old, way)
    at = len(LINES[0]) - 10
    cut = len(write(LINES[0][:at]))
    document = Document(
        "html",
        (
            Paragraph(write(LINES[0]), (NoteMark(cut, "1"),), emphasis=(Emphasis(0, cut, "b"),)),
            Paragraph(write(LINES[1]), marker=write("Điều 1.")),
            Grid(1, 1, (GridCell(0, 0, 1, 1, write("Tỷ lệ đạt"), (NoteMark(len(write("Tỷ lệ")), "2"),)),)),
        ),
        (NoteText("1", "1", "footnote", write("Gồm cả thu tiền sử dụng đất")),),
    )
    done = restored(document)
    assert done.blocks[0] == Paragraph(LINES[0], (NoteMark(at, "1"),), emphasis=(Emphasis(0, at, "b"),))
    assert done.blocks[1].text == LINES[1]
    assert done.blocks[1].marker == "Điều 1."
    assert done.blocks[2].cells[0] == GridCell(0, 0, 1, 1, "Tỷ lệ đạt", (NoteMark(len("Tỷ lệ"), "2"),))
    assert done.notes[0].text == "Gồm cả thu tiền sử dụng đất"
    assert [loss.code for loss in done.losses] == ["TBC-418"]


@pytest.mark.parametrize("text", [*LINES, "The council met and made its plans.", "Die Löhne stiegen für ältere Bürger"])
def test_other_documents_are_left_as_they_are(text):
    document = Document("docx", (Paragraph(text),))
    assert restored(document) is document


def test_a_document_whose_accents_are_gone_is_refused():
    lost = [Paragraph(re.sub(r"[^\x00-\x7f]", "", line)) for line in LINES]
    with pytest.raises(AccentsLost) as caught:
        content_of(Document("doc", tuple(lost)), "bao-cao.doc")
    assert caught.value.code == "TBC-122"


@pytest.mark.parametrize("way", ["tcvn3", "vni"])
def test_an_old_paragraph_in_a_unicode_report_is_turned(old, way):
    pasted = getattr(old, way)(LINES[1])
    before = Document("docx", (Paragraph(LINES[0]), Paragraph(pasted), Paragraph("Giá café ở châu Âu tăng 5%.")))
    done = restored(before)
    assert [part.text for part in done.blocks] == [*LINES, "Giá café ở châu Âu tăng 5%."]
    assert [loss.code for loss in done.losses] == ["TBC-418"]
    assert done.losses[0].count == sum(not char.isascii() for char in LINES[1])


def test_a_western_paragraph_in_a_unicode_report_stays():
    western = "L'activité économique du département a dépassé les prévisions, grâce à l'élan des marchés intérieurs."
    document = Document("docx", (Paragraph(LINES[0]), Paragraph(western)))
    assert restored(document) is document


def test_unicode_far_down_in_an_old_document_stays(old):
    pasted = tuple(Paragraph(old.vni(LINES[1])) for _ in range(900))
    done = restored(Document("html", (*pasted, Paragraph("Bình Định: cá ngừ"))))
    assert [part.text for part in done.blocks[-2:]] == [LINES[1], "Bình Định: cá ngừ"]
