"""The committed samples are what their sources say, and building them again changes nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import build
import pytest
import sample_markup


def _members(content: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Names, dates and contents; the packed bytes may differ from one zlib to the next."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(one.filename, one.date_time, archive.read(one)) for one in archive.infolist()]


def test_the_committed_files_are_those_the_sources_make(files: dict[int, Path]) -> None:
    made = build.built()
    assert sorted(made) == [path.name for path in files.values()]
    for path in files.values():
        committed = path.read_bytes()
        if path.suffix == ".docx":
            assert _members(committed) == _members(made[path.name]), path.name
        else:
            assert committed == made[path.name]


def test_two_builds_give_the_same_bytes() -> None:
    assert build.built() == build.built()


def test_three_are_word_files_and_one_is_text(files: dict[int, Path]) -> None:
    assert {year: path.suffix for year, path in files.items()} == {
        2021: ".docx",
        2022: ".docx",
        2023: ".txt",
        2024: ".docx",
    }
    assert all(path.stat().st_size < 60_000 for path in files.values())


def test_an_unknown_block_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "2021.txt"
    source.write_text(":year 2021\n!picture\n!end\n", encoding="utf-8")
    with pytest.raises(ValueError, match="!picture"):
        sample_markup.read(source)


def test_a_row_that_does_not_fill_its_table_is_refused() -> None:
    row = sample_markup.Row((sample_markup.TableCell(("a",)),) * 3, group=False)
    table = sample_markup.TableOf(0, (10, 10), rows=[row])
    from sample_docx_table import table_of  # noqa: PLC0415  (the folder is on the path only for these tests)

    with pytest.raises(ValueError, match="do not fill"):
        table_of(table, small=False)
