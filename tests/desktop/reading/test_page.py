"""What stands on the page, and how positions are counted there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.model import Block, Content, Emphasis, Figure, Mark, Note, Place, ReportData
from desktop.reading.page import page_of
from desktop.reading.passage import Passage
from desktop.widgets.utf16 import units


def passage_of(text: str, marks: list[int], figures: tuple[Figure, ...] = ()) -> Passage:
    notes = tuple(Note(n, str(n), "footnote", "…", True) for n in range(1, len(marks) + 1))
    block = Block(1, None, "paragraph", text, tuple(Mark(at, n) for n, at in enumerate(marks, 1)))
    page = page_of(Content(ReportData(), (), (block,), notes, (), figures, ()))
    return page.lines[0].passage


def test_every_block_and_table_is_on_the_page_once_in_order(content: Content) -> None:
    page = page_of(content)
    kinds = [line.kind for line in page.lines]
    assert kinds[:4] == ["title", "subtitle", "rule", "paragraph"]
    assert kinds.count("table") == 1
    assert kinds[kinds.index("table") - 1] == "caption"
    printed = [line.passage.text for line in page.lines if line.kind not in ("caption", "table")]
    assert printed == [block.text for block in content.blocks if block.table_id is None]


def test_a_caption_that_is_printed_already_is_not_shown_twice(content: Content) -> None:
    caption = Block(99, 4, "paragraph", "Bảng 1. Thu ngân sách nhà nước")
    blocks = list(content.blocks)
    blocks.insert(12, caption)
    page = page_of(replace(content, blocks=tuple(blocks)))
    shown = [line for line in page.lines if line.passage.text == caption.text]
    assert [line.kind for line in shown] == ["caption"]


def test_marks_carry_the_labels_of_the_report_and_stay_apart(content: Content) -> None:
    page = page_of(content)
    line = page.lines[page.line_of_block[11]]
    marks = [run.text for run in line.passage.runs if run.note_id]
    assert [mark.strip("\u200a") for mark in marks] == ["3", "4", "5"]
    assert marks[1].startswith("\u200a"), "3 and 4 side by side would read as 34"
    assert page.note_order == (1, 2, 3, 4, 5, 6, 7, 8), "in the order of the marks; 9 has none"


def test_paragraphs_are_counted_in_the_nearest_numbered_section(content: Content) -> None:
    page = page_of(content)
    counted = {line.passage.place.block_id: line.paragraph for line in page.lines if line.paragraph}
    assert (counted[8], counted[9], counted[11], counted[12], counted[14]) == (1, 2, 1, 2, 3)
    assert (counted[16], counted[17], counted[18]) == (1, 2, 1), "a dash item counts under its number"


def test_figures_and_emphasis_cut_runs_without_losing_a_letter() -> None:
    text = "tăng 8,25% so với năm trước"
    figure = Figure(7, Place(block_id=1), 5, 10, text, 8.25, "%")
    block = Block(1, None, "paragraph", text, (Mark(10, 1),), emphasis=(Emphasis(0, 7, "b"),))
    notes = (Note(1, "1", "footnote", "…", True),)
    runs = page_of(Content(ReportData(), (), (block,), notes, (), (figure,), ())).lines[0].passage.runs
    assert [(run.text, run.style, run.figure_id, run.note_id) for run in runs] == [
        ("tăng ", "b", 0, 0),
        ("8,", "b", 7, 0),
        ("25%", "", 7, 0),
        ("1", "", 0, 1),
        (" so với năm trước", "", 0, 0),
    ]


@given(st.text(min_size=1, max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_an_offset_comes_back_from_its_column(text: str, marks: list[int]) -> None:
    marks = sorted(min(mark, len(text)) for mark in marks)
    passage = passage_of(text, marks)
    for offset in range(len(text) + 1):
        assert passage.offset(passage.column(offset)) == offset
        assert passage.column(offset, before_marks=True) <= passage.column(offset)
    assert passage.width == units(text) + sum(units(run.text) for run in passage.runs if run.note_id)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("đồng", 4), ("a😀b", 4)])
def test_columns_count_as_qt_does(text: str, width: int) -> None:
    assert units(text) == width


def test_a_mark_is_found_by_its_columns() -> None:
    passage = passage_of("một hai", [3])
    (note_id, left, right) = passage.mark_columns()[0]
    assert (note_id, left, right) == (1, 3, 4)
    assert passage.mark_at(3) == 1
    assert passage.mark_at(2) == 0
    assert passage.offset(3) == 3
