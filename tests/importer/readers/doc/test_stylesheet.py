"""Styles: what they hand down, and how switches of two styles undo each other."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm
from db.importer.readers.doc.stylesheet import StyleSheet

NOTHING = 0xFFF
PARAGRAPH, CHARACTER = 1, 2
BOLD = struct.pack("<HB", Sprm.C_F_BOLD, 1)
CENTERED = struct.pack("<HB", Sprm.P_JC, 1)


def style(name: str, kind: int, base: int = NOTHING, sti: int = 0xFFE, paragraph: bytes = b"", letters: bytes = b""):
    parts = [struct.pack("<H", 0) + paragraph, letters] if kind == PARAGRAPH else [letters]
    std = struct.pack("<HHHHH", sti, kind | base << 4, len(parts), 0, 0)
    std += struct.pack("<H", len(name)) + (name + "\0").encode("utf-16-le")
    for part in parts:
        std += b"\0" * (len(std) % 2) + struct.pack("<H", len(part)) + part
    return std


def sheet(*styles: bytes) -> bytes:
    header = struct.pack("<HHHHHHHHH", len(styles), 10, 1, 91, 15, 0, 0, 0, 0)
    body = b"".join(struct.pack("<H", len(std)) + std + b"\0" * (len(std) % 2) for std in styles)
    return struct.pack("<H", len(header)) + header + body


@pytest.fixture
def styled(word):
    def make(*styles: bytes):
        word.tables[Table.STYLES] = sheet(style("Normal", PARAGRAPH, sti=0), *styles)
        return word

    return make


def test_a_heading_is_known_by_its_number_whatever_its_name(styled):
    word = styled(style("Tiêu đề", PARAGRAPH, sti=2), style("của ta", PARAGRAPH, base=1))
    word.paragraph("I. Kinh tế", istd=1)
    word.paragraph("II. Xã hội", istd=2)
    word.paragraph("Lời", istd=0)
    assert [paragraph.heading for paragraph in word.paragraphs()] == [2, 2, None]


def test_an_outline_level_makes_a_heading_and_unmakes_one(styled):
    word = styled(style("heading 1", PARAGRAPH, sti=1))
    word.paragraph("a", properties=struct.pack("<HB", Sprm.P_OUT_LVL, 2))
    word.paragraph("b", istd=1, properties=struct.pack("<HB", Sprm.P_OUT_LVL, 9))
    assert [paragraph.heading for paragraph in word.paragraphs()] == [3, None]


def test_alignment_is_inherited_and_overridden(styled):
    word = styled(style("giữa", PARAGRAPH, paragraph=CENTERED), style("con", PARAGRAPH, base=1))
    word.paragraph("a", istd=2)
    word.paragraph("b", istd=2, properties=struct.pack("<HB", Sprm.P_JC, 3))
    assert [paragraph.align for paragraph in word.paragraphs()] == ["center", "justify"]


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "is_bold"),
    [
        (BOLD, b"", None, True),
        (BOLD, b"", 0, False),
        (BOLD, b"", 0x80, True),
        (BOLD, b"", 0x81, False),
        (b"", b"", 0x81, True),
        (BOLD, BOLD, None, False),
        (b"", BOLD, None, True),
        (BOLD, BOLD, 1, True),
        (b"", BOLD, 0x81, False),
    ],
)
def test_switches_of_paragraph_style_character_style_and_run(styled, run, paragraph, character, direct, is_bold):
    word = styled(
        style("p", PARAGRAPH, letters=paragraph),
        style("c", CHARACTER, letters=character),
    )
    letters = struct.pack("<HH", Sprm.C_ISTD, 2)
    letters += b"" if direct is None else struct.pack("<HB", Sprm.C_F_BOLD, direct)
    word.paragraph(run("chữ", letters), istd=1)
    assert [stretch.style for stretch in word.paragraphs()[0].emphasis] == ["b"] * is_bold


def test_a_character_style_is_inherited(styled, run):
    word = styled(style("c", CHARACTER, letters=BOLD), style("d", CHARACTER, base=1))
    word.paragraph(run("chữ", struct.pack("<HH", Sprm.C_ISTD, 2)))
    assert word.paragraphs()[0].emphasis[0].style == "b"


def test_a_circle_of_styles_ends():
    found = StyleSheet(sheet(style("a", PARAGRAPH, base=1), style("b", PARAGRAPH, base=0, letters=BOLD)))
    assert found.style(1).letters.bold


def test_a_broken_sheet_is_plain():
    whole = sheet(style("a", PARAGRAPH, letters=BOLD))
    for cut in range(len(whole)):
        StyleSheet(whole[:cut])
    assert not StyleSheet(whole[:25]).style(0).letters.bold
