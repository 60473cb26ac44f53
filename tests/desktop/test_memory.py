"""Reading places and bookmarks are kept by position and found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db import history, queries, rereading
from db.digest import digest
from db.library import Library
from db.model import Content, Place, Report
from db.notebook import Notebook
from db.writer import add_report
from desktop.memory import Memory
from desktop.session import Destination


@pytest.fixture
def library(tmp_path, content, report) -> Iterator[Library]:
    opened = Library.open(tmp_path / "tu.tubaocao")
    with opened.writing() as conn:
        add_report(conn, content, report.source, report.imported_at, digest(content))
    yield opened
    opened.close()


@pytest.fixture
def stored(library) -> tuple[Report, Content]:
    found = queries.reports(library.reader())[0]
    return found, queries.content(library.reader(), found.id)


@pytest.fixture
def memory(library, tmp_path) -> Iterator[Memory]:
    made = Memory(library, Notebook.open(tmp_path / "n.notebook"))
    yield made
    made.close()


def test_a_place_comes_back_as_it_was_left(memory, stored):
    report, content = stored
    block = content.blocks[10]
    memory.leave(report, content, Destination(report.id, block.section_id, Place(block_id=block.id), 7, 7))
    assert memory.place_of(report, content) == Destination(report.id, block.section_id, Place(block_id=block.id), 7, 7)


def test_what_was_never_read_has_no_place(memory, stored):
    assert memory.place_of(*stored) is None


def test_a_place_beyond_a_shorter_report_is_none(memory, stored):
    report, content = stored
    last = content.blocks[-1]
    memory.leave(report, content, Destination(report.id, None, Place(block_id=last.id)))
    assert memory.place_of(report, replace(content, blocks=content.blocks[:3])) is None


def test_a_bookmark_is_set_and_taken_away(memory, stored):
    report, content = stored
    block = content.blocks[11]
    here = Destination(report.id, block.section_id, Place(block_id=block.id))
    assert memory.toggle_bookmark(report, content, here)
    (mark,) = memory.bookmarks()
    assert mark.destination.place == Place(block_id=block.id)
    assert mark.text.startswith(block.text[:20])
    assert not memory.toggle_bookmark(report, content, here)
    assert memory.bookmarks() == []


def test_a_note_is_bookmarked_where_its_mark_stands(memory, stored):
    report, content = stored
    note = content.notes[2]
    memory.toggle_bookmark(report, content, Destination(report.id, None, Place(note_id=note.id)))
    block = next(block for block in content.blocks if any(mark.note_id == note.id for mark in block.marks))
    assert memory.bookmarks()[0].destination.place == Place(block_id=block.id)


def test_without_a_notebook_nothing_is_remembered_and_nothing_fails(library, stored):
    report, content = stored
    memory = Memory(library, None)
    here = Destination(report.id, None, Place(block_id=content.blocks[3].id))
    memory.leave(report, content, here)
    assert memory.place_of(report, content) is None
    assert memory.toggle_bookmark(report, content, here) is False
    assert memory.bookmarks() == []


def test_a_damaged_notebook_is_told_and_takes_nothing_else_along(memory, stored):
    report, content = stored
    block = content.blocks[10]
    memory.leave(report, content, Destination(report.id, block.section_id, Place(block_id=block.id), 7, 7))
    told = []
    memory.troubled = told.append
    with memory._notebook.using() as conn:
        conn.execute("UPDATE reading SET expanded = '['")
    assert memory.place_of(report, content) is None
    assert [error.code for error in told] == ["TBC-221"]


def read_anew(library, report, blocks):
    content = replace(queries.content(library.reader(), report.id), blocks=blocks, notes=(), tables=(), figures=())
    with library.writing() as conn:
        change = history.begin(conn, history.IMPORT)
        assert rereading.read_anew(conn, report, content, report.source, at="2024-02-01", batch=change)


def test_a_bookmark_finds_its_paragraph_in_a_new_reading(library, memory, stored):
    report, content = stored
    plain = [replace(block, marks=(), table_id=None) for block in content.blocks if block.table_id is None]
    marked = next(block for block in plain if len(block.text) > 60)
    memory.toggle_bookmark(report, content, Destination(report.id, None, Place(block_id=marked.id)))
    first = replace(plain[0], id=max(block.id for block in plain) + 1, text="Một dòng trước đây không đọc được.")
    read_anew(library, report, (first, *plain))
    (found,) = memory.bookmarks("mất neo")
    shown = {block.id: block.text for block in queries.content(library.reader(), report.id).blocks}
    assert shown[found.destination.place.block_id] == marked.text


def test_a_bookmark_whose_words_are_gone_is_kept_and_says_so(library, memory, stored):
    report, content = stored
    plain = [replace(block, marks=(), table_id=None) for block in content.blocks if block.table_id is None]
    marked = next(block for block in plain if len(block.text) > 60)
    memory.toggle_bookmark(report, content, Destination(report.id, None, Place(block_id=marked.id)))
    read_anew(library, report, tuple(block for block in plain if block.text != marked.text))
    (found,) = memory.bookmarks("mất neo")
    assert found.text.endswith("(mất neo)")
    assert found.destination == Destination(report.id)
