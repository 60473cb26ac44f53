"""Real files: the decree's annexes say the same in .doc and .docx, and what must be refused is, fast."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from db.errors import DamagedFile, EncryptedFile, ImportRefused, UnknownFormat
from db.importer.document import Document, Grid, Paragraph
from db.importer.readers import reader_for

ANNEXES = ("Phuluc1", "Phuluc2", "Phuluc4", "Phuluc5")
MUTATIONS = 400


def read(path: Path) -> Document:
    return reader_for(path).read(path)


def outline(document: Document) -> list[tuple[int | None, str, str, int]]:
    return [(p.heading, p.marker, p.text, len(p.marks)) for p in document.blocks if isinstance(p, Paragraph)]


def tables(document: Document) -> list[tuple[int, int, list[tuple[int, int, int, int, list[str]]]]]:
    """Return the tables; the lines of a cell are sorted, since text boxes of one anchor have no order of their own."""
    return [
        (g.rows, g.cols, [(c.row, c.col, c.rowspan, c.colspan, sorted(c.text.split("\n"))) for c in g.cells])
        for g in document.blocks
        if isinstance(g, Grid)
    ]


@pytest.mark.shared
@pytest.mark.parametrize("name", ANNEXES)
def test_an_annex_says_the_same_in_both_formats(shared, name):
    doc, docx = (read(shared / "corpus" / "vi" / f"{name}.{kind}") for kind in ("doc", "docx"))
    assert Counter(outline(doc)) == Counter(outline(docx))
    assert tables(doc) == tables(docx)
    assert [(n.label, n.kind, n.text) for n in doc.notes] == [(n.label, n.kind, n.text) for n in docx.notes]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("public/doc/poi__PasswordProtected.doc", EncryptedFile),
        ("public/doc/poi__Word6.doc", UnknownFormat),
        ("public/doc/poi__word2.doc", UnknownFormat),
        ("public/doc/poi__clusterfuzz-testcase-minimized-POIHWPFFuzzer-5418937293340672.doc", DamagedFile),
        ("hostile/gen__doc_difat_loop.doc", DamagedFile),
        ("hostile/gen__doc_fat_loop.doc", DamagedFile),
        ("hostile/poi__password_tika_binaryrc4.doc", EncryptedFile),
        ("hostile/tika__testWORD_protected_drm.doc", EncryptedFile),
    ],
)
def test_what_must_be_refused_is(shared, name, refusal):
    with pytest.raises(refusal):
        read(shared / "corpus" / name)


@pytest.mark.shared
def test_tables_have_the_sizes_libreoffice_sees(shared):
    corpus = shared / "corpus" / "public"
    expected = json.loads((corpus / "expected.json").read_text(encoding="utf-8"))
    for name, facts in expected.items():
        if not name.endswith(".doc") or "expect" in facts:
            continue
        found = Counter((grid[0], grid[1]) for grid in tables(read(corpus / name)))
        assert found == Counter((table["rows"], table["cols"]) for table in facts["tables"]), name


@pytest.mark.shared
def test_bytes_changed_at_random_are_read_or_refused(shared, tmp_path):
    """The seed is fixed, so that a failure can be looked at; a longer run belongs on the workbench."""
    chance = random.Random(97)
    sources = [path.read_bytes() for path in sorted((shared / "corpus").glob("*/doc/*.doc"))]
    path = tmp_path / "report.doc"
    outcomes: Counter[str] = Counter()
    for _ in range(MUTATIONS):
        content = bytearray(chance.choice([source for source in sources if len(source) < 100_000]))
        for _ in range(chance.choice((1, 5, 50))):
            content[chance.randrange(min(len(content), chance.choice((4096, 100_000))))] = chance.choice(
                (0, 1, 128, 255)
            )
        path.write_bytes(content)
        try:
            read(path)
            outcomes["read"] += 1
        except ImportRefused as refusal:
            outcomes[refusal.code] += 1
    assert outcomes["read"] > 0
    assert outcomes["TBC-102"] > 0
