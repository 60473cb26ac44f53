"""Tokens: words, letters, braces, and leaps over what is not read."""

from __future__ import annotations

import pytest

from db.importer.readers.rtf.tokens import Kind, Token, Tokens


def test_words_take_their_number_and_one_blank():
    assert list(Tokens(b"\\b0  x\\fs-24\\par\r\n")) == [
        Token(Kind.WORD, b"b", 0),
        Token(Kind.RAW, b" x"),
        Token(Kind.WORD, b"fs", -24),
        Token(Kind.WORD, b"par"),
    ]


def test_written_out_bytes_are_one_token_and_signs_another():
    assert list(Tokens(b"\\'e1\\'BB\\~\\\\\\\n")) == [
        Token(Kind.HEX, b"\xe1\xbb"),
        Token(Kind.SIGN, b"~"),
        Token(Kind.SIGN, b"\\"),
        Token(Kind.SIGN, b"\n"),
    ]


def test_a_number_no_word_takes_becomes_the_nearest_one():
    numbers = [token.number for token in Tokens(b"\\a99999999999 \\b-" + b"9" * 5000)]
    assert numbers == [1 << 31, -(1 << 31)]


@pytest.mark.parametrize(
    ("written", "rest"), [(b"\\bin3 {}}x", b"x"), (b"\\bin-5 x", b"x"), (b"\\bin2000000000 x", b"")]
)
def test_binary_data_is_no_text(written, rest):
    assert b"".join(token.value for token in Tokens(written) if token.kind is Kind.RAW) == rest


def test_a_leap_ends_before_the_brace_of_its_group():
    tokens = Tokens(b"{\\pict{00}\\}\\bin1 }ff}x")
    found = []
    for token in tokens:
        found.append((token.kind, token.value))
        if token.value == b"pict":
            tokens.leap()
    assert found == [(Kind.OPEN, b"{"), (Kind.WORD, b"pict"), (Kind.CLOSE, b"}"), (Kind.RAW, b"x")]


def test_a_group_is_walked_apart_and_its_end_is_left():
    tokens = Tokens(b"{\\a{x}y}z")
    walk = iter(tokens)
    next(walk)
    next(walk)
    assert [(depth, token.value) for depth, token in tokens.group()] == [(1, b"{"), (1, b"x"), (0, b"}"), (0, b"y")]
    assert [token.value for token in walk] == [b"}", b"z"]


def test_a_group_that_never_ends_ends_with_the_file():
    tokens = Tokens(b"{\\a x")
    walk = iter(tokens)
    next(walk)
    next(walk)
    assert [token.value for _, token in tokens.group()] == [b"x"]
    assert list(walk) == []


def test_leaps_over_tells_what_stood_there():
    tokens = Tokens(b"{\\sp{\\sv{\\pict 00}}}")
    walk = iter(tokens)
    next(walk)
    next(walk)
    assert tokens.leaps_over(b"\\pict")
    assert not tokens.leaps_over(b"\\pict")
