"""Which letters the 8-bit pieces are."""

from __future__ import annotations

import pytest

from db.importer.readers.doc.code_pages import VIETNAMESE, code_page_of

ENGLISH = 0x0409


@pytest.mark.parametrize(
    ("raw", "lid", "text"),
    [
        (b"\x93a\x94 \x96 5\x80", ENGLISH, "“a” – 5€"),
        ("Ý kiến ngành y tế: là và đã".encode("cp1252", "ignore"), VIETNAMESE, "Ý kin ngành y t: là và ã"),
        (b"\x81", ENGLISH, "\x81"),
    ],
)
def test_windows_1252_is_what_word_writes_even_in_a_vietnamese_file(raw, lid, text):
    assert code_page_of([raw], lid)(raw) == text


def test_loose_tone_marks_on_vowels_tell_windows_1258():
    raw = b"\xd0\xea\xcc nghi\xf2 Uy\xd2 ban nh\xe2n d\xe2n ti\xd2nh"
    assert code_page_of([raw], VIETNAMESE)(raw) == "Đê\u0300 nghi\u0323 Uy\u0309 ban nhân dân ti\u0309nh"


def test_loose_tone_marks_are_not_believed_in_a_file_of_another_language():
    raw = b"nghi\xf2 Uy\xd2 ti\xd2nh"
    assert code_page_of([raw], ENGLISH)(raw) == "nghiò UyÒ tiÒnh"


def test_every_byte_stays_one_character():
    raw = bytes(range(256))
    assert len(code_page_of([raw], ENGLISH)(raw)) == 256
    assert len(code_page_of([b"a\xcce\xcco\xcc"], VIETNAMESE)(raw)) == 256
