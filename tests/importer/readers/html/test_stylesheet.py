"""The rules a page writes for itself."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("rule", "style"),
    [
        (".c1 { font-weight: 700 }", "b"),
        ("p.c1, h9 { font-style: italic }", "i"),
        ("P { text-decoration: underline }", "u"),
        ("p { font-weight: bold } .c1 { font-weight: normal }", ""),
        ("<!-- /* x { */ .c1{font-weight:bold} -->", "b"),
        ("@media screen { .c1 { font-weight: bold } }", ""),
        ("div p.c1 { font-weight: bold }", ""),
        ("@page { margin: 1in } .c1 { font-weight: bolder !important }", "b"),
        (".c1 { font-weight: bold", ""),
        ("}} .c1 { font-weight: bold }", "b"),
    ],
)
def test_simple_rules_hold(page, rule, style):
    (paragraph,) = page.paragraphs("<p class='x c1'>a</p>", f"<style>{rule}</style>")
    assert "".join(each.style for each in paragraph.emphasis) == style


def test_what_an_element_says_itself_wins(page):
    (paragraph,) = page.paragraphs("<p style='font-weight:normal'><b>a</b>b</p>", "<style>p{font-weight:bold}</style>")
    assert [(each.start, each.end, each.style) for each in paragraph.emphasis] == [(0, 1, "b")]
