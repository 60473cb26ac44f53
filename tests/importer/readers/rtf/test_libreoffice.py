"""The samples as LibreOffice writes them to .rtf say what they say in .docx. Skipped where it is not installed."""

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
    folder = tmp_path_factory.mktemp("rtf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "rtf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, SAMPLES)], check=True, capture_output=True, timeout=300)
    return folder


def content(path: Path) -> Content:
    reader = reader_for(path)
    assert reader.format == path.suffix.removeprefix(".")
    return content_of(reader.read(path), "báo cáo")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sections_notes_marks_and_cells_are_those_of_the_docx(converted, sample):
    docx, rtf = content(sample), content(converted / f"{sample.stem}.rtf")
    assert docx.notes
    assert rtf.notes == docx.notes
    assert rtf.sections == docx.sections
    assert rtf.blocks == docx.blocks
    # LibreOffice does not write which rows are repeated on every page.
    assert [
        (t.rows, t.cols, [(c.row, c.col, c.rowspan, c.colspan, c.text, c.marks) for c in t.cells]) for t in rtf.tables
    ] == [
        (t.rows, t.cols, [(c.row, c.col, c.rowspan, c.colspan, c.text, c.marks) for c in t.cells]) for t in docx.tables
    ]
