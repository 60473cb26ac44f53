"""A seal sees every column of the rows it stands for, is put by all who write them, and goes with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from db import edits, history, queries, schema, seals, undo
from db.errors import DamagedLibrary
from db.library import Library
from db.model import Counts, Finding, Receipt
from db.queries.content import ROW_CHANGED
from db.writer import add_receipt


def finish(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture
def filled(library, add, made_up):
    """Two reports, the first corrected, each import with its receipt."""
    for year in (2023, 2022):
        number = add(made_up(year=year), f"{year}.docx")
        with library.writing() as conn:
            batch = history.begin(conn, history.IMPORT)
            found = (Finding("TBC-401", "x", 2),)
            add_receipt(conn, Receipt(0, f"/{year}", "imported", number, "", "", Counts(), found, "2024", batch))
    with library.writing() as conn:
        edits.correct(conn, 1, {"year": 2019, "issuer": "UBND"})
    return library


def broken(library):
    conn = library.reader()
    return {kind: seals.broken(conn, kind) for kind in (seals.REPORT, seals.RECEIPT, seals.CHANGE)}


def whole(library):
    return broken(library) == {"report": [], "receipt": [], "change": []}


@pytest.mark.parametrize("kind", [seals.REPORT, seals.RECEIPT, seals.CHANGE])
def test_every_column_counts(filled, kind):
    assert whole(filled)
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as conn:
        conn.execute("PRAGMA ignore_check_constraints=ON")
        for _, column, type_, *_ in conn.execute(f"PRAGMA table_info({kind})").fetchall():
            conn.execute("BEGIN")
            other = "7" if type_ == "INTEGER" else "'import'" if column == "kind" else "'2x'"
            other = "'removal'" if (kind, column) == ("change", "kind") else other
            other = "'known'" if (kind, column) == ("receipt", "status") else other
            conn.execute(f"UPDATE {kind} SET {column} = {other} WHERE id = 1")
            assert not seals.holds(conn, kind, 1), column
            conn.execute("ROLLBACK")
            assert seals.holds(conn, kind, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report SET year = 2030 WHERE id = 1",
        "UPDATE report SET issuer = 'UBNE' WHERE id = 1",
        "UPDATE report SET source_name = 'y' WHERE id = 1",
        "UPDATE as_read SET at = '2000' WHERE report_id = 1",
        "UPDATE figure SET period = '2018' WHERE period = '2019'",
        "DELETE FROM seal WHERE kind = 'report'",
    ],
)
def test_what_the_user_put_in_cannot_change_unseen(filled, statement):
    assert queries.content(filled.reader(), 1).data.year == 2019
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as conn:
        conn.execute(statement)
    with closing(Library.open(filled.path)) as opened:
        conn = opened.reader()
        with pytest.raises(DamagedLibrary) as caught:
            queries.content(conn, 1)
        assert caught.value.code == ROW_CHANGED
        assert queries.content(conn, 1, sealed=False) == queries.content(conn, 1, verify=False)
        with pytest.raises(DamagedLibrary), opened.writing() as writing:
            edits.correct(writing, 1, {"year": 2020})


def test_whoever_writes_a_row_seals_it(filled):
    undo.remove_reports(filled, [1])
    assert whole(filled)
    assert 1 not in seals.kept(filled.reader(), seals.REPORT)
    last = history.last(filled.reader())
    finish(undo.undo(filled, last.id))
    assert whole(filled)
    assert queries.content(filled.reader(), 1).data.year == 2019
    with filled.writing() as conn:
        edits.correct(conn, 1, {"year": 2023, "issuer": ""})
    assert whole(filled)
    finish(undo.undo(filled, 1))
    assert whole(filled)


def test_a_library_from_before_is_sealed_as_it_is_found(filled):
    with filled.writing() as conn:
        conn.execute("DROP TABLE seal")
        conn.execute("DROP TABLE word")
        conn.execute("DELETE FROM _sqlite_migrations WHERE name IN ('m004_seals', 'm005_words')")
        conn.execute("PRAGMA user_version = 3")
    filled.close()
    with closing(Library.open(filled.path)) as opened:
        assert opened.reader().execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert whole(opened)
        assert len(seals.kept(opened.reader(), seals.RECEIPT)) == 2


def test_what_a_newer_program_sealed_is_not_judged(filled):
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as conn:
        conn.execute("UPDATE seal SET digest = 'of more columns'")
        conn.execute("PRAGMA user_version = 99")
    with closing(Library.open(filled.path)) as opened:
        assert queries.content(opened.reader(), 1).data.year == 2019
        assert whole(opened)
