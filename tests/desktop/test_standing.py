"""The status bar says in which section and at which paragraph one reads."""

from __future__ import annotations

from db.model import Place
from desktop.session import Destination
from desktop.standing import Standing, standing


def at(block_id: int, section_id: int | None) -> Destination:
    return Destination(1, section_id, Place(block_id=block_id))


def test_the_paragraph_is_counted_in_its_section(content):
    assert standing(content, at(9, 3)) == Standing("I.1.1", 2, 2)


def test_a_heading_is_no_paragraph(content):
    assert standing(content, at(7, 3)) == Standing("I.1.1", 0, 2)


def test_dash_items_belong_to_the_numbered_section_above(content):
    assert standing(content, at(17, 7)) == Standing("II.1", 2, 2)


def test_before_the_first_section_there_is_no_number(content):
    assert standing(content, at(4, None)) == Standing("", 0, 0)
