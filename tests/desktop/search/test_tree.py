"""Hits as a tree: newest year first, sections below, nothing lost."""

from __future__ import annotations

import pytest

from db.model import Place, Report, ReportData, SearchHit, Source
from desktop.search.model import HitModel, tree_of

SOURCE = Source("a.docx", "/a.docx", "0" * 64, "docx", 1)


def report(number: int, year: int) -> Report:
    return Report(number, "r", ReportData(kind="Báo cáo", issuer="Tỉnh ủy", year=year), SOURCE, "", "")


def hit(report_id: int, section: int | None, words: str) -> SearchHit:
    return SearchHit(report_id, section, Place(block_id=1), "body", words, ((0, 3),))


@pytest.fixture
def tree() -> HitModel:
    model = HitModel()
    hits = [hit(1, 10, "một"), hit(2, None, "hai"), hit(1, 10, "ba")]
    model.show(tree_of(hits, {1: report(1, 2022), 2: report(2, 2023)}, {10: "I. KẾT QUẢ"}))
    return model


def test_the_tree_keeps_the_rules_of_qt(qtmodeltester: object, tree: HitModel) -> None:
    qtmodeltester.check(tree)  # type: ignore[attr-defined]  # pytest-qt's fixture has no public type


def test_newest_year_first(tree: HitModel) -> None:
    assert [str(tree.index(row, 0).data()) for row in range(tree.rowCount())] == [
        "2023 · Tỉnh ủy · Báo cáo",
        "2022 · Tỉnh ủy · Báo cáo",
    ]


def test_hits_of_one_section_stand_together_in_their_order(tree: HitModel) -> None:
    section = tree.index(0, 0, tree.index(1, 0))
    assert section.data() == "I. KẾT QUẢ"
    assert [tree.index(row, 0, section).data() for row in range(tree.rowCount(section))] == ["một", "ba"]


def test_every_hit_is_a_leaf(tree: HitModel) -> None:
    assert [index.data() for index in tree.leaves()] == ["hai", "một", "ba"]
    assert all(tree.hit(index) is not None for index in tree.leaves())
