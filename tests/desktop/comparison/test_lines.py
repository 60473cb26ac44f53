"""A comparison as lines: nothing lost, changes counted as the comparison counts them."""

from __future__ import annotations

import pytest

from db.comparison import Comparison, compare
from db.comparison.rows import CHANGE_KINDS, Run
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.model import Content
from desktop.comparison.lines import Line, folded, lines_of, rows_of, shown
from desktop.comparison.outline import CAME_FROM, entries_of, said


@pytest.fixture
def found(years: tuple[Content, Content]) -> tuple[Comparison, list[Line]]:
    work = compare(*years)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value, lines_of(end.value, *years)


def test_both_texts_are_there_whole(found: tuple[Comparison, list[Line]], years: tuple[Content, Content]) -> None:
    _comparison, lines = found
    for left, content in ((True, years[0]), (False, years[1])):
        said = " ".join(line.text(left) for line in lines)
        for block in content.blocks:
            if block.kind in ("paragraph", "item"):
                assert block.text in said or all(part in said for part in block.text.split(". "))


def test_every_change_is_a_line(found: tuple[Comparison, list[Line]]) -> None:
    comparison, lines = found
    for kind in CHANGE_KINDS:
        assert sum(line.changes.count(kind) for line in lines) == comparison.counts[kind]
        kept = shown(lines, {kind}, only_changes=True)
        assert sum(row.count({kind}) for row in rows_of(kept)) == comparison.counts[kind]


def test_a_heading_of_two_lines_is_one_line_here() -> None:
    text = "BÁO CÁO\nCông tác năm {}\nPhần thứ nhất\nKẾT QUẢ NĂM {}\nCông tác quy hoạch được triển khai đúng hạn."
    sides = [
        content_of(Document("txt", tuple(Paragraph(one) for one in text.format(year, year).splitlines())), "a.txt")
        for year in (2022, 2023)
    ]
    work = compare(*sides)
    while True:
        try:
            next(work)
        except StopIteration as end:
            lines = lines_of(end.value, *sides)
            break
    assert lines[0].text(False) == "Phần thứ nhất KẾT QUẢ NĂM 2023"


def test_every_kind_of_change_has_a_filter(found: tuple[Comparison, list[Line]]) -> None:
    assert {kind for line in found[1] for kind in line.changes} <= set(CHANGE_KINDS)


def test_a_filter_keeps_headings_of_what_it_keeps(found: tuple[Comparison, list[Line]]) -> None:
    kept = shown(found[1], {"new"}, only_changes=True)
    assert any(line.of == "section" and not line.changes for line in kept)
    assert all(line.of == "section" or line.kind in ("new", "added") for line in kept)
    assert kept[-1].of != "section"


def test_dropped_and_new_sentences_stand_beside_each_other(found: tuple[Comparison, list[Line]]) -> None:
    rows = rows_of(found[1])
    beside = [row for row in rows if row.left is not None and row.right is not None and not row.together]
    assert any(row.left and "Chăn nuôi" in row.left.text(True) for row in beside)
    lines = [line for row in rows for line in ((row.left,) if row.together else (row.left, row.right)) if line]
    assert sorted(map(id, lines)) == sorted(map(id, found[1]))


def test_a_folded_sentence_begins_shortly_before_its_change() -> None:
    runs = (Run("same", "a" * 200 + " "), Run("dropped", "1"), Run("new", "2"), Run("same", " tỷ"))
    line = Line("sentence", 1, "numbers", runs, None)
    short = folded(line)
    assert short[0].text.startswith("…")
    assert len(short[0].text) < 60
    assert short[1:] == runs[1:]


def test_a_section_joined_to_another_is_listed_by_its_own_older_heading() -> None:
    older = "I. KẾT QUẢ\n1. Nông nghiệp\nTrồng được 30 ha lúa ở các xã phía bắc của huyện.\n2. Thủy sản\n"
    older += "Nuôi được 12 ha tôm ở hai xã ven biển của huyện.\nII. HẠN CHẾ\nCòn chậm trong giải ngân vốn đầu tư công."
    newer = "I. KẾT QUẢ\n1. Nông nghiệp, thủy sản\nTrồng được 30 ha lúa ở các xã phía bắc của huyện. "
    newer += "Nuôi được 12 ha tôm ở hai xã ven biển của huyện.\nII. HẠN CHẾ\nCòn chậm trong giải ngân vốn đầu tư công."
    one, two = (
        content_of(Document("txt", tuple(Paragraph(line) for line in text.splitlines())), "a.txt")
        for text in (older, newer)
    )
    years = one, two
    work = compare(*years)
    while True:
        try:
            next(work)
        except StopIteration as end:
            comparison = end.value
            break
    entries = entries_of(comparison, lines_of(comparison, *years))
    listed = [entry.text for entry in entries]
    assert len(listed) == len(set(listed))
    joined = next(entry for entry in entries if entry.text.startswith(CAME_FROM))
    assert joined.text.endswith(("Nông nghiệp", "Thủy sản"))
    assert said(joined)
