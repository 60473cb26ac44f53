"""What is taken in, what is refused, and what is told."""

from __future__ import annotations

import pytest

from db.errors import DamagedFile, EncryptedFile, NoText
from db.importer.readers import reader_for
from db.importer.readers.pdf.reader import numbers
from db.messages import words_for

WORDS = "Báo cáo nêu kết quả thực hiện nhiệm vụ kinh tế, xã hội trong năm 2023."


def test_a_pdf_is_known_by_its_mark_within_the_first_kilobyte(press, sheet):
    sheet.text(WORDS)
    path = press.save(sheet, name="report.docx", lead=b"\n" * 500)
    assert reader_for(path).format == "pdf"
    assert reader_for(path).read(path).blocks[0].text == WORDS


def test_a_pdf_that_lost_its_mark_is_damaged_and_never_taken_for_text(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"  4 0 obj <</Type/XRef>>stream\nendstream\nendobj\nstartxref\n3\n%%EOF\n")
    with pytest.raises(DamagedFile):
        reader_for(path)


def test_a_scan_is_refused_with_the_count_of_its_pages(press, sheets):
    pages = sheets(3)
    for page in pages:
        page.image = True
    pages[0].put(85, 80, "Trang 1")
    with pytest.raises(NoText) as caught:
        press.read(*pages)
    assert (caught.value.code, caught.value.detail) == ("TBC-121", "3")
    assert "PDF ảnh – không có chữ, 3 trang" in words_for("TBC-121", "vi", "a.pdf", caught.value.detail).why


def test_picture_pages_among_pages_of_text_are_named(press, sheets):
    pages = sheets(5)
    for number, page in enumerate(pages):
        if number in {1, 3, 4}:
            page.image = True
        else:
            page.text(f"{WORDS} Phần {number}.")
    losses = press.losses(*pages)
    assert losses["TBC-428"] == (3, "2, 4–5")
    assert "TBC-402" not in losses


def test_a_short_page_without_a_picture_is_text(press, sheet):
    sheet.put(85, 80, "Phụ lục")
    assert press.texts(sheet) == ["Phụ lục"]


def test_pictures_beside_text_are_counted(press, sheet):
    sheet.image = True
    sheet.text(WORDS)
    assert press.losses(sheet) == {"TBC-402": (1, "")}


def test_letters_without_a_meaning_are_kept_and_counted(press, sheet):
    sheet.text(WORDS)
    sheet.put(85, 200, "\ue001\ue002")
    losses = press.losses(sheet)
    assert losses["TBC-411"] == (2, "")


def test_letters_of_old_fonts_are_read_by_the_name_of_the_font(press, sheet):
    sheet.put(85, 80, "B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô n¨m 2003", style="vn")
    assert press.texts(sheet) == ["Báo cáo kết quả thực hiện nhiệm vụ năm 2003"]
    assert "TBC-418" in press.losses(sheet)


def test_text_that_does_not_stand_upright_is_told_of(press, sheet):
    sheet.text(WORDS)
    sheet.put(40, 400, "DỰ THẢO", turn=True)
    assert press.texts(sheet) == [WORDS]
    assert press.losses(sheet)["TBC-419"] == (1, "1")


def test_a_file_cut_off_is_damaged(press, sheet, tmp_path):
    path = press.save(sheet)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(DamagedFile):
        reader_for(path).read(path)


def test_a_password_of_the_reader_is_asked_for_and_an_empty_one_opens(shared):
    hostile = shared / "corpus" / "hostile"
    with pytest.raises(EncryptedFile):
        reader_for(hostile / "pypdf__r4-aes-user-password.pdf").read(hostile / "pypdf__r4-aes-user-password.pdf")
    for name in ("pypdf__r3-empty-password.pdf", "pypdf__r6-empty-password.pdf"):
        assert reader_for(hostile / name).read(hostile / name).blocks


def test_page_numbers_are_told_in_stretches():
    assert numbers([1, 3, 4, 5, 9]) == "1, 3–5, 9"
    assert numbers([]) == ""


def test_comments_and_links_to_the_outside_are_counted(press, sheet):
    sheet.text(WORDS)
    sheet.stuck = [
        "/Subtype/Text/Contents(x)",
        "/Subtype/FreeText/Contents(x)",
        "/Subtype/Link/A<</S/URI/URI(http://example.org)>>",
        "/Subtype/Link/A<</S/Launch/F(cmd.exe)>>",
    ]
    losses = press.losses(sheet)
    assert (losses["TBC-403"], losses["TBC-417"]) == ((2, ""), (2, ""))
