"""The characters of a page, whatever it says of them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from db.errors import UnknownEncoding
from db.importer.readers.html.charset import decoded

TEXT = "Tổng sản phẩm trên địa bàn tỉnh tăng 5,5% so với cùng kỳ năm trước, thu ngân sách vượt dự toán được giao."
PATH = Path("page.html")


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        f"<html><body>{'<p>a b c d</p>' * 20}{TEXT}".encode("utf-16-le"),
        b'<meta charset="iso-8859-1">' + TEXT.encode(),
    ],
)
def test_unicode_is_known_by_its_bytes(raw):
    text, told = decoded(raw, PATH)
    assert text.endswith(TEXT)
    assert told == ()


def test_what_the_page_or_its_envelope_says_counts_for_other_bytes():
    raw = "Ph\u00f3 B\u00ed th\u01b0".encode("cp1258")
    assert decoded(b'<meta http-equiv=x content="text/html; charset=windows-1258">' + raw, PATH)[0].endswith(
        "Phó Bí thư"
    )
    assert decoded(raw, PATH, "windows-1258")[0] == "Phó Bí thư"
    assert decoded(b"<meta charset=iso-8859-1>caf\xe9 \x96", PATH)[0].endswith("café –")


def test_bytes_that_belong_nowhere_are_counted():
    raw = TEXT.encode() * 3
    text, told = decoded(raw[:100] + b"\xff" + raw[100:], PATH)
    assert text.count("\ufffd") in (1, 2)
    assert [loss.code for loss in told] == ["TBC-411"]


def test_an_old_encoding_without_doubt_is_read():
    raw = (
        (
            "<p>B\u00b8o c\u00b8o t\u00ecnh h\u00ecnh kinh t\u00d5 - x\u00b7 h\u00e9i n\u00a8m 2003 cu\u00a1 tØnh, "
            "T\u00e6ng c\u00e9ng thu ng©n s¸ch ®¹t 112 tû ®ång, tăng so víi cïng kú</p>"
        )
        .replace("ă", "¨")
        .encode("latin-1")
    )
    assert "Tổng cộng thu ngân sách đạt 112 tỷ đồng" in decoded(raw, PATH)[0]


def test_a_codec_that_is_no_encoding_of_text_is_not_tried():
    with pytest.raises(UnknownEncoding):
        decoded(b"<meta charset=unicode_escape>" + bytes(range(0x80, 0x100)) * 4, PATH)
