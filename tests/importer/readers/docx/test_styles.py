"""What a paragraph has from its style."""

from __future__ import annotations

import pytest

from db.importer.document import Paragraph
from db.model import Emphasis


def style(style_id: str, name: str = "", based_on: str = "", inside: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{base}{inside}</w:style>'
    )


def only(word, paragraph: str, styles: str) -> Paragraph:
    (found,) = word.paragraphs(paragraph, styles=styles)
    return found


def styled(word, styles: str, style_id: str = "A", own: str = "") -> Paragraph:
    return only(word, word.p("Kết quả", properties=f'<w:pStyle w:val="{style_id}"/>{own}'), styles)


@pytest.mark.parametrize(("name", "level"), [("heading 1", 1), ("Heading 3", 3), ("HEADING 9", 9), ("Title", None)])
def test_a_heading_is_known_by_the_name_of_its_style(word, name, level):
    assert styled(word, style("A", name)).heading == level


def test_an_outline_level_makes_a_heading(word):
    inside = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    assert styled(word, style("A", inside=inside)).heading == 2
    assert only(word, word.p("Kết quả", properties='<w:outlineLvl w:val="0"/>'), "").heading == 1


def test_a_heading_level_is_inherited_and_can_be_undone(word):
    styles = style("A", based_on="B") + style("B", "heading 2")
    assert styled(word, styles).heading == 2
    assert styled(word, styles, own='<w:outlineLvl w:val="9"/>').heading is None


def test_alignment_comes_from_the_paragraph_before_the_style(word):
    styles = style("A", based_on="B") + style("B", inside='<w:pPr><w:jc w:val="center"/></w:pPr>')
    assert styled(word, styles).align == "center"
    assert styled(word, styles, own='<w:jc w:val="both"/>').align == "justify"
    assert styled(word, styles, own='<w:jc w:val="left"/>').align == ""
    assert styled(word, styles, own='<w:jc w:val="end"/>').align == "right"


def test_the_default_style_is_that_of_paragraphs_without_one(word):
    styles = style("N", inside='<w:pPr><w:jc w:val="right"/></w:pPr>').replace("<w:style ", '<w:style w:default="1" ')
    assert only(word, word.p("Kết quả"), styles).align == "right"


def test_bold_is_inherited_and_can_be_undone(word):
    styles = style("A", based_on="B") + style("B", inside="<w:rPr><w:b/></w:rPr>")
    assert styled(word, styles).emphasis == (Emphasis(0, 7, "b"),)
    paragraph = word.p(word.r("Kết quả", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="A"/>')
    assert only(word, paragraph, styles).emphasis == ()


def test_bold_of_a_run_style_undoes_bold_of_its_paragraph(word):
    styles = style("A", inside="<w:rPr><w:b/></w:rPr>") + style("C", inside="<w:rPr><w:b/></w:rPr>", kind="character")
    paragraph = word.p("nặng", word.r("nhẹ", '<w:rStyle w:val="C"/>'), properties='<w:pStyle w:val="A"/>')
    assert only(word, paragraph, styles).emphasis == (Emphasis(0, 4, "b"),)


def test_a_circle_of_styles_is_cut(word):
    styles = style("A", based_on="B", inside="<w:rPr><w:i/></w:rPr>") + style("B", "heading 2", based_on="A")
    found = styled(word, styles)
    assert found.heading == 2
    assert found.emphasis == (Emphasis(0, 7, "i"),)


def test_a_chain_of_20_000_styles_is_followed(word):
    chain = "".join(style(f"S{n}", based_on=f"S{n + 1}") for n in range(20_000)) + style("S20000", "heading 4")
    assert styled(word, chain, "S0").heading == 4


def test_an_unknown_style_is_plain(word):
    assert styled(word, style("A", "heading 1"), "Z").heading is None


def test_an_outline_level_that_is_no_number_says_nothing(word):
    assert styled(word, style("A", "heading 1"), own='<w:outlineLvl w:val="x"/>').heading == 1
