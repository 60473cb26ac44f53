"""The letters of a line: Unicode words, code pages, emphasis, what is hidden."""

from __future__ import annotations

import unicodedata

import pytest


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\u7871\'3f\u7871?x", "ếếx"),
        (r"\uc0\u7871 x", "ếx"),
        (r"\uc2\u24180\'94\'4ex", "年x"),
        (r"{\uc0\u273 }\u273?", "đđ"),
        (r"\u273\bullet x", "đ•x"),
        (r"\u-10179?\u-9138?", "\U0001f44e"),
        (r"a\u-10240?b", "a\ufffdb"),
        (r"a\u99999999999?b", "a\ufffdb"),
        (r"{\u273}?", "đ?"),
    ],
)
def test_words_of_unicode(rtf, body, text):
    assert rtf.text(body) == text


def test_bytes_are_read_by_the_code_page_of_their_font(rtf):
    text = rtf.text(r"{\f1 \'f0\'fd\'f5ng t\'ea\'ec}{\f4 \'94N}{\f0 \'e9}")
    assert unicodedata.normalize("NFC", text) == "đương tế年é"


def test_symbols_are_named_or_counted(rtf):
    assert rtf.text(r"{\f2 \'a3\'b3}{\f5 \'fc}") == "≤≥✓"
    assert rtf.losses(r"{\f5 \'21}") == {"TBC-411": 1}


def test_an_old_vietnamese_font_is_converted_and_told_of(rtf):
    document = rtf.read(r"{\f3 Tæng céng}\par {\f3 C\'e9ng ho\'b5}")
    assert [block.text for block in document.blocks] == ["Tổng cộng", "Cộng hoà"]
    assert [loss.code for loss in document.losses] == ["TBC-418"]


def test_emphasis_ends_with_its_group(rtf):
    (paragraph,) = rtf.paragraphs(r"a{\b b{\i c}}\ul d\ulnone {\super 2}\plain{\sub 3}\b e\b0 f")
    styles = [(paragraph.text[e.start : e.end], e.style) for e in paragraph.emphasis]
    assert styles == [("b", "b"), ("c", "bi"), ("d", "u"), ("2", "^"), ("3", "_"), ("e", "b")]


def test_hidden_and_deleted_text_is_counted_by_stretches(rtf):
    body = r"a{\v x}{\v\b y}b{\deleted q\i r}c\par {\deleted all\par}"
    assert rtf.text(body) == "abc"
    assert rtf.losses(body) == {"TBC-404": 2, "TBC-407": 1}


def test_signs(rtf):
    body = r"a\emdash\endash\lquote b\rquote\ldblquote c\rdblquote\tab d\line e\~f\_g\-h\{\}\\"
    assert rtf.text(body) == "a—–‘b’“c”\td\ne\u00a0f-g\u00adh{}\\"


def test_control_characters_are_no_text(rtf):
    assert rtf.text("a\x00b\x0b\\u13?c\td") == "abc\td"
