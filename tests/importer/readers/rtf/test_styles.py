"""Headings: by the name of their style, by its level, by their own."""

from __future__ import annotations

import pytest

SHEET = (
    r"{\stylesheet{\ql Normal;}{\s1\b heading 1;}{\s2\outlinelevel2 M\u7909\'3fc;}{\s3\sbasedon1 Con;}"
    r"{\s4\sbasedon5 A;}{\s5\sbasedon4 B;}{\s6\outlinelevel9 Heading 2;}{\*\cs7 heading 3;}}"
)


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("", None),
        (r"\s1", 1),
        (r"\s2", 3),
        (r"\s3", 1),
        (r"\s4", None),
        (r"\s6", None),
        (r"\s7", None),
        (r"\s99", None),
        (r"\outlinelevel0", 1),
        (r"\s1\outlinelevel9", None),
        (r"\s1\outlinelevel-4", None),
        (r"\s1\pard", None),
    ],
)
def test_the_level_of_a_heading(rtf, words, heading):
    (paragraph,) = rtf.paragraphs(rf"\pard{words} Chung\par", SHEET)
    assert paragraph.heading == heading


@pytest.mark.parametrize(("word", "align"), [("qc", "center"), ("qr", "right"), ("qj", "justify"), ("ql", "")])
def test_alignment_ends_with_pard(rtf, word, align):
    assert [p.align for p in rtf.paragraphs(rf"\pard\{word} a\par\pard b\par")] == [align, ""]
