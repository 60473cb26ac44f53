"""Rows out of the pages are the rows SQLite gives, and what is broken gives none and never fails."""

from __future__ import annotations

import random
import sqlite3
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.pages import INDEX, TABLE, Damage, Pages

VALUES = (
    st.none()
    | st.integers(-(1 << 63), (1 << 63) - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8"), max_size=300)
    | st.binary(max_size=300)
)


def stored(path, rows, page=4096):
    path.unlink(missing_ok=True)
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA page_size={page}")
    conn.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
    conn.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    conn.commit()
    conn.close()
    return path


def rows_of(path):
    with Pages(path) as pages:
        free = pages.free()
        return [row for number in range(2, pages.count + 1) if number not in free for row in pages.rows(number)]


@given(st.lists(st.tuples(VALUES, VALUES), max_size=40))
def test_every_value_comes_back(tmp_path_factory, values):
    path = stored(tmp_path_factory.mktemp("pages") / "a.db", [(n + 1, *pair) for n, pair in enumerate(values)])
    conn = sqlite3.connect(path)
    expected = conn.execute("SELECT * FROM t ORDER BY id").fetchall()
    conn.close()
    found = sorted((row.number, *row.values[1:]) for row in rows_of(path))
    assert repr(found) == repr(expected)


@pytest.mark.parametrize("page", [512, 1024, 4096, 65536])
@pytest.mark.parametrize("length", [10, 450, 4000, 4096, 100_000])
def test_long_rows_are_read_over_their_overflow_pages(tmp_path, page, length):
    rows = [(n, "ạ" * (length // 3), bytes([n % 256]) * length) for n in range(1, 30)]
    path = stored(tmp_path / "a.db", rows, page)
    assert sorted((row.number, *row.values[1:]) for row in rows_of(path)) == rows


def test_numbers_of_rows_may_be_negative_or_large(tmp_path):
    numbers = [-(1 << 63), -1, 0, 1, 127, 128, 1 << 40, (1 << 63) - 1]
    path = stored(tmp_path / "a.db", [(number, None, number) for number in numbers])
    assert sorted(row.number for row in rows_of(path)) == numbers


def test_tables_without_row_numbers_lie_on_index_pages(tmp_path):
    conn = sqlite3.connect(tmp_path / "a.db")
    conn.execute("CREATE TABLE t (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    conn.executemany("INSERT INTO t VALUES (?, ?)", [("a", "x" * 5000), ("b", "y")])
    conn.commit()
    conn.close()
    found = rows_of(tmp_path / "a.db")
    assert {row.kind for row in found} == {INDEX}
    assert [row.values for row in found] == [("a", "x" * 5000), ("b", "y")]


def test_pages_in_use_no_more_are_known(tmp_path):
    path = stored(tmp_path / "a.db", [(n, "x" * 3000, None) for n in range(1, 2000)])
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("DELETE FROM t WHERE id > 10")
    (count,) = conn.execute("PRAGMA freelist_count").fetchone()
    conn.close()
    with Pages(path) as pages:
        assert len(pages.free()) == count > 1022
    assert sorted(row.number for row in rows_of(path)) == list(range(1, 11))


@pytest.mark.parametrize("place", [34, 39])
def test_a_list_of_free_pages_that_contradicts_itself_counts_for_nothing(tmp_path, place):
    path = stored(tmp_path / "a.db", [(n, "x" * 3000, None) for n in range(1, 50)])
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("DELETE FROM t WHERE id > 10")
    conn.close()
    body = bytearray(path.read_bytes())
    body[place] ^= 0xFF
    path.write_bytes(body)
    with Pages(path) as pages:
        assert pages.free() == frozenset()


def test_broken_pages_give_rows_or_nothing_and_never_fail(tmp_path):
    whole = stored(tmp_path / "a.db", [(n, "ạ" * n, n / 3) for n in range(1, 400)]).read_bytes()
    chance, path = random.Random(1), tmp_path / "b.db"
    for _ in range(300):
        body = bytearray(whole)
        for _ in range(50):
            body[chance.randrange(len(body))] = chance.randrange(256)
        path.write_bytes(body[: chance.randrange(1, len(body))])
        with Pages(path) as pages:
            for number in range(1, pages.count + 1):
                with suppress(Damage):
                    assert all(row.kind in (TABLE, INDEX) for row in pages.rows(number))
            with pytest.raises(Damage):
                pages.page(pages.count + 1)


def test_an_empty_file_has_no_pages(tmp_path):
    (tmp_path / "a.db").touch()
    assert rows_of(tmp_path / "a.db") == []
