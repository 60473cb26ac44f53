"""Styles inherit, and circles of them end."""

from __future__ import annotations

import pytest
from lxml import etree

from db.importer.readers.odt.styles import Styles

NAMES = (
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def styles(content: str) -> Styles:
    return Styles(etree.fromstring(f"<a {NAMES}>{content}</a>"))


def style(name: str, properties: str = "", parent: str = "", family: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"{properties}</style:style>"
    )


def test_a_style_has_what_its_parents_and_the_default_say():
    found = styles(
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-style="italic"/>'
        "</style:default-style>"
        + style("A", '<style:paragraph-properties fo:text-align="center"/>')
        + style("B", '<style:text-properties fo:font-weight="bold"/>', "A")
    ).paragraph("B")
    assert found.align == "center"
    assert found.letters.emphasis == "bi"


def test_a_circle_of_styles_ends():
    found = styles(style("A", "", "B") + style("B", '<style:text-properties fo:font-weight="700"/>', "A"))
    assert found.paragraph("A").letters.bold


def test_a_style_that_is_not_there_is_plain():
    assert styles("").paragraph("X").letters.emphasis == ""


@pytest.mark.parametrize(
    ("position", "raised"),
    [("super 58%", "^"), ("sub 58%", "_"), ("33% 58%", "^"), ("-33% 58%", "_"), ("0% 100%", ""), ("", "")],
)
def test_raised_letters(position, raised):
    found = styles(style("T", f'<style:text-properties style:text-position="{position}"/>', family="text"))
    assert found.letters("T").emphasis == raised


def test_underline_none_undoes_the_parents():
    under = '<style:text-properties style:text-underline-style="solid"/>'
    none = '<style:text-properties style:text-underline-style="none"/>'
    found = styles(style("A", under, family="text") + style("B", none, "A", "text"))
    assert found.letters("A").emphasis == "u"
    assert found.letters("B").emphasis == ""
