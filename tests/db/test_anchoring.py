"""Bookmarks find their place again when a report is read anew, and none is ever lost for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.anchoring import place_of, reanchor
from db.model import Block
from db.notebook import Bookmark, Notebook

LINES = tuple(f"Đoạn thứ {n} của báo cáo nói về việc số {n * 7}, có lời riêng." for n in range(60))


@pytest.fixture
def notebook(tmp_path):
    opened = Notebook.open(tmp_path / "n.notebook")
    yield opened
    opened.close()


def blocks(lines):
    return tuple(Block(n + 1, None, "paragraph", line) for n, line in enumerate(lines))


def marked(notebook, at, quote=None):
    return notebook.add_bookmark(Bookmark(0, "s", "a", at, 3, LINES[at] if quote is None else quote, "nhãn", ""))


def test_all_are_found_after_blocks_came_and_went(notebook, made_up):
    for at in range(60):
        marked(notebook, at)
    lines = ["Dòng mới đầu trang.", *LINES[:20], "Thêm.", "Thêm nữa.", *LINES[21:]]
    found = reanchor(notebook, "s", "a", replace(made_up(), blocks=blocks(lines)))
    assert [mark.quote for mark in found.lost] == [LINES[20]]
    assert len(found.moved) == 59
    kept = notebook.bookmarks("s", "a")
    assert len(kept) == 60
    assert all(lines[mark.block] == mark.quote for mark in kept if mark.quote != LINES[20])
    assert {mark.label for mark in kept} == {"nhãn"}


def test_a_second_time_nothing_moves(notebook, made_up):
    marked(notebook, 5)
    content = replace(made_up(), blocks=blocks(("Mới.", *LINES)))
    assert len(reanchor(notebook, "s", "a", content).moved) == 1
    again = reanchor(notebook, "s", "a", content)
    assert (len(again.standing), again.moved, again.lost) == (1, (), ())


def test_a_revised_file_gets_copies_once_and_the_old_ones_stay(notebook, made_up):
    old = marked(notebook, 5)
    content = replace(made_up(), blocks=blocks(("Mới.", *LINES)))
    for _ in range(2):
        (moved,) = reanchor(notebook, "s", "a", content, "b").moved
        assert (moved.report, moved.block) == ("b", 6)
    assert notebook.bookmarks("s", "a") == [old]
    assert len(notebook.bookmarks("s", "b")) == 1


def test_the_nearest_of_equals_is_meant_and_a_short_quote_is_no_proof():
    mark = Bookmark(1, "s", "a", 10, 0, LINES[0][:30] + " …", "", "")
    lines = [LINES[0] if n in {2, 9, 30} else f"x{n}" for n in range(40)]
    assert place_of(mark, blocks(lines)) == 9
    assert place_of(replace(mark, quote="Đoạn"), blocks(lines)) is None
    assert place_of(replace(mark, quote=""), blocks(lines)) == 10
    assert place_of(replace(mark, quote="", block=99), blocks(lines)) is None
