"""The tree of sections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from db.model import Content
from desktop.contents.model import BADGES, SectionTree


def test_the_tree_keeps_the_rules_of_qt(qtmodeltester: Any, content: Content) -> None:
    model = SectionTree()
    model.show(content)
    qtmodeltester.check(model)
    economy = model.index(1, 0, model.index(0, 0))
    assert economy.data() == "2. Về phát triển kinh tế"
    assert economy.data(BADGES).tables == 1
    assert model.parent(economy) == model.index_of(1)
    model.filter("xay dung")
    qtmodeltester.check(model)


def test_a_filter_keeps_what_its_matches_stand_in(content: Content) -> None:
    model = SectionTree()
    model.show(content)
    assert model.filter("chính trị") == 1
    assert sorted(model.ids()) == [1, 2, 3]
    section = model.section(model.index_of(3))
    assert section is not None
    assert model.spans(section) == [(14, 23)]
    assert model.filter("") == len(content.sections)


def test_a_lost_parent_does_not_lose_the_section(content: Content) -> None:
    model = SectionTree()
    model.show(content.__class__(content.data, content.sections[1:], (), (), (), (), ()))
    assert model.rowCount() == 3, "the two whose parent is missing, and II"
    assert len(list(model.ids())) == 7


def test_rows_speak_their_level_and_counts(content: Content) -> None:
    model = SectionTree()
    model.show(content)
    index = model.index_of(3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1.1. Công tác chính trị, tư tưởng, level 3"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "2 notes, 0 tables, 0 numbers"


def test_words_of_a_report_are_no_markup_in_a_tool_tip(content: Content) -> None:
    evil = replace(content.sections[0], title="<img src='//host/x.png'>")
    model = SectionTree()
    model.show(replace(content, sections=(evil, *content.sections[1:])))
    assert "<img" not in model.index_of(1).data(Qt.ItemDataRole.ToolTipRole)
