"""The words of the search index are counted as it has them, whatever comes and goes."""

from __future__ import annotations

import sqlite3

import pytest

from db import history, search_match, undo, vocabulary, writer
from db.library import Library
from db.search import search
from db.search_query import parse
from db.search_terms import Term


def words_of(library: Library) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the words kept, and those the index itself tells."""
    conn = sqlite3.connect(library.path)
    conn.execute("CREATE VIRTUAL TABLE temp.index_word USING fts5vocab(main, search_text, row)")
    kept = conn.execute("SELECT word, passages FROM word ORDER BY word").fetchall()
    told = conn.execute("SELECT term, doc FROM temp.index_word ORDER BY term").fetchall()
    conn.close()
    return kept, told


@pytest.fixture
def reports(library, add, made_up):
    add(made_up("Huế", 2022, ("Kết nạp đảng viên mới, đảng bộ lớn mạnh.", "Thu 112,5 tỷ; 27-NQ/TU; quyết toán.")), "a")
    add(made_up("Huế", 2023, ("Đảng viên đi đầu.", "Nước sạch cho 3 xã.", "x" * 80 + " cuối")), "b")
    return library


def test_they_are_those_of_the_index(reports):
    kept, told = words_of(reports)
    assert len(kept) > 20
    assert kept == sorted((word[: vocabulary.LONGEST], passages) for word, passages in told)


def test_they_go_with_a_report_and_come_back_with_it(reports):
    before, _ = words_of(reports)
    undo.remove_reports(reports, (2,))
    kept, told = words_of(reports)
    assert kept == told != before
    assert "dau" in dict(before)
    assert "dau" not in dict(kept)
    removal = history.last(reports.reader())
    assert removal is not None
    assert list(undo.undo(reports, removal.id))
    assert words_of(reports)[0] == before


def test_a_library_without_them_gets_them_from_its_index(reports):
    before, _ = words_of(reports)
    with reports.writing() as conn:
        conn.execute(vocabulary.CLEAR)
        vocabulary.fill_from_index(conn)
    assert words_of(reports)[0] == before
    with reports.writing() as conn:
        writer.clear_index(conn)
        assert conn.execute("SELECT count(*) FROM word").fetchone() == (0,)


@pytest.mark.parametrize("most", [1_000, 1, 0])
@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("qu*", 3), ("quy*", 1), ("lớ*", 1), ("đả* vi*", 2), ("đặ*", 0), ("xxx*", 1), ('"27 nq t*"', 1),
        ("27-NQ/T*", 1),
        ('"đảng v*"', 2), ('"v* đảng"', 0), ("đảng NOT vi*", 0), ('đảng NOT "đảng b*"', 1), ("mạ* OR đầ*", 2),
        ("zz*", 0),
    ],
)  # fmt: skip
def test_a_prefix_finds_the_same_by_its_words_and_by_fts5(reports, monkeypatch, query, total, most):
    monkeypatch.setattr(search_match, "MOST_FORMS", most)
    found = search(reports.reader(), query, scopes=("body",))
    assert (found.total, len(found.hits)) == (total, total)


def test_the_rarest_words_tell_the_order(reports, monkeypatch):
    conn = reports.reader()
    tree = parse("dang vien lon dang").tree
    assert search_match.match_of(conn, tree).text == '(("lon" AND "dang" AND "vien"))'
    assert search_match.order_of(conn, tree) == '("lon" AND "dang" AND "vien")'
    monkeypatch.setattr(search_match, "ORDERED_BY", 2)
    assert search_match.order_of(conn, tree) == '("lon")'
    assert search(conn, "dang vien lon").total == 1
    assert search_match.order_of(conn, Term(("dang",))) == '"dang"'
