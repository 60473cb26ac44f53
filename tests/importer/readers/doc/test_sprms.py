"""Property modifiers: sizes of operands, lists that break off."""

from __future__ import annotations

from db.importer.readers.doc.sprms import Sprm, signed16, sprms_of, unsigned


def test_operands_have_the_size_their_modifier_says():
    grpprl = b"\x35\x08\x01" + b"\x0b\x46\x05\x00" + b"\x49\x66\x02\x00\x00\x00" + b"\x35\xd6\x03abc"
    assert list(sprms_of(grpprl)) == [
        (Sprm.C_F_BOLD, b"\x01"),
        (Sprm.P_ILFO, b"\x05\x00"),
        (Sprm.P_ITAP, b"\x02\x00\x00\x00"),
        (0xD635, b"abc"),
    ]


def test_a_table_definition_has_a_size_of_two_bytes_that_counts_one_more():
    assert list(sprms_of(b"\x08\xd6\x04\x00abc")) == [(Sprm.T_DEF_TABLE, b"abc")]


def test_tabs_too_many_for_one_byte_are_measured():
    operand = b"\x01" + b"dddd" + b"\x02" + b"aaabbb"
    assert list(sprms_of(b"\x15\xc6\xff" + operand + b"\x35\x08\x01")) == [
        (Sprm.P_CHG_TABS, operand),
        (Sprm.C_F_BOLD, b"\x01"),
    ]


def test_a_list_that_breaks_off_ends():
    assert list(sprms_of(b"\x35\x08\x01\x0b\x46\x05")) == [(Sprm.C_F_BOLD, b"\x01")]
    assert list(sprms_of(b"\x15\xc6\xff\xff")) == []
    assert list(sprms_of(b"\x08\xd6\xff\xff")) == []


def test_numbers_of_operands():
    assert signed16(b"\xff\xff") == -1
    assert unsigned(b"\x01\x02") == 0x201
    assert unsigned(b"") == 0
