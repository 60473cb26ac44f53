"""The text reader as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import EmptyFile, NoText, UnknownFormat, UnreadableFile
from db.importer.document import Paragraph
from db.importer.readers.text import TextReader


def test_a_flattened_report_keeps_notes_and_places(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(
        "BÁO CÁO\r\nGiải ngân 50%\r\n; còn chậm.\r\n\r\n\ufffd Tính đến tháng 11.\r\n", encoding="utf-8", newline=""
    )
    document = TextReader().read(path)
    assert document.format == "txt"
    assert [note.text for note in document.notes] == ["Tính đến tháng 11."]
    marked = document.blocks[1]
    assert isinstance(marked, Paragraph)
    assert (marked.text, marked.marks[0].offset) == ("Giải ngân 50%; còn chậm.", 13)


@pytest.mark.parametrize(
    ("raw", "error"),
    [(b"", EmptyFile), (b" \n\t\r\n", NoText), ("\ufeff \n".encode(), NoText), (b"\x00\x01\x02" * 50, UnknownFormat)],
)
def test_files_without_text_are_refused(tmp_path: Path, raw: bytes, error: type[Exception]) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(raw)
    with pytest.raises(error):
        TextReader().read(path)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        TextReader().read(tmp_path / "gone.txt")


def test_content_not_name_decides() -> None:
    assert TextReader().accepts("Không phải tài liệu Word".encode(), Path("x.docx"))
    assert not TextReader().accepts(b"%PDF-1.4", Path("x.txt"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("gen__txt_double_bom.txt", "BÁO"),
        ("gen__txt_utf16le_nobom.txt", "BÁO CÁO"),
        ("gen__txt_overlong_surrogate.txt", "a"),
    ],
)
def test_hostile_but_readable_text_opens(shared: Path, name: str, start: str) -> None:
    first = TextReader().read(shared / "corpus" / "hostile" / name).blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith(start)
