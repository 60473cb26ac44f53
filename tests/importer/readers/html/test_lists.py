"""Lists carry the numbers a browser prints."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=4 type=I><li>a<li value=9>b<li>c</ol>", ["IV. a", "IX. b", "X. c"]),
        ("<ol type=a><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", ["a. a", "i. b", "ii. c", "b. d"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol><ol><ol start=2><li><p>a</p><p>b</p></ol></ol></ol>", ["2. a", "b"]),
        ("<ul><li>a<ul><li>b</ul></ul>", ["• a", "• b"]),
        ("<ul style='list-style-type:none'><li>a</ul>", ["a"]),
        ("<ol style='list-style-type:lower-roman'><li>a</ol>", ["i. a"]),
        ("<li>a", ["• a"]),
        ("<ol start=99999999999999><li>a</ol>", ["1000000. a"]),
        ("<ol start=x><li>a</ol>", ["1. a"]),
        ("<ol><li><ol><li>a</ol></ol>", ["1. a"]),
    ],
)
def test_what_is_printed_before_an_item(page, body, printed):
    assert page.printed(body) == printed


def test_a_table_in_an_item_does_not_take_its_number(page):
    document = page.read("<ol><li>a<table><tr><td>b<td>c</table><li>d</ol>")
    assert [getattr(block, "marker", "table") for block in document.blocks] == ["1.", "table", "2."]
