"""Which encoding a text file is in, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from db.errors import DamagedFile, UnknownFormat
from db.importer.readers.text_encoding import decoded, looks_like_text, utf16_by_statistics

TEXT = "BÁO CÁO\r\nTình hình kinh tế của tỉnh năm 2022 giữ ổn định.\r\n"
PATH = Path("bao-cao.txt")


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF8 * 2 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_every_unicode_form_gives_the_same_text(raw: bytes) -> None:
    assert decoded(raw, PATH) == (TEXT, ())
    assert looks_like_text(raw[:4096])


def test_a_legacy_encoding_is_refused_with_the_place() -> None:
    with pytest.raises(DamagedFile) as caught:
        decoded("Tổng cộng\n".encode() + "Tæng céng §¶ng".encode("latin-1"), PATH)
    assert "byte" in caught.value.detail


def test_a_file_cut_off_in_a_letter_is_refused() -> None:
    with pytest.raises(DamagedFile):
        decoded("đảng viê".encode()[:-1] + b"\xe1\xbb", PATH)


def test_utf16_cut_off_in_a_pair_is_refused() -> None:
    with pytest.raises(DamagedFile):
        decoded(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], PATH)


def test_forbidden_sequences_become_counted_replacement_characters() -> None:
    text, losses = decoded(b"a\xc0\xaf b\xed\xa0\x80 c\xf4\x90\x80\x80", PATH)
    assert text == "a\ufffd b\ufffd c\ufffd"
    assert [(loss.code, loss.count) for loss in losses] == [("TBC-411", 3)]


@pytest.mark.parametrize("raw", [b"\x00\x01\x02\x03MZ\x90" * 40, b"abc\x00def", codecs.BOM_UTF16_LE + b"a\x00\x00\x00"])
def test_binary_content_is_of_no_format(raw: bytes) -> None:
    with pytest.raises(UnknownFormat):
        decoded(raw, PATH)


@pytest.mark.parametrize(
    "head",
    [b"PK\x03\x04rest", b"%PDF-1.7", b"{\\rtf1", b"<?xml version='1.0'?>", b"\n <!DOCTYPE html>", b"\xd0\xcf\x11\xe0"],
)
def test_other_formats_are_not_taken_for_text(head: bytes) -> None:
    assert not looks_like_text(head)


def test_plain_latin_text_is_not_taken_for_utf16() -> None:
    assert utf16_by_statistics(b"plain words, nothing else") == ""
