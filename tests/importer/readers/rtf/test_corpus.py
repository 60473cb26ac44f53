"""Real files: the sizes of tables another program sees, hostile files, and files changed at random."""

from __future__ import annotations

import json
import random
from collections import Counter

import pytest

from db.errors import ImportRefused
from db.importer.document import Grid
from db.importer.readers import reader_for
from db.importer.readers.rtf import RtfReader

MUTATIONS = 300
_WORDS = (
    *(b"{", b"}", b"\\row", b"\\cell", b"\\nestcell", b"\\itap9999", b"{\\*\\footnote ", b"\\chftn", b"\\trowd"),
    *(b"\\cellx-99999999", b"\\bin99999999", b"\\u56832 ", b"\\uc999999", b"{\\listtext ", b"{\\fonttbl", b"\\*"),
)


@pytest.mark.shared
def test_notes_and_tables_are_those_libreoffice_sees(shared):
    corpus = shared / "corpus" / "public"
    expected = json.loads((corpus / "expected.json").read_text(encoding="utf-8"))
    names = [name for name in expected if name.startswith("rtf/")]
    assert names
    for name in names:
        document = reader_for(corpus / name).read(corpus / name)
        sizes = [(block.rows, block.cols) for block in document.blocks if isinstance(block, Grid)]
        assert Counter(sizes) == Counter((t["rows"], t["cols"]) for t in expected[name]["tables"]), name
        assert len(document.notes) == len(expected[name]["footnotes"]), name


@pytest.mark.shared
def test_hostile_files_are_read_or_refused(shared):
    paths = sorted((shared / "corpus" / "hostile").glob("*.rtf"))
    assert paths
    for path in paths:
        assert reader_for(path).read(path).blocks, path.name


@pytest.mark.shared
def test_bytes_changed_at_random_are_read_or_refused(shared, tmp_path):
    """The seed is fixed, so that a failure can be looked at; a longer run belongs on the workbench."""
    chance = random.Random(16)
    paths = sorted((shared / "corpus" / "public" / "rtf").glob("*.rtf"))
    sources = [path.read_bytes() for path in paths if path.stat().st_size < 80_000]
    path = tmp_path / "report.rtf"
    outcomes: Counter[str] = Counter()
    for _ in range(MUTATIONS):
        content = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 5, 50))):
            at = chance.randrange(len(content))
            content[at : at + chance.choice((0, 1, 9))] = chance.choice(_WORDS)
        path.write_bytes(content)
        try:
            RtfReader().read(path)
            outcomes["read"] += 1
        except ImportRefused as refusal:
            outcomes[refusal.code] += 1
    assert outcomes["read"] > MUTATIONS / 2
