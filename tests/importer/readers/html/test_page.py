"""What a page says, in reading order, and what of it is only counted."""

from __future__ import annotations

import pytest

from db.model import Emphasis


def test_blocks_headings_and_blanks(page):
    body = "<h2>I. Kinh\n tế</h2>lời\n<p>Thu <b>5,5%</b>\n vượt<br>\n  dòng hai </p><div><div>trong</div> sau</div>"
    found = page.paragraphs(body)
    assert [each.text for each in found] == ["I. Kinh tế", "lời", "Thu 5,5% vượt\ndòng hai", "trong", "sau"]
    assert [each.heading for each in found] == [2, None, None, None, None]
    assert found[2].emphasis == (Emphasis(4, 8, "b"),)


def test_scripts_and_heads_are_no_words(page):
    body = "<p>a</p><script>alert(1)</script><style>p{}</style><template>x</template><noscript>b</noscript>"
    assert page.printed(body, "<title>t</title>") == ["a", "b"]


def test_pictures_objects_links_and_deletions_are_counted(page):
    body = (
        '<p>a<img src="http://x/y.png"><svg><text>s</text></svg><iframe src="http://x">f</iframe>'
        '<a href="http://x">b</a><a href="#c">c</a><del>d</del></p>'
    )
    assert page.printed(body) == ["abc"]
    assert page.losses(body) == {"TBC-402": 2, "TBC-404": 1, "TBC-405": 1, "TBC-417": 1}


@pytest.mark.parametrize(
    "hidden",
    ["<p style='display:none'>x</p>", "<p hidden>x</p>", "<p class='h'>x</p>", "<span style='mso-hide:all'>x</span>"],
)
def test_hidden_text_is_counted(page, hidden):
    head = "<style>.h { display: none }</style>"
    assert page.printed(f"<p>a</p>{hidden}", head) == ["a"]
    assert page.losses(f"<p>a</p>{hidden}", head) == {"TBC-407": 1}


def test_preformatted_lines_stay_lines(page):
    assert [each.text for each in page.paragraphs("<pre>a\n  b\n\nc</pre><p>d</p>")] == ["a", "  b", "c", "d"]


def test_a_number_word_has_typed_for_its_list_is_a_marker(page):
    ignored = "<span style='mso-list:Ignore'>1.1.<span>&nbsp;&nbsp; </span></span>"
    bullet = "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>"
    found = page.paragraphs(f"<p><![if !supportLists]>{ignored}<![endif]>Thu</p><p>{bullet}Chi</p>")
    assert [(each.marker, each.text) for each in found] == [("1.1.", "Thu"), ("•", "Chi")]


def test_alignment_comes_from_the_nearest_that_says_it(page):
    body = (
        "<div align=center>a<p style='text-align:right'>b</p><p>c</p></div>"
        "<center>d</center><p>e</p><p align=center>f</p>"
    )
    found = page.paragraphs(body, "<style>p { text-align: justify }</style>")
    assert [each.align for each in found] == ["center", "right", "justify", "center", "justify", "center"]


def test_letters_in_an_old_font_become_unicode(page):
    document = page.read("<p><font face='.VnTime'>Tæng céng 12 x·</font></p>")
    assert document.blocks[0].text == "Tổng cộng 12 xã"
    assert [loss.code for loss in document.losses] == ["TBC-418"]


def test_tables_beyond_fifty_deep_become_words(page):
    body = "<table><tr><td>a" * 60 + "</td></tr></table>" * 60
    document = page.read(body)
    assert {loss.code: loss.count for loss in document.losses} == {"TBC-412": 10}
    words = sum(block.text.count("a") if hasattr(block, "text") else 0 for block in document.blocks)
    words += sum(cell.text.count("a") for block in document.blocks if hasattr(block, "cells") for cell in block.cells)
    assert words == 60
