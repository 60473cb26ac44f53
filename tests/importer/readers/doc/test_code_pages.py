"""Which letters the 8-bit pieces are."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.doc.code_pages import VIETNAMESE_LANGUAGE, code_page_of
from db.importer.readers.doc.fib import Table

# "Đề nghị Uỷ ban nhân dân tỉnh phòng chống": Windows-1258 writes tone marks behind their vowels.
LOOSE = b"\xd0\xea\xcc nghi\xf2 Uy\xd2 ban nh\xe2n d\xe2n ti\xd2nh pho\xccng ch\xf4\xecng"
WORDS = "Đê\u0300 nghi\u0323 Uy\u0309 ban nhân dân ti\u0309nh pho\u0300ng chô\u0301ng"


@pytest.mark.parametrize("is_vietnamese", [True, False])
@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\x93a\x94 \x96 5\x80", "“a” – 5€"),
        (b"\xdd ki, qu\xfd, x\xe3, gi\xec, v\xec, t\xecm, h\xf2n", "Ý ki, quý, xã, giì, vì, tìm, hòn"),
        (b"\x81", "\x81"),
    ],
)
def test_windows_1252_is_what_word_writes_even_in_a_vietnamese_file(raw, is_vietnamese, text):
    assert code_page_of([raw], is_vietnamese)(raw) == text


def test_loose_tone_marks_on_vowels_tell_windows_1258():
    assert code_page_of([LOOSE], True)(LOOSE) == WORDS


def test_loose_tone_marks_are_not_believed_in_a_file_of_another_language():
    assert code_page_of([LOOSE], False)(LOOSE).startswith("ÐêÌ nghiò")


def test_letters_of_a_vn_font_are_left_to_the_font():
    text = "®iÒu kiÖn; tiÒn; miÒn; quÞ; loÌ; hiÒn; chuyÒn ®æi"
    raw = text.encode("cp1252")
    assert code_page_of([raw], True)(raw) == text


def test_every_byte_stays_one_character():
    raw = bytes(range(256))
    assert len(code_page_of([raw], False)(raw)) == 256
    assert len(code_page_of([LOOSE], True)(raw)) == 256


@pytest.mark.parametrize(
    ("lid", "charset", "is_read"), [(VIETNAMESE_LANGUAGE, 0, True), (0x0409, 163, True), (0x0409, 0, False)]
)
def test_the_language_or_the_charset_of_a_font_allows_it(word, lid, charset, is_read):
    word.lid = lid
    word.narrow = "cp1252"
    ffn = bytes((0, 0, 0, charset)).ljust(39, b"\0") + "A\0".encode("utf-16-le")
    word.tables[Table.FONTS] = struct.pack("<HHB", 1, 0, len(ffn)) + ffn
    word.paragraph(LOOSE.decode("cp1252"))
    assert (word.text() == WORDS) is is_read
