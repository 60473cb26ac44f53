"""The samples as LibreOffice writes them to .doc say what they say in .docx. Skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import resources
from db.importer.assemble import content_of
from db.importer.document import Document, Grid
from db.importer.readers import reader_for

SAMPLES = sorted((Path(resources.__file__).parent / "samples").glob("*.docx"))


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> Path:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("doc")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, SAMPLES)], check=True, capture_output=True, timeout=300)
    return folder


def read(path: Path) -> Document:
    return reader_for(path).read(path)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_notes_marks_sections_and_tables_are_those_of_the_docx(converted, sample):
    docx, doc = read(sample), read(converted / f"{sample.stem}.doc")
    assert doc.format == "doc"
    assert [(n.label, n.kind, n.text) for n in doc.notes] == [(n.label, n.kind, n.text) for n in docx.notes]
    assert marks(doc) == marks(docx)
    assert tables(doc) == tables(docx)
    assert sections(doc) == sections(docx)


def marks(document: Document) -> list[tuple[str, int, str]]:
    labels = {note.key: note.label for note in document.notes}
    holders = [one for block in document.blocks for one in (block.cells if isinstance(block, Grid) else (block,))]
    return [(holder.text, mark.offset, labels[mark.key]) for holder in holders for mark in holder.marks]


def tables(document: Document) -> list[tuple[int, int, int, list[tuple[int, int, int, int, str]]]]:
    return [
        (grid.rows, grid.cols, grid.header_rows, [(c.row, c.col, c.rowspan, c.colspan, c.text) for c in grid.cells])
        for grid in document.blocks
        if isinstance(grid, Grid)
    ]


def sections(document: Document) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.title) for section in content_of(document, "báo cáo").sections]
