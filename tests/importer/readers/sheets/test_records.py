"""Records of an .xls and strings that run over their ends."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.sheets.records import CONTINUE, StringReader, records, short_string


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def test_a_record_has_what_continues_it():
    stream = record(1, b"a") + record(CONTINUE, b"b") + record(2, b"") + b"\x01"
    assert [(each.kind, each.pieces) for each in records(stream)] == [(1, (b"a", b"b")), (2, (b"",))]


def test_strings_narrow_wide_and_with_formatting():
    narrow = struct.pack("<HB", 2, 0) + b"ab"
    wide = struct.pack("<HBH", 1, 0x09, 1) + "đ".encode("utf-16-le") + b"\0" * 4
    extended = struct.pack("<HBI", 1, 0x04, 3) + b"c" + b"xyz"
    reader = StringReader((narrow + wide + extended,))
    assert [reader.string() for _ in range(3)] == ["ab", "đ", "c"]
    assert not reader.has_more


def test_a_string_goes_on_in_the_next_piece_with_a_width_of_its_own():
    first = struct.pack("<HB", 4, 0) + b"ab"
    reader = StringReader((first, b"\x01" + "đc".encode("utf-16-le")))
    assert reader.string() == "abđc"


def test_a_string_that_ends_too_soon_is_an_error():
    with pytest.raises(struct.error):
        StringReader((struct.pack("<HB", 9, 0) + b"ab",)).string()


def test_short_strings():
    assert short_string(b"\x02\x00ab", 0, False, "") == "ab"
    assert short_string(b"\x01\x00\x01\x11\x01", 0, True, "") == "đ"
    assert short_string(b"\x02\xd0\xf0", 0, False, "cp1258") == "Đđ"
