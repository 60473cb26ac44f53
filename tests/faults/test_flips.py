"""Bits that turn in a library: the program never falls, and never shows a text that is not the one it read in."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import acts
import holding
import pytest

from db import edits, health, history
from db.errors import TuBaoCaoError
from db.layers import Anchor, Correction
from db.library import Library
from db.model import Counts, Place, Receipt
from db.notebook import Bookmark, Notebook, ReadingPlace
from db.notebook_layers import LayerBook
from db.writer import add_receipt


@pytest.fixture(scope="module")
def corrected(base, tmp_path_factory):
    """A library in which the user corrected a report, removed one and took files in that were refused or known."""
    store = Path(shutil.copy(base / acts.STORE, tmp_path_factory.mktemp("corrected")))
    with closing(Library.open(store)) as library, library.writing() as conn:
        edits.correct(conn, 1, {"year": 2031, "issuer": "UBND xã Thử", "kind": "Báo cáo riêng"})
        batch = history.begin(conn, history.IMPORT)
        add_receipt(conn, Receipt(0, "/nguồn/hỏng.doc", "refused", None, "TBC-101", "x", Counts(), (), "2024", batch))
        history.mark_undone(conn, history.begin(conn, history.REMOVAL))
    return store


def test_no_turned_bit_changes_a_text_or_a_field_in_silence(corrected, tmp_path, gate, amount):
    """Text, fields, source, corrections: as they were, or told when the report is opened."""
    whole = holding.reports(corrected)
    original = corrected.read_bytes()
    chance, outcomes, silent = random.Random(5), Counter(), []
    store = tmp_path / acts.STORE
    with gate("bit flips") as figures:
        for turn in range(amount(200, 10_000)):
            broken = bytearray(original)
            for _ in range(chance.choice((1, 1, 8, 64))):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            store.write_bytes(broken)
            try:
                read = holding.reports(store)
            except TuBaoCaoError as error:  # anything else that is raised fails the test: that would be a crash
                outcomes[error.code] += 1
                continue
            outcomes["as before"] += 1
            if any(one not in whole for one in read):
                silent.append(turn)
        figures.update(outcomes)
        figures["silently changed"] = len(silent)
        assert silent == []
        assert outcomes["TBC-301"] > 0


def test_no_turned_bit_changes_the_library_behind_the_back_of_check(corrected, tmp_path, gate, amount):
    """What the lists show (no report opened): reports, imports, removals; a report that is gone is told as well."""
    whole, original = holding.shown(corrected), corrected.read_bytes()
    chance, outcomes, silent = random.Random(6), Counter(), []
    store = tmp_path / acts.STORE
    with gate("bit flips, check") as figures:
        for turn in range(amount(60, 3_000)):
            broken = bytearray(original)
            for _ in range(chance.choice((1, 1, 8, 64))):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            store.write_bytes(broken)
            try:
                with closing(Library.open(store, create=False)) as library:
                    told = library.newer or bool(holding.finish(health.check(library)))
                read = holding.shown(store)
            except TuBaoCaoError as error:
                outcomes[error.code] += 1
                continue
            outcomes["told" if told else "as before"] += 1
            silent += [turn] if read != whole and not told else []
        figures.update(outcomes)
        figures["silently changed"] = len(silent)
        assert silent == []
        assert outcomes["told"] > 0


def test_no_turned_bit_changes_the_notes_of_the_user_in_silence(tmp_path, gate, amount):
    """Bookmarks, reading places, corrections: each as it was written, or gone aside with word of it."""
    book = tmp_path / "so"
    with closing(Notebook.open(book)) as notebook:
        _fill(notebook)
        rows = _rows(notebook)
    original, chance, outcomes = book.read_bytes(), random.Random(8), Counter()
    with gate("bit flips, notebook") as figures:
        for turn in range(amount(100, 10_000)):
            at = tmp_path / f"{turn}"
            at.mkdir()
            broken = bytearray(original)
            for _ in range(chance.choice((1, 1, 8, 64))):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            (at / "so").write_bytes(broken)
            outcomes[_how_notes_open(at / "so", rows)] += 1
            shutil.rmtree(at)
        figures.update(outcomes)
        assert outcomes["silently changed"] == 0
        assert outcomes["set aside"] > 0


def _fill(notebook):
    layers = LayerBook(notebook, "kho")
    for n in range(12):
        notebook.add_bookmark(Bookmark(0, "kho", f"{n:064}", n, n, "đảng viên", f"Xem lại {n}", "2026-01-01"))
        notebook.keep_place(ReadingPlace("kho", f"{n:064}", n, n, (1, n), 1.25, "2026-01-01"))
        anchor = Anchor(f"{n:064}", Place(block_id=n), 3, 8, "Thu ngân sách 25,8 nghìn tỷ đồng")
        layers.correct(Correction(anchor, value=25.0 + n, unit="tỷ đồng", why="đọc sai", at="2026-01-01"))
    layers.undo()


def _rows(notebook):
    layers = LayerBook(notebook, "kho")
    return {*notebook.bookmarks(), *notebook.places("kho"), *layers.layers().corrections}


def _how_notes_open(book, rows):
    try:
        with closing(Notebook.open(book)) as notebook:
            found, aside = _rows(notebook), notebook.set_aside is not None
            layers = LayerBook(notebook, "kho")
            again = layers.redo() is not None
    except TuBaoCaoError as error:
        return error.code
    if any(one not in rows and "\ufffd" not in str(one) for one in found):
        return "silently changed"
    if aside:
        return "set aside"
    return "as before" if len(found) == len(rows) and again else "silently changed"


def test_a_damaged_schema_is_told_in_our_words(base, tmp_path):
    """Python cannot decode the message that names a broken table, and raises UnicodeDecodeError in its place."""
    store = tmp_path / acts.STORE
    shutil.copy(base / acts.STORE, store)
    conn = sqlite3.connect(store, isolation_level=None)
    conn.execute("PRAGMA writable_schema=ON")
    conn.execute(
        "UPDATE sqlite_schema SET name = CAST(X'E9E9' AS TEXT), sql = 'CREATE INDEX x' WHERE name = 'report_year'"
    )
    conn.close()
    with pytest.raises(TuBaoCaoError):
        holding.contents(store)
