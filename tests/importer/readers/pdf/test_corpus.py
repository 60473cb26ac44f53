"""Public and hostile files: what pdftotext counts is read, what must be refused is."""

from __future__ import annotations

import json
import time

import pytest

from db.errors import ImportRefused
from db.importer.document import Grid
from db.importer.readers import reader_for
from db.importer.readers.pdf import PdfReader

# It doubles with every level; PDFium gives up where the reading process has no memory left, and the host says so.
ENDLESS = {"gen__pdf_xobject_loop.pdf"}
PER_FILE = 10


def words(document):
    pieces = [note.text for note in document.notes]
    for block in document.blocks:
        pieces.extend([cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text])
    return sum(len(piece.split()) for piece in pieces)


def test_the_words_of_public_files_are_read(shared):
    folder = shared / "corpus" / "public"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, facts in expected.items():
        if not name.startswith("pdf/"):
            continue
        if "expect" in facts:
            with pytest.raises(ImportRefused):
                PdfReader().read(folder / name)
        else:
            assert words(PdfReader().read(folder / name)) >= 0.97 * facts["words"], name


def test_ruled_tables_of_public_files_have_their_size(shared):
    folder = shared / "corpus" / "public" / "pdf"
    sizes = {
        "camelot__column_span_1.pdf": [(50, 8)],
        "camelot__foo.pdf": [(7, 7)],
        "tabula-java__spanning_cells.pdf": [(21, 6), (4, 6)],
        "docling__2305.03393v1-pg9.pdf": [(6, 8)],
    }
    for name, expected in sizes.items():
        blocks = PdfReader().read(folder / name).blocks
        assert [(block.rows, block.cols) for block in blocks if isinstance(block, Grid)] == expected, name


def test_hostile_files_are_read_or_refused_in_time(shared):
    folder = shared / "corpus" / "hostile"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, facts in expected.items():
        if not name.endswith(".pdf") or name in ENDLESS:
            continue
        started = time.process_time()
        try:
            reader_for(folder / name).read(folder / name)
            refused = False
        except ImportRefused:
            refused = True
        assert refused or facts["expect"] != "must_refuse", name
        assert time.process_time() - started < PER_FILE, name
