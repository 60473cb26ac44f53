"""Fonts: whose code page the bytes are in."""

from __future__ import annotations

import unicodedata

import pytest

from db.importer.readers.rtf.fonts import Fonts, codec_of, letters_of
from db.importer.readers.rtf.tokens import Tokens


def fonts(table: bytes, *header: tuple[bytes, int | None]) -> Fonts:
    made = Fonts()
    for word, number in header:
        made.header_says(word, number)
    tokens = Tokens(table)
    next(iter(tokens))
    made.read(tokens.group())
    return made


def test_a_table_with_and_without_groups_says_the_same():
    grouped = fonts(rb"\fonttbl{\f0\froman\fcharset163{\*\panose 02}Arial{\*\falt Other};}{\f7\cpg1251 B;}")
    flat = fonts(rb"\fonttbl\f0\fcharset163 Arial;\f7\cpg1251 B;")
    for one in (grouped, flat):
        assert [one.font(0).name, one.font(7).name, one.font(9).name] == ["Arial", "B", ""]
        assert [one.codec(one.font(0)), one.codec(one.font(7))] == ["cp1258", "cp1251"]


@pytest.mark.parametrize(
    ("charset", "codec"),
    [(rb"\fcharset0", "cp1252"), (rb"\fcharset1", "cp1258"), (b"", "cp1258"), (rb"\fcharset238", "cp1250")],
)
def test_the_header_speaks_where_the_font_does_not(charset, codec):
    made = fonts(rb"\fonttbl{\f0" + charset + b" Arial;}", (b"ansi", None), (b"ansicpg", 1258))
    assert made.codec(made.font(0)) == codec


def test_an_old_vietnamese_font_takes_the_places_of_western_letters():
    made = fonts(rb"\fonttbl{\f0 .VnTime;}", (b"ansicpg", 1258))
    assert made.codec(made.font(0)) == "cp1252"


def test_machines_of_the_header():
    made = fonts(rb"\fonttbl{\f0\fcharset0 Times;}", (b"mac", None))
    assert made.codec(made.font(0)) == made.default_codec == "mac_roman"


def test_code_pages_nobody_has_are_western():
    assert [codec_of(number) for number in (0, 10000, 65001, 99999, -3)] == [
        *("cp1252", "mac_roman", "utf-8", "cp1252", "cp1252")
    ]


def test_vietnamese_bytes_become_letters_with_their_marks_behind():
    assert letters_of(b"\xf0\xfd\xf5", "cp1258") == "đươ"
    assert unicodedata.normalize("NFC", letters_of(b"\xea\xec", "cp1258")) == "ế"


def test_what_a_code_page_leaves_open_stays():
    assert letters_of(b"\x81\xb8", "cp1252") == "\x81¸"
    assert letters_of(b"\x94\x4e\x81", "cp932") == "年\ufffd"
