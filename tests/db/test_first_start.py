"""The samples come with the program, and only the reports among their files are offered."""

from __future__ import annotations

from db.first_start import sample_files


def test_the_samples_are_there_in_the_order_of_their_years() -> None:
    files = sample_files()
    assert len(files) >= 4
    assert all(file.is_file() and file.suffix in (".docx", ".txt") for file in files)
    assert files == sorted(files)
