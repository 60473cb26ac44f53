"""What a fast save put on whole pieces."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.doc.prms import grpprl_of
from db.importer.readers.doc.sprms import Sprm


@pytest.mark.parametrize(
    ("prm", "grpprl"),
    [
        (0, b""),
        (0x55 << 1 | 1 << 8, struct.pack("<HB", Sprm.C_F_BOLD, 1)),
        (0x05 << 1 | 2 << 8, struct.pack("<HB", Sprm.P_JC, 2)),
        (0x7C << 1 | 1 << 8, b""),
        (1 | 1 << 1, b"hai"),
        (1 | 9 << 1, b""),
    ],
)
def test_a_short_change_names_its_modifier_and_a_long_one_a_list(prm, grpprl):
    assert grpprl_of(prm, [b"mot", b"hai"]) == grpprl


def test_runs_and_paragraphs_follow_the_change_of_their_piece(word):
    word.fast_saved = struct.pack("<HBHB", Sprm.C_F_BOLD, 1, Sprm.P_JC, 1)
    word.prm = 1
    word.paragraph("chữ")
    (paragraph,) = word.paragraphs()
    assert paragraph.align == "center"
    assert [stretch.style for stretch in paragraph.emphasis] == ["b"]


def test_a_change_of_style_makes_a_heading(word):
    word.fast_saved = struct.pack("<HH", Sprm.P_ISTD, 3) + struct.pack("<HB", Sprm.P_OUT_LVL, 0)
    word.prm = 1
    word.paragraph("I. Kinh tế")
    assert word.paragraphs()[0].heading == 1
