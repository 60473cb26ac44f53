"""How letters are set by the names of elements and by their own style."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("<strong>a</strong>", "b"),
        ("<em>a</em>", "i"),
        ("<u><b>a</b></u>", "bu"),
        ("<sup>a</sup>", "^"),
        ("<sub>a</sub>", "_"),
        ("<span style='font-weight:600; font-style:italic'>a</span>", "bi"),
        ("<span style='vertical-align:super'>a</span>", "^"),
        ("<b><span style='font-weight:normal'>a</span></b>", ""),
        ("<span style='mso-bidi-font-weight:bold'>a</span>", ""),
        ("<span style=';;:;font-weight'>a</span>", ""),
    ],
)
def test_emphasis(page, words, style):
    (paragraph,) = page.paragraphs(f"<p>{words}</p>")
    assert "".join(each.style for each in paragraph.emphasis) == style
