"""Which files are OpenDocument texts, and which of them are refused."""

from __future__ import annotations

import zipfile

import pytest

from db.errors import DamagedFile, EncryptedFile, UnknownFormat, UnsafeFile
from db.importer.readers.odt import FlatOdtReader, OdtReader

MIMETYPE = "application/vnd.oasis.opendocument.text"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def flat(tmp_path, body="<office:text><text:p>a</text:p></office:text>", before="", mimetype=MIMETYPE):
    path = tmp_path / "report.fodt"
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>{before}\n<office:document {NAMES} office:mimetype="{mimetype}">'
        f"<office:body>{body}</office:body></office:document>",
        encoding="utf-8",
    )
    return path


def test_a_flat_file_is_read_like_a_packed_one(tmp_path):
    path = flat(tmp_path)
    assert FlatOdtReader().accepts(path.read_bytes()[:4096], path)
    document = FlatOdtReader().read(path)
    assert (document.format, document.blocks[0].text) == ("fodt", "a")


def test_a_flat_workbook_is_not_taken(tmp_path):
    path = flat(tmp_path, mimetype="application/vnd.oasis.opendocument.spreadsheet")
    assert not FlatOdtReader().accepts(path.read_bytes()[:4096], path)
    with pytest.raises(UnknownFormat):
        FlatOdtReader().read(flat(tmp_path, "<office:spreadsheet/>"))


def test_a_dtd_is_refused(tmp_path):
    with pytest.raises(UnsafeFile):
        FlatOdtReader().read(flat(tmp_path, before='<!DOCTYPE x [<!ENTITY y "z">]>'))


def test_a_password_is_told(odt):
    manifest = '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
    with pytest.raises(EncryptedFile):
        odt.read("<text:p>a</text:p>", **{"META-INF/manifest.xml": manifest})


def test_macros_are_counted_and_an_empty_library_is_none(odt):
    entries = '<e full-path="Basic/Standard/script-lb.xml"/>'
    assert odt.losses("<text:p>a</text:p>", **{"META-INF/manifest.xml": f"<m>{entries}</m>"}) == {}
    entries += '<e full-path="Basic/Standard/Module1.xml"/>'
    assert odt.losses("<text:p>a</text:p>", **{"META-INF/manifest.xml": f"<m>{entries}</m>"}) == {"TBC-409": 1}


def test_headers_are_counted_when_they_say_more_than_the_page(odt):
    masters = (
        "<style:master-page><style:header><text:p>Mật</text:p></style:header>"
        "<style:footer><text:p>Trang <text:page-number>2</text:page-number></text:p></style:footer></style:master-page>"
    )
    losses = odt.read("<text:p>a</text:p>", masters=masters).losses
    assert {loss.code: loss.count for loss in losses} == {"TBC-410": 1}


def test_broken_styles_do_not_cost_the_words(odt):
    document = odt.read("<text:p>a</text:p>", **{"styles.xml": "<broken"})
    assert document.blocks[0].text == "a"
    assert {loss.code for loss in document.losses} == {"TBC-419"}


def test_a_file_without_content_is_damaged(tmp_path):
    path = tmp_path / "report.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", MIMETYPE)
    assert OdtReader().accepts(path.read_bytes(), path)
    with pytest.raises(DamagedFile):
        OdtReader().read(path)


def test_a_nesting_without_bottom_is_refused(odt):
    with pytest.raises(UnsafeFile):
        odt.read("<text:section>" * 5000 + "</text:section>" * 5000)


def test_a_nesting_that_is_allowed_is_read_without_running_out_of_stack(odt):
    depth = 230
    assert odt.printed("<text:section>" * depth + "<text:p>a</text:p>" + "</text:section>" * depth) == ["a"]
    spans = "<text:span>" * depth + "a" + "</text:span>" * depth
    assert odt.text(spans) == "a"
