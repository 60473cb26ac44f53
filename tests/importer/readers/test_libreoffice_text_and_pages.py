"""The samples as LibreOffice writes them to .odt and .html say what they say in .docx. Skipped where it is absent."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import resources
from db.importer.assemble import content_of
from db.importer.readers import reader_for
from db.model import Content

SAMPLES = sorted((Path(resources.__file__).parent / "samples").glob("*.docx"))


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> Path:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in ("odt", "fodt", "html"):
        command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, SAMPLES)], check=True, capture_output=True, timeout=300)
    return folder


def content(path: Path) -> Content:
    return content_of(reader_for(path).read(path), "report")


def notes_marks_tables(found: Content) -> tuple:
    cells = [(c.row, c.col, c.rowspan, c.colspan, c.text, c.marks, c.value) for t in found.tables for c in t.cells]
    marks = [(block.text[: mark.offset][-20:], mark.note_id) for block in found.blocks for mark in block.marks]
    return found.notes, marks, [(t.rows, t.cols, t.header_rows, t.caption) for t in found.tables], cells, found.data


@pytest.mark.parametrize("form", ["odt", "fodt"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_an_opendocument_text_is_the_same_report(converted, sample, form):
    word, other = content(sample), content(converted / f"{sample.stem}.{form}")
    assert notes_marks_tables(other) == notes_marks_tables(word)
    assert other.sections == word.sections
    assert other.blocks == word.blocks


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_page_has_the_same_notes_marks_tables_and_sections(converted, sample):
    """Numbers are not compared where Word made them: LibreOffice writes "1." in a page where it prints "1.1."."""
    word, other = content(sample), content(converted / f"{sample.stem}.html")
    assert notes_marks_tables(other) == notes_marks_tables(word)
    assert [(s.title, s.opening) for s in other.sections] == [(s.title, s.opening) for s in word.sections]
    if not any(block.marker for block in reader_for(sample).read(sample).blocks if hasattr(block, "marker")):
        assert other.sections == word.sections
