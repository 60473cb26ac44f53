"""The reader of .doc as a whole: what it takes, what it refuses and by which name."""

from __future__ import annotations

import pytest

from db.errors import DamagedFile, EncryptedFile, UnknownFormat
from db.importer.readers import reader_for


def test_paragraphs_come_in_order_without_the_empty_ones(word):
    for text in ("BÁO CÁO", "", "Tình hình kinh tế"):
        word.paragraph(text)
    document = word.read()
    assert document.format == "doc"
    assert [block.text for block in document.blocks] == ["BÁO CÁO", "Tình hình kinh tế"]
    assert [block.origin for block in document.blocks] == ["main#p1", "main#p3"]


def test_the_front_door_leads_to_it(word):
    word.paragraph("Báo cáo")
    assert reader_for(word.save("report.docx")).format == "doc"


@pytest.mark.parametrize(
    ("magic", "version", "name"),
    [(0xA5EC, 0x65, "Word 6/95"), (0xA5EC, 0x68, "Word 6/95"), (0xA5DC, 0x65, "Word 6/95"), (0xA5DB, 0x2D, "Word 2")],
)
def test_older_versions_are_refused_by_name(word, magic, version, name):
    word.paragraph("Báo cáo")
    word.magic, word.nfib = magic, version
    path = word.save()
    with pytest.raises(UnknownFormat) as caught:
        reader_for(path).read(path)
    assert caught.value.detail == name


def test_a_password_is_told(word):
    word.paragraph("Báo cáo")
    word.flags |= 0x0100
    path = word.save()
    with pytest.raises(EncryptedFile):
        reader_for(path).read(path)


def test_managed_rights_are_a_password(word):
    word.paragraph("This file is protected")
    word.streams["\tDRMContent"] = b"x"
    with pytest.raises(EncryptedFile):
        word.read()


def test_the_other_table_stream_is_taken_if_the_named_one_is_missing(word):
    word.paragraph("Báo cáo")
    word.flags = 0
    assert word.text() == "Báo cáo"


def test_a_stream_that_is_no_text_is_damaged(word):
    word.paragraph("Báo cáo")
    word.magic = 0x1234
    with pytest.raises(DamagedFile):
        word.read()


def test_a_text_cut_off_is_damaged(word):
    word.paragraph("Báo cáo")
    word.streams["1Table"] = b""
    with pytest.raises(DamagedFile):
        word.read()


def test_macros_are_told_of(word):
    word.paragraph("a")
    word.streams["Macros"] = b"x"
    assert word.losses() == {"TBC-409": 1}


def test_a_file_cut_in_half_is_refused(word):
    word.paragraph("Báo cáo " * 4000)
    path = word.save()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DamagedFile):
        reader_for(path)
