"""A line typed is read as its grammar says, or as its bare words."""

from __future__ import annotations

import pytest

from db.search_query import MOST_WORDS, All, Any, Query, parse, plain
from db.search_terms import Term


def term(*words: str, prefix: bool = False) -> Term:
    return Term(words, prefix)


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("đảng", term("đảng")),
        ("đảng viên", All((term("đảng"), term("viên")))),
        ('"đảng viên"', term("đảng", "viên")),
        ('"đảng viên*"', term("đảng", "viên", prefix=True)),
        ("đảng*", term("đảng", prefix=True)),
        ("27-NQ/TU", term("27", "NQ", "TU")),
        ("a OR b c", Any((term("a"), All((term("b"), term("c")))))),
        ("(a OR b) c", All((Any((term("a"), term("b"))), term("c")))),
        ("a NOT b", All((term("a"),), (term("b"),))),
        ("a AND b NOT (c d)", All((term("a"), term("b")), (All((term("c"), term("d"))),))),
        ("và không hoặc and or not", All(tuple(map(term, ("và", "không", "hoặc", "and", "or", "not"))))),
        ("KHÔNG KHÍ", All((term("KHÔNG"), term("KHÍ")))),
        ("", None),
        ("- / …", None),
    ],
)
def test_words_and_operators(line, tree):
    assert parse(line) == Query(tree)


@pytest.mark.parametrize("line", ["năm:2021-2023 a", "nam: 2021,2022-2023 a", "a NĂM:2021–2023"])
def test_years(line):
    assert parse(line) == Query(term("a"), years=frozenset({2021, 2022, 2023}))


@pytest.mark.parametrize("line", ["chú thích:a", "Chú Thích: a", "chuthich:a", "chu thich:a", "note:a", "notes: a"])
def test_scopes(line):
    assert parse(line) == Query(term("a"), scopes=frozenset({"notes"}))


def test_scopes_add_up_and_sections_narrow():
    assert parse("bảng: chú thích: a").scopes == {"notes", "tables"}
    assert parse('mục:"kết quả" mục:1.1 a') == Query(term("a"), sections=(term("kết", "quả"), term("1", "1")))


def test_a_name_inside_a_word_is_no_field():
    assert parse("danhmuc:a").sections == ()
    assert parse("mục tiêu").sections == ()


@pytest.mark.parametrize(
    "line",
    ['"a', "(a", "a)", "a OR", "OR a", "NOT a", "a AND", "a NOT", "a NOT OR b", "*", "a*b", "năm:9 a", "mục:", "”"],
)
def test_what_cannot_be_read_is_its_words(line):
    read = parse(line)
    assert read.fallback
    assert read.tree == plain(line).tree


def test_a_pasted_page_is_cut():
    read = parse("từ " * 500)
    assert read.fallback
    assert isinstance(read.tree, All)
    assert len(read.tree.wanted) == MOST_WORDS
