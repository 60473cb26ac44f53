"""Headers and footers are told of when they say more than the page."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.doc.fib import Table


@pytest.mark.parametrize(
    ("stories", "count"),
    [
        (["Trang \x13 PAGE \x142\x15", "- 3 -"], 0),
        (["UBND tỉnh", "2"], 1),
        (["UBND tỉnh", "UBND tỉnh", "Mật"], 2),
    ],
)
def test_what_says_more_than_the_page_is_counted_once(word, stories, count):
    word.paragraph("a")
    bounds = [0] * 7
    for text in stories:
        word.paragraph(text, story="headers")
        bounds.append(word.length("headers"))
    word.tables[Table.HEADERS] = struct.pack(f"<{len(bounds) + 1}I", *bounds, bounds[-1])
    assert word.losses() == ({"TBC-410": count} if count else {})


def test_separators_of_notes_are_no_headers(word):
    word.paragraph("a")
    word.paragraph("đường kẻ", story="headers")
    word.tables[Table.HEADERS] = struct.pack("<8I", 0, *[word.length("headers")] * 7)
    assert word.losses() == {}
