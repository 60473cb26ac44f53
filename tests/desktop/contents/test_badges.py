"""Counts beside the sections."""

from __future__ import annotations

from dataclasses import replace

from db.model import Content
from desktop.contents.badges import Badges, badges_of


def test_a_parent_sums_what_is_below_it(content: Content) -> None:
    badges = badges_of(content)
    assert badges[3] == Badges(notes=2)
    assert badges[4] == Badges(notes=5, tables=1, numbers=4)
    assert badges[1] == Badges(notes=7, tables=1, numbers=4)
    assert badges[8] == Badges(notes=1)
    assert 7 not in badges


def test_a_ring_of_parents_ends(content: Content) -> None:
    first, second, *rest = content.sections
    ring = (replace(first, parent_id=second.id), replace(second, parent_id=first.id), *rest)
    assert badges_of(replace(content, sections=ring))[1].notes == 7
