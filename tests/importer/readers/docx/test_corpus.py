"""Real and hostile Word files that lie beside the project: every fact known of them is found."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from db.errors import ImportRefused
from db.importer.document import Document, Grid, Paragraph
from db.importer.readers import reader_for

SHARED = Path(__file__).resolve().parents[5] / "shared"
PUBLIC = SHARED / "corpus" / "public"
HOSTILE = SHARED / "corpus" / "hostile"
# This one declares an external entity; whoever made the list of facts read past it, we refuse every DTD.
WITH_DTD = "docx/poi__ExternalEntityInText.docx"
# What zip and XML guards are there for; other formats come later.
ZIPS = (".docx", ".docm", ".xlsx", ".odt", ".doc", "")


def expected_of(folder: Path) -> dict[str, dict]:
    path = folder / "expected.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def is_refused(name: str, facts: dict) -> bool:
    return "refused" in facts.get("expect", "") or name == WITH_DTD


FILES = {name: facts for name, facts in expected_of(PUBLIC).items() if name.startswith("docx/")}
READABLE = [name for name, facts in FILES.items() if not is_refused(name, facts)]
REFUSED = [name for name, facts in FILES.items() if is_refused(name, facts)]
HOSTILE_FILES = {name: facts for name, facts in expected_of(HOSTILE).items() if Path(name).suffix in ZIPS}

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not FILES, reason="the corpus is not beside this checkout")]


def letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text).lower() if sign.isalnum())


@cache
def read(name: str) -> Document:
    return reader_for(PUBLIC / name).read(PUBLIC / name)


def marks_of(document: Document) -> list[tuple[str, str]]:
    """Return the letters before every mark, and the key of its note."""
    owners = [block for block in document.blocks if isinstance(block, Paragraph)]
    cells = [cell for block in document.blocks if isinstance(block, Grid) for cell in block.cells]
    return [(letters(owner.text[: mark.offset]), mark.key) for owner in (*owners, *cells) for mark in owner.marks]


@pytest.mark.parametrize("name", READABLE)
def test_notes_are_whole_and_their_marks_stand_where_they_should(name):
    document = read(name)
    marks = marks_of(document)
    for note in FILES[name].get("footnotes", []) + FILES[name].get("endnotes", []):
        wanted = letters(note["text"])[:30]
        if len(wanted) < 4:
            continue
        owners = {each.key for each in document.notes if wanted in letters(each.text)}
        assert owners, note
        before = letters(note.get("before", ""))[-12:]
        if len(before) >= 4:
            assert any(key in owners and text.endswith(before) for text, key in marks), note


@pytest.mark.parametrize("name", READABLE)
def test_tables_have_their_size_and_their_merged_cells(name):
    tables = FILES[name].get("tables") or []
    grids = [block for block in read(name).blocks if isinstance(block, Grid)]
    assert Counter((grid.rows, grid.cols) for grid in grids) == Counter((t["rows"], t["cols"]) for t in tables)
    for side in ("colspan", "rowspan"):
        merged = sum(getattr(cell, side) > 1 for grid in grids for cell in grid.cells)
        assert merged >= sum(table.get(f"{side}s", 0) for table in tables)


@pytest.mark.parametrize("name", READABLE)
def test_headings_have_their_level(name):
    document = read(name)
    found = {
        (block.heading, letters(block.marker + block.text))
        for block in document.blocks
        if isinstance(block, Paragraph) and block.heading
    }
    in_cells = [letters(cell.text) for block in document.blocks if isinstance(block, Grid) for cell in block.cells]
    for level, title in FILES[name].get("headings") or []:
        wanted = letters(title)[:40]
        is_there = any(level == heading and wanted in text for heading, text in found)
        # A cell may be set in a heading style; it stays a cell.
        assert is_there or any(wanted in text for text in in_cells), title


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused(name):
    with pytest.raises(ImportRefused):
        read(name)


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_hostile_files_do_what_is_expected_of_them(name):
    path = HOSTILE / name
    try:
        reader_for(path).read(path)
        opened = True
    except ImportRefused:
        opened = False
    allowed = {"must_open": (True,), "must_refuse": (False,), "may_open": (True, False)}
    assert opened in allowed[HOSTILE_FILES[name]["expect"]]
