"""Which reader takes a file, and how the others are refused."""

from __future__ import annotations

import zipfile

import pytest

from db.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownFormat, UnreadableFile, UnsafeFile
from db.importer.readers import reader_for

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
TEXT = "ỦY BAN NHÂN DÂN TỈNH\n\nI. KINH TẾ\nTổng sản phẩm tăng 5,5%.\n"


def saved(tmp_path, data, name="report.docx"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_word_file_is_known_by_its_content(word):
    assert reader_for(word.save(word.p("Báo cáo"), name="report.doc")).format == "docx"


def test_text_named_docx_is_read_as_text(tmp_path):
    assert reader_for(saved(tmp_path, TEXT.encode())).format == "txt"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "Word 2003 XML"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"Rar!\x1a\x07", "rar"),
        (b"\xdb\xa5\x2d\0\0\0", "Word 2"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel 97-2003 .xls"),
    ],
)
def test_a_format_we_know_and_do_not_read_is_named(tmp_path, data, name):
    with pytest.raises(UnknownFormat) as caught:
        reader_for(saved(tmp_path, data))
    assert caught.value.detail == name


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"<!DOCTYPE html><html><p>x", "report.docx", "html"),
        (b"\xef\xbb\xbf<html><body>", "report.doc", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "report.xls", "html"),
        (b'<?xml version="1.0"?>\n<!-- x --><html xmlns="http://www.w3.org/1999/xhtml">', "report", "html"),
        (b"<p>x", "report.html", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "report.doc", "mht"),
        (b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"', "r", "mht"),
        (b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:x">', "r.xml", "fodt"),
        (b"{\\rtf1\\ansi", "report.doc", "rtf"),
        ("# Báo cáo\n".encode(), "report.md", "md"),
        ("# Báo cáo\n".encode(), "report.txt", "txt"),
    ],
)
def test_text_with_markup_finds_its_reader(tmp_path, data, name, form):
    assert reader_for(saved(tmp_path, data, name)).format == form


def test_a_password_is_told_from_an_old_word_file(tmp_path):
    with pytest.raises(EncryptedFile):
        reader_for(saved(tmp_path, OLE + b"\0" * 2_000_000 + "EncryptedPackage".encode("utf-16-le")))


@pytest.mark.parametrize("rest", [b"", b"\0" * 4000, "WordDocument".encode("utf-16-le")])
def test_an_old_office_file_whose_tables_are_gone_is_damaged(tmp_path, rest):
    with pytest.raises(DamagedFile):
        reader_for(saved(tmp_path, OLE + rest))


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, "OpenDocument"),
        ({"META-INF/MANIFEST.MF": "Manifest-Version: 1.0"}, "zip"),
    ],
)
def test_a_zip_that_is_no_word_file_is_named(tmp_path, parts, name):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    with pytest.raises(UnknownFormat) as caught:
        reader_for(path)
    assert caught.value.detail == name


@pytest.mark.parametrize(("kind", "form"), [("text", "odt"), ("text-template", "odt"), ("spreadsheet", "ods")])
def test_an_opendocument_file_says_what_it_is(tmp_path, kind, form):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    assert reader_for(path).format == form


def test_a_workbook_finds_its_reader(tmp_path):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
        )
    assert reader_for(path).format == "xlsx"


def test_a_main_part_that_opens_with_a_dtd_is_unsafe(tmp_path):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f'<!DOCTYPE a [<!ENTITY b "{"x" * 50_000}">]><a>&b;</a>')
    with pytest.raises(UnsafeFile):
        reader_for(path)


def test_a_file_of_no_bytes_is_empty(tmp_path):
    with pytest.raises(EmptyFile):
        reader_for(saved(tmp_path, b""))


def test_a_word_file_cut_off_is_damaged(word):
    path = word.save(word.p("Báo cáo"))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedFile):
        reader_for(path)


def test_a_file_that_is_not_there_has_its_own_code(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        reader_for(tmp_path / "none.docx")
    assert caught.value.code == "TBC-106"


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        reader_for(tmp_path)
    assert caught.value.code in ("TBC-105", "TBC-107")  # Windows calls it a denied permission


def test_what_no_reader_takes_is_of_unknown_format(tmp_path):
    with pytest.raises(UnknownFormat):
        reader_for(saved(tmp_path, bytes(range(256)) * 8))
