"""Markdown becomes paragraphs, tables and notes."""

from __future__ import annotations

import pytest

from db.errors import EmptyFile, NoText, UnknownFormat
from db.importer.document import Grid, NoteMark, Paragraph
from db.importer.readers.markdown import MarkdownReader
from db.model import Emphasis


def read(tmp_path, text: str):
    path = tmp_path / "report.md"
    path.write_text(text, encoding="utf-8")
    return MarkdownReader().read(path)


def printed(tmp_path, text: str) -> list[str]:
    blocks = read(tmp_path, text).blocks
    return [f"{each.marker} {each.text}".strip() for each in blocks if isinstance(each, Paragraph)]


def test_headings_lists_and_lines(tmp_path):
    text = "---\ntitle: x\n---\n# A\nB\n=\n\nlời\ntiếp\n\n3) ba\n4) bốn\n   - gạch\n\n* chấm\n\n<b>đậm</b> a < b\n"
    assert printed(tmp_path, text) == ["A", "B", "lời tiếp", "3) ba", "4) bốn", "- gạch", "• chấm", "đậm a < b"]
    assert [block.heading for block in read(tmp_path, text).blocks][:3] == [1, 1, None]


def test_emphasis_and_notes_stand_where_they_should(tmp_path):
    document = read(tmp_path, "Tăng **5,5%**[^a] so với[^b], lại[^a].\n\n[^b]: Hai.\n[^a]: Một.\n\n    Tiếp.\n")
    (paragraph,) = document.blocks
    assert paragraph.text == "Tăng 5,5% so với, lại."
    assert paragraph.emphasis == (Emphasis(5, 9, "b"),)
    assert [mark.offset for mark in paragraph.marks] == [9, 16, 21]
    assert [(note.label, note.text) for note in document.notes] == [("1", "Một.\nTiếp."), ("2", "Hai.")]
    assert paragraph.marks[0].key == paragraph.marks[2].key


def test_tables(tmp_path):
    document = read(tmp_path, "| A | B |\n|---|--:|\n| 1 | 2[^1] |\n\n[^1]: Số.\n")
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert (grid.rows, grid.cols, grid.header_rows) == (2, 2, 1)
    assert [cell.text for cell in grid.cells] == ["A", "B", "1", "2"]
    assert grid.cells[3].marks == (NoteMark(1, document.notes[0].key),)


def test_code_is_kept_line_by_line_and_scripts_are_not(tmp_path):
    assert printed(tmp_path, "```\na <b>\n  c\n```\n\n<script>x</script>\n\nd") == ["a <b>", "c", "d"]


def test_only_a_name_makes_text_markdown(tmp_path):
    assert MarkdownReader().accepts(b"# a", tmp_path / "a.md")
    assert not MarkdownReader().accepts(b"# a", tmp_path / "a.txt")
    assert not MarkdownReader().accepts(b"PK\x03\x04", tmp_path / "a.md")


def test_what_has_no_words_is_refused(tmp_path):
    with pytest.raises(NoText):
        read(tmp_path, " \n")
    with pytest.raises(EmptyFile):
        read(tmp_path, "")
    path = tmp_path / "a.md"
    path.write_bytes(b"a\0b")
    with pytest.raises(UnknownFormat):
        MarkdownReader().read(path)


def test_a_nesting_without_bottom_ends(tmp_path):
    assert printed(tmp_path, "> " * 60 + "a") == ["a"]
    assert printed(tmp_path, "a\n\n" + "> " * 5000 + "b")[0] == "a"
