"""The piece table: characters of one and of two bytes, and tables that lie."""

from __future__ import annotations

import struct

import pytest

from db.errors import DamagedFile, UnsafeFile
from db.importer.readers.doc import pieces
from db.importer.readers.doc.fib import Stories, Table, WordFile
from db.importer.readers.doc.pieces import Text

NARROW = 0x40000000


@pytest.fixture
def made(tmp_path):
    def make(word, positions, places, lid=0x0409):
        table = struct.pack(f"<{len(positions)}I", *positions)
        table += b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
        clx = b"\x01\x02\x00ab\x02" + struct.pack("<I", len(table)) + table
        pairs = [(0, 0)] * 40
        pairs[Table.PIECES] = (0, len(clx))
        stories = Stories(0, *[positions[-1]] * 7)
        return WordFile(tmp_path / "report.doc", word, clx, b"", lid, stories, tuple(pairs))

    return make


def test_pieces_of_both_widths_make_one_text(made):
    file = made(b"So " + "Quảng".encode("utf-16-le"), [0, 3, 8], [NARROW | 0, 3])
    text = Text(file)
    assert text.characters == "So Quảng"
    assert [text.place(cp) for cp in (0, 2, 3, 7)] == [0, 2, 3, 11]


def test_a_character_beyond_the_first_plane_takes_two_positions(made):
    text = Text(made("a😀b".encode("utf-16-le"), [0, 4], [0]))
    assert len(text.characters) == 4
    assert text.place(3) == 6


@pytest.mark.parametrize(
    ("positions", "places"),
    [([0, 3, 2], [0, 0]), ([1, 3], [0]), ([0, 3, 3_000_000], [0, 0]), ([0, 5], [NARROW | 2 * 100])],
)
def test_a_table_with_gaps_or_out_of_the_file_is_damaged(made, positions, places):
    with pytest.raises(DamagedFile):
        Text(made(b"\0" * 16, positions, places))


def test_many_pieces_over_the_same_bytes_are_refused(made):
    with pytest.raises(DamagedFile):
        Text(made(b"\0" * 100, [*range(0, 1100, 100)], [NARROW] * 10))


def test_a_file_without_pieces_is_damaged(made, tmp_path):
    with pytest.raises(DamagedFile):
        Text(WordFile(tmp_path / "report.doc", b"", b"", b"", 0, Stories(*[0] * 8), ()))


def test_a_text_of_endless_pages_is_unsafe(made, monkeypatch):
    monkeypatch.setattr(pieces, "MAX_CHARACTERS", 10)
    with pytest.raises(UnsafeFile):
        Text(made(b"a" * 100, [0, 50], [NARROW]))
