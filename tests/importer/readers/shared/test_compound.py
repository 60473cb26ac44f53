"""Compound files are looked over before they are opened."""

from __future__ import annotations

import struct

import pytest

from db.errors import DamagedFile, UnsafeFile
from db.importer.readers.shared import compound
from db.importer.readers.shared.compound import is_sound, opened

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
CONTENT = bytes(range(256)) * 16


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    made = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    return made + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<IQ", start, size)


@pytest.fixture
def made(tmp_path):
    """Write a file of one stream: sectors 0 … 7 its content, 8 the directory, 9 the table of sectors."""

    def make(*, chain=None, size=4096, **header):
        said = {"shift": 9, "mini": 6, "fat": 1, "directory": 8, "mini_fat": END, "difat": END, "difat_count": 0}
        said.update(header)
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, said["shift"], said["mini"]) + bytes(6)
        numbers = (0, said["fat"], said["directory"], 0, 4096, said["mini_fat"], 0, said["difat"], said["difat_count"])
        head += struct.pack("<9I", *numbers) + struct.pack("<109I", 9, *[FREE] * 108)
        listed = entry("Root Entry", 5, END, 0, child=1) + entry("Báo cáo", 2, 0, size)
        fat = chain or [1, 2, 3, 4, 5, 6, 7, END, END, FAT]
        table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
        path = tmp_path / "report.doc"
        path.write_bytes(head + CONTENT + listed.ljust(512, b"\0") + table)
        return path

    return make


def test_a_stream_is_read_whole(made):
    with opened(made()) as streams:
        assert streams.read("Báo cáo") == CONTENT
        assert "Báo cáo" in streams
        assert "Khác" not in streams


@pytest.mark.parametrize(
    "said",
    [
        {"shift": 31},
        {"mini": 0},
        {"fat": 1_000},
        {"directory": 200},
        {"chain": [1, 2, 3, 4, 5, 6, 7, END, 8, FAT]},
        {"mini_fat": 3, "chain": [1, 2, 3, 4, 5, 6, 3, END, END, FAT]},
        {"difat": 5_000, "difat_count": 1},
    ],
)
def test_tables_that_run_in_circles_or_out_of_the_file_are_damaged(made, said):
    path = made(**said)
    assert not is_sound(path)
    with pytest.raises(DamagedFile), opened(path):
        pass


def test_a_table_of_tables_in_a_circle_is_damaged(made):
    path = made(difat=0, difat_count=1)
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, 512 + 508, 0)
    path.write_bytes(content)
    assert not is_sound(path)


@pytest.mark.parametrize(
    "said", [{"size": 1_000_000_000}, {"chain": [1, 2, 3, 2, 5, 6, 7, END, END, FAT], "size": 9_000}]
)
def test_a_stream_longer_than_the_file_is_damaged(made, said):
    with opened(made(**said)) as streams, pytest.raises(DamagedFile):
        streams.read("Báo cáo")


def test_a_missing_stream_is_damage(made):
    with opened(made()) as streams, pytest.raises(DamagedFile):
        streams.read("Khác")


def test_a_file_too_large_is_unsafe(made, monkeypatch):
    monkeypatch.setattr(compound, "MAX_FILE", 1_000)
    with pytest.raises(UnsafeFile), opened(made()):
        pass


@pytest.mark.parametrize("length", [8, 511, 512, 1_500])
def test_a_file_cut_off_is_damaged(made, length):
    path = made()
    path.write_bytes(path.read_bytes()[:length])
    assert not is_sound(path)
