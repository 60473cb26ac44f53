"""Which encoding a text file is in, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from db.errors import DamagedFile, UnknownEncoding, UnknownFormat
from db.importer.readers.shared.text_encoding import decoded, looks_like_text, utf16_by_statistics

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


REPORT = (
    "BÁO CÁO\r\nTình hình kinh tế của tỉnh năm 2022 giữ ổn định; thu ngân sách đạt 1.250 tỷ đồng, tăng 5%.\r\n"
    "Đời sống nhân dân được cải thiện, các xã đẩy mạnh xây dựng nông thôn mới.\r\n"
)


def test_every_older_encoding_gives_the_same_text_and_is_named(old):
    for name, raw in (
        ("TCVN3", old.tcvn3(REPORT).encode("latin-1")),
        ("VNI", old.vni(REPORT).encode("latin-1")),
        ("VISCII", old.viscii(REPORT)),
        ("cp1258", old.cp1258(REPORT)),
        ("VIQR", old.viqr(REPORT).encode("ascii")),
    ):
        text, losses = decoded(raw, PATH)
        assert text == REPORT, name
        assert [loss.code for loss in losses] == ["TBC-418"]
        assert losses[0].detail.startswith(f"{name} → Unicode: “")
        assert losses[0].detail.endswith("→ “Tình hình kinh tế của tỉnh năm 2022 giữ …”")
        assert losses[0].count == sum(not char.isascii() for char in REPORT)
        assert looks_like_text(raw[:4096])


def test_old_letters_saved_in_unicode_are_read(old):
    assert decoded(old.vni(REPORT).encode(), PATH)[0] == REPORT
    assert decoded(codecs.BOM_UTF16_LE + old.tcvn3(REPORT).encode("utf-16-le"), PATH)[0] == REPORT


def test_a_letter_outside_the_encoding_is_kept_and_counted(old):
    text, losses = decoded(old.tcvn3(REPORT).encode("latin-1") + b" \x8a \x8a", PATH)
    assert text.endswith("Š Š")
    assert (losses[1].code, losses[1].count, losses[1].detail) == ("TBC-411", 2, "TCVN3: Š")


@pytest.mark.parametrize(
    "text",
    ["Über Öl und Müll, für ältere Bürger in Städten", "L'année a été marquée par la récolte, où il fallait", "naïve"],
)
def test_other_languages_in_western_bytes_are_refused_as_doubtful(text):
    with pytest.raises(UnknownEncoding) as caught:
        decoded(text.encode("cp1252"), PATH)
    assert caught.value.code == "TBC-123"
    assert "byte" in caught.value.detail


def test_two_encodings_in_one_file_are_refused(old):
    with pytest.raises(DamagedFile):
        decoded(REPORT.encode() + old.tcvn3(REPORT).encode("latin-1"), PATH)
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


def test_a_stray_zero_is_shown_and_counted_and_the_rest_is_kept():
    text, losses = decoded(("Báo cáo năm 2023 " * 8 + "trước\x00sau").encode(), Path("a.txt"))
    assert text.endswith("trước\ufffdsau")
    assert [(loss.code, loss.count) for loss in losses] == [("TBC-411", 1)]
    assert looks_like_text(("a" * 200 + "\x00").encode())
    assert not looks_like_text(bytes(range(256)) * 8)
