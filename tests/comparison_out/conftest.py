"""The sample years compared, and Word files taken apart."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from db.comparison import Comparison, compare
from db.importer.assemble import content_of
from db.importer.cleaning import clean
from db.importer.document import Document, Grid, GridCell
from db.importer.readers import reader_for
from db.interface.comparison import Compared
from db.model import Cell, Content, Report, Source

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Pair = tuple[Content, Content, Comparison]


def driven(work: object) -> object:
    """Run a generator to its end."""
    while True:
        try:
            next(work)  # type: ignore[call-overload]
        except StopIteration as end:
            return end.value


@cache
def sample(year: int) -> Content:
    path = next(SAMPLES.glob(f"bao-cao-mau-quang-nam-{year}.*"))
    return content_of(clean(reader_for(path).read(path)), path.name)


@cache
def compared(older: int, newer: int) -> Pair:
    found = driven(compare(sample(older), sample(newer)))
    assert isinstance(found, Comparison)
    return sample(older), sample(newer), found


def settled(source: Path, target: Path, accept: bool) -> Path:
    """Write the file with all changes accepted or rejected, as ECMA-376 (17.13.5) says it."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as made:
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename in ("word/document.xml", "word/footnotes.xml"):
                root = etree.fromstring(data)
                _settle(root, *(("ins", "del") if accept else ("del", "ins")))
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            made.writestr(entry.filename, data)
    return target


def _settle(root: etree._Element, kept: str, gone: str) -> None:
    for row in list(root.iter(f"{_W}tr")):
        if row.find(f"{_W}trPr/{_W}{gone}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(f"{_W}tbl")):
        if table.find(f"{_W}tr") is None:
            table.getparent().remove(table)
    for run in list(root.iter(f"{_W}{gone}")):
        if run.getparent().tag == f"{_W}p":
            run.getparent().remove(run)
    for paragraph in list(root.iter(f"{_W}p")):
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{gone}") is not None:
            assert paragraph.find(f"{_W}r") is None, "a paragraph whose end goes must go whole"
            paragraph.getparent().remove(paragraph)
    for run in list(root.iter(f"{_W}{kept}")):
        parent = run.getparent()
        for child in run:
            run.addprevious(child)
        parent.remove(run)
    for text in root.iter(f"{_W}delText"):
        text.tag = f"{_W}t"


def said(document: Document) -> tuple[list[object], list[str]]:
    """Return what a file says: its lines and tables in order, and its notes."""
    blocks: list[object] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            if block.rows:  # of a table all rows of which are struck out our reader tells an empty one
                blocks.append(_cells(block.cells))
        else:
            blocks.append((block.text, [mark.offset for mark in block.marks]))
    return blocks, [note.text for note in document.notes]


def _cells(cells: Iterable[GridCell | Cell]) -> list[list[object]]:
    return [[cell.row, cell.col, cell.rowspan, cell.colspan, cell.text] for cell in cells]


def meant(content: Content) -> tuple[list[object], list[str]]:
    """Return what a report says, in the same form."""
    tables = {table.id: table for table in content.tables}
    blocks: list[object] = []
    order: list[int] = []
    for block in content.blocks:
        if block.table_id is not None:
            cells = tables[block.table_id].cells
            blocks.append(_cells(cells))
            order += [mark.note_id for cell in cells for mark in cell.marks]
        else:
            blocks.append((block.text, [mark.offset for mark in block.marks]))
            order += [mark.note_id for mark in block.marks]
    notes = {note.id: note.text for note in content.notes}
    return blocks, [notes[one] for one in order]


def paired(older: int, newer: int) -> Compared:
    """Return two sample years compared, with the reports they came in."""
    left, right, found = compared(older, newer)
    return Compared(report(older), report(newer), left, right, found)


def report(year: int) -> Report:
    source = Source(f"{year}.docx", f"/{year}.docx", str(year) * 16, "docx", 1)
    return Report(year, f"quang-nam-{year}", sample(year).data, source, "2026-11-24T10:00:00Z", "")


@pytest.fixture(scope="session")
def kit() -> SimpleNamespace:
    """Return the functions above, for tests to call."""
    return SimpleNamespace(compared=compared, driven=driven, settled=settled, said=said, meant=meant, paired=paired)
