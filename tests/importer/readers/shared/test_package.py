"""A zip is measured before it is unpacked."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest

from db.errors import DamagedFile, EncryptedFile, UnreadableFile, UnsafeFile
from db.importer.readers.shared import package
from db.importer.readers.shared.package import Package


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def refusal(path: Path, name: str) -> UnsafeFile:
    with pytest.raises(UnsafeFile) as caught, Package(path) as opened:
        opened.read(name)
    return caught.value


def test_a_part_is_read_by_its_name_in_any_case(tmp_path):
    with Package(zipped(tmp_path / "a.zip", {"word/Document.xml": b"text"})) as opened:
        assert opened.read("/word/document.xml") == b"text"
        assert opened.peek("word/document.xml", 2) == b"te"
        assert "word/other.xml" not in opened


def test_a_part_that_is_not_there_is_damage(tmp_path):
    with Package(zipped(tmp_path / "a.zip", {"a": b""})) as opened, pytest.raises(DamagedFile, match="word/x"):
        opened.read("word/x")


def test_a_part_that_swells_is_a_bomb(tmp_path):
    assert refusal(zipped(tmp_path / "a.zip", {"a": b"\0" * 3_000_000}), "a").detail == "bomb"


def test_a_small_part_may_swell(tmp_path):
    with Package(zipped(tmp_path / "a.zip", {"a": b"\0" * 900_000})) as opened:
        assert len(opened.read("a")) == 900_000


def test_too_many_entries_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    assert refusal(zipped(tmp_path / "a.zip", {f"{n}": b"" for n in range(4)}), "1").detail == "entries"


def test_the_whole_may_not_be_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_TOTAL", 10)
    assert refusal(zipped(tmp_path / "a.zip", {"a": b"123456", "b": b"123456"}), "a").detail == "size"


def test_one_part_may_not_be_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 5)
    path = zipped(tmp_path / "a.zip", {"a": b"123456", "b": b"1"})
    assert refusal(path, "a").detail == "size"
    with Package(path) as opened:
        assert opened.read("b") == b"1"


def test_a_name_that_stands_twice_is_refused_when_it_is_asked_for(tmp_path):
    path = tmp_path / "a.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a", b"one")
        archive.writestr("A", b"two")
        archive.writestr("b", b"three")
    assert refusal(path, "a").detail == "duplicate"
    with Package(path) as opened:
        assert opened.read("b") == b"three"


def test_entries_that_share_bytes_are_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a": b"x" * 50, "b": b"y" * 50})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (5).to_bytes(4, "little")  # b begins inside a
    path.write_bytes(data)
    assert refusal(path, "b").detail == "overlap"


def test_bytes_that_do_not_match_their_sum_are_damage(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"plain words")
    path.write_bytes(path.read_bytes().replace(b"plain words", b"other words"))
    with Package(path) as opened, pytest.raises(DamagedFile, match="CRC"):
        opened.read("a")


def test_a_zip_cut_off_is_damage(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a": b"x" * 500})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(DamagedFile):
        Package(path)


def test_an_entry_with_a_password_is_told_as_such(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a": b"x"})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with Package(path) as opened, pytest.raises(EncryptedFile):
        opened.read("a")


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile):
        Package(tmp_path / "none.zip")
